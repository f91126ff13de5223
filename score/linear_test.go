package score

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"resumax/language/terms"
	"resumax/resume"
)

// jobs is a resume of so many jobs with six bullets each, four jobs a page. No two
// bullets are the same, many are alike.
func jobs(n int) resume.Document {
	words := strings.Fields("Built Cut Led Moved a the service queue import ledger team of for in with customers latency cost reports Go Kafka responsible utilised orders nightly qzwrk")
	r := rand.New(rand.NewPCG(1, 2))
	work := make([]resume.Value, n)
	for i := range work {
		bullets := make([]string, 6)
		for k := range bullets {
			b := fmt.Sprintf("Built service%d", 6*i+k)
			for range 5 + r.IntN(12) {
				b += " " + words[r.IntN(len(words))]
			}
			bullets[k] = b
		}
		work[i] = engineerAt(i, bullets)
	}
	return resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(work...)}))
}

// engineerAt is the job i of a resume.
func engineerAt(i int, bullets []string) resume.Value {
	return resume.Struct(resume.Member{Name: "name", Value: resume.Text(fmt.Sprint("Acme ", i))},
		resume.Member{Name: "position", Value: resume.Text("Engineer")},
		resume.Member{Name: "startDate", Value: resume.Text(fmt.Sprintf("%d-01", 2024-i%60))},
		resume.Member{Name: "endDate", Value: resume.Text(fmt.Sprintf("%d-12", 2024-i%60))},
		resume.Member{Name: "highlights", Value: resume.Texts(bullets...)})
}

// A report takes work in proportion to the resume: counted in allocations, four
// times the jobs take about four times as many, and not the sixteen times that
// scoring all of it for each finding would.
func TestReportIsLinear(t *testing.T) {
	o := benchmarkOptions()
	allocs := func(n int) float64 {
		d := jobs(n)
		return testing.AllocsPerRun(1, func() { New().Document(d, o) })
	}
	few, many := allocs(20), allocs(80)
	if many > 5*few {
		t.Errorf("20 jobs take %v allocations, 80 take %v", few, many)
	}
	t.Logf("20 jobs take %v allocations, 80 take %v", few, many)
}

// Texts are compared with few others, however many there are and however alike.
func TestTextsAreToldApart(t *testing.T) {
	read := func(text string) *sentence { return readSentence(text, terms.Default(), facts{}) }
	var ts texts
	texts := []string{"Built the first service that cut cost", "Built the second service that cut cost", "Led a team of engineers"}
	for _, word := range strings.Fields("bridges hospitals schools ferries museums libraries markets gardens theaters airports stadiums harbors tunnels archives clinics factories") {
		texts = append(texts, "Built service for "+word+" of the city")
	}
	for _, text := range texts {
		if s := read(text); !ts.add(s) {
			t.Errorf("%q is taken for a repetition", text)
		}
	}
	for _, again := range []string{texts[0], "Built the frist service that cut cost", "Led a teem of engineers", "Built service for bridges of the city", "Built service for bridgse of the city", "Built service for tunnels of teh city", "Built service for clinics of the qzwrk city"} {
		if ts.add(read(again)) {
			t.Errorf("%q is taken for new", again)
		}
	}
	if ts.halves == nil || len(ts.rests) == 0 {
		t.Error("many that are alike are compared one by one")
	}
}

func BenchmarkReportOfJobs(b *testing.B) {
	for _, n := range []int{4, 40, 400} { // 1, 10 and 100 pages
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, o := jobs(n), benchmarkOptions()
			for b.Loop() {
				New().Document(d, o)
			}
		})
	}
}

// BenchmarkKeystrokeInJobs is the report after a keystroke in a long resume.
func BenchmarkKeystrokeInJobs(b *testing.B) {
	for _, n := range []int{4, 40, 400} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d, o, s := jobs(n), benchmarkOptions(), New()
			s.Document(d, o)
			i := 0
			for b.Loop() {
				i++
				s.Document(must(d.SetText("/work/0/highlights/0", fmt.Sprintf("Cut latency by %d ms in Go.", i))), o)
			}
		})
	}
}
