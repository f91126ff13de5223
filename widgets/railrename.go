package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// railName is the field in which a row of a [RailList] is renamed, in place of its title.
type railName struct {
	*TextField
	rail *RailList
	id   string // of the row, "" while the field is hidden

	tapped string // the row tapped last, and when, for double taps
	when   time.Time
}

func newRailName(l *RailList) *railName {
	n := &railName{TextField: NewTextField(""), rail: l}
	n.OnSubmitted = func(string) { n.end(true, true) }
	n.OnFocusLost = func() { n.end(true, false) }
	n.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyEscape {
			return false
		}
		n.end(false, true)
		return true
	}
	n.Hide()
	return n
}

// twice reports whether a tap on a row is the second in a moment.
func (n *railName) twice(id string) bool { return n.tapped == id && time.Since(n.when) < doubleTap }

// tap notes a tap on a row, once the row has been shown: that may take a while.
func (n *railName) tap(id string) { n.tapped, n.when = id, time.Now() }

// end hides the field, and keeps what was typed if that is wanted. The list takes the focus back.
func (n *railName) end(keep, focus bool) {
	id, title := n.id, strings.TrimSpace(n.Text)
	if id == "" {
		return
	}
	n.id = ""
	n.Hide()
	if c := fyne.CurrentApp().Driver().CanvasForObject(n.rail); c != nil && focus {
		c.Focus(n.rail)
	}
	if i := n.rail.index(id); keep && i >= 0 && n.rail.items[i].Title != title {
		n.rail.OnRename(id, title)
	}
	n.rail.Refresh()
}

// place puts the field over its row.
func (n *railName) place() {
	if i := n.rail.index(n.id); i >= 0 {
		row := n.rail.rows[i]
		n.Resize(fyne.NewSize(row.Size().Width, n.MinSize().Height))
		n.Move(row.Position().AddXY(0, (row.Size().Height-n.MinSize().Height)/2))
	}
}

// Rename lets the user rename a row in place. Enter keeps the name, Escape does not.
func (l *RailList) Rename(id string) {
	i, c := l.index(id), fyne.CurrentApp().Driver().CanvasForObject(l)
	if i < 0 || l.items[i].Fixed || l.OnRename == nil || c == nil {
		return
	}
	l.name.end(true, false)
	l.name.id = id
	l.name.SetTextQuiet(l.items[i].Title)
	l.name.Show()
	l.name.place()
	l.Refresh()
	c.Focus(l.name.TextField)
	l.name.SelectRange(0, len([]rune(l.name.Text)))
}
