package layout

import (
	"github.com/go-text/typesetting/segmenter"

	"resumax/render/fonts"
)

// shaped is a paragraph's text in one piece, with its glyphs.
type shaped struct {
	runes  []rune
	x      []float64 // where each character starts on an endless line, and the end
	runs   []shapedRun
	breaks []int // indices of characters before which a line may begin
}

// shapedRun is a stretch of one text of the paragraph in one face.
type shapedRun struct {
	text     int
	from, to int // characters of the paragraph
	size     float64
	tracking float64
	run      fonts.Run // its indices count from base
	base     int
}

// advance is how far a glyph of the run moves the next one. Marks over and
// under letters do not move it and are not tracked.
func (r shapedRun) advance(g fonts.Glyph) float64 {
	if g.Advance == 0 {
		return 0
	}
	return g.Advance*r.size + r.tracking
}

func (t *Typesetter) shape(texts []styled) *shaped {
	p := &shaped{}
	for i, s := range texts {
		runes := []rune(s.text)
		base := len(p.runes)
		p.runes = append(p.runes, runes...)
		for _, r := range t.fonts.Shape(s.font.family, s.font.bold, s.font.italic, runes) {
			p.runs = append(p.runs, shapedRun{i, base + r.From, base + r.To, s.font.size, s.font.tracking * s.font.size, r, base})
		}
	}
	p.measure()
	p.findBreaks(&t.segmenter)
	return p
}

// measure finds where each character starts.
func (p *shaped) measure() {
	advance := make([]float64, len(p.runes)+1)
	for _, r := range p.runs {
		for _, g := range r.run.Glyphs {
			advance[r.base+g.At] += r.advance(g)
		}
	}
	p.x = advance
	x := 0.0
	for i, a := range advance {
		p.x[i] = x
		x += a
	}
}

// width is how wide the characters from until to are.
func (p *shaped) width(from, to int) float64 { return p.x[to] - p.x[from] }

// findBreaks finds where lines may end by the Unicode line breaking algorithm
// (UAX #14), of which only two kinds of place are taken: behind a space and
// within scripts that put no spaces. A break anywhere else, as behind a hyphen
// or a slash, would join words wrongly when the text is taken from the page.
func (p *shaped) findBreaks(s *segmenter.Segmenter) {
	s.Init(p.runes)
	words := s.LineIterator()
	for words.Next() {
		w := words.Line()
		end := w.Offset + len(w.Text)
		if end >= len(p.runes) {
			break
		}
		last := p.runes[end-1]
		if last == ' ' && !sticks(p.runes[:end-1], p.runes[end:]) || spaceless(last) || spaceless(p.runes[end]) {
			p.breaks = append(p.breaks, end)
		}
	}
}
