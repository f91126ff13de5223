package importer

import (
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"resumax/app/picker"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/exchange/pdftext"
	"resumax/exchange/pdftext/pdftexttest"
	"resumax/resume"
	"resumax/widgets"
	"resumax/widgets/picturetest"
)

// fakePDFs finds the same page in every PDF.
type fakePDFs struct {
	pages  []pdftext.Page
	err    error
	block  bool // until it is canceled
	closed bool
}

func (f *fakePDFs) Read(ctx context.Context, _ []byte) ([]pdftext.Page, error) {
	if f.block {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return f.pages, f.err
}

// Picture paints a bar in place of each word.
func (f *fakePDFs) Picture(_ context.Context, _ []byte, page int, scale float64) (image.Image, error) {
	p := f.pages[page]
	img := image.NewRGBA(image.Rect(0, 0, int(p.Width*scale+0.5), int(p.Height*scale+0.5)))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	for _, w := range p.Words {
		for y := int((w.Top + 2) * scale); y < int((w.Bottom-1)*scale); y++ {
			for x := int(w.Left * scale); x < int(w.Right*scale); x++ {
				img.Set(x, y, color.Gray{0x50})
			}
		}
	}
	return img, nil
}

func (f *fakePDFs) Close() error { f.closed = true; return nil }

// started is a project that was started.
type started struct {
	path     string
	document resume.Document
}

// bench is an importer in a window of its own.
type bench struct {
	t       testing.TB
	im      *Importer
	shell   *shell.Shell
	reader  *fakePDFs
	started []started
	copied  string
	shown   int
	failed  int
}

func newBench(t testing.TB, choice widgets.Choice, width, height float32) *bench {
	return newBenchOn(t, choice, width, height, session.Inline)
}

func newBenchOn(t testing.TB, choice widgets.Choice, width, height float32, threads session.Threads) *bench {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(choice))
	b := &bench{t: t, reader: &fakePDFs{}, shell: shell.New(a, "Test", threads, nil)}
	b.shell.Stage.Later = func(time.Duration, func()) func() { return func() {} }
	t.Cleanup(b.shell.Window.Close)
	b.shell.Window.Resize(fyne.NewSize(width, height))
	b.shell.Screens.Reset(&shell.View{Content: canvas.NewRectangle(nil), Name: func() string { return "Below" }})
	b.im = New(Services{
		Shell: b.shell, Reader: b.reader, Picker: func() picker.Picker { return nil }, Folder: func() string { return "" },
		Begin: func() {}, Failed: func() { b.failed++ }, Shown: func() { b.shown++ }, Clipboard: func(text string) { b.copied = text },
		Start: func(path string, d resume.Document, _ []resume.Problem, then func()) {
			b.started = append(b.started, started{path, d})
			b.shell.Screens.Pop()
			then()
		},
	})
	return b
}

// file is a file of a name with a content.
func (b *bench) file(name, content string) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

const adasText = `Ada Example
ada@example.org | Leeds

EXPERIENCE

Ward nurse
Harbour Hospital, Leeds
March 2019 - Present
- Cut falls with injury from 9 to 2 a year by hourly rounding.
- Trained six nurses in triage.

SKILLS

Triage, Telemetry, Phlebotomy

Xyzzy 4711
`

// review opens a text and adds what makes it worth a review.
func (b *bench) review() *screen {
	b.t.Helper()
	got := adasReading(b.t)
	source := Source{Path: "/home/ada/ada.docx", Name: "ada.docx", Format: "Word", Lines: takenLines(got.Record)}
	b.im.show(NewReview(source, got), nil)
	picturetest.Settle(b.shell.Window)
	return b.im.screen
}

func (b *bench) key(name fyne.KeyName) {
	b.t.Helper()
	f := b.shell.Window.Canvas().Focused()
	if f == nil {
		b.shell.Key(&fyne.KeyEvent{Name: name})
		return
	}
	f.TypedKey(&fyne.KeyEvent{Name: name})
}

// said are all texts over the window.
func (b *bench) said() string {
	var all []string
	top := b.shell.Window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	for _, o := range test.LaidOutObjects(top) {
		if t, ok := o.(*canvas.Text); ok {
			all = append(all, t.Text)
		}
	}
	return strings.Join(all, " ")
}

func (b *bench) press(label string) {
	b.t.Helper()
	for _, o := range test.LaidOutObjects(b.shell.Window.Canvas().Overlays().Top()) {
		if button, ok := o.(*widgets.Button); ok && button.Text == label {
			button.Tapped(&fyne.PointEvent{})
			return
		}
	}
	b.t.Fatalf("no button %q in %s", label, b.said())
}

func TestReadIntoReview(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.im.Open(b.file("ada.txt", adasText), nil)
	s := b.im.screen
	if s == nil || b.shell.Screens.Top() != s.view || b.shown != 1 || !strings.HasPrefix(b.shell.Window.Title(), "Import ada.txt") {
		t.Fatalf("no review is shown: %q", b.shell.Window.Title())
	}
	d := s.review.Document()
	if d.TextAt("/basics/name") != "Ada Example" || !strings.HasPrefix(d.TextAt("/work/0/name"), "Harbour Hospital") || d.ListLen("/work/0/highlights") != 2 {
		t.Errorf("%s", told(s.review.Groups()))
	}
	ids := idsAt(s.review, "/work/0/highlights/0")
	if len(ids) == 0 || len(s.source.spans[ids[0]]) == 0 {
		t.Error("a bullet has no place in the source")
	}
	s.done()
	if n := len(s.review.Pieces()); n > 0 {
		b.press("Drop")
	}
	if len(b.started) != 1 || !strings.HasSuffix(b.started[0].path, "ada.txt") || b.im.Reviewing() {
		t.Errorf("%+v", b.started)
	}
}

// A click on either side shows the other one.
func TestBothSidesLead(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.reader.pages = pdftexttest.Page("*Ada Example*", "ada@example.org", "/*Experience*", "*Ward nurse* Jan 2019 – Present", "Harbour Hospital", "• Cut falls by half.", "• Trained six nurses.")
	b.im.Open(b.file("ada.pdf", "%PDF-1.7\n..."), nil)
	s := b.im.screen
	if s == nil || s.source.page == nil {
		t.Fatalf("no pages are shown: %s", b.said())
	}
	at := resume.Address("/work/0/highlights/1")
	id := idsAt(s.review, at)[0]
	page, box, ok := boxOf(s.review, id)
	if !ok {
		t.Fatal("no place on the page")
	}
	s.source.page.OnTap(page-1, box.Left+1, box.Top+1, false)
	if got, _ := s.sheet.at(); got != at || b.shell.Window.Canvas().Focused() != fyne.Focusable(s.sheet.rows[at]) {
		t.Errorf("a tap on the page leads to %q", got)
	}
	marks := pageMarks(s.review, map[int]bool{id: true})
	if last := marks[len(marks)-1]; last.Kind != widgets.MarkChosen || last.Rect != rectOf(box) {
		t.Errorf("%+v", last)
	}
	b.key(fyne.KeyUp)
	if got, _ := s.sheet.at(); got != "/work/0/highlights/0" {
		t.Errorf("Up leads to %q", got)
	}
	if s.source.page.Hot(0, 500, 800) || !s.source.page.Hot(page-1, box.Left+1, box.Top+1) {
		t.Error("the pointer says something else than a tap does")
	}
	b.shell.Screens.Pop()
	if b.im.Reviewing() {
		t.Error("the review is still there")
	}
}

func TestReviewByKeyboard(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	s := b.review()
	focused := func() resume.Address { at, _ := s.sheet.at(); return at }
	if focused() != "/basics/location/city" {
		t.Fatalf("%q is looked at first", focused())
	}
	b.shell.Window.Canvas().Focused().TypedRune(' ') // it is right
	if focused() != "/work/1/highlights/0" || len(s.review.Unsure()) != 1 {
		t.Fatalf("%q, %v", focused(), s.review.Unsure())
	}
	b.key(fyne.KeyReturn)
	entry, ok := b.shell.Window.Canvas().Focused().(*widgets.TextField)
	if !ok || entry.Text != "Took blood." {
		t.Fatalf("Enter does not edit: %T", b.shell.Window.Canvas().Focused())
	}
	entry.SetText("Took blood of 40 patients a day.")
	b.key(fyne.KeyReturn)
	if got := s.review.Document().TextAt("/work/1/highlights/0"); got != "Took blood of 40 patients a day." || focused() != "/work/1/highlights/0" {
		t.Errorf("%q, %q", got, focused())
	}
	if s.next.Text != "All checked" || !s.next.Disabled() {
		t.Errorf("the button says %q", s.next.Text)
	}
	b.key(fyne.KeyDelete)
	if len(s.review.Pieces()) != 3 {
		t.Fatalf("%+v", s.review.Pieces())
	}
	b.im.Undo()
	if len(s.review.Pieces()) != 2 || focused() != "/work/1/highlights/0" || b.im.NextUndo() != "Typing" || b.im.NextRedo() == "" {
		t.Errorf("%d pieces, %q, %q", len(s.review.Pieces()), focused(), b.im.NextUndo())
	}
	b.im.ShowLeft()
	if s.dock.chosen != s.review.Pieces()[0].ID {
		t.Fatal("the first piece has not the focus")
	}
	b.key(fyne.KeyReturn)
	test.Type(b.shell.Window.Canvas().Focused(), "harbour new bullet")
	b.key(fyne.KeyReturn)
	if got := s.review.Document().TextAt("/work/0/highlights/2"); got != "Registered since 2012" || focused() != "/work/0/highlights/2" {
		t.Errorf("%q, %q", got, focused())
	}
	b.im.ShowLeft()
	b.shell.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	if b.copied != "Phlebotomy, ECG" {
		t.Errorf("%q was copied", b.copied)
	}
	b.im.Finish()
	if !strings.Contains(b.said(), "1 piece has no place yet") {
		t.Fatalf("said: %s", b.said())
	}
	b.press("Keep in “Left over”")
	if len(b.started) != 1 || b.started[0].document.TextAt("/leftOver/0/highlights/0") != "Phlebotomy, ECG" {
		t.Errorf("%+v", b.started)
	}
}

// Space leads through all there is to do, to the button that ends it.
func TestSpaceLeadsThrough(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	s := b.review()
	canvas := b.shell.Window.Canvas()
	canvas.Focused().TypedRune(' ')
	canvas.Focused().TypedRune(' ')
	if len(s.review.Unsure()) != 0 || canvas.Focused() != fyne.Focusable(s.dock.rows[s.review.Pieces()[0].ID]) {
		t.Fatalf("%v are to be checked, %T has the focus", s.review.Unsure(), canvas.Focused())
	}
	b.key(fyne.KeyDelete)
	b.key(fyne.KeyDelete)
	b.im.Undo()
	b.im.Undo()
	s.review.Discard(s.dock.order)
	s.refresh()
	s.check("/basics/name")
	if canvas.Focused() != fyne.Focusable(s.finish) {
		t.Errorf("%T has the focus at the end", canvas.Focused())
	}
}

// Several pieces are chosen and go together.
func TestPiecesTogether(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.im.show(several(t), nil)
	picturetest.Settle(b.shell.Window)
	s := b.im.screen
	order := s.dock.order
	s.dock.focus(order[0], 0)
	s.dock.focus(order[3], fyne.KeyModifierShift)
	if got := s.dock.all(order[2]); !slices.Equal(got, order[:4]) || !s.dock.rows[order[1]].State().Selected {
		t.Fatalf("%v are chosen", got)
	}
	s.dock.focus(order[1], fyne.KeyModifierShortcutDefault) // no longer
	if got := s.dock.all(order[0]); !slices.Equal(got, []int{order[0], order[2], order[3]}) {
		t.Fatalf("%v are chosen", got)
	}
	s.dock.focus(order[1], fyne.KeyModifierShortcutDefault)
	b.shell.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	if !strings.HasPrefix(b.copied, "Mill Lane Surgery\n• Ran") || strings.Count(b.copied, "\n") != 3 {
		t.Errorf("%q was copied", b.copied)
	}
	b.key(fyne.KeyReturn)
	if said := b.said(); !strings.Contains(said, "Send 4 pieces to") {
		t.Fatalf("said: %s", said)
	}
	test.Type(b.shell.Window.Canvas().Focused(), "new position")
	b.key(fyne.KeyReturn)
	if at, _ := s.sheet.at(); at != "/work/2/name" || s.review.Document().ListLen("/work/2/highlights") != 2 {
		t.Errorf("%q has the focus", at)
	}
	b.im.ShowLeft()
	b.key(fyne.KeyDelete)
	if len(s.review.Pieces()) != 0 || b.im.NextUndo() != "Discard" {
		t.Errorf("%+v", s.review.Pieces())
	}
	b.im.Undo()
	if len(s.review.Pieces()) != 1 || s.dock.chosen != order[4] {
		t.Errorf("%+v, %d has the focus", s.review.Pieces(), s.dock.chosen)
	}
	b.im.Undo()
	b.im.ShowLeft()
	b.shell.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := s.dock.all(order[0]); len(got) != 5 {
		t.Errorf("%v are chosen", got)
	}
}

func TestDragging(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 900)
	s := b.review()
	d := fyne.CurrentApp().Driver()
	middle := func(o fyne.CanvasObject) fyne.Position {
		return d.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	}
	drag := func(w *widgets.FactRow, to fyne.Position) {
		w.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: to}})
		w.DragEnd()
	}
	first := s.review.Pieces()[0].ID
	over := s.sheet.rows["/basics/phone"]
	s.dock.rows[first].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: middle(over)}})
	if !over.State().Target {
		t.Error("what a drag is over is not shown")
	}
	s.dock.rows[first].DragEnd()
	if got := s.review.Document().TextAt("/basics/phone"); got != "Registered since 2012" {
		t.Errorf("the phone is %q", got)
	}
	picturetest.Settle(b.shell.Window)
	drag(s.sheet.rows["/basics/phone"], middle(s.sheet.rows["/basics/summary"]))
	if got := s.review.Document().TextAt("/basics/summary"); got != "Nurse.\n\nRegistered since 2012" || s.review.Document().TextAt("/basics/phone") != "" {
		t.Errorf("the summary is %q", got)
	}
	picturetest.Settle(b.shell.Window)
	drag(s.sheet.rows["/basics/summary"], middle(s.dock.root))
	if len(s.review.Pieces()) != 2 {
		t.Errorf("%+v are left", s.review.Pieces())
	}
	picturetest.Settle(b.shell.Window)
	before := s.review.Document()
	drag(s.sheet.rows["/basics/name"], fyne.NewPos(20, 400)) // on the source
	if !s.review.Document().Equal(before) {
		t.Error("a drop beside all fields changes something")
	}
	s.sheet.scroll.ScrollToTop()
	piece := s.dock.rows[s.review.Pieces()[0].ID]
	drag(piece, middle(s.sheet.heads[0]))
	if !s.review.Document().Equal(before) || b.shell.Window.Canvas().Overlays().Top() == nil {
		t.Error("a drop on the heading of a section does not ask where it belongs")
	}
}

func TestCorrectionsAreNotLostWithoutAQuestion(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.review()
	b.key(fyne.KeyEscape)
	if b.im.Reviewing() || b.said() != "" {
		t.Fatalf("nothing was done, and is asked about: %s", b.said())
	}
	s := b.review()
	s.check("/basics/location/city")
	left := false
	b.im.Leave(func() { left = true })
	if left || !strings.Contains(b.said(), "Your corrections will be lost") {
		t.Fatalf("left without a question: %s", b.said())
	}
	b.press("Stop importing")
	if !left || b.im.Reviewing() {
		t.Error("the review is still there")
	}
}

// Reading is canceled while it goes on, and nothing more is said of it.
func TestReadingIsCanceled(t *testing.T) {
	done := make(chan func(), 4)
	async := session.Threads{Async: func(f func()) { go f() }, Post: func(f func()) { done <- f }}
	b := newBenchOn(t, widgets.Light, 1200, 800, async)
	b.shell.Stage.Later = func(after time.Duration, f func()) func() {
		if after > 200*time.Millisecond {
			t.Errorf("progress is shown after %v", after)
		}
		f()
		return func() {}
	}
	b.reader.block = true
	b.im.Open(b.file("slow.pdf", "%PDF-1.7\n..."), nil)
	if !strings.Contains(b.said(), "Reading slow.pdf") {
		t.Fatalf("said: %q", b.said())
	}
	b.press("Cancel")
	select {
	case f := <-done:
		f()
	case <-time.After(20 * time.Second):
		t.Fatal("reading goes on")
	}
	if b.said() != "" || b.im.Reviewing() || b.failed != 0 {
		t.Errorf("said: %q", b.said())
	}
}

func TestFailuresNameTheFile(t *testing.T) {
	b := newBench(t, widgets.Light, 1200, 800)
	b.reader.err = errors.New("the PDF is locked with a password")
	b.im.Open(b.file("cv.pdf", "%PDF-1.7\n..."), nil)
	if got := b.said(); !strings.Contains(got, "“cv.pdf”: the PDF is locked with a password") || b.failed != 1 {
		t.Errorf("said: %q", got)
	}
}

func TestScreenLooks(t *testing.T) {
	for name, c := range map[string]struct {
		theme         widgets.Choice
		width, height float32
		pdf           bool
	}{"review-light": {widgets.Light, 1440, 900, true}, "review-dark": {widgets.Dark, 1024, 700, false}} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, c.theme, c.width, c.height)
			if c.pdf {
				b.reader.pages = pdftexttest.Page("*Ada Example*", "ada@example.org", "Otterby", "/*Experience*", "*Ward nurse* Jan 2019 – Present", "Harbour Hospital", "• Cut falls by half.", "• Trained six nurses.", "/*Skills*", "Triage, Telemetry")
				b.im.Open(b.file("ada.pdf", "%PDF-1.7\n..."), nil)
			} else {
				b.review()
			}
			picturetest.Settle(b.shell.Window)
			picturetest.Check(t, b.shell.Window, name, picturetest.Tolerance{Channel: 12, Strays: 2})
		})
	}
}

// What is tapped stays where it is: when a row is chosen, when its editor opens, and when that
// closes because another row was tapped. An editor is as high as the text, and breaks it alike.
func TestEditingMovesNothing(t *testing.T) {
	b := newBench(t, widgets.Light, 1000, 640)
	s := b.review()
	long := "Trained six nurses in triage, and wrote the list of questions by which a ward decides who is seen first, at night and on weekends as well."
	if err := s.review.Type(rowAt(t, s.review, "/work/0/highlights/1"), long); err != nil {
		t.Fatal(err)
	}
	s.refresh()
	driver := fyne.CurrentApp().Driver()
	places := func() map[resume.Address]float32 {
		picturetest.Settle(b.shell.Window)
		all := map[resume.Address]float32{}
		for at, w := range s.sheet.rows {
			all[at] = driver.AbsolutePositionForObject(w).Y
		}
		return all
	}
	view := driver.AbsolutePositionForObject(s.sheet.scroll).Y
	tapped := 0
	for _, offset := range []float32{0, 60, 130} {
		for _, at := range s.sheet.order {
			s.sheet.endEdit()
			b.shell.Focus(s.finish)
			s.sheet.scroll.ScrollToOffset(fyne.NewPos(0, offset))
			before := places()
			w := s.sheet.rows[at]
			if before[at] < view || before[at]+w.Size().Height > view+s.sheet.scroll.Size().Height {
				continue // nobody can tap all of it
			}
			tapped++
			for _, what := range []string{"choosing", "editing"} {
				w.Tapped(&fyne.PointEvent{})
				for other, y := range places() {
					if y != before[other] {
						t.Fatalf("offset %v: %s %s moves %s by %v", offset, what, at, other, y-before[other])
					}
				}
			}
			if s.sheet.edited != at {
				t.Fatalf("%s has no editor", at)
			}
		}
	}
	if tapped < 20 {
		t.Errorf("only %d rows were tapped", tapped)
	}
}
