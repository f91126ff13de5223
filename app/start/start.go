// Package start is the screen shown while no project is open: recent files, and the
// roles to start from.
package start

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/thumbnails"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the start screen needs from the window.
type Services struct {
	Recent   func() []string // paths, the newest first
	Forget   func(path string)
	OpenFile func(path string)
	Open     func() // asks for a file
	Blank    func() // starts a blank resume
	Load     func(path string) *resume.Resume
	Pictures *thumbnails.Maker
	Threads  session.Threads
}

// Roles is the gallery of roles, as the screen needs it.
type Roles interface {
	Object() fyne.CanvasObject
	Paint(scale float32)
	Refresh()
}

// Start is the screen.
type Start struct {
	services Services
	gallery  Roles
	recent   *fyne.Container
	files    *fyne.Container
	more     *widgets.Button
	back     *widgets.Button
	all      bool // recent files are shown, not the newest few alone
	scale    float32
	painted  bool // pictures were asked for
	root     fyne.CanvasObject
}

// fewFiles is how many files are shown before "Show all": one row of a wide window.
const fewFiles = 4

// New makes the screen around the gallery of roles.
func New(services Services, roles Roles) *Start {
	s := &Start{services: services, gallery: roles, recent: widgets.NewTileGrid(244, 10), scale: 1}
	open := widgets.NewButton("Open file…", services.Open)
	open.Icon = theme.FolderOpenIcon()
	blank := widgets.NewButton("Blank resume", services.Blank)
	blank.Icon = theme.DocumentCreateIcon()
	s.more = widgets.NewButton("", func() {
		s.all = !s.all
		s.Refresh()
	})
	s.more.Importance = widget.LowImportance
	s.back = widgets.NewButton("", nil)
	s.back.Icon = theme.NavigateBackIcon()
	s.back.Hide()
	s.files = widgets.NewColumn(10, widgets.NewStrong("Recent files"), s.recent, container.NewHBox(s.more))

	head := widgets.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(s.back, blank, open)), widgets.NewColumn(4,
		widgets.NewTitle("ResuMax"),
		widgets.NewLabel("Write by section beside the printed page and a recruiter's score.")))
	body := widgets.NewColumn(26, head, s.files, roles.Object(),
		widgets.NewMuted("ResuMax reads and writes JSON Resume. You can also drop a file on this window. Everything stays on this computer."))
	s.root = container.NewVScroll(container.New(&centered{maxWidth: 1180, margin: 36}, body))
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Start) Object() fyne.CanvasObject { return s.root }

// SetBack shows a button back to the open project; "" hides it.
func (s *Start) SetBack(name string, back func()) {
	s.back.SetText("Back to " + name)
	s.back.OnTapped = back
	s.back.Hidden = name == ""
	s.back.Refresh()
}

// Paint requests the pictures. Scale is the screen's pixels per Fyne unit.
func (s *Start) Paint(scale float32) {
	s.scale, s.painted = scale, true
	s.Refresh()
	s.gallery.Paint(scale)
}

// Refresh updates recent files and roles.
func (s *Start) Refresh() {
	s.recent.RemoveAll()
	paths := s.services.Recent()
	for i, path := range paths {
		if i < fewFiles || s.all {
			s.recent.Add(s.fileCard(path))
		}
	}
	s.files.Hidden = len(paths) == 0
	s.more.Hidden = len(paths) <= fewFiles
	s.more.SetText(fmt.Sprintf("Show all %d", len(paths)))
	if s.all {
		s.more.SetText("Show fewer")
	}
	s.files.Refresh()
	s.gallery.Refresh()
}

// fileCard is a card for a file. The file is read off the UI goroutine: a network
// disk may be slow.
func (s *Start) fileCard(path string) fyne.CanvasObject {
	folder := abbreviated(filepath.Dir(path))
	c := widgets.NewPageCard(filepath.Base(path), folder+"\n", func() { s.services.OpenFile(path) })
	c.SetAction(widgets.NewIconButton(theme.ContentClearIcon(), "Remove from list", func() {
		s.services.Forget(path)
		s.Refresh()
	}))
	painted, scale := s.painted, s.scale
	s.services.Threads.Async(func() {
		info, err := os.Stat(path)
		s.services.Threads.Post(func() {
			if err != nil {
				c.SetDetail(folder + "\nnot found")
				return
			}
			c.SetDetail(folder + "\n" + info.ModTime().Format("Jan 2, 2006"))
			if painted {
				as := fmt.Sprintf("file %s %d %d", path, info.ModTime().UnixNano(), info.Size())
				s.services.Pictures.Picture(as, int(widgets.CardPicture*scale+0.5), func() *resume.Resume { return s.services.Load(path) }, c.SetPicture)
			}
		})
	})
	return c
}

// abbreviated is a folder with "~" for the home folder.
func abbreviated(folder string) string {
	home, err := os.UserHomeDir()
	if err == nil && home != "" && home != "/" && strings.HasPrefix(folder, home) {
		return "~" + strings.TrimPrefix(folder, home)
	}
	return folder
}

// centered centers an object of a limited width.
type centered struct{ maxWidth, margin float32 }

func (l *centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(l.maxWidth, size.Width-2*l.margin)
	for _, o := range objects {
		o.Resize(fyne.NewSize(w, size.Height-2*l.margin))
		o.Move(fyne.NewPos((size.Width-w)/2, l.margin))
	}
}

func (l *centered) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.Add(fyne.NewSize(2*l.margin, 2*l.margin))
}
