package score

import (
	"runtime"
	"strconv"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/role"
)

// twoPages is a resume of about two pages with something to find in every
// dimension.
func twoPages() resume.Document {
	p, _ := role.ByID("backend-engineer")
	d := p.Sample()
	for i := range 12 {
		text := "Worked on the billing service number " + strings.Repeat("i", i+1) + ", which the team had inherited, and helped colleagues with various changes to it."
		at := resume.Address("/work").Item(i % 3).Child("highlights")
		d = must(d.Set(at.Item(d.ListLen(at)), resume.Text(text)))
	}
	return d
}

func benchmarkOptions() Options {
	p, _ := role.ByID("backend-engineer")
	return Options{Today: today, Target: TargetOf(p)}
}

// BenchmarkScore is the score alone, every sentence read anew.
func BenchmarkScore(b *testing.B) {
	d, o := twoPages(), benchmarkOptions()
	for b.Loop() {
		New().Score(d, o)
	}
}

// BenchmarkScoreAfterKeystroke is the score alone, one sentence read anew.
func BenchmarkScoreAfterKeystroke(b *testing.B) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	s.Score(d, o)
	n := 0
	for b.Loop() {
		n++
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go."))
		s.Score(typed, o)
	}
}

// BenchmarkReport is the whole report with all gains, every sentence read anew.
func BenchmarkReport(b *testing.B) {
	d, o := twoPages(), benchmarkOptions()
	for b.Loop() {
		New().Document(d, o)
	}
}

// BenchmarkReportAfterKeystroke is the whole report, one sentence read anew.
func BenchmarkReportAfterKeystroke(b *testing.B) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	s.Document(d, o)
	n := 0
	for b.Loop() {
		n++
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go."))
		s.Document(typed, o)
	}
}

// Ten thousand edits leave no more behind than a few: what is kept of sentences
// that are gone is bounded, and an edit does as much work as the first.
func TestEditsLeaveNothingBehind(t *testing.T) {
	d, o, s := twoPages(), benchmarkOptions(), New()
	edit := func(n int) {
		typed := must(d.SetText("/work/0/highlights/0", "Cut latency by "+strconv.Itoa(n)+" ms in Go with qzw"+strings.Repeat("q", n%7)+strconv.Itoa(n)+"."))
		typed = must(typed.Set("/skills/0/keywords/0", resume.Text("Skill "+strconv.Itoa(n))))
		s.Score(typed, o)
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	n := 0
	next := func() { n++; edit(n) }
	for range 100 {
		next()
	}
	before, early := heap(), testing.AllocsPerRun(100, next)
	for range 10_000 {
		next()
	}
	late, after := testing.AllocsPerRun(100, next), heap()
	if late > 1.1*early {
		t.Errorf("an edit allocates %v times, at first %v", late, early)
	}
	if kept := len(s.sentences) + len(s.skills); kept > 3*(cacheSize+100) {
		t.Errorf("%d texts are kept", kept)
	}
	const most = 24 << 20 // of 4096 sentences and as many skills
	if after > before+most {
		t.Errorf("10,000 edits leave %d MB behind", (after-before)>>20)
	}
	t.Logf("%v, then %v allocations an edit; the heap from %d to %d kB", early, late, before>>10, after>>10)
}
