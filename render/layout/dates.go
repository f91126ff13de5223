package layout

import (
	"slices"

	"resumax/render/design"
	"resumax/render/outline"
)

// withDatesPlaced is blocks with the dates of each entry's head moved, among its
// parts, to where a reader comes upon them in the design. The outline has them
// last. Dates at the right stand at the end of the entry's first line, which holds
// all of it unless there is an organization for a second one.
func withDatesPlaced(blocks []outline.Block, d *design.Design) []outline.Block {
	if d.Dates.Place == "below" {
		return blocks
	}
	placed := slices.Clone(blocks)
	var store []outline.Part // for all heads
	for i, b := range placed {
		from, to := datesOf(b), 0
		if d.Dates.Place != "above" {
			to = behindFirstLine(b)
		}
		if b.Kind == outline.Record || from <= to {
			continue
		}
		start := len(store)
		store = append(store, b.Parts[:to]...)
		store = append(store, b.Parts[from])
		store = append(store, b.Parts[to:from]...)
		store = append(store, b.Parts[from+1:]...)
		placed[i].Parts = store[start:len(store):len(store)]
	}
	return placed
}

// datesOf is the index of the part that says when, 0 where there is none.
func datesOf(b outline.Block) int {
	return max(0, slices.IndexFunc(b.Parts, func(p outline.Part) bool { return p.Role == outline.Dates }))
}

// behindFirstLine is the index of the part that begins an entry's second line: that
// of the organization, or behind all parts.
func behindFirstLine(b outline.Block) int {
	at := slices.IndexFunc(b.Parts, func(p outline.Part) bool { return p.Role == outline.Organization })
	if b.Kind == outline.Record || at < 0 {
		return len(b.Parts)
	}
	return at
}
