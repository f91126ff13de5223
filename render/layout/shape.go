package layout

import (
	"github.com/go-text/typesetting/segmenter"

	"resumax/render/bidi"
	"resumax/render/fonts"
)

// shaped is a paragraph's text in one piece, with its glyphs.
type shaped struct {
	runes  []rune
	x      []float64 // where each character starts on an endless line, and the end
	starts []bool    // whether a glyph begins with the character: only there can text be parted
	runs   []shapedRun
	levels []bidi.Level // of the characters; nil if all run from left to right
	flow   bidi.Level   // the direction from whose start pieces are placed
	breaks []int        // indices of characters before which a line may begin
}

// shapedRun is a stretch of one text of the paragraph in one face.
type shapedRun struct {
	text     int
	from, to int // characters of the paragraph
	size     float64
	tracking float64
	run      fonts.Run
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
	p := &shaped{flow: t.flow}
	ends := make([]int, len(texts))
	for i, s := range texts {
		p.runes = append(p.runes, []rune(s.text)...)
		ends[i] = len(p.runes)
	}
	p.levels = levels(p.runes, texts, t.flow)
	from, shown := 0, drawn(p.runes)
	for i, s := range texts {
		for from < ends[i] {
			to, level := p.oneWay(from, ends[i])
			for _, r := range t.fonts.Shape(fonts.Span{Text: shown, From: from, To: to, Family: s.font.family,
				Bold: s.font.bold, Italic: s.font.italic, RTL: level.RTL(), Language: t.language}) {
				run := shapedRun{i, r.From, r.To, s.font.size, s.font.tracking * s.font.size, r}
				if r.Joined {
					run.tracking = 0
				}
				p.runs = append(p.runs, run)
			}
			from = to
		}
	}
	p.measure()
	p.findBreaks(&t.segmenter)
	return p
}

// measure finds where each character starts.
func (p *shaped) measure() {
	advance := make([]float64, len(p.runes)+1)
	p.starts = make([]bool, len(p.runes)+1)
	for _, r := range p.runs {
		for _, g := range r.run.Glyphs {
			advance[g.At] += r.advance(g)
			p.starts[g.At] = true
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
		if !p.starts[end] {
			continue
		}
		last := p.runes[end-1]
		if last == ' ' && !sticks(p.runes[:end-1], p.runes[end:]) || spaceless(last) || spaceless(p.runes[end]) {
			p.breaks = append(p.breaks, end)
		}
	}
}
