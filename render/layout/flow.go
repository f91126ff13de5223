package layout

import (
	"image"
	"reflect"
	"slices"

	"resumax/render/bidi"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// flow is what one layout set into columns of one kind, block by block. The next
// layout takes over what a change has left as it was: nearly all.
type flow struct {
	kind   column
	design *design.Design
	blocks []setBlock
	at     int // behind the last of the blocks that was taken over
}

// column is what all blocks of a column have in common besides the design.
type column struct {
	page          design.PageSize
	left, measure float64
	listed        bool
	photo         image.Image
	direction     bidi.Level
	mixed         bool
	language      string
	broken        string // the language by whose rules words are broken
}

// setBlock is a block with the rows that it was set in.
type setBlock struct {
	block outline.Block
	from  standing
	then  margins // behind it
	rows  []row
	lacks []lack
}

// margins are what is in from a column's edges, in points.
type margins struct {
	inset  float64 // how far what is set now stands in from the column's left
	narrow float64 // what the photo takes off the measure, and
	until  float64 // how far down the page
}

// standing is what decides how a block is set besides the block itself, its
// column and the design.
type standing struct {
	previous [2]outline.Kind // of the column, the nearest first
	count    int             // how many of them there are
	empty    bool            // no row is set yet
	height   float64         // of the rows, where a photo stands beside them
	margins
}

// lack is a text with characters that no font has.
type lack struct {
	address    resume.Address
	characters string
}

// flows are those of the last layout and of the one that is under way.
type flows struct{ before, now []*flow }

// turn begins a layout.
func (f *flows) turn() {
	f.before, f.now = f.now, nil
	for _, old := range f.before {
		old.at = 0
	}
}

// of is the flow that a composer's blocks go to, and the one of the last layout
// that they may be taken from, nil for none.
func (f *flows) of(c *composer) (before, now *flow) {
	kind := column{c.page, c.left, c.measure, c.listed, c.photo, c.flow, c.mixed, c.t.language, c.t.broken}
	find := func(all []*flow) *flow {
		for _, known := range all {
			if known.kind == kind && known.design == c.design {
				return known
			}
		}
		return nil
	}
	before, now = find(f.before), find(f.now)
	if now == nil {
		now = &flow{kind: kind, design: c.design}
		f.now = append(f.now, now)
	}
	return before, now
}

// design is d, or the design of the last layout that says the same: whoever
// changes a design as it is typed makes a new one each time.
func (f *flows) design(d *design.Design) *design.Design {
	for _, known := range slices.Concat(f.now, f.before) {
		if known.design == d || reflect.DeepEqual(known.design, d) {
			return known.design
		}
	}
	return d
}

// lookAhead is how many blocks a change may have taken away at once for those
// behind them still to be found. It bounds the work where all have changed.
const lookAhead = 64

// find is the block as it was set, if it stood then as it does now.
func (f *flow) find(b *outline.Block, s standing) *setBlock {
	if f == nil {
		return nil
	}
	for i := f.at; i < min(f.at+lookAhead, len(f.blocks)); i++ {
		if known := &f.blocks[i]; known.from == s && known.block.Equal(b) {
			f.at = i + 1
			return known
		}
	}
	return nil
}

// set sets the blocks from until to.
func (c *composer) set(from, to int) *composer {
	c.first = from
	before, now := c.t.flows.of(c)
	begun, starts := len(now.blocks), make([]int, 0, to-from)
	now.blocks = slices.Grow(now.blocks, to-from)
	c.rows = make([]row, 0, 2*(to-from)) // ample for most
	for i := from; i < to; i++ {
		c.current = i
		starts = append(starts, len(c.rows))
		s := c.standing()
		if known := before.find(&c.blocks[i], s); known != nil {
			c.take(known)
			now.blocks = append(now.blocks, setBlock{block: c.blocks[i], from: s, then: c.margins, lacks: known.lacks})
			continue
		}
		c.t.work.Blocks++
		c.lacks = nil
		c.t.flow = c.flowOf(c.blocks[i])
		c.block(i, c.blocks[i])
		if c.t.flow != c.flow {
			turn(c.rows[starts[i-from]:])
		}
		now.blocks = append(now.blocks, setBlock{block: c.blocks[i], from: s, then: c.margins, lacks: c.lacks})
	}
	for i := range starts {
		end := len(c.rows)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		now.blocks[begun+i].rows = c.rows[starts[i]:end:end]
	}
	return c
}

// standing is how the block that is to be set now stands.
func (c *composer) standing() standing {
	s := standing{empty: len(c.rows) == 0, margins: c.margins}
	for i := c.current - 1; i >= c.first && s.count < len(s.previous); i-- {
		s.previous[s.count] = c.blocks[i].Kind
		s.count++
	}
	if c.narrow > 0 {
		s.height = c.height()
	}
	return s
}

// take takes a block's rows over.
func (c *composer) take(known *setBlock) {
	for _, r := range known.rows {
		r.block = c.current
		c.rows = append(c.rows, r)
	}
	c.margins = known.then
	for _, l := range known.lacks {
		c.missing.add(l.address, l.characters)
	}
}

// lack notes that no font has the characters of the text at an address.
func (c *composer) lack(at resume.Address, characters string) {
	for _, r := range characters {
		c.lacks = append(c.lacks, lack{at, string(r)})
		c.missing.add(at, string(r))
	}
}
