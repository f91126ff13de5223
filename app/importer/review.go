package importer

import (
	"image"
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/exchange/format"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/resume/codec"
)

// Source is the file that is imported.
type Source struct {
	Path   string
	Name   string // of the file
	Format string // what its format is called
	PDF    []byte // the file where it has pages that can be painted, else nil
	// Pages are the sizes of its pages in points, none where it has no pages.
	Pages []Size
	// Picture is the page where the file is a picture.
	Picture image.Image
	// Lines are what it says where it has no pages.
	Lines []taking.Line
}

// Size is a page's size in points.
type Size struct{ Width, Height float64 }

// Taken is a text of the file that has a place in the resume.
type Taken struct {
	ID int // the same whatever becomes of the text
	taking.Taken
	Checked bool // by the user, who has corrected it or found it right
}

// Unsure reports whether it should be looked at.
func (t Taken) Unsure() bool { return t.Confidence < taking.UnsureBelow && !t.Checked }

// Piece is a text of the file that has no place.
type Piece struct {
	ID int // counted on from those of what was taken
	taking.Left
}

// state is a moment of a review. It is not changed: the next one is made of it.
type state struct {
	document resume.Document
	taken    []Taken
	pieces   []Piece
}

// step is a state that undo leads back to, and what it would undo.
type step struct {
	state
	label string
	at    resume.Address // where to look
}

// Review is an import that is being checked.
type Review struct {
	Source   Source
	Problems []resume.Problem // that the reader has fixed

	now          state
	past, future []step
	typing       resume.Address // what is typed there goes to the newest step; "" for none
}

// NewReview begins a review of what was read of a file.
func NewReview(source Source, got format.Reading) *Review {
	r := &Review{Source: source, Problems: got.Problems}
	r.now.document = got.Document
	for _, t := range got.Taken {
		r.now.taken = append(r.now.taken, Taken{ID: len(r.now.taken), Taken: t})
	}
	for i, l := range got.Left {
		r.now.pieces = append(r.now.pieces, Piece{ID: len(got.Taken) + i, Left: l})
	}
	return r
}

// NeedsReview reports whether someone should look at what was read: something was guessed, or
// found no place.
func NeedsReview(got format.Reading) bool {
	return len(got.Left) > 0 || slices.ContainsFunc(got.Taken, func(t taking.Taken) bool { return t.Confidence < 1 })
}

// Document is the resume as it is now.
func (r *Review) Document() resume.Document { return r.now.document }

// Taken are the texts that have a place.
func (r *Review) Taken() []Taken { return r.now.taken }

// Pieces are the texts that have none.
func (r *Review) Pieces() []Piece { return r.now.pieces }

// Piece is the one with the id, and false if it has found a place.
func (r *Review) Piece(id int) (Piece, bool) {
	for _, p := range r.now.pieces {
		if p.ID == id {
			return p, true
		}
	}
	return Piece{}, false
}

// Edited reports whether there is something to lose.
func (r *Review) Edited() bool { return len(r.past) > 0 }

// Unsure are the addresses of what should be looked at, each once, in the file's order.
func (r *Review) Unsure() []resume.Address {
	var all []resume.Address
	for _, t := range r.now.taken {
		if t.Unsure() && !slices.Contains(all, t.Address) {
			all = append(all, t.Address)
		}
	}
	return all
}

// do makes a state the current one, as a step of undo.
func (r *Review) do(label string, at resume.Address, next state) {
	r.past = append(r.past, step{r.now, label, at})
	r.now, r.future, r.typing = next, nil, ""
}

// Seal ends the step that typing makes.
func (r *Review) Seal() { r.typing = "" }

// Type puts a text into the field of a row. What is typed there next belongs to the same step.
func (r *Review) Type(row Row, text string) error {
	d, at := r.now.document, row.Address
	var err error
	switch row.Shape {
	case resume.Words:
		var texts []string
		if strings.TrimSpace(text) != "" {
			texts = terms(text)
		}
		d, err = d.Set(at, resume.Texts(texts...))
	case resume.DateLine:
		d, err = d.SetText(at, dateValue(text))
	default:
		d, err = d.SetText(at, text)
	}
	if err != nil {
		return err
	}
	r.typed(at, d)
	return nil
}

// dateValue is what a resume keeps of a date that is typed: ISO where it can be read.
func dateValue(text string) string {
	if resume.IsPresent(text) {
		return ""
	}
	if d, ok := resume.ParseDate(text); ok {
		return d.ISO()
	}
	return strings.TrimSpace(text)
}

func (r *Review) typed(at resume.Address, d resume.Document) {
	if d.Equal(r.now.document) {
		return
	}
	next := r.checked(at)
	next.document = d
	if r.typing == at {
		r.now = next
		return
	}
	r.do(tr.T("importer.typing", "Typing"), at, next)
	r.typing = at
}

// checked is the state now with what stands at an address, or below it, checked.
func (r *Review) checked(at resume.Address) state {
	next := r.now
	next.taken = slices.Clone(next.taken)
	for i := range next.taken {
		if next.taken[i].Address.Within(at) {
			next.taken[i].Checked = true
		}
	}
	return next
}

// Check notes that what stands at an address is right.
func (r *Review) Check(at resume.Address) {
	r.do(tr.T("importer.mark-as-right", "Mark as right"), at, r.checked(at))
}

// Undo takes the newest step back and says where to look.
func (r *Review) Undo() (resume.Address, bool) { return r.back(&r.past, &r.future) }

// Redo does the step undone last again and says where to look.
func (r *Review) Redo() (resume.Address, bool) { return r.back(&r.future, &r.past) }

func (r *Review) back(from, to *[]step) (resume.Address, bool) {
	n := len(*from) - 1
	if n < 0 {
		return "", false
	}
	s := (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, step{r.now, s.label, s.at})
	r.now, r.typing = s.state, ""
	return s.at, true
}

// NextUndo is what Undo would take back, "" for nothing.
func (r *Review) NextUndo() string { return labelOf(r.past) }

// NextRedo is what Redo would do again, "" for nothing.
func (r *Review) NextRedo() string { return labelOf(r.future) }

func labelOf(steps []step) string {
	if len(steps) == 0 {
		return ""
	}
	return steps[len(steps)-1].label
}

// LeftOver is the heading of the section of what found no place.
func LeftOver() string {
	return tr.T("importer.left-over", "Left over")
}

// Result is the resume to start with: what found no place is in a section of its own if keep
// says so, whose address is left, else that is "". The problems are what was fixed on the way.
func (r *Review) Result(keep bool) (d resume.Document, left resume.Address, problems []resume.Problem) {
	d = withoutEmpty(r.now.document)
	if keep && len(r.now.pieces) > 0 {
		d, left = r.withLeft(d)
	}
	d, fixed := codec.Tidy(d)
	problems = slices.Clone(r.Problems)
	for _, p := range fixed {
		if !slices.Contains(problems, p) {
			problems = append(problems, p)
		}
	}
	return d, left, problems
}

// withLeft is a document with the pieces in a section of their own, and its address. The section
// is hidden: nobody asked for what found no place to be printed.
func (r *Review) withLeft(d resume.Document) (resume.Document, resume.Address) {
	texts := make([]string, len(r.now.pieces))
	for i, p := range r.now.pieces {
		texts[i] = p.Text
	}
	lines, _ := items(texts)
	next, key, err := d.AddSection(LeftOver())
	if err != nil {
		return d, ""
	}
	at := resume.Root.Child(key)
	if next, err = next.Insert(at.Item(0), resume.Struct(resume.Member{Name: "highlights", Value: resume.Texts(lines...)})); err != nil {
		return d, ""
	}
	if next, err = next.HideSection(key, true); err != nil {
		return d, ""
	}
	return next, at
}

// withoutEmpty is a document without the lines of lists that were emptied.
func withoutEmpty(d resume.Document) resume.Document {
	for _, s := range d.Resume().Sections {
		for i := d.ListLen(s.Address) - 1; i >= 0; i-- {
			for _, f := range resume.Fields(s.Key) {
				if !f.Shape.IsList() {
					continue
				}
				list := s.Address.Item(i).Child(f.Name)
				for n := d.ListLen(list) - 1; n >= 0; n-- {
					if strings.TrimSpace(d.TextAt(list.Item(n))) != "" {
						continue
					}
					if next, err := d.Remove(list.Item(n)); err == nil {
						d = next
					}
				}
			}
		}
	}
	return d
}
