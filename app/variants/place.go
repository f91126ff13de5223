package variants

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/tr"
	"resumax/resume/variant"
	"resumax/widgets"
)

const (
	popoverWidth = 400
	popoverMost  = 320 // of its list's height
)

// ShowDifferences shows, below an object, what the variant shown and the base say at
// one place, and lets the user take one of them.
func (v *Variants) ShowDifferences(below fyne.CanvasObject, changes []variant.Change) {
	now := v.Session.Now()
	c := widgets.CanvasOf(below)
	if now.View == nil || c == nil || len(changes) == 0 {
		return
	}
	rows := widgets.NewColumn(12)
	for _, l := range compare.OfVariant(now.View, changes) {
		rows.Add(v.difference(l))
	}
	var end func()
	buttons := container.NewHBox(layout.NewSpacer())
	add := func(label string, do func()) *widgets.Button {
		b := widgets.NewButton(label, func() {
			end()
			do()
		})
		buttons.Add(b)
		return b
	}
	stale := only(changes, func(c variant.Change) bool { return c.Stale })
	first := add(all(tr.T("variants.back-to-base", "Back to base"), changes), func() { v.Session.Back(now.Variant, changes...) })
	add(all(tr.T("variants.use-everywhere", "Use everywhere"), changes), func() { v.Session.UseEverywhere(now.Variant, changes...) })
	if len(stale) > 0 {
		first = add(tr.T("variants.keep-this-wording", "Keep this wording"), func() { v.Session.Keep(now.Variant, stale...) })
		first.Importance = widget.HighImportance
	}
	rows.Resize(fyne.NewSize(popoverWidth, 10)) // lines that wrap know their height only at a width
	rows.Resize(fyne.NewSize(popoverWidth, rows.MinSize().Height))
	body := fyne.CanvasObject(rows)
	if rows.MinSize().Height > popoverMost {
		body = widgets.NewReader(container.New(layout.NewCustomPaddedLayout(0, 0, 0, scrollGutter), rows))
	}
	size := fyne.NewSize(popoverWidth, min(rows.MinSize().Height, popoverMost))
	content := container.New(layout.NewCustomPaddedLayout(10, 10, 12, 12), widgets.NewColumn(12, container.New(layout.NewGridWrapLayout(size), body), buttons))
	d := fyne.CurrentApp().Driver()
	end = widgets.ShowPopover(c, content, d.AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2))
	c.Focus(first)
}

// scrollGutter is the space that a scroll bar lies in.
const scrollGutter = 12

// all is a label for what is done with one change, or with several at once.
func all(label string, changes []variant.Change) string {
	if len(changes) > 1 {
		return tr.N("variants.all", "{{.Action}}: the {{.Count}} difference", "{{.Action}}: all {{.Count}} differences", len(changes), tr.With{"Action": label})
	}
	return label
}

func only(changes []variant.Change, is func(variant.Change) bool) (some []variant.Change) {
	for _, c := range changes {
		if is(c) {
			some = append(some, c)
		}
	}
	return some
}

// difference is what base and variant say, one below the other.
func (v *Variants) difference(l compare.Line) fyne.CanvasObject {
	column := widgets.NewColumn(3, widgets.NewStrong(tr.Place(l.Label)))
	addMade(column, l)
	column.Add(widgets.NewMuted(tr.T("variants.base", "Base")))
	column.Add(compare.Words(l, false))
	column.Add(widgets.NewMuted(tr.T("variants.this-variant", "This variant")))
	column.Add(compare.Words(l, true))
	return column
}

// addMade adds what the base said when a difference was made, if it has changed since.
func addMade(column *fyne.Container, l compare.Line) {
	if !l.Stale {
		return
	}
	text := tr.T("variants.the-base-has-changed-here", "The base has changed here since this was written.")
	if l.Made != "" {
		text = tr.T("variants.the-base-has-changed-here-since", "The base has changed here since this was written. It said: {{.Made}}", tr.With{"Made": l.Made})
	}
	warning := widgets.NewMuted(text)
	warning.SetColor(widgets.ColorWarn)
	column.Add(warning)
}
