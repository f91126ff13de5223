package find

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// bench is a bar without a window: what it asks of one is noted.
type bench struct {
	*Bar
	session *session.Session
	held    resume.Match
	marked  int // matches
	left    bool
	notice  string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	p, _ := role.ByID("backend-engineer")
	b := &bench{session: session.New(time.Now)}
	b.session.Load(p.Sample(), "", false)
	b.Bar = New(b.session, Services{
		Hold: func(m resume.Match) { b.held = m }, Release: func() { b.held = resume.Match{} }, Leave: func() { b.left = true },
		Mark:  func(_ resume.Query, m []resume.Match, _ int, _ bool) { b.marked = len(m) },
		Focus: func(fyne.Focusable) {}, Resized: func() {}, Notice: func(text string) { b.notice = text }, OnKey: func(*fyne.KeyEvent) bool { return false },
	})
	return b
}

func (b *bench) want(t *testing.T, count string, marked int) {
	t.Helper()
	if b.count.Text() != count || b.marked != marked {
		t.Errorf("%q with %d marks, want %q with %d", b.count.Text(), b.marked, count, marked)
	}
}

func TestFindAndStep(t *testing.T) {
	b := newBench(t)
	n := len(b.session.Now().Document.Search(resume.Query{Text: "kafka"}))
	if n < 2 {
		t.Fatal(n)
	}
	b.session.Focused("/work/1/position")
	b.Open("", false)
	test.Type(b.query, "KAFKA")
	if b.held.Address != "/work/1/highlights/0" || b.marked != n {
		t.Errorf("not the first match in the entry where the focus was: %+v", b.held)
	}
	first := b.current
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	for range n {
		b.query.TypedKey(enter)
	}
	if b.current != first {
		t.Errorf("after %d steps at %d, not at %d", n, b.current, first)
	}
	b.Step(-1)
	if b.current != (first-1+n)%n {
		t.Errorf("the step back leads to %d", b.current)
	}
	test.Tap(b.options[0])
	b.want(t, "No matches", 0)
	test.Tap(b.options[0])
	b.query.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.IsOpen() || !b.left || b.marked != 0 {
		t.Errorf("Escape: open %v, left %v, %d marks", b.IsOpen(), b.left, b.marked)
	}
	b.Step(1)
	if !b.IsOpen() || b.query.Text != "KAFKA" {
		t.Error("F3 does not search for the last query")
	}
}

func TestReplace(t *testing.T) {
	b := newBench(t)
	before := b.session.Now().Document
	n := len(before.Search(resume.Query{Text: "kafka"}))
	b.Open("Kafka", true)
	if !b.second.Visible() {
		t.Error("no field to replace with")
	}
	b.with.SetText("Kafka Kafka")
	at := b.current
	b.with.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(b.matches) != n+1 || b.current != at+2 {
		t.Errorf("%d matches, at %d: what was just put in is next", len(b.matches), b.current)
	}
	b.session.Undo()
	if !b.session.Now().Document.Equal(before) || len(b.matches) != n {
		t.Error("undo does not restore the text")
	}
	b.with.SetText("Pulsar")
	b.replaceAll()
	b.want(t, "No matches", 0)
	if got := len(b.session.Now().Document.Search(resume.Query{Text: "pulsar"})); got != n || b.notice != replaced(n) {
		t.Errorf("%d of %d replaced: %q", got, n, b.notice)
	}
	b.session.Undo()
	if !b.session.Now().Document.Equal(before) {
		t.Error("one undo does not restore all")
	}
}

// The bar follows the document while it is open, and closes with it.
func TestFollowsDocument(t *testing.T) {
	b := newBench(t)
	b.Open("kafka", false)
	n := len(b.matches)
	b.Step(1)
	now := b.matches[b.current]
	b.session.Type("/basics/label", "Kafka person")
	if len(b.matches) != n+1 || b.matches[b.current] != now {
		t.Errorf("%d matches, at %+v, not at %+v", len(b.matches), b.matches[b.current], now)
	}
	b.session.Edit("Hide", now.Address.Parent().Parent(), func(d resume.Document) (resume.Document, error) {
		return d.HideItem(now.Address.Parent().Parent(), true)
	})
	if b.show(true); b.where.Text()[:6] != "Hidden" {
		t.Errorf("a hidden match is said to be at %q", b.where.Text())
	}
	b.session.Load(resume.Document{}, "", false)
	if b.IsOpen() {
		t.Error("open on another document")
	}
}

// What is replaced is text as it is typed; a replacement that would make the resume many times
// as long is refused in words.
func TestReplaceWithAnything(t *testing.T) {
	for with, refused := range map[string]bool{
		"**": false, "<b>$1\\1.*[": false, "": false, "\u05d0\U0001f600": false,
		strings.Repeat("x", 20_000): true,
	} {
		b := newBench(t)
		before := b.session.Now().Document
		b.Open("e", true)
		b.with.SetText(with)
		b.replaceAll()
		after := b.session.Now().Document
		if after.Equal(before) != refused {
			t.Errorf("%.20q: changed: %v", with, !refused)
		}
		if refused {
			b.want(t, "Too much text to replace all", b.marked)
		}
		b.session.Undo()
		if !b.session.Now().Document.Equal(before) {
			t.Errorf("%.20q: it was more than one step", with)
		}
	}
}
