package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Tab is one of the contents of [Tabs].
type Tab struct {
	Name    string
	Content fyne.CanvasObject
}

// Tabs shows one of several contents at a time, below the names of all. Unlike those of Fyne's tabs, the names are reached
// by Tab, and Left and Right go through them.
type Tabs struct {
	names *Segments
	tabs  []Tab
	row   *fyne.Container // the names, and what is at the right of them
	root  *fyne.Container
}

// NewTabs returns tabs of which the first is shown. The inset is the space at the left of the names, in Fyne's units.
func NewTabs(inset float32, tabs ...Tab) *Tabs {
	names := make([]string, len(tabs))
	stack := container.NewStack()
	for i, t := range tabs {
		names[i] = t.Name
		stack.Add(t.Content)
	}
	t := &Tabs{names: NewSegments(names...), tabs: tabs}
	t.names.OnSelected = t.show
	t.row = container.NewHBox(t.names)
	t.root = NewBorder(container.New(layout.NewCustomPaddedLayout(8, 6, inset, inset), t.row), nil, nil, nil, stack)
	t.Select(0)
	return t
}

// Object is the container of the names and contents.
func (t *Tabs) Object() fyne.CanvasObject { return t.root }

// SetAction puts a control at the right of the names.
func (t *Tabs) SetAction(o fyne.CanvasObject) {
	t.row.Objects = []fyne.CanvasObject{t.names, layout.NewSpacer(), container.NewCenter(o)}
}

// Select shows the i-th content.
func (t *Tabs) Select(i int) {
	t.names.Select(i)
	t.show(i)
}

// Selected is the index of the content shown.
func (t *Tabs) Selected() int { return t.names.Selected() }

func (t *Tabs) show(i int) {
	for n, tab := range t.tabs {
		if n == i {
			tab.Content.Show()
		} else {
			tab.Content.Hide()
		}
	}
}
