package render

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/resume"
)

// samples are resumes of all kinds, by name.
func samples(t *testing.T) map[string]*resume.Resume {
	t.Helper()
	files, err := filepath.Glob("testdata/samples/*.json")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d samples, %v", len(files), err)
	}
	all := map[string]*resume.Resume{"two-pages": fixture(t, "two-pages").Resume()}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		document := parse(t, data)
		all[strings.TrimSuffix(filepath.Base(file), ".json")] = document.Resume()
	}
	return all
}

// sheet is a resume in a design on a paper, as a PDF in a file.
type sheet struct {
	name, sample string
	design       *design.Design
	doc          *layout.Document
	file         string
	size         int
}

// matrix calls f with every sample in every design on every paper.
func matrix(t *testing.T, f func(t *testing.T, s sheet)) {
	folder := t.TempDir()
	var sheets []sheet
	all := samples(t)
	for _, sample := range slices.Sorted(mapKeys(all)) {
		for _, d := range design.All() {
			for name, page := range map[string]design.PageSize{"a4": design.A4, "letter": design.Letter} {
				s := sheet{name: sample + " " + d.ID + " " + name, sample: sample, design: d}
				s.doc = Typeset(all[sample], Options{Design: d, Page: page})
				var first, second bytes.Buffer
				if err := PDF(&first, s.doc); err != nil {
					t.Fatal(err)
				}
				if err := PDF(&second, Typeset(all[sample], Options{Design: d, Page: page})); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(first.Bytes(), second.Bytes()) {
					t.Errorf("%s: the same resume gives two files", s.name)
				}
				s.file, s.size = filepath.Join(folder, strings.ReplaceAll(s.name, " ", "-")+".pdf"), first.Len()
				if err := os.WriteFile(s.file, first.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
				sheets = append(sheets, s)
			}
		}
	}
	var workers sync.WaitGroup
	next := make(chan sheet)
	for range runtime.NumCPU() {
		workers.Go(func() {
			for s := range next {
				f(t, s)
			}
		})
	}
	for _, s := range sheets {
		next <- s
	}
	close(next)
	workers.Wait()
}

func mapKeys(m map[string]*resume.Resume) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// tool is what a program prints about a file.
func (s sheet) tool(t *testing.T, program string, args ...string) string {
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %s: %v\n%s", s.name, program, err, out)
	}
	return string(out)
}

// Whatever the resume, the design and the paper: readers get every word back, in
// the order of reading, and nothing else; the file has no fault, all its fonts,
// and a structure that says the same.
func TestEveryPageReadsBack(t *testing.T) {
	matrix(t, func(t *testing.T, s sheet) {
		s.reads(t, "pdftotext", s.tool(t, "pdftotext", "-nopgbrk", s.file, "-"))
		s.reads(t, "pdftotext -raw", s.tool(t, "pdftotext", "-nopgbrk", "-raw", s.file, "-"))
		s.reads(t, "the structure", structureText(s.tool(t, "pdfinfo", "-struct-text", s.file)))
		if out := s.tool(t, "qpdf", "--check", s.file); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: qpdf: %s", s.name, out)
		}
		fonts := strings.Split(strings.TrimSpace(s.tool(t, "pdffonts", s.file)), "\n")
		for _, f := range fonts[2:] {
			if !strings.Contains(f, "yes yes yes") {
				t.Errorf("%s: not embedded, cut down and mapped to Unicode: %s", s.name, f)
			}
		}
		if strings.HasSuffix(s.name, "a4") { // the structure is the same on all papers
			s.accessible(t)
		}
		if len(s.doc.Pages) <= 2 && s.size > 100_000 {
			t.Errorf("%s: %d bytes", s.name, s.size)
		}
	})
}

// spaceless are the samples in which a line may end within what is one word to
// whoever parts text at spaces.
var spaceless = []string{"cjk", "hostile"}

// reads compares the words that a reader has found with those of the page.
func (s sheet) reads(t *testing.T, reader, text string) {
	for _, r := range text {
		if 0xFB00 <= r && r <= 0xFB06 || r == 0xAD || 0xE000 <= r && r <= 0xF8FF {
			t.Errorf("%s: %s finds %U", s.name, reader, r)
		}
	}
	got, want := words(text), words(blockText(s.doc.Blocks, s.design))
	switch {
	case s.sample == "hebrew":
		// Readers put what runs from right to left in order by rules of their own.
		got, want = letters(got), letters(want)
	case s.doc.Pages[0].Gutter != (layout.Rect{}) && reader == "pdftotext":
		// It guesses columns from places, and reads two that stand beside each
		// other row by row where their blocks happen to form a grid.
		got, want = letters(got), letters(want)
	case slices.Contains(spaceless, s.sample):
		got, want = []string{strings.Join(got, "")}, []string{strings.Join(want, "")}
	}
	if slices.Equal(got, want) {
		return
	}
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	t.Errorf("%s: %s: word %d is %s, want %s", s.name, reader, i, around(got, i), around(want, i))
}

// letters are the characters of words, sorted.
func letters(words []string) []string {
	all := strings.Split(strings.Join(words, ""), "")
	slices.Sort(all)
	return all
}

// around is a word with some of those that follow.
func around(words []string, i int) string {
	return fmt.Sprintf("%.200q", words[min(i, len(words)):min(i+6, len(words))])
}

// words are a text's words without the signs around them and without marks of
// direction.
func words(text string) []string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	var all []string
	for _, w := range strings.Fields(text) {
		if w = strings.Trim(w, signs); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// blockText is what blocks say in a design.
func blockText(blocks []outline.Block, d *design.Design) string {
	var b strings.Builder
	for _, block := range blocks {
		for _, p := range block.Parts {
			text := p.Text()
			if block.Kind == outline.Heading && d.Style.Heading.Capitals {
				text = strings.ToUpper(text)
			}
			b.WriteString(text + " ")
		}
	}
	return b.String()
}

// structureText is the text in pdfinfo's picture of the structure.
func structureText(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, `"`); ok {
			b.WriteString(strings.TrimSuffix(text, `"`))
		} else if !strings.HasPrefix(line, "Object ") && !strings.HasPrefix(line, "Link") && !strings.HasPrefix(line, "Span") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
