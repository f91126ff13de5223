package compare

import "resumax/resume"

// order is how the items of a list were put in another order: what a later place
// was before.
type order struct {
	gone  map[int]bool // places before, of what was removed or moved
	moved map[int]int  // places now → places before
	added map[int]bool // places now
	was   []int        // of all items, the place before, -1 for none; nil until it is asked for
}

// note keeps what a difference says of the order of its list.
func (c *comparer) note(d resume.Difference) {
	if d.Kind == resume.Changed || d.Address.Index() < 0 {
		return
	}
	list := d.Address.Parent()
	o := c.orders[list]
	if o == nil {
		o = &order{gone: map[int]bool{}, moved: map[int]int{}, added: map[int]bool{}}
		c.orders[list] = o
	}
	switch d.Kind {
	case resume.Removed:
		o.gone[d.From] = true
	case resume.Moved:
		o.gone[d.From] = true
		o.moved[d.To] = d.From
	case resume.Added:
		o.added[d.To] = true
	}
}

// before is the place that the item i of a list had, and false for one that is new.
func (o *order) before(i, length int) (int, bool) {
	if len(o.was) != length {
		o.align(length)
	}
	if i >= length || o.was[i] < 0 {
		return 0, false
	}
	return o.was[i], true
}

// align finds the places before of all items: those that neither moved nor are new
// stand in the order in which they stood.
func (o *order) align(length int) {
	o.was = make([]int, length)
	next := 0
	for i := range o.was {
		if was, moved := o.moved[i]; moved {
			o.was[i] = was
			continue
		}
		if o.added[i] {
			o.was[i] = -1
			continue
		}
		for o.gone[next] {
			next++
		}
		o.was[i] = next
		next++
	}
}

// was is the address that something had in the earlier document, and false where it
// is new. Differences of what holds it were noted before.
func (c *comparer) was(now resume.Address) (resume.Address, bool) {
	was, at := resume.Root, resume.Root
	for _, t := range now.Tokens() {
		o := c.orders[at]
		list, _ := c.later.Get(at)
		at = at.Child(t)
		if o == nil || list.Kind() != resume.Array || at.Index() < 0 {
			was = was.Child(t)
			continue
		}
		before, ok := o.before(at.Index(), list.Len())
		if !ok {
			return "", false
		}
		was = was.Item(before)
	}
	return was, true
}
