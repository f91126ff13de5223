package resume

import "time"

// Typing is coalesced into one step of undo while it stays in one field and
// pauses no longer than this: long enough for a thought inside a sentence, short
// enough that one undo does not take away a paragraph.
const typingPause = 1500 * time.Millisecond

// typingSpan bounds one step of undo for someone who never pauses.
const typingSpan = 10 * time.Second

// historyDepth bounds how many steps are kept. Documents share what did not
// change, so a step costs some kilobytes.
const historyDepth = 2000

// Change says what an edit did.
type Change struct {
	Label   string  // what undo would take back, such as "Typing" or "Move bullet"
	Address Address // where to look when it is done, or done again
	Before  Address // where to look when it is undone; "" for the same place
	Typing  bool    // one keystroke of many: may be merged with the one before

	// Variant is the id of the variant that was shown afterwards, and VariantBefore of the
	// one before; "" for the base.
	Variant, VariantBefore string
}

// History is a document with everything that was done to it. It is not safe
// for use by several goroutines.
type History struct {
	past   []step // what undo goes back through; the last one is the newest
	future []step // what redo goes forward through; the last one is the nearest
	now    Document
	saved  Document
	sealed bool
	begun  time.Time // when the newest step began
	last   time.Time // when it was last added to
}

type step struct {
	change Change
	doc    Document // the document on the other side of the change
}

// NewHistory begins a history at a document that is saved as it is.
func NewHistory(d Document) *History { return &History{now: d, saved: d, sealed: true} }

// Now is the current document.
func (h *History) Now() Document { return h.now }

// Do makes d the current document. The time only decides which keystrokes are
// merged into one step. A document equal to the current one is no step, and
// keystrokes that together change nothing are none either.
func (h *History) Do(d Document, c Change, at time.Time) {
	if d.Equal(h.now) {
		return
	}
	if !h.merges(c, at) {
		h.past = append(h.past, step{c, h.now})
		if len(h.past) > historyDepth {
			h.past = h.past[len(h.past)-historyDepth:]
		}
		h.begun = at
	} else if n := len(h.past) - 1; d.Equal(h.past[n].doc) {
		h.past, h.now, h.sealed = h.past[:n], d, true
		return
	}
	h.now, h.future, h.last = d, nil, at
	h.sealed = !c.Typing
}

func (h *History) merges(c Change, at time.Time) bool {
	if h.sealed || !c.Typing || len(h.past) == 0 || len(h.future) > 0 {
		return false
	}
	top := h.past[len(h.past)-1].change
	return top.Typing && top.Address == c.Address && top.Variant == c.Variant &&
		at.Sub(h.last) <= typingPause && at.Sub(h.begun) <= typingSpan
}

// Seal ends the step under way: the next keystroke begins a new one. Call it
// when the focus moves.
func (h *History) Seal() { h.sealed = true }

// Undo goes back one step and returns what it took back.
func (h *History) Undo() (Change, bool) { return h.travel(&h.past, &h.future) }

// Redo goes forward one step and returns what it did again.
func (h *History) Redo() (Change, bool) { return h.travel(&h.future, &h.past) }

func (h *History) travel(from, to *[]step) (Change, bool) {
	n := len(*from)
	if n == 0 {
		return Change{}, false
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, step{s.change, h.now})
	h.now, h.sealed = s.doc, true
	return s.change, true
}

// NextUndo is what Undo would take back.
func (h *History) NextUndo() (Change, bool) { return top(h.past) }

// NextRedo is what Redo would do again.
func (h *History) NextRedo() (Change, bool) { return top(h.future) }

func top(steps []step) (Change, bool) {
	if len(steps) == 0 {
		return Change{}, false
	}
	return steps[len(steps)-1].change, true
}

// Saved notes that the document d is now what is on disk.
func (h *History) Saved(d Document) {
	h.saved = d
	h.Seal()
}

// Dirty reports whether the document differs from what is on disk.
func (h *History) Dirty() bool { return !h.now.Equal(h.saved) }
