package sidebar

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// open shows the role's sample, scored after every change.
func open(t *testing.T) (*session.Session, *Sidebar) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := session.New(time.Now)
	b := New(s, Services{Roles: func() role.List { return role.All() }, Select: func(resume.Address, int, int) {}})
	pack, _ := role.ByID("backend-engineer")
	s.OnChange(func(n session.Snapshot) {
		b.Show(score.Document(n.Document, score.Options{Target: score.TargetOf(pack), Level: n.Resume.Meta.Level, Today: resume.Date{Year: 2026, Month: 6, Day: 1}}), nil)
	})
	w := test.NewWindow(b.Object())
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(310, 900))
	s.Load(pack.Sample(), "", false)
	return s, b
}

func TestDimensionsOpenToTheirChecks(t *testing.T) {
	_, b := open(t)
	if b.explain.root.Visible() {
		t.Error("something is explained that nobody asked about")
	}
	b.strip.meters["length"].OnTapped()
	want := score.Explain("length")
	if !b.explain.root.Visible() || len(b.explain.rows) != len(want) || b.explain.rows[0].how.Text() != want[0].How {
		t.Fatalf("%d checks are explained", len(b.explain.rows))
	}
	for _, d := range b.report.Dimensions {
		for i, c := range d.Checks {
			if d.ID == "length" && !strings.HasPrefix(b.explain.rows[i].name.Text(), c.Name+": ") {
				t.Errorf("%q, want %s", b.explain.rows[i].name.Text(), c.Name)
			}
		}
	}
	at := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	if meter := b.strip.meters["length"]; at(b.explain.root)-at(meter) > 120 || at(b.explain.root) < at(meter) || at(b.explain.root) > at(b.cards.root) {
		t.Errorf("the explanation is at %v, the meter at %v", at(b.explain.root), at(meter))
	}
	if b.explain.rows[0].small.Visible() {
		t.Error("the small print is not folded")
	}
	b.explain.more.OnTapped()
	if !b.explain.rows[0].small.Visible() {
		t.Error("the small print does not open")
	}
	if !strings.HasSuffix(b.cards.title.Text(), "length") {
		t.Errorf("the cards are those of %q", b.cards.title.Text())
	}
	b.strip.meters["length"].OnTapped()
	if b.explain.root.Visible() || b.cards.title.Text() != "What to change" {
		t.Errorf("a second tap does not lead back: %q", b.cards.title.Text())
	}
}

func TestScoreTakesLittleSpace(t *testing.T) {
	_, b := open(t)
	if h := b.strip.Size().Height; h > 120 || h < 40 {
		t.Errorf("the score is %v high", h)
	}
	for _, w := range []float32{260, 340} {
		if min := b.Object().MinSize().Width; min > w {
			t.Errorf("the panel needs %v of %v", min, w)
		}
	}
}

func TestLevel(t *testing.T) {
	s, b := open(t)
	choose := func(i int) { b.target.levelItems()[i].Action() }
	if b.target.level.Text() != "Mid" || b.target.levelItems()[0].Label != "From your dates: mid" {
		t.Errorf("the level is %q, the list begins with %q", b.target.level.Text(), b.target.levelItems()[0].Label)
	}
	choose(3)
	if s.Now().Resume.Meta.Level != score.Senior || b.report.Level != score.Senior || b.target.level.Text() != "Senior" {
		t.Errorf("%q, read as %s, shown as %q", s.Now().Resume.Meta.Level, b.report.Level, b.target.level.Text())
	}
	s.Undo()
	if s.Now().Resume.Meta.Level != "" || b.target.level.Text() != "Mid" {
		t.Errorf("undone: %q, shown as %q", s.Now().Resume.Meta.Level, b.target.level.Text())
	}
	choose(1)
	choose(0)
	if s.Now().Resume.Meta.Level != "" {
		t.Error("the level cannot be left to the dates again")
	}
}

func TestProblemsOfThePage(t *testing.T) {
	_, b := open(t)
	b.ShowProblems([]resume.Problem{{Address: "/basics/name", Text: "no font has it"}, {Address: resume.SettingAddress("classic", "page.left"), Text: "page.left: 900 is not between 5 and 60"}})
	for i, want := range []string{"Not everything here can be printed.", "This design setting can't be used."} {
		if got := b.cards.rows[i].view.Text().Says; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What can't be printed is named, and removed in one step.
func TestRemoveUnprinted(t *testing.T) {
	s, b := open(t)
	at := resume.Address("/basics/summary")
	s.Edit("", at, func(d resume.Document) (resume.Document, error) {
		return d.SetText(at, "🚀 Launched 👩‍⚕️, and 🚀 sold 🚀")
	})
	b.ShowProblems([]resume.Problem{{Address: at, Text: "these characters can't be printed: 🚀 👩‍⚕️", Unprinted: "🚀 👩‍⚕️"}})
	row := b.cards.rows[0]
	if row.view.Text().Says != "These characters can't be printed: 🚀 👩‍⚕️." || !row.apply.Visible() || row.apply.Name() != "Remove 🚀 👩‍⚕️" {
		t.Fatalf("%q, %q", row.view.Text().Says, row.apply.Name())
	}
	row.apply.OnTapped()
	if got := s.Now().Resume.Basics.Summary; got != "Launched, and sold" {
		t.Errorf("%q is left", got)
	}
	s.Undo()
	if got := s.Now().Resume.Basics.Summary; got != "🚀 Launched 👩‍⚕️, and 🚀 sold 🚀" {
		t.Errorf("%q is undone", got)
	}
}

// That there is no guide for a trade is said of another trade alone.
func TestNoRoleIsFound(t *testing.T) {
	s, b := open(t)
	for title, want := range map[string]string{"Registered Nurse": noGuide(), "Engineer": notFound()} {
		nurse(t, s)
		s.Edit("", "", func(d resume.Document) (resume.Document, error) { return d.SetText("/work/0/position", title) })
		b.Show(score.Document(s.Now().Document, score.Options{Today: resume.Date{Year: 2026, Month: 6, Day: 1}}), nil)
		if got := b.target.guess.Text(); got != want {
			t.Errorf("%s: %s", title, got)
		}
	}
}

// nurse is a first draft: a dozen bullets without a result.
func nurse(t *testing.T, s *session.Session) {
	t.Helper()
	m := func(name string, v resume.Value) resume.Member { return resume.Member{Name: name, Value: v} }
	job := func(title, start, end string, bullets ...string) resume.Value {
		return resume.Struct(m("name", resume.Text("Lakeside Hospital")), m("position", resume.Text(title)),
			m("startDate", resume.Text(start)), m("endDate", resume.Text(end)), m("highlights", resume.Texts(bullets...)))
	}
	s.Load(resume.NewDocument(resume.Struct(
		m("basics", resume.Struct(m("name", resume.Text("Amara Lindqvist")), m("email", resume.Text("amara@example.org")))),
		m("work", resume.List(
			job("Charge Nurse", "2020-01", "2026-01", "Led shifts of 9 nurses", "Trained new nurses on the ward", "Recieved patients in triage", "Worked with doctors on discharge plans"),
			job("Nurse", "2013-01", "2019-12", "Gave medication", "Was responsible for wound care", "Documented care", "Supported families"))))), "", false)
}

// rowsShown are the rows of the list.
func rowsShown(b *Sidebar) (rows []*cardRow) {
	for _, r := range b.cards.rows {
		if r.view.Visible() {
			rows = append(rows, r)
		}
	}
	return rows
}

func placesShown(b *Sidebar) (all []resume.Address) {
	for _, r := range rowsShown(b) {
		all = append(all, r.row.card.Address)
	}
	return all
}

func TestCardsOfTheWholeNameAFewPlaces(t *testing.T) {
	s, b := open(t)
	nurse(t, s)
	rows := rowsShown(b)
	whole := rows[0]
	if whole.row.card.Address != "" || len(whole.row.card.Places) != 9 || !rows[1].row.inner || !rows[3].row.inner || rows[4].row.more == "" {
		t.Fatalf("the list begins with %+v", whole.row.card)
	}
	if got := rows[4].view.Text().Says; got != "Show 6 more" {
		t.Error(got)
	}
	rows[4].view.OnTapped()
	inner := 0
	for _, r := range rowsShown(b) {
		if r.row.inner && r.row.more == "" {
			inner++
		}
	}
	if inner != 9 {
		t.Errorf("%d places are shown of all", inner)
	}
	for _, r := range rowsShown(b) {
		if w := r.view.Text().Worth; strings.ContainsAny(w, ".,") {
			t.Errorf("a card is worth %q", w)
		}
	}
	var shown resume.Address
	s.OnReveal(func(a resume.Address) { shown = a })
	rows[0].view.OnTapped()
	if shown != whole.row.card.Places[0].Address {
		t.Errorf("the card leads to %q", shown)
	}
}

// The card of the place with the focus is marked, and shown even where it is folded.
func TestCardOfTheFocusIsMarked(t *testing.T) {
	s, b := open(t)
	nurse(t, s)
	last := b.report.Cards[0].Places[8].Address
	if slices.Contains(placesShown(b), last) {
		t.Fatalf("%s is shown without being asked for", last)
	}
	s.Focused(last)
	marked := 0
	for _, r := range rowsShown(b) {
		if r.view.Marked() {
			marked++
			if r.row.card.Address != last {
				t.Errorf("%s is marked", r.row.card.Address)
			}
		}
	}
	if marked != 1 {
		t.Errorf("%d cards are marked", marked)
	}
	s.Focused("/basics/email")
	if slices.Contains(placesShown(b), last) {
		t.Error("it stays when the focus leaves")
	}
}

// While a bullet is typed in, its card keeps its place, and stays when nothing is left
// to change.
func TestCardsDoNotJumpWhileTyping(t *testing.T) {
	s, b := open(t)
	const at = "/work/0/highlights/0"
	s.Load(must(s.Now().Document.SetText(at, "Responsible for the the orders service")), "", false)
	s.Focused(at)
	before := placesShown(b)
	place := slices.Index(before, at)
	if place < 0 {
		t.Fatalf("there is no card of %s: %v", at, before)
	}
	const final = "Cut the p95 latency of the orders service from 900 ms to 120 ms with Redis, serving 4 million users"
	for n := range len(final) + 1 {
		s.Type(at, final[:n])
		if got := slices.Index(placesShown(b), at); n > 3 && got != place {
			t.Fatalf("at %q the card is at %d, not %d: %v", final[:n], got, place, placesShown(b))
		}
	}
	if _, ok := b.report.CardAt(at); ok {
		t.Fatal("the bullet still lacks something")
	}
	if got := rowsShown(b)[place].view.Text(); got.Worth != "✓" {
		t.Errorf("%+v", got)
	}
	s.Focused("/basics/email")
	if slices.Contains(placesShown(b), at) {
		t.Error("the card stays when the focus leaves")
	}
}

// Where a finding is about a word, a tap on the card selects the word.
func TestCardLeadsToTheWord(t *testing.T) {
	s, b := open(t)
	const at = "/work/0/highlights/0"
	s.Load(must(s.Now().Document.SetText(at, "Cut latency from 900 ms to 120 ms with Redis and the the cache in 4 weeks")), "", false)
	var shown resume.Address
	var text string
	s.OnReveal(func(a resume.Address) { shown = a })
	b.cards.sidebar.services.Select = func(a resume.Address, start, end int) { text = s.Now().Document.TextAt(a)[start:end] }
	for _, r := range rowsShown(b) {
		if r.row.card.Address == at {
			r.view.OnTapped()
		}
	}
	if shown != at || text != "the the" {
		t.Errorf("it leads to %q of %s", text, shown)
	}
}

// An empty project is taught instead of judged.
func TestEmptyProjectsAreTaught(t *testing.T) {
	s, b := open(t)
	s.Load(resume.Document{}, "", false)
	if b.score.Visible() {
		t.Error("an empty project has a score")
	}
	rows := rowsShown(b)
	if len(rows) < 3 || rows[0].view.Text().Worth != "1" || rows[0].row.card.Address != resume.Basics {
		t.Errorf("%d steps are shown", len(rows))
	}
	if !strings.HasPrefix(b.cards.title.Text(), "Your score appears once") {
		t.Error(b.cards.title.Text())
	}
	nurse(t, s)
	if !b.score.Visible() {
		t.Error("the score does not appear")
	}
}

func must(d resume.Document, err error) resume.Document {
	if err != nil {
		panic(err)
	}
	return d
}

func TestCareerLeadsToItsEntries(t *testing.T) {
	s, b := open(t)
	if !b.career.root.Visible() || b.career.head.Open() || len(b.career.leads) != 5 {
		t.Fatalf("%d entries are drawn", len(b.career.leads))
	}
	s.Edit("", "", func(d resume.Document) (resume.Document, error) {
		d, err := d.Remove("/projects")
		if err != nil {
			return d, err
		}
		return d.SetText("/work/1/endDate", "2021-12")
	})
	last := len(b.career.leads) - 1
	if last != 4 || b.career.leads[last] != "/work/0" {
		t.Errorf("the gap is not drawn: %v", b.career.leads)
	}
	var shown resume.Address
	s.OnReveal(func(a resume.Address) { shown = a })
	b.career.timeline.OnTapped(last)
	if shown != "/work/0" {
		t.Errorf("the gap leads to %q", shown)
	}
	s.Load(resume.Document{}, "", false)
	if b.career.root.Visible() {
		t.Error("years without entries are drawn")
	}
}

func TestLengthsInWords(t *testing.T) {
	for months, want := range map[int]string{1: "1 month", 11: "11 months", 12: "1 year", 25: "2 years 1 month"} {
		if got := length(months); got != want {
			t.Errorf("%d months are %q, want %q", months, got, want)
		}
	}
}

func TestWithout(t *testing.T) {
	for text, want := range map[string]string{"a 🚀b": "a b", "a🚀 b": "a b", "a 🚀🚀 b": "a b", "🚀": "", "(a 🚀)": "(a)", "🚀 a": "a", "a 🚀": "a", " a  b 🚀 c ": " a  b c "} {
		if got := without(text, []string{"🚀"}); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
