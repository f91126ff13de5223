package variant

import (
	"slices"

	"resumax/resume"
)

// EditBase does an edit of the base. Changes of variants that are about something that
// it deletes are lost from then on, whatever comes in its place.
func EditBase(d resume.Document, edit resume.Edit) (resume.Document, error) {
	if len(List(d)) == 0 {
		return edit(d)
	}
	before := Settled(d)
	after, err := edit(before)
	if err != nil {
		return d, err
	}
	return withLost(before, after), nil
}

// withLost notes in the variants of a document what an edit deleted that they name.
func withLost(before, after resume.Document) resume.Document {
	was, is := placesIn(before), placesIn(after)
	gone := map[resume.ID]bool{}
	for id := range was.at {
		if _, there := is.at[id]; !there {
			gone[id] = true
		}
	}
	if len(gone) == 0 {
		return remembered(after, is, nil)
	}
	list, _ := after.Get(variantsAt)
	for i, raw := range list.Items() {
		if _, ok := readHead(raw); !ok {
			continue
		}
		o := readOverlay(i, raw)
		changed := false
		for j := range o.entries {
			if e := &o.entries[j]; gone[e.of] && !e.lost {
				e.lost, changed = true, true
			}
		}
		if changed {
			if next, err := o.in(after); err == nil {
				after = next
			}
		}
	}
	return remembered(after, is, nil)
}

// Back takes changes out of the variant, so that there it is as the base again.
func (v *View) Back(changes ...Change) (resume.Document, error) {
	o := v.overlay
	o.entries = without(o.entries, changes)
	return v.with(v.base, o)
}

// Keep says that changes still apply though the base has changed under them.
func (v *View) Keep(changes ...Change) (resume.Document, error) {
	o := v.overlay
	o.entries = slices.Clone(o.entries)
	for i := range o.entries {
		e := &o.entries[i]
		base, ok := v.target(e)
		if !ok || e.lost || !slices.ContainsFunc(changes, func(c Change) bool { return c.key == e.key() }) {
			continue
		}
		now, _ := v.base.Get(base)
		switch {
		case e.kind == Added:
			continue
		case e.of == "" && isRow(e.at):
			now = v.rowChange(Change{}, e).Old
			e.from = memo(now)
			if e.kind == Order {
				e.from = now
			}
		case e.kind == Order:
			e.from = idList(v.idsIn(base))
		case e.of != "" && e.at == "" && now.Kind() == resume.Object:
			e.from = resume.Text(head(v.base, base))
		default:
			e.from = memo(now)
		}
	}
	return v.with(v.base, o)
}

// UseEverywhere makes changes in the base, so that the variant no longer differs there.
// The variant's view stays the same. In other variants that say something of the same,
// it is stale then.
func (v *View) UseEverywhere(changes ...Change) (resume.Document, error) {
	d := v.base
	now := *v
	for _, c := range changes {
		i := slices.IndexFunc(now.overlay.entries, func(e entry) bool { return e.key() == c.key })
		if i < 0 || now.fails[i] {
			return v.base, &resume.AddressError{Address: c.Base, Reason: "the variant doesn't differ there"}
		}
		var err error
		if d, err = now.useEverywhere(i); err != nil {
			return v.base, err
		}
		if now, err = Open(d, v.Variant.ID); err != nil {
			return v.base, err
		}
	}
	return d, nil
}

func (v *View) useEverywhere(i int) (resume.Document, error) {
	if v.overlay.entries[i].kind == Added {
		if err := v.anchor(&v.overlay.entries[i]); err != nil {
			return v.base, err
		}
	}
	e := v.overlay.entries[i]
	o := v.overlay
	if e.kind == Added {
		e.after, e.before = v.anchors(&e)
	}
	o.entries = []entry{e}
	base := viewOf(v.base, v.where, o).Document
	// What it says of what is now gone goes too; of other variants it is lost.
	is := placesIn(base)
	o = v.overlay
	o.entries = slices.Delete(slices.Clone(o.entries), i, i+1)
	o.entries = slices.DeleteFunc(o.entries, func(e entry) bool {
		_, was := v.where.at[e.of]
		_, there := is.at[e.of]
		return was && !there
	})
	return v.with(withLost(v.base, base), o)
}

// anchor notes for all that the variant added to the list of an entry what it stands
// between now: what it was put between may be gone.
func (v *View) anchor(added *entry) error {
	base, _ := v.target(added)
	list, ok := v.Address(base)
	p := v.lists[base]
	if !ok || p == nil {
		return nil
	}
	own := map[int]int{} // entries by the index of what they added
	for i := range v.overlay.entries {
		if e := &v.overlay.entries[i]; e.kind == Added && e.of == added.of && e.at == added.at {
			if at := v.ownAddress(base, e.id); at != "" && at.Parent() == list {
				own[at.Index()] = i
			}
		}
	}
	var beside []resume.Address // of the base, next to what was added
	for i, j := range p.toBase {
		_, behind := own[i-1]
		_, ahead := own[i+1]
		if j >= 0 && (behind || ahead) {
			beside = append(beside, base.Item(j))
		}
	}
	d, ids, err := v.base.IdentifyAll(beside, nil)
	if err != nil {
		return err
	}
	where := placesIn(d)
	entries := slices.Clone(v.overlay.entries)
	known := map[resume.Address]resume.ID{}
	for i, at := range beside {
		known[at] = ids[i]
	}
	idAt := func(i int) resume.ID {
		if n, ok := own[i]; ok {
			return entries[n].id
		}
		if i < 0 || i >= len(p.toBase) || p.toBase[i] < 0 {
			return ""
		}
		return known[base.Item(p.toBase[i])]
	}
	for i, n := range own {
		entries[n].after, entries[n].before = idAt(i-1), ""
		for next := i + 1; next < len(p.toBase); next++ {
			if p.toBase[next] >= 0 {
				entries[n].before = idAt(next)
				break
			}
		}
	}
	o := v.overlay
	o.entries = entries
	*v = viewOf(d, where, o)
	return nil
}

// anchors are what something that the variant added stands between in the view, of
// what the base has.
func (v *View) anchors(e *entry) (after, before resume.ID) {
	base, _ := v.target(e)
	at := v.ownAddress(base, e.id)
	p := v.lists[base]
	if at == "" || p == nil {
		return e.after, e.before
	}
	for i := at.Index() - 1; i >= 0 && after == ""; i-- {
		if j := p.toBase[i]; j >= 0 {
			after = v.ids[base.Item(j)]
		}
	}
	for i := at.Index() + 1; i < len(p.toBase) && before == ""; i++ {
		if j := p.toBase[i]; j >= 0 {
			before = v.ids[base.Item(j)]
		}
	}
	return after, before
}

// with is a document in which the variant is another one.
func (v *View) with(d resume.Document, o overlay) (resume.Document, error) {
	var err error
	if o.raw, err = rawOf(d, o.ID); err != nil {
		return v.base, err
	}
	next, err := o.in(remembered(d, placesIn(d), o.entries))
	if err != nil {
		return v.base, err
	}
	return tidied(next), nil
}

// without are entries without some. What was added behind an added one that goes
// stands behind what that stood behind.
func without(entries []entry, changes []Change) []entry {
	kept := slices.Clone(entries)
	for _, c := range changes {
		i := slices.IndexFunc(kept, func(e entry) bool { return e.key() == c.key })
		if i < 0 {
			continue
		}
		gone := kept[i]
		kept = slices.Delete(kept, i, i+1)
		if gone.kind != Added {
			continue
		}
		for j := range kept {
			e := &kept[j]
			if e.kind != Added || e.of != gone.of || e.at != gone.at {
				continue
			}
			if e.after == gone.id {
				e.after = gone.after
			}
			if e.before == gone.id {
				e.before = gone.before
			}
		}
	}
	return kept
}
