package resume

import "slices"

// HideText shows a text of a list or hides it from print and score. That is kept in
// the list beside the list, as ids of texts are (see [Document.Identify]), and a
// hidden text has an id.
func (d Document) HideText(a Address, hidden bool) (Document, error) {
	if v, ok := d.Get(a); !ok || !isText(v) || a.Index() < 0 || !isTextList(a.Parent()) {
		return d, &AddressError{a, "no text of a list there"}
	}
	if d.TextHidden(a) == hidden {
		return d, nil
	}
	d, _, err := d.Identify(a)
	if err != nil {
		return d, err
	}
	list := a.Parent()
	holder, _ := d.Get(list.Parent())
	texts, _ := d.Get(list)
	ids, _ := companionOf(holder, list.Last())
	ids = ids.settled(texts)
	ids.lines[a.Index()].hidden = hidden
	return d.Set(list.Parent(), ids.in(holder, list.Last()))
}

// TextHidden reports whether the text of a list at an address is hidden.
func (d Document) TextHidden(a Address) bool {
	i := a.Index()
	if i < 0 || !isTextList(a.Parent()) {
		return false
	}
	holder, _ := d.Get(a.Parent().Parent())
	texts, _ := d.Get(a.Parent())
	hidden := hiddenTexts(holder, a.Parent().Last(), texts)
	return i < len(hidden) && hidden[i]
}

// HiddenTexts says of each text of the list at an address whether it is hidden; nil
// where none is.
func (d Document) HiddenTexts(list Address) []bool {
	holder, _ := d.Get(list.Parent())
	if !hasCompanion(holder, list.Last()) || !isTextList(list) {
		return nil
	}
	texts, _ := d.Get(list)
	return hiddenTexts(holder, list.Last(), texts)
}

// hiddenTexts says of each text of an object's list whether it is hidden; nil where
// none is.
func hiddenTexts(holder Value, list string, texts Value) []bool {
	if !hasCompanion(holder, list) {
		return nil
	}
	ids, ours := companionOf(holder, list)
	if !ours || !slices.ContainsFunc(ids.lines, func(l line) bool { return l.hidden }) {
		return nil
	}
	hidden := make([]bool, len(texts.Items()))
	ids.settledAs(texts, func(i int, l line, _ bool) { hidden[i] = l.hidden })
	return hidden
}

// withoutHiddenTexts is the item at an address without its hidden texts.
func withoutHiddenTexts(a Address, item Value) Value {
	eachCompanion(a, item, func(list Address, texts Value, _ companion) {
		hidden := hiddenTexts(item, list.Last(), texts)
		if hidden == nil {
			return
		}
		var kept []Value
		to := make([]int, len(hidden))
		for i, v := range texts.Items() {
			if to[i] = -1; !hidden[i] {
				to[i] = len(kept)
				kept = append(kept, v)
			}
		}
		if now, err := set(item, a, []string{list.Last()}, List(kept...), func(i int) int { return to[i] }); err == nil {
			item = now
		}
	})
	return item
}

// hidings says of each text with an id whether it is hidden.
func (d Document) hidings() map[ID]bool {
	all := map[ID]bool{}
	d.eachItem(func(a Address, item Value) {
		eachCompanion(a, item, func(_ Address, texts Value, ids companion) {
			ids.settledAs(texts, func(_ int, l line, _ bool) {
				if l.id != "" {
					all[l.id] = l.hidden
				}
			})
		})
	})
	return all
}
