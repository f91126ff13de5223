package sidebar

import (
	"fyne.io/fyne/v2"

	"resumax/widgets"
)

// fold is a part of the pane that is closed until it is asked for.
type fold struct {
	head *widgets.Disclosure
	body fyne.CanvasObject
	root *fyne.Container
}

func newFold(title string, body fyne.CanvasObject) *fold {
	f := &fold{body: body}
	f.head = widgets.NewDisclosure(false, func() { f.open(!f.head.Open()) })
	f.head.SetText(widgets.DisclosureText{Title: title, Muted: true})
	f.root = widgets.NewColumn(4, f.head, inset(body, 4, 8))
	f.open(false)
	return f
}

func (f *fold) open(on bool) {
	f.head.SetOpen(on)
	f.root.Objects[1].(*fyne.Container).Hidden = !on
	f.root.Refresh()
}

// note shows what is inside in a word, such as "12 of 20".
func (f *fold) note(title, text string) {
	f.head.SetText(widgets.DisclosureText{Title: title, Aside: text, Muted: true})
}

func (f *fold) show(on bool) { f.root.Hidden = !on }
