package atsview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"resumax/ats"
	"resumax/widgets"
)

func TestMarkedText(t *testing.T) {
	test.NewTempApp(t)
	word := func(text string, line int) ats.Word { return ats.Word{Text: text, Line: line} }
	r := &ats.Reading{Text: []string{"Ada", "bakes bakes", "bread"}, Against: &ats.Comparison{
		Lost: []ats.Word{word("Ms", -1), word("good", 1), word("old", 1)}, Doubled: []ats.Word{word("bakes", 1)}}}
	var got []string
	for _, s := range marked(r).(*widget.RichText).Segments {
		segment := s.(*widget.TextSegment)
		got = append(got, string(segment.Style.ColorName)+" "+segment.Text)
	}
	muted, bad, warn := string(widgets.ColorMuted), string(widgets.ColorBad), string(widgets.ColorWarn)
	want := []string{bad + " Lost: “Ms”", muted + " Ada\nbakes bakes", warn + " Doubled: “bakes”", bad + " Lost: “good” “old”", muted + " bread"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSummaries(t *testing.T) {
	for want, c := range map[string]*ats.Comparison{
		"open its resume and run the ATS check":     nil,
		"all 10 words were found, once each and in": {Words: 10, Found: 10, InOrder: 1},
		"90% of them in order":                      {Words: 10, Found: 10, InOrder: 0.9},
		"9 of 10 words were found":                  {Words: 10, Found: 9, InOrder: 1},
	} {
		if got := summaryOf(&ats.Reading{Against: c}, "a.json"); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
