// Package find is the bar that finds and replaces text in the open resume. It is not
// modal: the resume can be edited while it is open.
package find

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the bar needs from the window.
type Services struct {
	Hold    func(resume.Match) // shows the field of a match and selects the match, without focusing it
	Release func()             // ends that
	Leave   func()             // focuses the field of the match shown last
	Mark    func(q resume.Query, matches []resume.Match, current int, reveal bool)
	Focus   func(fyne.Focusable)
	Notice  func(text string)         // shows a toast with an Undo button
	Resized func()                    // the bar needs another height
	OnKey   func(*fyne.KeyEvent) bool // a key typed into the bar, such as F3
}

// Bar is the find bar.
type Bar struct {
	session  *session.Session
	services Services

	root    *fyne.Container
	query   *widgets.TextField
	with    *widgets.TextField
	options [2]*widgets.Toggle // match case, whole word
	count   *widgets.Caption
	where   *widgets.CutText
	first   *fyne.Container // the row to find in
	second  *fyne.Container // the row to replace in
	expand  *widgets.IconButton

	origin  resume.Address // where the search began
	matches []resume.Match
	current int // index of the match shown, -1 for none
	opened  int // the document that is searched, as in [session.Snapshot]
}

// New makes the bar, which is closed.
func New(s *session.Session, services Services) *Bar {
	b := &Bar{session: s, services: services, current: -1}
	b.query, b.with = widgets.NewTextField(tr.T("find.find", "Find")), widgets.NewTextField(tr.T("find.replace-with", "Replace with"))
	b.query.OnChanged = func(string) { b.search() }
	b.query.OnKey = func(k *fyne.KeyEvent) bool { return b.key(k, b.step) }
	b.with.OnKey = func(k *fyne.KeyEvent) bool { return b.key(k, func(int) { b.replace() }) }
	changed := func(bool) { b.search() }
	b.options = [2]*widgets.Toggle{widgets.NewToggle("Aa", tr.T("find.match-case", "Match case"), changed), widgets.NewToggle(tr.T("find.word", "Word"), tr.T("find.whole-word", "Whole word"), changed)}
	b.count = widgets.NewCaption("")
	b.where = widgets.NewCutNote()
	b.root = widgets.NewBorder(nil, widget.NewSeparator(), nil, nil,
		widgets.NewBand(container.New(layout.NewCustomPaddedLayout(5, 5, 12, 12), b.rows(b.count)), theme.ColorNameHeaderBackground))
	b.root.Hide()
	s.OnChange(func(now session.Snapshot) {
		if !b.IsOpen() {
			return
		}
		if now.Opened != b.opened {
			b.Close()
			return
		}
		b.refresh()
	})
	return b
}

const fieldWidth = 260

func (b *Bar) rows(count fyne.CanvasObject) fyne.CanvasObject {
	icon := func(r fyne.Resource, name string, do func()) fyne.CanvasObject {
		return container.NewCenter(widgets.NewIconButton(r, name, do))
	}
	field := func(f *widgets.TextField) fyne.CanvasObject {
		return container.New(layout.NewGridWrapLayout(fyne.NewSize(fieldWidth, f.MinSize().Height)), f)
	}
	b.expand = widgets.NewIconButton(theme.MenuExpandIcon(), tr.T("find.show-replace", "Show replace"), func() { b.showReplace(!b.second.Visible()) })
	first := container.NewHBox(container.NewCenter(b.expand), field(b.query), container.NewCenter(b.options[0]), container.NewCenter(b.options[1]),
		icon(theme.MoveUpIcon(), tr.T("find.previous-match", "Previous match"), func() { b.Step(-1) }), icon(theme.MoveDownIcon(), tr.T("find.next-match", "Next match"), func() { b.Step(1) }), count)
	gap := container.New(layout.NewGridWrapLayout(fyne.NewSize(b.expand.MinSize().Width, 1)), layout.NewSpacer())
	b.second = container.NewHBox(gap, field(b.with), widgets.NewButton(tr.T("find.replace", "Replace"), b.replace), widgets.NewButton(tr.T("find.replace-all", "Replace all"), b.replaceAll))
	b.second.Hide()
	b.first = widgets.NewBorder(nil, nil, first, icon(theme.CancelIcon(), tr.T("find.close", "Close"), b.Leave), b.where)
	return container.NewVBox(b.first, b.second)
}

// Object is the bar, which is hidden while it is closed.
func (b *Bar) Object() fyne.CanvasObject { return b.root }

// IsOpen reports whether the bar is shown.
func (b *Bar) IsOpen() bool { return b.root.Visible() }

// Open opens the bar, with a text to find unless it is "", and focuses it.
func (b *Bar) Open(text string, replace bool) {
	if !b.IsOpen() {
		b.origin, b.current = b.session.Focus(), -1
		b.opened = b.session.Now().Opened
		b.root.Show()
		b.services.Resized()
	}
	if replace {
		b.showReplace(true)
	}
	if text != "" {
		b.query.SetTextQuiet(text)
	}
	b.services.Focus(b.query)
	b.query.SelectRange(0, len([]rune(b.query.Text)))
	b.search()
}

// Close closes the bar.
func (b *Bar) Close() {
	if b.IsOpen() {
		b.root.Hide()
		b.services.Resized()
		b.matches, b.current = nil, -1
		b.services.Mark(b.asked(), nil, 0, false)
		b.services.Release()
	}
}

// Leave closes the bar and leaves the match selected in its field, which gets the
// focus.
func (b *Bar) Leave() {
	if b.IsOpen() {
		b.services.Leave()
		b.Close()
	}
}

func (b *Bar) showReplace(on bool) {
	b.second.Hidden = !on
	name, icon := tr.T("find.show-replace", "Show replace"), theme.MenuExpandIcon()
	if on {
		name, icon = tr.T("find.hide-replace", "Hide replace"), theme.MenuDropDownIcon()
	}
	b.expand.SetName(name)
	b.expand.SetIcon(icon)
	b.services.Resized()
}

// key handles a key typed into one of the fields. Enter is with 1, Shift+Enter with -1.
func (b *Bar) key(k *fyne.KeyEvent, enter func(by int)) bool {
	switch k.Name {
	case fyne.KeyEscape:
		b.Leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		by := 1
		if widgets.Modifiers()&fyne.KeyModifierShift != 0 {
			by = -1
		}
		enter(by)
	default:
		return b.services.OnKey(k)
	}
	return true
}

func (b *Bar) asked() resume.Query {
	return resume.Query{Text: b.query.Text, MatchCase: b.options[0].On(), WholeWord: b.options[1].On()}
}

// search finds the query anew and shows the first match from where the search began.
func (b *Bar) search() {
	if !b.IsOpen() {
		return
	}
	b.matches = b.session.Now().Document.Search(b.asked())
	b.current = b.nearest()
	b.show(true)
}

// nearest is the index of the first match in the field where the search began, else in
// its entry, its section, or anywhere; -1 for none.
func (b *Bar) nearest() int {
	if len(b.matches) == 0 {
		return -1
	}
	for at := b.origin; at != resume.Root; at = at.Parent() {
		if i := slices.IndexFunc(b.matches, func(m resume.Match) bool { return m.Address.Within(at) }); i >= 0 {
			return i
		}
	}
	return 0
}

// Step shows the next match, or the previous one where by is -1. After the last
// comes the first.
func (b *Bar) Step(by int) {
	if !b.IsOpen() {
		b.Open("", false)
		return
	}
	b.step(by)
}

func (b *Bar) step(by int) {
	n := len(b.matches)
	if n == 0 {
		return
	}
	b.current = ((b.current+by)%n + n) % n
	b.show(true)
}

// show shows how many matches there are, and marks them; reveal shows the current
// one in its field.
func (b *Bar) show(reveal bool) {
	warn := false
	count, where := "", ""
	switch {
	case b.current >= 0:
		m := b.matches[b.current]
		b.origin = m.Address
		count = tr.T("find.of", "{{.Number}} of {{.All}}", tr.With{"Number": b.current + 1, "All": len(b.matches)})
		where = tr.Place(b.session.Now().Document.Labels().Of(m.Address))
		if m.Hidden {
			where = tr.T("find.hidden", "Hidden · {{.Where}}", tr.With{"Where": where})
		}
	case b.query.Text != "":
		count = tr.T("find.no-matches", "No matches")
		warn = true
	}
	b.count.Say(count, warn)
	b.where.SetText(where)
	b.first.Refresh()
	b.services.Mark(b.asked(), b.matches, max(0, b.current), reveal)
	switch {
	case !reveal:
	case b.current >= 0:
		b.services.Hold(b.matches[b.current])
	default:
		b.services.Release()
	}
}

// refresh finds the query again after the document has changed. The current match
// stays the one it was, if it is still there.
func (b *Bar) refresh() {
	var now resume.Match
	if b.current >= 0 {
		now = b.matches[b.current]
	}
	b.matches = b.session.Now().Document.Search(b.asked())
	i := slices.IndexFunc(b.matches, func(m resume.Match) bool { return m.Address == now.Address && m.From == now.From })
	if i < 0 {
		i = min(max(0, b.current), len(b.matches)-1)
	}
	b.current = i
	b.show(false)
}

// replace replaces the current match and shows the next one.
func (b *Bar) replace() {
	if b.current < 0 {
		return
	}
	m, with := b.matches[b.current], b.with.Text
	edit := func(d resume.Document) (resume.Document, error) { return d.Replace(m, with) }
	at := b.current
	if !b.session.Edit(tr.T("find.replace", "Replace"), m.Address, edit) {
		b.step(1) // the replacement is the same text
		return
	}
	inside := func(n resume.Match) bool { return n.Address == m.Address && n.From < m.From+len(with) }
	for at < len(b.matches) && inside(b.matches[at]) {
		at++
	}
	if b.current = -1; len(b.matches) > 0 {
		b.current = at % len(b.matches)
	}
	b.show(true)
}

// growthLimit is how many bytes replacing all matches may add: a thirty-page resume's.
const growthLimit = 100_000

// replaceAll replaces all matches as one undo step.
func (b *Bar) replaceAll() {
	if len(b.matches) == 0 {
		return
	}
	n := 0
	q, with := b.asked(), b.with.Text
	if len(b.matches)*(len(with)-len(q.Text)) > growthLimit {
		b.count.Say(tr.T("find.too-much-text-to", "Too much text to replace all"), true)
		b.first.Refresh()
		return
	}
	if b.session.Edit(tr.T("find.replace-all", "Replace all"), "", func(d resume.Document) (resume.Document, error) {
		next, count, err := d.ReplaceAll(q, with)
		n = count
		return next, err
	}) {
		b.search()
		b.services.Notice(replaced(n))
	}
}

func replaced(n int) string {
	return tr.N("find.replaced-matches", "Replaced {{.Count}} match.", "Replaced {{.Count}} matches.", n)
}
