package main

import (
	"bytes"
	"errors"
	"html"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

func sample(t *testing.T) *sheet {
	t.Helper()
	s, err := newSheet("../../render/testdata/two-pages.json", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSheetHoldsTheWholeResume(t *testing.T) {
	s := sample(t)
	page := webPage(s, 7)
	spans := 0
	for _, b := range s.Blocks {
		for _, p := range b.Parts {
			for _, sp := range p.Spans {
				spans++
				if !strings.Contains(page, html.EscapeString(sp.Text)) {
					t.Errorf("the web page lacks %q", sp.Text)
				}
			}
		}
	}
	if spans < 100 || len(s.Fonts) != 8 {
		t.Errorf("%d spans, %d fonts", spans, len(s.Fonts))
	}
	if !strings.Contains(page, s.edited(7).Sections[0].Title) {
		t.Error("the edit is not on the page")
	}
}

func TestEveryEditIsAnotherPage(t *testing.T) {
	s := sample(t)
	for _, tool := range []*tool{ours(options{work: t.TempDir(), resume: "../../render/testdata/two-pages.json"}, s), naive(s)} {
		var made [2][]byte
		for i := range made {
			pdf, took, err := tool.warm(i)
			if err != nil || took <= 0 || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Fatal(tool.name, took, err)
			}
			made[i] = pdf
		}
		if bytes.Equal(made[0], made[1]) {
			t.Errorf("%s: two edits give the same file", tool.name)
		}
	}
}

func TestTable(t *testing.T) {
	results := []*result{
		{tool: &tool{name: "A", prints: true}, warm: samples{4, 2, 3}, process: samples{50}, memory: samples{10}, pdf: make([]byte, 2000), facts: facts{"2", "yes"}},
		{tool: &tool{name: "B", prints: true}, warm: samples{6, 6, 6}, pdf: make([]byte, 1000), facts: facts{"1", "no"}},
		{tool: &tool{name: "C"}, failed: errors.New("not installed\nnpm says more")},
	}
	got := table(results)
	for _, want := range []string{"3.0 ±0.5", "2.00", "0.50", "C     not measured: not installed\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestLimits(t *testing.T) {
	typst := &result{tool: &tool{name: measured}, process: samples{100, 200, 100}}
	ours := func(process ...float64) *result { return &result{tool: &tool{name: "ResuMax"}, process: process} }
	for _, c := range []struct {
		results []*result
		want    string // of the error, "" for none
	}{
		{[]*result{ours(40, 90, 49), typst}, ""},
		{[]*result{ours(60, 120, 10), typst}, "takes 0.60 times as long"},
		{[]*result{ours(900, 90, 40), typst}, ""}, // one bad round is noise
		{[]*result{ours(900)}, ""},
		{[]*result{ours(), typst}, ""},
	} {
		err := held(c.results)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.results[0].process, err)
		}
	}
}

const holdMemory = "RESUMAX_BENCH_HOLDS_MEMORY"

func TestPeakMemoryCountsChildren(t *testing.T) {
	const size = 64 << 20
	if os.Getenv(holdMemory) != "" { // the child of below
		held := make([]byte, size)
		for i := range 10 * size {
			held[i%size]++
		}
		return
	}
	if runtime.GOOS != "linux" {
		return // no other system tells
	}
	c := exec.Command("sh", "-c", `"$0" -test.run '^TestPeakMemoryCountsChildren$'; true`, os.Args[0])
	c.Env = append(os.Environ(), holdMemory+"=1")
	got, err := peakMemory(c)
	if err != nil || got < size>>20 {
		t.Errorf("%.1f MB, %v", got, err)
	}
}
