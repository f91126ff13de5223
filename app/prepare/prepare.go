// Package prepare is the mode in which one prepares for an interview: the questions that the
// resume raises, practiced one at a time; stories; the numbers with their defense; and what was
// asked in real interviews.
package prepare

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/preparing"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/interview/prep"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the mode needs from the window.
type Services struct {
	Shell     *shell.Shell
	Preparing *preparing.Preparing
	Today     func() time.Time
	Show      func(resume.Address) // marks a place of the resume on the page, "" none
	Look      func(resume.Address) // does so, and opens the page where it is folded
	Edit      func(resume.Address) // shows it in the editor
	Write     func()               // leads to the editor
	Tailor    func()               // leads to where postings are added
	Brief     func()               // shows the brief for the day, to be printed
	List      func()               // shows the list of all cards
	Why       func()               // explains why this works
	OnKey     func(*fyne.KeyEvent) bool
}

// The views of the mode, in the order of the switch.
const (
	viewCards = iota
	viewStories
	viewNumbers
	viewDebriefs
)

// view is one list with what is shown of its items.
type view interface {
	filters() fyne.CanvasObject // above the list, nil for none
	rows() []item
	selected() string // the key of the item that is shown
	show(key string)  // shows an item, "" for what is shown where there is none
	content() fyne.CanvasObject
}

// item is a row of a list.
type item struct {
	key  string
	text widgets.QuestionText
}

// Pane is the mode: a list, and what is shown of an item. The window puts the page beside them.
type Pane struct {
	session  *session.Session
	services Services

	head     *head
	choice   *widgets.Segments
	views    []view
	above    *fyne.Container // the filters
	list     *widgets.List
	items    []item
	row      int  // that the arrow keys go on from
	quiet    bool // the list is being changed by the program
	left     fyne.CanvasObject
	middle   *fyne.Container
	practice *practice
	report   *preparing.Report
}

// New makes the mode.
func New(s *session.Session, services Services) *Pane {
	p := &Pane{session: s, services: services, above: container.NewStack(), middle: container.NewStack()}
	p.head = newHead(p)
	p.practice = newPractice(p)
	p.views = []view{newCards(p), newStories(p), newNumbers(p), newDebriefs(p)}
	p.choice = widgets.NewSegments(tr.T("prepare.questions", "Questions"), tr.T("prepare.stories", "Stories"), tr.T("prepare.numbers", "Numbers"), tr.T("prepare.debrief", "Debrief"))
	p.choice.Select(viewCards)
	p.choice.OnSelected = func(int) { p.switched() }
	p.list = widgets.NewList(func() int { return len(p.items) },
		func() fyne.CanvasObject { return widgets.NewQuestionRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if i < len(p.items) {
				o.(*widgets.QuestionRow).SetText(p.items[i].text)
			}
		})
	p.list.HideSeparators = true
	p.list.OnSelected = func(i widget.ListItemID) {
		if !p.quiet && i < len(p.items) {
			p.practice.leave()
			p.open(p.items[i].key)
		}
	}
	p.list.OnHighlighted = func(i widget.ListItemID) { // by the arrow keys
		if !p.quiet && i < len(p.items) {
			p.row = i
			p.list.Select(i)
		}
	}
	switcher := inset(container.NewHBox(p.choice), 2, gap)
	p.left = widgets.NewBorder(widgets.NewColumn(8, inset(p.head.root, 8, gap), switcher, p.above), nil, nil, nil, p.list)
	services.Preparing.OnReport = p.follow
	p.arrange()
	return p
}

// gap is the margin of what is in a column.
const gap = 10

// settleTime bounds how long a step waits for the list that it leads into.
const settleTime = 300 * time.Millisecond

// List is the pane with readiness and the list.
func (p *Pane) List() fyne.CanvasObject { return p.left }

// Card is the pane of what is shown.
func (p *Pane) Card() fyne.CanvasObject { return p.middle }

// Figure is the readiness as a short text and its color, for a strip.
func (p *Pane) Figure() (string, fyne.ThemeColorName) { return p.head.figure() }

// SetShown tells whether the mode is shown: time only runs while it is.
func (p *Pane) SetShown(on bool) {
	p.services.Preparing.SetOn(on)
	p.practice.setShown(on)
}

// Focus focuses what is used first.
func (p *Pane) Focus() {
	if p.practice.on() {
		p.services.Shell.Focus(nil)
		return
	}
	if p.list.Hidden {
		widgets.FocusFirst(p.left)
		return
	}
	p.services.Shell.Focus(p.list)
}

// Key handles a key that nothing else has handled.
func (p *Pane) Key(k *fyne.KeyEvent) bool { return p.practice.key(k) }

func (p *Pane) view() view { return p.views[p.choice.Selected()] }

func (p *Pane) cards() *cards     { return p.views[viewCards].(*cards) }
func (p *Pane) stories() *stories { return p.views[viewStories].(*stories) }

// today is the day.
func (p *Pane) today() resume.Date { return resume.DayOf(p.services.Today()) }

// follow shows a new report.
func (p *Pane) follow(r *preparing.Report) {
	other := p.report == nil || r == nil || p.report.Snapshot.Opened != r.Snapshot.Opened
	p.report = r
	if other {
		p.practice.leave()
		p.cards().reset()
	}
	p.head.follow()
	p.practice.follow()
	p.arrange()
}

// switched shows another view.
func (p *Pane) switched() {
	p.practice.leave()
	p.arrange()
	p.list.ScrollToTop()
	p.pick()
}

// goTo shows a view and an item of it.
func (p *Pane) goTo(view int, key string) {
	p.services.Preparing.Settle(settleTime) // what was just kept is in the list
	p.choice.Select(view)
	p.practice.leave()
	p.arrange()
	p.open(key)
	p.pick()
}

// open shows an item of the view.
func (p *Pane) open(key string) {
	p.view().show(key)
	p.put()
}

// arrange fills the list, and shows what belongs beside it.
func (p *Pane) arrange() {
	v := p.view()
	if f := v.filters(); f == nil && p.above.Visible() {
		p.above.RemoveAll()
		p.above.Hide()
		p.left.Refresh()
	} else if f != nil && (len(p.above.Objects) != 1 || p.above.Objects[0] != f) {
		p.above.Objects = []fyne.CanvasObject{f}
		p.above.Show()
		p.left.Refresh()
	}
	p.items = v.rows()
	at := p.indexOf(v.selected())
	if at < 0 && len(p.items) > 0 {
		at = 0
	}
	key := ""
	if at >= 0 {
		key = p.items[at].key
	}
	v.show(key)
	if empty := len(p.items) == 0; empty != p.list.Hidden { // an empty list is nothing to be in
		p.list.Hidden = empty
		p.left.Refresh()
	}
	p.list.Refresh()
	p.pick()
	p.put()
}

// pick marks the row of the item that is shown.
func (p *Pane) pick() {
	p.quiet = true
	defer func() { p.quiet = false }()
	if at := p.indexOf(p.view().selected()); at >= 0 {
		p.list.Select(at)
		if at != p.row {
			p.row = at
			p.list.Highlight(at)
		}
	} else {
		p.list.UnselectAll()
	}
}

func (p *Pane) indexOf(key string) int {
	for i, it := range p.items {
		if it.key == key && key != "" {
			return i
		}
	}
	return -1
}

// put puts what is shown into the middle.
func (p *Pane) put() {
	want := p.view().content()
	if p.practice.on() {
		want = p.practice.root
	}
	if len(p.middle.Objects) != 1 || p.middle.Objects[0] != want {
		p.middle.Objects = []fyne.CanvasObject{want}
		p.middle.Refresh()
	}
}

// Reveal shows what the project keeps at an address: after undo, and from elsewhere.
func (p *Pane) Reveal(a resume.Address) {
	tokens := a.Tokens()
	depth := len(prep.Address.Tokens())
	if len(tokens) <= depth {
		return
	}
	id := ""
	if len(tokens) > depth+1 {
		v, _ := p.session.Now().Project.Get(prep.Address.Child(tokens[depth]).Child(tokens[depth+1]))
		m, _ := v.Get("id")
		id = m.Str()
	}
	switch tokens[depth] {
	case "cards":
		if p.practice.on() {
			return // it follows by itself
		}
		p.reveal(viewCards, id)
	case "claims":
		p.reveal(viewNumbers, id)
	case "stories":
		p.reveal(viewStories, id)
	case "debriefs":
		p.reveal(viewDebriefs, id)
	}
}

func (p *Pane) reveal(view int, key string) {
	if p.choice.Selected() == view && (key == "" || p.view().selected() == key) {
		return
	}
	p.goTo(view, key)
}

// Practice begins to practice what is due.
func (p *Pane) Practice() {
	p.services.Preparing.Settle(settleTime)
	p.practice.begin(p.cards().queue())
}

// ShowClaim shows a number of the ledger.
func (p *Pane) ShowClaim(id string) { p.goTo(viewNumbers, id) }

// ShowLine shows what is asked about a line of the resume.
func (p *Pane) ShowLine(a resume.Address) {
	if c, ok := p.cards().first(a); ok {
		p.goTo(viewCards, c)
	}
}

// mark marks a place of the resume on the page and in the picture of what is covered, "" none.
func (p *Pane) mark(a resume.Address) {
	p.head.point(a)
	p.services.Show(a)
}

// edit applies an edit to what the project keeps, as one step.
func (p *Pane) edit(label, member string, edit func(d resume.Document) (resume.Document, error)) bool {
	return p.session.EditProject(label, prep.Address.Child(member), edit)
}

// inset puts margins around an object: above and below, and at the sides.
func inset(o fyne.CanvasObject, y, x float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(y, y, x, x), o)
}

// quietly is a button that stands back.
func quietly(label string, do func()) *widgets.Button {
	b := widgets.NewButton(label, do)
	b.Importance = widget.LowImportance
	return b
}

// mainly is the button of a screen.
func mainly(label string, do func()) *widgets.Button {
	b := widgets.NewButton(label, do)
	b.Importance = widget.HighImportance
	return b
}

// readable lays out one object at most as wide as lines can be read, in the middle.
type readable struct{ most float32 }

// Layout implements fyne.Layout.
func (l readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := fyne.Min(size.Width, l.most)
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

// MinSize implements fyne.Layout.
func (l readable) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return fyne.NewSize(fyne.Min(size.Width, l.most), size.Height)
}

// widest is the width of lines that are read.
const widest = 700

// sheet is a scroll of what is read, with a foot that stays.
type sheet struct {
	column *fyne.Container
	scroll *container.Scroll
	foot   *fyne.Container
	bar    fyne.CanvasObject
	root   fyne.CanvasObject
}

func newSheet() *sheet {
	s := &sheet{column: widgets.NewColumn(14), foot: container.NewStack()}
	s.scroll = container.NewVScroll(container.New(readable{widest}, inset(s.column, 16, 18)))
	s.bar = widgets.NewColumn(0, widget.NewSeparator(), container.New(readable{widest}, inset(s.foot, 8, 18)))
	s.root = widgets.NewBorder(nil, s.bar, nil, nil, s.scroll)
	return s
}

// set shows other objects, nil of which are left out.
func (s *sheet) set(foot fyne.CanvasObject, objects ...fyne.CanvasObject) {
	s.column.RemoveAll()
	for _, o := range objects {
		if o != nil {
			s.column.Add(o)
		}
	}
	s.foot.RemoveAll()
	s.bar.Hide()
	if foot != nil {
		s.foot.Add(foot)
		s.bar.Show()
	}
	s.root.Refresh()
	s.column.Refresh()
}

// part is a heading with what is under it, nil where there is nothing.
func part(heading string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	if len(objects) == 0 {
		return nil
	}
	return widgets.NewColumn(4, append([]fyne.CanvasObject{widgets.NewStrong(heading)}, objects...)...)
}

// hanging lays out a text behind a number.
type hanging struct{}

const hangingIndent = 18

// Layout implements fyne.Layout.
func (hanging) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	indent := hangingIndent * widgets.WithText(1)
	objects[0].Resize(fyne.NewSize(indent, size.Height))
	objects[1].Move(fyne.NewPos(indent, 0))
	objects[1].Resize(fyne.NewSize(size.Width-indent, size.Height))
}

// MinSize implements fyne.Layout.
func (hanging) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[1].MinSize()
	return fyne.NewSize(m.Width+hangingIndent*widgets.WithText(1), m.Height)
}
