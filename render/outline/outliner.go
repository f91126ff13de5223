package outline

import (
	"slices"

	"resumax/render/design"
	"resumax/resume"
)

// Outliner builds outlines of a resume that changes. It keeps the texts that it
// has read last, with their inline marks, so that those which stayed as they were
// are not read again and are the same lists of spans. It belongs to one goroutine
// at a time.
type Outliner struct {
	before, now []readText
	at          int // behind the last of before that was found
	blocks      int // how many the last outline had
	read        int
}

// readText is a text with the spans that it was read as.
type readText struct {
	source  string
	address resume.Address
	spans   []Span
}

// Build does what the function of that name does.
func (o *Outliner) Build(r *resume.Resume, d *design.Design) []Block {
	return o.outline(r, d, (*builder).build)
}

// BuildLetter does what the function of that name does.
func (o *Outliner) BuildLetter(r *resume.Resume, d *design.Design, l *Letter) []Block {
	return o.outline(r, d, func(b *builder) { b.letter(l) })
}

func (o *Outliner) outline(r *resume.Resume, d *design.Design, build func(*builder)) []Block {
	o.before, o.now, o.at = o.now, o.before[:0], 0
	b := builder{r: r, d: d, outliner: o, blocks: make([]Block, 0, o.blocks+8)}
	build(&b)
	clear(o.before) // what it held can go
	o.blocks = len(b.blocks)
	return b.blocks
}

// Read is how many texts it has read since it was made.
func (o *Outliner) Read() int { return o.read }

// lookAhead is how many texts a change may have taken away at once for those
// behind them still to be found.
const lookAhead = 64

// inline reads a text with inline marks.
func (o *Outliner) inline(source string, at resume.Address) []Span {
	end := min(o.at+lookAhead, len(o.before))
	i := slices.IndexFunc(o.before[o.at:end], func(t readText) bool { return t.source == source && t.address == at })
	if i < 0 {
		o.read++
		o.now = append(o.now, readText{source, at, inline(source, at)})
	} else {
		o.now = append(o.now, o.before[o.at+i])
		o.at += i + 1
	}
	return o.now[len(o.now)-1].spans
}
