// Package start is the screen that is shown while no project is open: the files
// that were open before, and the roles to begin from.
package start

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/role"
	"resumax/widgets"
)

// Services are what the start screen needs of the application around it.
type Services struct {
	Recent   func() []string // paths, the newest first
	Forget   func(path string)
	OpenFile func(path string)
	Open     func() // lets the user choose a file
	Empty    func() // begins an empty resume
	FromRole func(pack *role.Pack, sample bool)
}

// Start is the screen.
type Start struct {
	services Services
	recent   *fyne.Container
	root     fyne.CanvasObject
}

// New makes the screen.
func New(services Services) *Start {
	s := &Start{services: services, recent: widgets.NewColumn(2)}
	begin := widgets.NewColumn(12, widgets.NewStrong("Begin from a role"))
	for _, p := range role.All() {
		begin.Add(s.roleCard(p))
	}
	begin.Add(s.emptyCard())

	open := widget.NewButtonWithIcon("Open a file…", theme.FolderOpenIcon(), services.Open)
	files := widgets.NewColumn(12, widgets.NewStrong("Your files"), s.recent, container.NewHBox(open),
		widgets.NewMuted("ResuMax reads and writes JSON Resume. A file dropped on this window is opened too. Everything stays on this computer."))

	head := widgets.NewColumn(4,
		widgets.NewTitle("ResuMax"),
		widgets.NewLabel("Write by section beside the page that will print, and see what a recruiter would say."))
	columns := container.New(&twoColumns{gap: 40, most: 980}, begin, files)
	body := widgets.NewColumn(28, head, columns)
	s.root = container.NewVScroll(container.New(&centred{most: 980, margin: 40}, body))
	s.Refresh()
	return s
}

// Object is what to put into the window.
func (s *Start) Object() fyne.CanvasObject { return s.root }

// Refresh shows the recent files as they are now.
func (s *Start) Refresh() {
	s.recent.RemoveAll()
	for _, path := range s.services.Recent() {
		s.recent.Add(s.recentRow(path))
	}
	if len(s.recent.Objects) == 0 {
		s.recent.Add(widgets.NewMuted("Files you open or save appear here."))
	}
	s.recent.Refresh()
}

func (s *Start) recentRow(path string) fyne.CanvasObject {
	forget := widgets.NewIconButton(theme.ContentClearIcon(), "Take off this list", func() {
		s.services.Forget(path)
		s.Refresh()
	})
	where := abbreviated(filepath.Dir(path))
	if _, err := os.Stat(path); err != nil {
		where += " · not there any more"
	}
	r := widgets.NewActionRow("", filepath.Base(path), where, forget)
	r.OnTapped = func() { s.services.OpenFile(path) }
	return r
}

// abbreviated is a folder with the user's home written as "~".
func abbreviated(folder string) string {
	home, err := os.UserHomeDir()
	if err == nil && home != "" && home != "/" && strings.HasPrefix(folder, home) {
		return "~" + strings.TrimPrefix(folder, home)
	}
	return folder
}

func (s *Start) roleCard(p *role.Pack) fyne.CanvasObject {
	sample := widget.NewButton("With sample content", func() { s.services.FromRole(p, true) })
	sample.Importance = widget.HighImportance
	empty := widget.NewButton("Empty, with prompts", func() { s.services.FromRole(p, false) })
	also := ""
	if len(p.Titles) > 0 {
		also = "Also: " + strings.Join(p.Titles[:min(4, len(p.Titles))], ", ")
	}
	return widgets.NewCard(container.New(layout.NewCustomPaddedLayout(14, 14, 16, 16), widgets.NewColumn(8,
		widgets.NewStrong(p.Name),
		widgets.NewMuted(also),
		container.NewHBox(sample, empty))))
}

func (s *Start) emptyCard() fyne.CanvasObject {
	return widgets.NewCard(container.New(layout.NewCustomPaddedLayout(14, 14, 16, 16), widgets.NewColumn(8,
		widgets.NewStrong("No role"),
		widgets.NewMuted("An empty resume. A role can be chosen later; it adds advice and scoring, and changes no words."),
		container.NewHBox(widget.NewButton("Empty resume", s.services.Empty)))))
}

// twoColumns sets two objects side by side, three parts to two, or one below
// the other where there is little room.
type twoColumns struct {
	gap, most float32
	width     float32
}

const oneColumnBelow = 640

func (l *twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width < oneColumnBelow {
		y := float32(0)
		for _, o := range objects {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
			h := o.MinSize().Height
			o.Resize(fyne.NewSize(size.Width, h))
			o.Move(fyne.NewPos(0, y))
			y += h + l.gap
		}
		return
	}
	left := (size.Width - l.gap) * 3 / 5
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-l.gap-left, size.Height))
	objects[1].Move(fyne.NewPos(left+l.gap, 0))
}

func (l *twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.width < oneColumnBelow {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+l.gap+b.Height)
	}
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
}

// centred sets an object in the middle, no wider than most.
type centred struct{ most, margin float32 }

func (l *centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(l.most, size.Width-2*l.margin)
	for _, o := range objects {
		o.Resize(fyne.NewSize(w, size.Height-2*l.margin))
		o.Move(fyne.NewPos((size.Width-w)/2, l.margin))
	}
}

func (l *centred) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.Add(fyne.NewSize(2*l.margin, 2*l.margin))
}
