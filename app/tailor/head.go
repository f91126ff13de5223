package tailor

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/matching"
	"resumax/app/tr"
	"resumax/job/match"
	"resumax/widgets"
)

// head shows the match as a number with its parts, what it means, and what is to know of
// how it came about.
type head struct {
	strip       *widgets.ScoreStrip
	meters      []*widgets.Meter
	said, notes *widgets.Label
	root        fyne.CanvasObject
}

// parts are the names of the parts of the match, in the order of its meters.
func parts() []struct {
	name string
	of   func(match.Parts) float64
} {
	return []struct {
		name string
		of   func(match.Parts) float64
	}{
		{tr.T("tailor.required", "Required"), func(p match.Parts) float64 { return p.Required }},
		{tr.T("tailor.preferred", "Preferred"), func(p match.Parts) float64 { return p.Preferred }},
		{tr.T("tailor.title", "Title"), func(p match.Parts) float64 { return p.Title }},
		{tr.T("tailor.basics", "Basics"), func(p match.Parts) float64 { return p.Knockouts }},
		{tr.T("tailor.proof", "Proof"), func(p match.Parts) float64 { return p.Proof }},
	}
}

func newHead() *head {
	h := &head{said: widgets.NewMuted(""), notes: widgets.NewLabel("")}
	for _, part := range parts() {
		h.meters = append(h.meters, widgets.NewMeter(part.name))
	}
	h.strip = widgets.NewScoreStrip(h.meters...)
	h.notes.SetColor(widgets.ColorWarn)
	h.root = widgets.NewColumn(12, h.strip, widgets.NewColumn(6, inset(h.said, 0, 8), inset(h.notes, 0, 8)))
	return h
}

func (h *head) show(r *matching.Report) {
	_, color := figure(r)
	h.strip.SetScore(r.Match, bandName()[r.Band], color)
	for i, part := range parts() {
		got, of := part.of(r.Parts), part.of(r.Of)
		h.meters[i].Hidden = of == 0
		h.meters[i].SetValue(got, of, widgets.ShareColor(share(got, of)))
	}
	h.said.SetText(meaning()[r.Band])
	texts := make([]string, len(r.Notes))
	for i, n := range r.Notes {
		texts[i] = n.Text
	}
	h.notes.SetText(strings.Join(texts, "\n"))
	h.notes.Hidden = len(texts) == 0
}

// figure is the match as a short text and its color.
func figure(r *matching.Report) (string, fyne.ThemeColorName) {
	if r == nil || r.Band == "" {
		return "–", widgets.ColorMuted
	}
	return fmt.Sprintf("%.0f", math.Floor(r.Match)), widgets.ShareColor(r.Match / 100)
}

func share(v, most float64) float64 {
	if most <= 0 {
		return 1
	}
	return v / most
}

// bandName is a band as the word below the number.
func bandName() map[match.Band]string {
	return map[match.Band]string{
		match.Stretch: tr.T("tailor.a-stretch", "A stretch"), match.Plausible: tr.T("tailor.plausible", "Plausible"), match.Strong: tr.T("tailor.strong", "Strong"), match.Stop: tr.T("tailor.done", "Done"),
	}
}

// meaning says what to do in a band.
func meaning() map[match.Band]string {
	return map[match.Band]string{
		match.Stretch:   tr.T("tailor.a-stretch-show-what", "A stretch. Show what you have; for the rest, prepare the question."),
		match.Plausible: tr.T("tailor.a-plausible-answer-show", "A plausible answer. Show what you have; add only what is true."),
		match.Strong:    tr.T("tailor.a-strong-answer-look", "A strong answer. Look at what is left below, but not for long."),
		match.Stop:      tr.T("tailor.stop-editing-further-gains", "Stop editing: further gains are noise. Check the page, then send it."),
		"":              tr.T("tailor.this-text-asks-for", "This text asks for nothing that a resume could show. Check that the whole posting was pasted."),
	}
}
