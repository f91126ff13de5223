// Package editor is the pane with the form of one section of the resume.
//
// It builds a form from the session's snapshot and keeps it while only texts
// change, so that typing never disturbs the field being typed in. A change of
// structure (an item added, moved or hidden) rebuilds the form and restores the
// focus.
package editor

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/role/example"
	"resumax/widgets"
)

// Mark is a rating shown beside a text.
type Mark struct {
	Color fyne.ThemeColorName // "" for no mark
	Text  string              // of the tooltip
}

// Services are what the editor needs from the window.
type Services struct {
	PickPhoto func(done func(path string)) // asks for a picture file
	Notice    func(text string)            // shows a toast with an Undo button
	ShowError func(text string)
	Rename    func(key string)              // lets the user rename a section in place
	Copy      func(key string)              // copies a section for a form; may be nil
	Advice    func(section string) []string // what to write in an empty section
	// EditOutside opens a text in the system's editor, tells of each save there, or later in words
	// that no editor opened, and returns what ends it and gives the last text.
	EditOutside func(name, text string, saved, failed func(string)) (done func() string)
	Role        func() string    // the name of the target role, "" for none; may be nil
	OnSection   func(key string) // the section shown changed
	// Differences shows in what the variant differs, below the sign for it; may be nil.
	Differences func(below fyne.CanvasObject, changes []variant.Change)
	OnKey       func(*fyne.KeyEvent) bool // a key typed into a field; true keeps it from the field
}

// Editor is the pane.
type Editor struct {
	session  *session.Session
	services Services

	root     *fyne.Container
	scroll   *container.Scroll
	section  string
	built    string // the shape of the form shown, see [Editor.shape]
	fields   map[resume.Address]*field
	captions []func(resume.Document) // update the captions of items
	open     map[string]int          // the open item of each section, -1 for none
	more     map[string]bool         // sections whose extra fields are shown
	ratings
	differences
	chips    map[string]*widgets.ChipGroup // by the name of their fields
	examples example.Set
	controls map[place]fyne.Focusable // those of the form that are not fields
	outside  *outside                 // the text that is open in the system's editor; may be nil
}

// ratings are how strong bullets are.
type ratings struct {
	marks map[resume.Address]Mark
	dots  map[resume.Address]*widgets.Dot
}

// New makes the pane. It shows the contact section first.
func New(s *session.Session, services Services) *Editor {
	e := &Editor{session: s, services: services, section: resume.ContactKey,
		open: map[string]int{}, more: map[string]bool{}, ratings: ratings{marks: map[resume.Address]Mark{}},
		differences: differences{differing: map[resume.Address][]variant.Change{}}}
	e.scroll = container.NewVScroll(container.NewWithoutLayout())
	e.root = container.NewStack(e.scroll)
	s.OnChange(e.changed)
	e.build()
	return e
}

// Object is the pane's content.
func (e *Editor) Object() fyne.CanvasObject { return e.root }

// Section is the key of the section shown.
func (e *Editor) Section() string { return e.section }

// Show shows the section with the key, from its top.
func (e *Editor) Show(key string) {
	if key == e.section {
		return
	}
	e.section = key
	e.build()
	e.scroll.ScrollToTop()
	if e.services.OnSection != nil {
		e.services.OnSection(key)
	}
}

// Reveal shows the field at the address and focuses it. An address without a field
// leads to the nearest one: the first of its item, or of its section.
func (e *Editor) Reveal(a resume.Address) {
	if key := e.session.Now().Resume.SectionOf(a); key == "" {
		return
	}
	f := e.reveal(a)
	if o := e.stop(a); o != nil {
		e.focusOn(o)
	}
	if f != nil && f.chips != nil && a.Parent() == f.at {
		f.chips.FocusChip(a.Index())
	}
}

// reveal is Reveal without the focus. It returns the field, nil for none.
func (e *Editor) reveal(a resume.Address) *field {
	key := e.session.Now().Resume.SectionOf(a)
	if key == "" {
		return nil
	}
	rebuilt := key != e.section
	e.section = key
	if i := itemIndex(e.at(key), e.clamped(a)); i >= 0 && !compact(key) && e.open[key] != i {
		e.open[key] = i
		rebuilt = true
	}
	if f, ok := resume.FieldAt(a); ok && isExtra(key, f.Name) && !e.more[key] {
		e.more[key] = true
		rebuilt = true
	}
	if rebuilt {
		e.build()
		if e.services.OnSection != nil {
			e.services.OnSection(key)
		}
	}
	return e.nearest(a)
}

// Focus focuses the field that had the focus last, or the section's first one.
func (e *Editor) Focus() {
	a := e.session.Focus()
	if !e.shows(a) {
		a = e.at(e.section)
	}
	if o := e.stop(a); o != nil {
		e.focusOn(o)
	}
}

// Places are the positions of the fields on the canvas: left, top, width and height.
func (e *Editor) Places() map[resume.Address][4]float32 {
	bounds := map[resume.Address][4]float32{}
	for a, f := range e.fields {
		at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.entry), f.entry.Size()
		bounds[a] = [4]float32{at.X, at.Y, size.Width, size.Height}
	}
	return bounds
}

// SetMarks shows ratings of texts, by their addresses.
func (e *Editor) SetMarks(marks map[resume.Address]Mark) {
	e.marks = marks
	for a, d := range e.dots {
		d.Set(marks[a].Color, marks[a].Text)
	}
}

func (e *Editor) focus(f *field) {
	if c := widgets.CanvasOf(e.root); c != nil {
		c.Focus(f.entry)
	}
}

// nearest is the field at a, or the first one below or around it.
func (e *Editor) nearest(a resume.Address) *field {
	for at := a; ; at = at.Parent() {
		if f := e.firstWithin(at); f != nil || at == resume.Root {
			return f
		}
	}
}

// at is the address of a section's content.
func (e *Editor) at(key string) resume.Address {
	if key == resume.ContactKey {
		return resume.Basics
	}
	if s, ok := e.session.Now().Resume.Section(key); ok {
		return s.Address
	}
	return resume.Root.Child(key)
}

// itemIndex is the index of the item of the list that a lies in, or -1.
func itemIndex(list, a resume.Address) int {
	if a == list || !a.Within(list) {
		return -1
	}
	for a.Parent() != list {
		a = a.Parent()
	}
	return a.Index()
}

// changed updates the form for a new snapshot.
func (e *Editor) changed(s session.Snapshot) {
	if s.Replaced {
		if o := e.outside; o != nil { // of another document
			e.outside, e.built = nil, "" // its field opens again
			o.done()
		}
		if s.Opened == e.last.Opened {
			e.followOpen(e.last, s)
		} else {
			clear(e.open)
		}
		if e.section != resume.ContactKey {
			if _, ok := s.Resume.Section(e.section); !ok {
				e.section = resume.ContactKey
			}
		}
	}
	e.last = s
	e.followOutside(s.Document)
	if _, ok := s.Resume.Section(e.section); !ok && e.section != resume.ContactKey {
		e.section = resume.ContactKey // a custom section that was removed
		if e.services.OnSection != nil {
			e.services.OnSection(e.section)
		}
	}
	if e.shape(s) != e.built {
		e.build()
		return
	}
	for _, f := range e.fields {
		f.sync(s.Document)
	}
	e.followExamples(s)
	e.followMarkers(s)
	for _, show := range e.captions {
		show(s.Document)
	}
}

// shape encodes what decides which widgets the form needs. While it stays the same,
// the form is kept.
func (e *Editor) shape(s session.Snapshot) string {
	var b strings.Builder
	fmt.Fprint(&b, e.section, "|", s.View != nil)
	if e.section == resume.ContactKey {
		fmt.Fprint(&b, len(s.Resume.Basics.Profiles), s.Resume.Basics.Image)
		return b.String()
	}
	sec, _ := s.Resume.Section(e.section)
	fmt.Fprint(&b, sec.Address, sec.Title, sec.Hidden, "|", e.open[e.section], e.more[e.section])
	list, _ := s.Document.Get(sec.Address)
	for i, v := range list.Items() {
		hidden, _ := v.Get("hidden")
		fmt.Fprint(&b, "|", hidden.True())
		for _, f := range resume.Fields(e.section) {
			if f.Shape == resume.Bullets {
				list := sec.Address.Item(i).Child(f.Name)
				fmt.Fprint(&b, ",", fieldsOf(s.Document, list), s.Document.HiddenTexts(list))
			}
		}
	}
	return b.String()
}

// build rebuilds the form and restores the focus.
func (e *Editor) build() {
	had, cursor, focused := e.focusedPlace()
	e.controls = map[place]fyne.Focusable{}
	e.fields = map[resume.Address]*field{}
	e.dots = map[resume.Address]*widgets.Dot{}
	e.markers = map[resume.Address]*widgets.Marker{}
	e.chips = map[string]*widgets.ChipGroup{}
	e.captions = nil
	s := e.session.Now()
	e.examples = e.examplesOf(s)
	var content fyne.CanvasObject
	switch e.section {
	case resume.ContactKey:
		content = e.contactForm(s)
	case resume.SummaryKey:
		content = e.summaryForm(s)
	default:
		content = e.sectionForm(s)
	}
	e.built = e.shape(s)
	e.followMarkers(s)
	offset := e.scroll.Offset
	e.scroll.Content = container.New(layout.NewCustomPaddedLayout(18, 60, 22, 22), content)
	e.scroll.Offset = offset
	e.scroll.Refresh()
	if focused {
		e.focusPlace(had, cursor)
	}
}
