package importer

import (
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/widgets"
)

func lines(text string) []taking.Line {
	var all []taking.Line
	for line := range strings.Lines(text) {
		all = append(all, taking.Line{Text: strings.TrimRight(line, "\n")})
	}
	return all
}

// said are the words of spans.
func said(source []taking.Line, spans []Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, source[s.Line].Text[s.From:s.To])
	}
	return strings.Join(parts, " / ")
}

// A month that a word parts from its year is that year's, not the next one's.
func TestSpansOfMonths(t *testing.T) {
	source := lines("Fevereiro de 2013 – março de 2018\nMarch 2019 – Present")
	taken := []Taken{
		{ID: 0, Taken: taking.Taken{Address: "/work/0/startDate", Text: "2013-02"}},
		{ID: 1, Taken: taking.Taken{Address: "/work/0/endDate", Text: "2018-03"}},
		{ID: 2, Taken: taking.Taken{Address: "/work/1/startDate", Text: "2019-03"}},
	}
	spans := Spans(source, taken, nil)
	for id, want := range []string{"Fevereiro de 2013", "março de 2018", "March 2019"} {
		if got := said(source, spans[id]); got != want {
			t.Errorf("%d: %q, want %q", id, got, want)
		}
	}
}

// What the head of a file says is found there, though the record has it last: a name is in an
// e-mail address, too.
func TestSpansOfTheHead(t *testing.T) {
	source := lines("Ada Example\nNurse\nada.example@site.org\nWard nurse, Harbour Hospital")
	taken := []Taken{
		{ID: 0, Taken: taking.Taken{Address: "/work/0/position", Text: "Ward nurse"}},
		{ID: 1, Taken: taking.Taken{Address: "/work/0/name", Text: "Harbour Hospital"}},
		{ID: 2, Taken: taking.Taken{Address: "/basics/name", Text: "Ada Example"}},
		{ID: 3, Taken: taking.Taken{Address: "/basics/email", Text: "ada.example@site.org"}},
	}
	spans := Spans(source, taken, nil)
	for id, want := range []string{"Ward nurse", "Harbour Hospital", "Ada Example", "ada.example@site.org"} {
		if got := said(source, spans[id]); got != want {
			t.Errorf("%d: %q, want %q", id, got, want)
		}
	}
}

func TestSpans(t *testing.T) {
	source := lines("Ada Example\nLeeds · www.ada.example.org/cv\nHarbour Hospital, Leeds\tMärz 2019 – Present\n• Cut falls with injury from 9 to 2 a year by\nhourly rounding.\n• Trained six nurses.\nWrote the rota\nMill Clinic 2012 – 2016\nand led four porters\nHobbies: chess")
	var taken []Taken
	take := func(at resume.Address, text string) {
		taken = append(taken, Taken{ID: len(taken), Taken: taking.Taken{Address: at, Text: text}})
	}
	take("/basics/name", "Ada Example")
	take("/basics/url", "https://www.ada.example.org/cv")
	take("/work/0/name", "Harbour Hospital")
	take("/work/0/location", "Leeds")
	take("/work/0/startDate", "2019-03")
	take("/work/0/highlights/0", "Cut falls with injury from 9 to 2 a year by hourly rounding.")
	take("/work/0/highlights/1", "Trained six nurses.")
	take("/work/1/name", "Mill Clinic")
	take("/work/1/startDate", "2012")
	take("/work/1/endDate", "2016")
	take("/work/1/summary", "This stands nowhere")
	take("/basics/summary", "Of two places: Wrote the rota, led four porters.")
	pieces := []Piece{{ID: 90, Left: taking.Left{Text: "Leeds"}}, {ID: 91, Left: taking.Left{Text: "Hobbies: chess"}}}
	spans := Spans(source, taken, pieces)
	for id, want := range map[int]string{
		0: "Ada Example", 1: "www.ada.example.org/cv", 2: "Harbour Hospital", 3: "Leeds", 4: "März 2019",
		5: "Cut falls with injury from 9 to 2 a year by / hourly rounding.", 6: "Trained six nurses.", 7: "Mill Clinic", 8: "2012", 9: "2016", 10: "", 11: "Wrote the rota / led four porters",
		90: "Leeds", 91: "Hobbies: chess",
	} {
		if got := said(source, spans[id]); got != want {
			t.Errorf("%d: %q, want %q", id, got, want)
		}
	}
	if spans[3][0].Line != 2 || spans[90][0].Line != 1 {
		t.Errorf("both towns are on lines %d and %d", spans[3][0].Line, spans[90][0].Line)
	}
}

// A date is found however the file writes it.
func TestSpansOfDates(t *testing.T) {
	for text, want := range map[string]string{
		"Mill Clinic 03/2020 - 01/2021":     "03/2020 | 01/2021",
		"Mill Clinic (März 2020–Jan. 2021)": "März 2020 | Jan. 2021",
		"2020-03 bis 2021-01 Mill Clinic":   "2020-03 | 2021-01",
		"Mill Clinic, 2020, 3.2020—1.2021.": "3.2020 | 1.2021",
		"Mill Clinic, 2020–2021":            "2020 | 2021",
		"Mill Clinic: 2020年3月 - 2021年1月":    "2020 | 2021",
	} {
		source := lines(text)
		var taken []Taken
		for i, p := range [][2]string{{"/work/0/name", "Mill Clinic"}, {"/work/0/startDate", "2020-03"}, {"/work/0/endDate", "2021-01"}} {
			taken = append(taken, Taken{ID: i, Taken: taking.Taken{Address: resume.Address(p[0]), Text: p[1]}})
		}
		spans := Spans(source, taken, nil)
		if got := said(source, spans[1]) + " | " + said(source, spans[2]); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpansOfLongTexts(t *testing.T) {
	text := strings.Repeat("one and the same line of a curriculum without end\n", 4000)
	taken := make([]Taken, 300)
	for i := range taken {
		taken[i] = Taken{ID: i, Taken: taking.Taken{Address: "/work/0/summary", Text: "one and the same line of a curriculum without end"}}
	}
	source := lines(text)
	for i, s := range Spans(source, taken, nil) {
		if len(s) != 1 || s[0].Line != i {
			t.Fatalf("%d is at %+v", i, s)
		}
	}
}

func TestAtFindsTheSmallest(t *testing.T) {
	box := func(l, top, r, b float64) *taking.Box { return &taking.Box{Left: l, Top: top, Right: r, Bottom: b} }
	taken := []Taken{{ID: 0, Taken: taking.Taken{Page: 1, Box: box(0, 0, 100, 50)}}, {ID: 1, Taken: taking.Taken{Page: 1, Box: box(10, 10, 40, 20)}}, {ID: 2, Taken: taking.Taken{}}}
	pieces := []Piece{{ID: 3, Left: taking.Left{Page: 2, Box: box(0, 0, 10, 10)}}}
	for _, c := range []struct {
		page int
		x, y float64
		want int // -1 for nothing
	}{{1, 50, 30, 0}, {1, 20, 15, 1}, {2, 20, 15, -1}, {2, 5, 5, 3}, {1, 101, 30, 0}, {1, 110, 30, -1}, {0, 0, 0, -1}} {
		id, ok := At(taken, pieces, c.page, c.x, c.y)
		if !ok {
			id = -1
		}
		if id != c.want {
			t.Errorf("%+v: %d", c, id)
		}
	}
}

// Of a start and an end that one text says, the mark that wants a look is shown.
func TestMarksOfOnePlace(t *testing.T) {
	b := &taking.Box{Left: 1, Top: 2, Right: 3, Bottom: 4}
	r := &Review{now: state{taken: []Taken{{ID: 0, Taken: taking.Taken{Confidence: 1, Page: 1, Box: b}}, {ID: 1, Taken: taking.Taken{Confidence: 0.5, Page: 1, Box: b}}},
		pieces: []Piece{{ID: 2, Left: taking.Left{Page: 1, Box: &taking.Box{Left: 5, Right: 6}}}}}}
	marks := pageMarks(r, nil)
	if len(marks) != 2 || marks[0].Kind != widgets.MarkUnsure || marks[1].Kind != widgets.MarkLeft {
		t.Errorf("%+v", marks)
	}
	if all := pageMarks(r, map[int]bool{2: true}); all[len(all)-1].Rect.X != 5 {
		t.Errorf("what is chosen is not above all: %+v", all)
	}
}

// A file far longer than a resume is shown as far as that is quick, and says so.
func TestLongSources(t *testing.T) {
	for n, want := range map[int]int{maxLines: maxLines, maxLines + 1: maxLines + 2} {
		var s Source
		s.show([]byte(strings.Repeat("Ada Example\n", n)), format.Reading{})
		if len(s.Lines) != want || (s.Lines[len(s.Lines)-1].Text == goesOn()) != (want > n) {
			t.Errorf("of %d lines %d are shown, the last is %q", n, len(s.Lines), s.Lines[len(s.Lines)-1].Text)
		}
	}
	var s Source
	s.show([]byte(strings.Repeat("é", longest)), format.Reading{})
	if text := s.Lines[0].Text; len(text) > longest+3 || !strings.HasSuffix(text, "é…") {
		t.Errorf("a long line has %d bytes", len(text))
	}
}
