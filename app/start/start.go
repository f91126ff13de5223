// Package start is the screen shown while no project is open: recent files, and the
// roles to start from.
package start

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/thumbnails"
	"resumax/app/tr"
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
	Sample   func() // opens the sample of everything
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
	about    *widgets.Label
	recent   *fyne.Container
	files    *fyne.Container
	more     *widgets.Button
	moreRow  *fyne.Container
	bring    *widgets.BigButton
	sample   *widgets.BigButton // while no project is open
	back     *widgets.BigButton
	all      bool // recent files are shown, not the newest few alone
	scale    float32
	painted  bool // pictures were asked for
	root     fyne.CanvasObject
}

// fewFiles is how many files are shown before "Show all": one row of a wide window.
const fewFiles = 4

// What the program is, in a line, and for someone new to it what to do first.
func aboutFirst() string {
	return tr.T("start.bring-a-resume-you", "Bring a resume you have, start blank, or pick your role below for an example, its keywords and advice.")
}

func aboutProgram() string {
	return tr.T("start.write-in-sections-and", "Write in sections, and watch the printed page and a recruiter's score as you type.")
}

// New makes the screen around the gallery of roles.
func New(services Services, roles Roles) *Start {
	s := &Start{services: services, gallery: roles, recent: widgets.NewTileGrid(244, 12), scale: 1, about: widgets.NewLabel("")}
	s.bring = widgets.NewBigButton(theme.FolderOpenIcon(), tr.T("start.bring-the-resume-you", "Bring the resume you have"), tr.T("start.pdf-word-odt-web", "PDF, Word, ODT, web page, LinkedIn, ResuMax… Choose it, or drop it here."), true, services.Open)
	blank := widgets.NewBigButton(theme.DocumentCreateIcon(), tr.T("start.blank-resume", "Blank resume"), tr.T("start.start-from-an-empty", "Start from an empty page"), false, services.Blank)
	s.back = widgets.NewBigButton(theme.NavigateBackIcon(), "", tr.T("start.keep-editing", "Keep editing"), false, nil)
	s.back.Hide()
	s.more = widgets.NewButton("", func() {
		s.all = !s.all
		s.Refresh()
	})
	s.more.Importance = widget.LowImportance
	s.moreRow = container.NewHBox(s.more)
	s.files = widgets.NewColumn(12, widgets.NewHeading(tr.T("start.recent-files", "Recent files")), s.recent, s.moreRow)

	s.sample = widgets.NewBigButton(theme.VisibilityIcon(), tr.T("start.open-the-sample", "Open the sample"), tr.T("start.about-the-sample", "A resume, a job posting, a letter and more, to play with"), false, services.Sample)
	head := widgets.NewColumn(16, widgets.NewColumn(4, widgets.NewTitle("ResuMax"), s.about), container.New(&row{maxWidth: 384, minWidth: 250, gap: 12}, s.bring, blank, s.sample, s.back))
	body := widgets.NewColumn(28, head, s.files, roles.Object(),
		widgets.NewMuted(tr.T("start.resumax-keeps-your-resume", "ResuMax keeps your resume as a JSON Resume file of yours. Everything stays on this computer.")))
	s.root = container.NewVScroll(container.New(&centered{maxWidth: 1560, margin: 32}, body))
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Start) Object() fyne.CanvasObject { return s.root }

// SetPrimary says whether the button to bring a resume is the screen's primary one: another
// one is while a search has no role.
func (s *Start) SetPrimary(on bool) { s.bring.SetPrimary(on) }

// SetBack shows a button back to the open project; "" hides it.
func (s *Start) SetBack(name string, back func()) {
	s.back.SetTitle(tr.T("start.back-to", "Back to {{.Name}}", tr.With{"Name": name}))
	s.back.OnTapped = back
	s.back.Hidden, s.sample.Hidden = name == "", name != ""
	s.back.Refresh()
	s.sample.Refresh()
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
	s.about.SetText(aboutProgram())
	if len(paths) == 0 {
		s.about.SetText(aboutProgram() + "\n" + aboutFirst())
	}
	s.moreRow.Hidden = len(paths) <= fewFiles
	s.more.SetText(tr.N("start.show-all", "Show all {{.Count}}", "Show all {{.Count}}", len(paths)))
	if s.all {
		s.more.SetText(tr.T("start.show-fewer", "Show fewer"))
	}
	s.files.Refresh()
	s.gallery.Refresh()
}

// fileCard is a card for a file. The file is read off the UI goroutine: a network
// disk may be slow.
func (s *Start) fileCard(path string) fyne.CanvasObject {
	folder := abbreviated(filepath.Dir(path))
	c := widgets.NewPageCard(filepath.Base(path), folder+"\n", func() { s.services.OpenFile(path) })
	c.SetAction(widgets.NewIconButton(theme.ContentClearIcon(), tr.T("start.remove-from-list", "Remove from list"), func() {
		s.services.Forget(path)
		s.Refresh()
	}))
	painted, scale := s.painted, s.scale
	s.services.Threads.Async(func() {
		info, err := os.Stat(path)
		s.services.Threads.Post(func() {
			if err != nil {
				c.SetMissing(tr.T("start.not-found", "{{.Folder}}\nNot found", tr.With{"Folder": folder}))
				return
			}
			c.SetDetail(folder + "\n" + tr.Day(info.ModTime()))
			if painted {
				as := fmt.Sprintf("file %s %d %d", path, info.ModTime().UnixNano(), info.Size())
				s.services.Pictures.Picture(as, int(widgets.CardPicture*scale+0.5), func() *resume.Resume { return s.services.Load(path) }, c.SetPicture)
			}
		})
	})
	return c
}

// abbreviated is a folder with "~" for the home folder, which nobody writes so on Windows.
func abbreviated(folder string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	return abbreviatedOn(runtime.GOOS, folder, home)
}

func abbreviatedOn(system, folder, home string) string {
	switch rest, within := strings.CutPrefix(folder, home); {
	case home == "" || home == "/":
		return folder
	case folder == home:
		return tr.T("start.home-folder", "Home folder")
	case within && system != "windows" && strings.HasPrefix(rest, "/"):
		return "~" + rest
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

// row lays out buttons of equal width side by side, or below each other where they would
// be too narrow.
type row struct {
	maxWidth, minWidth, gap float32
	width                   float32 // of the last layout
}

func (l *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects)
}

func (l *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.minWidth, l.place(objects))
}

// place lays out the visible objects and returns their height.
func (l *row) place(objects []fyne.CanvasObject) (height float32) {
	shown := slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
	n := float32(len(shown))
	each := min(l.maxWidth, (l.width-l.gap*(n-1))/n)
	below := each < l.minWidth
	if below {
		each = max(l.minWidth, l.width)
	}
	var tallest float32
	for _, o := range shown {
		o.Resize(fyne.NewSize(each, o.Size().Height))
		tallest = max(tallest, o.MinSize().Height)
	}
	var at fyne.Position
	for _, o := range shown {
		o.Resize(fyne.NewSize(each, tallest))
		o.Move(at)
		height = at.Y + tallest
		if below {
			at.Y += tallest + l.gap
		} else {
			at.X += each + l.gap
		}
	}
	return height
}
