package score

import (
	"strconv"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/role"
)

// twoPages is a resume of about two pages with something to find in every
// dimension.
func twoPages() resume.Document {
	d := benchmarkOptions().Role.Sample()
	for i := range 12 {
		text := "Worked on the billing service number " + strings.Repeat("i", i+1) + ", which the team had inherited, and helped colleagues with various changes to it."
		at := resume.Address("/work").Item(i % 3).Child("highlights")
		d = must(d.Set(at.Item(d.ListLen(at)), resume.Text(text)))
	}
	return d
}

func benchmarkOptions() Options {
	p, _ := role.ByID("backend-engineer")
	return Options{Today: today, Role: p}
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
