package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/widgets"
)

// functionKey answers the keys that Fyne has no shortcut for.
func (w *window) functionKey(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyEscape:
		switch {
		case w.stage.Content() == w.rolePage.Object():
			w.leaveRole()
		case w.behind:
			w.returnToProject()
		default:
			return false
		}
	case fyne.KeyF8:
		w.menus.open(w.toggleDesigner)()
	case fyne.KeyF9:
		w.menus.open(w.togglePage)()
	case fyne.KeyF10:
		w.menus.open(w.toggleScore)()
	default:
		return false
	}
	return true
}

// helpLine is a key or a mark and what it does.
type helpLine struct{ key, does string }

var keys = []helpLine{
	{"Enter", "in a bullet: begin the next one, or part it in two"},
	{"Backspace", "at a bullet's beginning: join it to the one before"},
	{"Alt Up, Alt Down", "move the bullet or entry you are in"},
	{"Alt Shift Up, Down", "move the whole entry"},
	{"Ctrl Enter", "add an entry to the section"},
	{"Ctrl D", "duplicate the bullet or entry"},
	{"Ctrl Shift Backspace", "delete the bullet or entry"},
	{"Ctrl Page Up, Down", "go to the section before or after"},
	{"Ctrl Z, Ctrl Shift Z", "undo and redo, whatever it was"},
	{"Ctrl F", "find a text in the resume"},
	{"Ctrl +, Ctrl -, Ctrl 0", "larger, smaller, actual size of the page"},
	{"Ctrl R", "what a hiring system reads on your pages"},
	{"F8", "change the design, or go back to the text"},
	{"F9, F10", "show or hide the page, the score"},
}

var marks = []helpLine{
	{"**bold**", "Ctrl B around what is selected"},
	{"*italic*", "Ctrl I"},
	{"[text](address)", "Ctrl K, a link"},
	{"Mar 2021", "dates may also be 03/2021, 2021-03, 2021 or “present”"},
	{"[how many?]", "a question to you; no export before it is answered"},
}

func (w *window) showKeys() {
	if !w.isFree() {
		return
	}
	w.showHelp("Keys and marks",
		widgets.NewStrong("Keys"), helpTable(keys),
		widgets.NewStrong("Marks in texts"), helpTable(marks),
		widgets.NewMuted("Drag the dots at the left of a bullet or an entry to move it. A click on the page leads to the field it was written in; a click on a finding does too."))
}

func helpTable(lines []helpLine) fyne.CanvasObject {
	grid := container.New(layout.NewFormLayout())
	for _, l := range lines {
		grid.Add(widget.NewLabelWithStyle(l.key, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		grid.Add(widget.NewLabel(l.does))
	}
	return grid
}

func (w *window) showScoreHelp() {
	if !w.isFree() {
		return
	}
	w.showHelp("What the score means",
		widgets.NewLabel("Every resume begins at 100. Each finding takes away the points that it names, and nothing else does. So the list of findings is the whole reason for the score, and the number before a finding is what the score gains when you act on it."),
		widgets.NewLabel("Most weight lies on results that are backed by numbers, because readers of resumes look for them first. Then come how well it fits the role, how specific it is, how it is written, its structure, its length and its correctness."),
		widgets.NewLabel("The score is computed on this computer by fixed rules: the same resume gives the same score, always. Your name, school, employers, photo and address change nothing."),
		widgets.NewLabel("It is read for a role and a level of experience. Until you choose the role, it is the one that the resume's titles and terms tell. The level counts the years of all dated work: choose another one if the earlier years were in a trade of another kind."),
		widgets.NewLabel("It says how well the resume is written for its role. It does not say who will be invited, and it does not outwit any hiring system. Nobody can promise that."))
}

func (w *window) showAbout() {
	if !w.isFree() {
		return
	}
	w.showHelp("ResuMax "+w.version,
		widgets.NewLabel("A resume editor that shows the page as it prints and scores it while you write."),
		widgets.NewLabel("Your files are plain JSON Resume on your own disk. The program has no network code: nothing is sent, nothing is fetched."),
		widgets.NewMuted("MIT licence. Fonts under the SIL Open Font License."))
}

func (w *window) showHelp(title string, parts ...fyne.CanvasObject) {
	body := widgets.NewColumn(10, parts...)
	body.Resize(fyne.NewSize(helpWidth, 10))
	scroll := container.NewVScroll(body)
	height := min(body.MinSize().Height, w.win.Canvas().Size().Height-190)
	scroll.SetMinSize(fyne.NewSize(helpWidth, height))
	var d *widgets.Modal
	ok := widget.NewButton("Close", func() { d.Close() })
	ok.Importance = widget.HighImportance
	d = w.modal(widgets.NewColumn(12, widgets.NewHeading(title), scroll, container.NewHBox(layout.NewSpacer(), ok)), func() { d.Close() })
}

const helpWidth = 520
