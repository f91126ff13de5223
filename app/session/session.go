// Package session holds the open project: its document with undo and redo, its file,
// and the focused field. Panes edit the session, and the session notifies all panes of
// the new snapshot; panes do not call each other.
//
// A project has one resume, the base, and may have variants of it. One of them is shown:
// it is the document that panes edit, score and print. What they change in a variant
// stays in the variant.
//
// A Session belongs to the UI goroutine. It knows no widget.
package session

import (
	"errors"
	"time"

	"resumax/resume"
	"resumax/resume/variant"
)

// Snapshot is the document at one moment. It is immutable.
type Snapshot struct {
	Revision int              // grows by one with every change
	Document resume.Document  // as it is edited, scored and printed: the variant shown, or the base
	Resume   *resume.Resume   // of Document
	Project  resume.Document  // as it is saved: the base with all of its variants
	Variant  string           // the id of the variant shown, "" for the base
	View     *variant.View    // the variant shown, nil for the base
	Changes  []variant.Change // in what it differs from the base
	Change   resume.Change    // what led here
	Replaced bool             // the whole document was replaced, or another variant is shown
	Opened   int              // grows by one with every document loaded
	Path     string           // of the document's file, "" before the first save
}

// File is the state of the project's file.
type File struct {
	Path     string // "" before the first save
	Dirty    bool   // the document differs from the file
	ReadOnly bool   // written by a newer version
}

// Session is the open project.
type Session struct {
	clock     func() time.Time
	history   *resume.History
	now       Snapshot
	file      File
	told      File // as the functions of OnFile know it
	focus     resume.Address
	onChange  []func(Snapshot)
	onFocus   []func(resume.Address)
	onReveal  func(resume.Address)
	onFile    []func(File)
	onProblem []func(Problem)
	recall    func(path string) string
}

// New makes a session with an empty document. The clock decides which keystrokes
// merge into one undo step.
func New(clock func() time.Time) *Session {
	s := &Session{clock: clock, onReveal: func(resume.Address) {}, recall: func(string) string { return "" }}
	s.history = resume.NewHistory(resume.Document{})
	s.now = Snapshot{Resume: s.history.Now().Resume(), Replaced: true}
	return s
}

// OnChange calls f with every new snapshot.
func (s *Session) OnChange(f func(Snapshot)) { s.onChange = append(s.onChange, f) }

// OnFocus calls f with the address of the field that got the focus.
func (s *Session) OnFocus(f func(resume.Address)) { s.onFocus = append(s.onFocus, f) }

// OnReveal sets the function that shows an address. There is one: the window's
// router.
func (s *Session) OnReveal(f func(resume.Address)) { s.onReveal = f }

// OnFile calls f when the file's path or state changes, and after every load.
func (s *Session) OnFile(f func(File)) { s.onFile = append(s.onFile, f) }

// Problem is an edit that failed: the label of its step, and why.
type Problem struct {
	Step string
	Err  error
}

// ErrReadOnly says that a newer version of the program wrote the file.
var ErrReadOnly = errors.New("this file is read-only because a newer version of ResuMax wrote it: update ResuMax to edit it")

// OnProblem calls f with an edit that failed.
func (s *Session) OnProblem(f func(Problem)) { s.onProblem = append(s.onProblem, f) }

// OnRecall sets the function that knows the variant of a file that was shown last: its
// id, or "" for the base.
func (s *Session) OnRecall(f func(path string) (variant string)) { s.recall = f }

// Now is the current snapshot.
func (s *Session) Now() Snapshot { return s.now }

// File is the current state of the file.
func (s *Session) File() File { return s.file }

// Focus is the address of the field that has, or last had, the focus.
func (s *Session) Focus() resume.Address { return s.focus }

// Load replaces the open project and starts a new history. The variant that was shown
// last is shown, see [Session.OnRecall]. A document that is not on disk yet has the path
// "".
func (s *Session) Load(d resume.Document, path string, readOnly bool) {
	s.history = resume.NewHistory(variant.Settled(d))
	s.file = File{Path: path, ReadOnly: readOnly}
	s.focus = ""
	s.now.Opened++
	s.now.Variant = s.recall(path)
	s.publish(resume.Change{}, true)
	s.tellFile() // another file, even if it is called the same
}

// Show shows a variant, or the base for "". It is no step of undo.
func (s *Session) Show(id string) {
	if id == s.now.Variant {
		return
	}
	s.Seal()
	s.focus = ""
	s.now.Variant = id
	s.publish(resume.Change{}, true)
}

// Replace replaces the whole project as one undo step.
func (s *Session) Replace(label string, d resume.Document) {
	s.do(variant.Settled(d), resume.Change{Label: label, Variant: s.now.Variant}, true)
}

// EditProject applies an edit to the project as it is saved, whichever variant is shown.
// Undo and redo reveal the address, "" for none.
func (s *Session) EditProject(label string, at resume.Address, edit resume.Edit) bool {
	d, err := edit(s.history.Now())
	if err != nil {
		return s.failed(label, err)
	}
	return s.do(d, resume.Change{Label: label, Address: at, Variant: s.now.Variant}, false)
}

// Vary edits the variants of the project, and shows the one whose id the edit returns;
// undo shows the one shown before.
func (s *Session) Vary(label string, edit func(resume.Document) (resume.Document, string, error)) bool {
	d, id, err := edit(s.history.Now())
	if err != nil {
		return s.failed(label, err)
	}
	return s.do(d, resume.Change{Label: label, Variant: id}, true)
}

// Edit applies an edit to the variant shown. Undo and redo reveal the address.
func (s *Session) Edit(label string, at resume.Address, edit resume.Edit) bool {
	return s.apply(edit, resume.Change{Label: label, Address: at})
}

// Type sets the text of a field, one keystroke of many.
func (s *Session) Type(at resume.Address, text string) bool {
	return s.typed(at, resume.TextEdit(at, text))
}

// TypeList sets a list that is typed in one field, such as "Go, Java".
func (s *Session) TypeList(at resume.Address, texts []string) bool {
	return s.typed(at, func(d resume.Document) (resume.Document, error) {
		if len(texts) == 0 && d.ListLen(at) == 0 {
			return d, nil
		}
		return d.Set(at, resume.Texts(texts...))
	})
}

func (s *Session) typed(at resume.Address, edit resume.Edit) bool {
	return s.apply(edit, resume.Change{Label: "Typing", Address: at, Typing: true})
}

// apply applies an edit to the variant shown, or reports why it failed.
func (s *Session) apply(edit resume.Edit, c resume.Change) bool {
	var d resume.Document
	var err error
	if s.now.View != nil {
		d, err = s.now.View.Edit(edit)
	} else {
		d, err = variant.EditBase(s.history.Now(), edit)
	}
	if err != nil {
		return s.failed(c.Label, err)
	}
	c.Variant = s.now.Variant
	return s.do(d, c, false)
}

// failed says why an edit failed, and has the field show what it showed before.
func (s *Session) failed(label string, err error) bool {
	s.problem(Problem{label, err})
	s.publish(resume.Change{}, false)
	return false
}

func (s *Session) do(d resume.Document, c resume.Change, replaced bool) bool {
	if s.file.ReadOnly {
		s.problem(Problem{c.Label, ErrReadOnly})
		s.publish(resume.Change{}, true) // restore what the field shows
		return false
	}
	before := s.history.Now()
	c.VariantBefore = s.now.Variant
	s.history.Do(d, c, s.clock())
	if s.history.Now().Equal(before) {
		return false
	}
	s.now.Variant = c.Variant
	s.publish(c, replaced)
	s.fileChanged()
	return true
}

// Adjust applies one of many small edits, as a slider makes them: those at one address
// merge into one undo step.
func (s *Session) Adjust(label string, at resume.Address, edit resume.Edit) bool {
	return s.apply(edit, resume.Change{Label: label, Address: at, Typing: true})
}

// Move moves an item of a list. Undo and redo reveal it where it then is.
func (s *Session) Move(label string, list resume.Address, from, to int) bool {
	return s.apply(resume.MoveEdit(list, from, to), resume.Change{Label: label, Address: list.Item(to), Before: list.Item(from)})
}

// Undo undoes the newest step and reveals its address.
func (s *Session) Undo() bool {
	c, ok := s.history.Undo()
	if ok && c.Before != "" {
		c.Address = c.Before
	}
	return ok && s.arrive(c, c.VariantBefore)
}

// Redo redoes the step undone last and reveals its address.
func (s *Session) Redo() bool {
	c, ok := s.history.Redo()
	return ok && s.arrive(c, c.Variant)
}

// arrive publishes the document after undo or redo, in the variant that the step was
// about, and reveals where it changed.
func (s *Session) arrive(c resume.Change, id string) bool {
	c.Typing = false
	other := id != s.now.Variant
	s.now.Variant = id
	s.publish(c, other)
	s.fileChanged()
	if c.Address != "" {
		s.Reveal(c.Address)
	}
	return true
}

// NextUndo is the label of the step that Undo would undo, "" for none.
func (s *Session) NextUndo() string {
	c, _ := s.history.NextUndo()
	return c.Label
}

// NextRedo is the label of the step that Redo would redo, "" for none.
func (s *Session) NextRedo() string {
	c, _ := s.history.NextRedo()
	return c.Label
}

// Saved records that d was saved to the file path.
func (s *Session) Saved(d resume.Document, path string) {
	s.history.Saved(d)
	s.file.Path, s.now.Path = path, path
	s.fileChanged()
}

// Renamed records that the file is now called path.
func (s *Session) Renamed(path string) {
	s.file.Path, s.now.Path = path, path
	s.fileChanged()
}

// Unsaved notes that the document is in no file any more, as when its file was
// deleted: until it is saved it counts as changed.
func (s *Session) Unsaved() {
	s.history.Saved(resume.Document{})
	s.fileChanged()
}

// Based notes that the document on disk is now another one: d, which another
// program has written.
func (s *Session) Based(d resume.Document) {
	s.history.Saved(d)
	s.fileChanged()
}

// Focused records which field has the focus.
func (s *Session) Focused(a resume.Address) {
	if a == s.focus {
		return
	}
	s.focus = a
	s.history.Seal()
	for _, f := range s.onFocus {
		f(a)
	}
}

// Seal ends the current undo step: what is typed next starts a new one.
func (s *Session) Seal() { s.history.Seal() }

// Reveal shows and focuses the field at a.
func (s *Session) Reveal(a resume.Address) { s.onReveal(a) }

func (s *Session) publish(c resume.Change, replaced bool) {
	d := s.history.Now()
	s.file.Dirty = s.history.Dirty()
	now := Snapshot{Revision: s.now.Revision + 1, Document: d, Project: d, Change: c, Replaced: replaced, Opened: s.now.Opened, Path: s.file.Path}
	if v, err := variant.Open(d, s.now.Variant); s.now.Variant != "" && err == nil {
		v.Document = v.Document.Sharing(s.now.Document) // a keystroke then costs no more than in the base
		now.Variant, now.View, now.Document, now.Changes = s.now.Variant, &v, v.Document, v.Changes()
	} else if s.now.Variant != "" {
		now.Replaced = true // it is gone
	}
	now.Resume = now.Document.ResumeAfter(s.now.Document, s.now.Resume)
	s.now = now
	for _, f := range s.onChange {
		f(s.now)
	}
}

func (s *Session) fileChanged() {
	s.file.Dirty = s.history.Dirty()
	if s.file != s.told {
		s.tellFile()
	}
}

func (s *Session) tellFile() {
	s.told = s.file
	for _, f := range s.onFile {
		f(s.file)
	}
}

func (s *Session) problem(p Problem) {
	for _, f := range s.onProblem {
		f(p)
	}
}
