package posting

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestText checks that the text of each posting in testdata has its requirements marked, and that a
// posting from a resume's file has the same text.
func TestText(t *testing.T) {
	for _, l := range labels {
		p := readFile(t, filepath.Join("testdata/postings", l.file))
		lines := p.Text()
		marked := map[string]bool{}
		sections := map[Section]bool{}
		for _, l := range lines {
			sections[l.Section] = true
			end := 0
			for _, m := range l.Marks {
				q, _, ok := p.Requirement(m.Requirement)
				if !ok || m.From < end || m.To > len(l.Text) || m.Term != "" && !slices.Contains(q.Any, m.Term) {
					t.Fatalf("%q has the mark %+v of %+v", l.Text, m, q)
				}
				end = m.To
				marked[m.Requirement] = true
			}
		}
		for _, q := range slices.Concat(p.Required, p.Preferred, p.Unlabeled) {
			if !marked[q.ID] {
				t.Errorf("%s: nothing is marked of %q", p.Title, q.Sentence)
			}
		}
		if len(sections) < 2 {
			t.Errorf("%s: all lines are of one part", p.Title)
		}
		if again := FromValue(p.Value()).Text(); !reflect.DeepEqual(again, lines) {
			t.Errorf("%s has another text when it comes from a file", p.Title)
		}
	}
}

func TestTextLooks(t *testing.T) {
	p := read(t, "<html><body><main><h1>Line Cook</h1><p>The Lantern, Leeds, UK</p><p>"+strings.Repeat("We cook for two hundred guests a night. ", 10)+
		"</p><h3>Requirements:</h3><ul><li>A food hygiene certificate</li><li># of covers is no worry</li></ul><p><b>It is a late shift</b></p></main></body></html>")
	v := correct(t, p.Value(), AddRequirement{Text: "late shift", Sentence: "It is a late shift", To: Required})
	var got []string
	for _, l := range FromValue(v).Text() {
		if len(l.Text) > 100 {
			continue
		}
		look := string(l.Section) + "|" + strings.Repeat("#", l.Heading)
		if l.Point {
			look += "-"
		}
		if l.Bold {
			look += "*"
		}
		text := l.Text
		for _, m := range slices.Backward(l.Marks) {
			text = text[:m.From] + "[" + text[m.From:m.To] + "]" + text[m.To:]
		}
		got = append(got, look+"|"+text)
	}
	want := []string{"|#*|Line Cook", "||The Lantern, Leeds, UK", "required|###*|Requirements:", "required|-|A [food hygiene certificate]", "required|-|[# of covers is no worry]", "required|*|It is a [late shift]"}
	if !slices.Equal(got, want) {
		t.Errorf("the text is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestLinesKept checks that lines come back from the text that is kept of them.
func TestLinesKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []line
		for range rapid.IntRange(0, 6).Draw(t, "lines") {
			text := rapid.StringMatching(`[-#*\\a-c ]{0,6}[a-c][-#*\\a-c. ]{0,6}`).Draw(t, "text")
			l := line{text: tidy(text), bold: rapid.Bool().Draw(t, "bold"), gap: rapid.Bool().Draw(t, "gap") && len(lines) > 0}
			switch rapid.IntRange(0, 2).Draw(t, "look") {
			case 1:
				l.heading = rapid.IntRange(1, 6).Draw(t, "level")
			case 2:
				l.item = true
			}
			if l.text != "" {
				lines = append(lines, l)
			}
		}
		if got := linesIn(textOf(lines)); !slices.Equal(got, lines) {
			t.Fatalf("%+v came back as %+v", lines, got)
		}
	})
}
