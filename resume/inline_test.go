package resume

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func printed(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		style := ""
		if s.Bold {
			style += "b"
		}
		if s.Italic {
			style += "i"
		}
		if s.Link != "" {
			style += "→" + s.Link
		}
		fmt.Fprintf(&b, "{%s %s}", style, s.Text)
	}
	return b.String()
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain", "{ plain}"},
		{"a **b** c", "{ a }{b b}{  c}"},
		{"a *b* c", "{ a }{i b}{  c}"},
		{"***both***", "{bi both}"},
		{"**bold *and italic* here**", "{b bold }{bi and italic}{b  here}"},
		{"2 * 3 * 4", "{ 2 * 3 * 4}"},
		{"**open", "{ **open}"},
		{"a*b", "{ a*b}"},
		{`\*no\* star`, "{ *no}{ * star}"},
		{"[site](https://x.org/a_(b)) end", "{→https://x.org/a_(b) site}{  end}"},
		{"[**bold** link](x.org)", "{b→x.org bold}{→x.org  link}"},
		{"[how many? per day]", "{ [how many? per day]}"},
		{"[a] (b)", "{ [a] (b)}"},
		{"[](x)", "{ [](x)}"},
		{"C:\\Users", "{ C:\\Users}"},
		{"****", "{ ****}"},
	} {
		if got := printed(Spans(c.in)); got != c.want {
			t.Errorf("Spans(%q) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestSpansKeepEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringMatching(`[a-c \*\[\]\(\)\\é]{0,40}`).Draw(t, "source")
		last := 0
		for _, s := range Spans(in) {
			if s.At < last || in[s.At:s.At+len(s.Text)] != s.Text {
				t.Fatalf("span %+v is not a part of the source in order", s)
			}
			last = s.At + len(s.Text)
		}
		want := strings.Count(in, "é")
		if got := strings.Count(Plain(in), "é"); got != want && !strings.Contains(in, "](") {
			t.Fatalf("%d of %d letters are left", got, want)
		}
	})
}

// Marks without a partner, or with one far away, cost as much a byte in a long
// text as in a short one: nothing looks for each mark's partner by itself.
func TestSpansAreReadInLinearTime(t *testing.T) {
	const long = 200_000
	for _, c := range []struct {
		unit  string
		spans int // that the text makes; 0 for any number
	}{
		{"[", 1}, {"*", 1}, {"**a ", 1}, {"[a](", 1}, {"](", 1}, {`\`, 0}, {"[a]((((((", 1}, {"*a **b ", 1}, {"[q?]", 1}, {"**a** ", 0}, {"a**b**", 0}, {"[a](x) ", 0},
	} {
		text := strings.Repeat(c.unit, long/len(c.unit))
		spans := Spans(text)
		if c.spans > 0 && len(spans) != c.spans {
			t.Errorf("%q %d times makes %d spans, want %d", c.unit, long/len(c.unit), len(spans), c.spans)
		}
		short := testing.AllocsPerRun(1, func() { Spans(text[:len(text)/4]) })
		if all := testing.AllocsPerRun(1, func() { Spans(text) }); all > 5*short+50 {
			t.Errorf("%q: %v allocations, %v for a quarter of it", c.unit, all, short)
		}
	}
}
