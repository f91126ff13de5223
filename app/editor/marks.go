package editor

import (
	"fyne.io/fyne/v2"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// differences are where the variant shown differs from the base.
type differences struct {
	markers   map[resume.Address]*widgets.Marker  // where it may, on the form
	differing map[resume.Address][]variant.Change // by the addresses of their markers
	last      session.Snapshot                    // that the form has followed
}

// marker makes the sign that shows whether the variant differs from the base at an
// address. There are none while the base is shown: it is nil then.
func (e *Editor) marker(at resume.Address, skipTab bool) *widgets.Marker {
	if e.session.Now().View == nil {
		return nil
	}
	m := widgets.NewMarker(func() { e.showDifferences(at) })
	m.SkipTab = skipTab
	e.markers[at] = m
	return m
}

// followMarkers shows in what the variant differs. A change is shown at the nearest
// marker: its field's, else that of the list, of the entry, of the section.
func (e *Editor) followMarkers(s session.Snapshot) {
	clear(e.differing)
	for _, c := range s.Changes {
		if at, ok := e.markerOf(s, c); ok {
			e.differing[at] = append(e.differing[at], c)
		}
	}
	for at, m := range e.markers {
		m.Set(signOf(e.differing[at]))
	}
}

func (e *Editor) markerOf(s session.Snapshot, c variant.Change) (resume.Address, bool) {
	if s.SectionOf(c) != e.section {
		return "", false
	}
	at := c.Address
	if at.Within(resume.Settings) {
		at = e.at(e.section)
	}
	for ; ; at = at.Parent() {
		if _, ok := e.markers[at]; ok || at == resume.Root {
			return at, ok
		}
	}
}

// signOf is the sign for some changes of a variant, and what it says.
func signOf(changes []variant.Change) (widgets.MarkerKind, string) {
	if len(changes) == 0 {
		return widgets.MarkerNone, ""
	}
	for _, c := range changes {
		if c.Stale {
			return widgets.MarkerLoud, tr.T("editor.the-base-has-changed", "The base has changed here since")
		}
	}
	if n := len(changes); n > 1 {
		return widgets.MarkerQuiet, tr.N("editor.differences-from-the-base", "{{.Count}} difference from the base", "{{.Count}} differences from the base", n)
	}
	text := tr.T("editor.differs-from-the-base", "Differs from the base")
	switch c := changes[0]; {
	case c.Kind == variant.Added, c.Kind == variant.Other && c.Old.IsNull():
		text = tr.T("editor.only-in-this-variant", "Only in this variant")
	case c.Kind == variant.Hidden && c.New.True():
		text = tr.T("editor.hidden-in-this-variant", "Hidden in this variant")
	case c.Kind == variant.Hidden:
		text = tr.T("editor.shown-in-this-variant", "Shown in this variant, hidden in the base")
	case c.Kind == variant.Removed:
		text = tr.T("editor.something-of-the-base", "Something of the base is left out here")
	case c.Kind == variant.Order:
		text = tr.T("editor.in-another-order-than", "In another order than in the base")
	}
	return widgets.MarkerQuiet, text
}

// showDifferences shows what the marker at an address stands for.
func (e *Editor) showDifferences(at resume.Address) {
	if changes := e.differing[at]; len(changes) > 0 && e.services.Differences != nil {
		e.services.Differences(e.markers[at], changes)
	}
}

// ShowDifference shows in what the variant differs at the field with the focus, or
// around it, and reports whether it does.
func (e *Editor) ShowDifference() bool {
	for at := e.session.Focus(); at != resume.Root; at = at.Parent() {
		if len(e.differing[at]) > 0 {
			e.showDifferences(at)
			return true
		}
	}
	at := e.at(e.section)
	e.showDifferences(at)
	return len(e.differing[at]) > 0
}

// followOpen keeps those entries open that were, where another variant has them at
// other places.
func (e *Editor) followOpen(from, to session.Snapshot) {
	for key, i := range e.open {
		sec, ok := from.Resume.Section(key)
		if !ok || i < 0 {
			continue
		}
		if at, ok := between(from, to, sec.Address.Item(i)); ok {
			e.open[key] = at.Index()
		} else {
			delete(e.open, key)
		}
	}
}

// between is where something of one variant is in another one.
func between(from, to session.Snapshot, at resume.Address) (resume.Address, bool) {
	ok := true
	if from.View != nil {
		at, ok = from.View.BaseAddress(at)
	}
	if ok && to.View != nil {
		at, ok = to.View.Address(at)
	}
	return at, ok
}

// hideLabel is what a menu or a button calls hiding something, or showing it.
func (e *Editor) hideLabel(what string, hidden bool) string {
	label := tr.T("editor.hide-2", "Hide")
	switch {
	case what == "" && hidden:
		label = tr.T("editor.show-2", "Show")
	case hidden:
		label = tr.T("editor.show", "Show {{.What}}", tr.With{"What": what})
	case what != "":
		label = tr.T("editor.hide", "Hide {{.What}}", tr.With{"What": what})
	}
	if e.session.Now().View != nil {
		label = tr.T("editor.in-this-variant", "{{.Action}} in this variant", tr.With{"Action": label})
	}
	return label
}

// hideBullet hides a text of a list, or shows it.
func (e *Editor) hideBullet(at resume.Address, hide bool) {
	label := tr.T("editor.show", "Show {{.What}}", tr.With{"What": e.itemName(at.Parent())})
	if hide {
		label = tr.T("editor.hide", "Hide {{.What}}", tr.With{"What": e.itemName(at.Parent())})
	}
	e.session.Edit(label, at, func(d resume.Document) (resume.Document, error) { return d.HideText(at, hide) })
}

// ToggleHidden hides the bullet or the entry with the focus, or shows it.
func (e *Editor) ToggleHidden() {
	at, ok := e.target()
	if !ok {
		return
	}
	d := e.session.Now().Document
	if e.isItem(at) {
		hidden, _ := d.Get(at.Child("hidden"))
		e.hideItem(at, !hidden.True())
		return
	}
	e.hideBullet(at, !d.TextHidden(at))
}

// dimmed is what a hidden bullet is written in: dim, and in italics.
func dimmed(entry *widgets.TextField, o fyne.CanvasObject) fyne.CanvasObject {
	entry.TextStyle.Italic = true
	return &fyne.Container{Layout: cover{}, Objects: []fyne.CanvasObject{o, widgets.NewVeil()}}
}

// cover lays all objects over the first one.
type cover struct{}

// Layout implements fyne.Layout.
func (cover) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (cover) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
