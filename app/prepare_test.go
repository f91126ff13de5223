package app

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/exchange"
	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/application"
	"resumax/job/letter"
	"resumax/job/match"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// preparedIn is a window with the sample in the Prepare mode.
func preparedIn(t *testing.T, width, height float32) (*window, *answers) {
	t.Helper()
	w, picks := newTestWindow(t, width, height)
	w.project.Open(sampleFile(t))
	w.shell.Commands.Run("prepare")
	return w, picks
}

// keyed types a key while nothing has the focus.
func keyed(w *window, k fyne.KeyName) { w.canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }

// kept is what the project keeps of the preparation.
func kept(w *window) prep.Prep { return prep.Of(w.session.Now().Project) }

// says reports whether the window shows a text.
func says(w *window, text string) bool {
	for _, o := range test.LaidOutObjects(w.canvas().Content()) {
		switch o := o.(type) {
		case *widgets.Label:
			if o.Visible() && strings.Contains(o.Text(), text) {
				return true
			}
		case *widgets.TickRow:
			if strings.Contains(o.AccessibilityLabel(), text) {
				return true
			}
		}
	}
	return false
}

func TestACardIsPracticedByKeysAndUndone(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	r := w.prepare.service.Last()
	if r == nil || len(r.Cards) < 20 || r.Readiness != 0 {
		t.Fatal("the sample raises no questions")
	}
	first, second := r.Cards[0], r.Cards[1]
	tapLabeled(t, w, "Practice")
	if !says(w, first.Question) || says(w, first.Points[0]) {
		t.Fatal("practice does not begin with the question alone")
	}
	keyed(w, fyne.Key3)
	if len(kept(w).Cards) != 0 {
		t.Fatal("an answer was graded before its points were shown")
	}
	keyed(w, fyne.KeySpace)
	if !says(w, first.Points[0]) || !says(w, first.FollowUps[0]) {
		t.Fatal("Space does not show the points")
	}
	for _, f := range widgets.Focusables(w.canvas()) {
		if tick, ok := f.(*widgets.TickRow); ok {
			tick.Tapped(nil)
			break
		}
	}
	w.shell.Focus(nil)
	keyed(w, fyne.Key3)
	if all := kept(w).Cards; len(all) != 1 || all[0].Confidence != 4 || all[0].Review.IsNew() || !slices.Equal(all[0].Ticked, []int{0}) || all[0].Of == "" {
		t.Fatalf("kept is %+v", all)
	}
	if w.prepare.service.Last().Readiness <= 0 || !says(w, second.Question) {
		t.Error("the next question is not asked")
	}
	keyed(w, fyne.KeySpace)
	keyed(w, fyne.Key1)
	if len(kept(w).Cards) != 2 {
		t.Fatal("the second answer is not kept")
	}
	w.session.Undo()
	if len(kept(w).Cards) != 1 || !says(w, second.Question) {
		t.Error("undo does not ask the second question again")
	}
	w.session.Undo()
	if len(kept(w).Cards) != 0 || !says(w, first.Question) {
		t.Error("undo does not ask the first question again")
	}
	w.session.Redo()
	if now := w.prepare.service.Last(); len(kept(w).Cards) != 1 || now.Readiness <= 0 {
		t.Error("redo does not answer")
	}
	keyed(w, fyne.KeyEscape)
	if !w.prepare.on() || !shows(w, "Practice this one") {
		t.Error("Escape does not end the practice")
	}
	keyed(w, fyne.KeyEscape)
	if w.prepare.on() {
		t.Error("Escape does not lead back to Write")
	}
}

func TestPracticeEndsWithTheBrief(t *testing.T) {
	w, picks := preparedIn(t, 1440, 900)
	tapLabeled(t, w, "Practice")
	for range 10 {
		keyed(w, fyne.KeySpace)
		keyed(w, fyne.Key4)
	}
	if !says(w, "Done: 10 answers") {
		t.Fatal("ten answers don't end it")
	}
	tapLabeled(t, w, "Print the brief")
	picks.save = filepath.Join(t.TempDir(), "brief.pdf")
	press(t, w, "Export PDF…")
	data, err := os.ReadFile(picks.save)
	if err != nil || !strings.HasPrefix(string(data), "%PDF") || picks.asked[0].Name != "maya-brief.pdf" {
		t.Fatalf("%v, %d bytes, asked %+v", err, len(data), picks.asked)
	}
	if n := strings.Count(string(data), "/Type /Page\n") + strings.Count(string(data), "/Type/Page/") + strings.Count(string(data), "/Type /Page "); n > 1 {
		t.Errorf("the brief has %d pages", n)
	}
	w.showSheet(false)
	picks.save = filepath.Join(t.TempDir(), "list.md")
	press(t, w, "Markdown…")
	if data, err = os.ReadFile(picks.save); err != nil || !strings.Contains(string(data), w.prepare.service.Last().Cards[0].Question) {
		t.Errorf("the list lacks a question: %v", err)
	}
}

func TestANumberThatCantBeDefendedBlocksExports(t *testing.T) {
	w, picks := preparedIn(t, 1440, 900)
	claim := w.prepare.service.Last().Ledger[0]
	w.prepare.pane.ShowClaim(claim.ID)
	for _, f := range widgets.Focusables(w.canvas()) {
		if tick, ok := f.(*widgets.TickRow); ok && strings.Contains(tick.AccessibilityLabel(), "can’t defend") {
			tick.Tapped(nil)
		}
	}
	if len(w.blocked()) != 1 {
		t.Fatal("nothing is blocked")
	}
	w.show(w.screens.write)
	picks.save = filepath.Join(t.TempDir(), "out.pdf")
	w.exporter.Export(exchange.Default())
	if len(picks.asked) != 0 {
		t.Fatal("it is exported")
	}
	press(t, w, "Show me")
	if !w.prepare.on() || !says(w, claim.Quote) {
		t.Fatal("it does not lead to the number")
	}
	w.session.Undo()
	if len(w.blocked()) != 0 || !w.prepare.on() {
		t.Error("undo does not free it")
	}
	w.exporter.Export(exchange.Default())
	press(t, w, "Export anyway") // it is a sample
	if _, err := os.Stat(picks.save); err != nil {
		t.Error(err)
	}
}

func TestADefenseIsTypedAndGoesStale(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	claim := w.prepare.service.Last().Ledger[0]
	w.prepare.pane.ShowClaim(claim.ID)
	for _, hint := range []string{"What it was before", "Who measured it", "What of it is yours"} {
		for _, f := range widgets.Focusables(w.canvas()) {
			if e, ok := f.(*widgets.TextField); ok && strings.HasPrefix(e.PlaceHolder, hint) {
				w.canvas().Focus(e)
				test.Type(e, "our own")
				break
			}
		}
	}
	now := w.prepare.service.Last()
	c := now.Ledger[0]
	if !c.Defended || c.Quote != claim.Quote {
		t.Fatalf("kept is %+v", kept(w).Claims)
	}
	if all := kept(w).Claims; len(all) != 1 || all[0].Source != "our own" || all[0].Of == "" {
		t.Fatalf("kept is %+v", all)
	}
	text := w.session.Now().Document.TextAt(c.Address)
	w.session.Type(c.Address, strings.Replace(text, "80k", "90k", 1))
	if c := w.prepare.service.Last().Ledger[0]; !c.Stale || c.Defended {
		t.Errorf("a changed number is %+v", c)
	}
	tapLabeled(t, w, "It still holds")
	if c := w.prepare.service.Last().Ledger[0]; c.Stale || !c.Defended {
		t.Errorf("one that still holds is %+v", c)
	}
}

func TestAStoryIsWrittenOfABullet(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	chooseView(t, w, "Stories")
	tapLabeled(t, w, "Write this story")
	all := kept(w).Stories
	if len(all) != 1 || all[0].Action == "" || all[0].Of == "" {
		t.Fatalf("kept is %+v", all)
	}
	e, ok := w.canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatalf("the focus is on %T", w.canvas().Focused())
	}
	test.Type(e, "We had one database.")
	if got := kept(w).Stories[0].Situation; got != "We had one database." {
		t.Errorf("the situation is %q", got)
	}
	if !says(w, "Told aloud") {
		t.Error("it does not say how long it takes")
	}
	w.session.Undo()
	w.session.Undo()
	if len(kept(w).Stories) != 0 || !shows(w, "Write this story") {
		t.Error("undo leaves the story")
	}
}

func chooseView(t *testing.T, w *window, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.canvas().Content()) {
		if s, ok := o.(interface {
			AccessibilityLabel() string
			fyne.Tappable
		}); ok && s.AccessibilityLabel() == name {
			s.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("there is no %q", name)
}

func TestWhatWasAskedIsNoted(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	chooseView(t, w, "Debrief")
	tapLabeled(t, w, "Debrief an interview")
	e, ok := w.canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatalf("the focus is on %T", w.canvas().Focused())
	}
	test.Type(e, "Why Citus?")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	all := kept(w).Debriefs
	if len(all) != 1 || len(all[0].Asked) != 1 || all[0].Asked[0].Text != "Why Citus?" || all[0].Day.ISO() != "2026-06-01" {
		t.Fatalf("kept is %+v", all)
	}
	if !slices.ContainsFunc(w.prepare.service.Last().Cards, func(c interview.Card) bool { return c.Kind == interview.Asked }) {
		t.Error("what was asked becomes no card")
	}
	for range 2 {
		w.session.Undo()
	}
	if len(kept(w).Debriefs) != 0 || !w.prepare.on() {
		t.Error("undo leaves the debrief")
	}
}

func TestNotesFollowTheirBullet(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	c := w.prepare.service.Last().Cards[0]
	var e *widgets.TextField
	for _, f := range widgets.Focusables(w.canvas()) {
		if n, ok := f.(*widgets.TextField); ok && strings.HasPrefix(n.PlaceHolder, "Your notes") {
			e = n
		}
	}
	w.canvas().Focus(e)
	test.Type(e, "A peak")
	if all := kept(w).Cards; len(all) != 1 || all[0].Notes != "A peak" {
		t.Fatalf("kept is %+v", all)
	}
	list := c.Address.Parent()
	w.session.Move("Move", list, c.Address.Index(), w.session.Now().Document.ListLen(list)-1)
	w.shell.Commands.Run("prepare")
	now, ok := w.prepare.service.Last().Like(c)
	card, found := w.prepare.service.Last().Card(kept(w).Cards[0].ID)
	if !found || card.Quote != c.Quote || card.Address == c.Address {
		t.Errorf("the note is with %+v, %v %v", card, now.ID, ok)
	}
	if card.Question != c.Question {
		t.Errorf("%q became %q", c.Question, card.Question)
	}
}

func TestAVariantIsPreparedOnItsOwn(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	w.session.Vary("New variant", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Short") })
	at := w.prepare.service.Last().Cards[0].Address
	w.session.Edit("Delete", at, resume.RemoveEdit(at))
	w.shell.Commands.Run("prepare")
	base := w.session.Now().Project
	r := w.prepare.service.Last()
	for _, c := range r.Cards {
		if !strings.Contains(r.Snapshot.Document.TextAt(c.Address), c.Quote) {
			t.Errorf("%q is not in the variant", c.Quote)
		}
	}
	tapLabeled(t, w, "Practice")
	keyed(w, fyne.KeySpace)
	keyed(w, fyne.Key3)
	if len(kept(w).Cards) != 1 || !w.session.Now().Project.Without(prep.Address).WithoutIDs().Equal(base.WithoutIDs()) {
		t.Error("practice in a variant changes more than the preparation")
	}
}

func TestTailorsQuestionsComeFirst(t *testing.T) {
	w := tailored(t)
	r := w.matching.Last()
	i := slices.IndexFunc(r.Requirements, func(q match.Requirement) bool { return slices.Contains(q.Any, "Elixir") })
	w.session.EditProject("Prepare question", "", func(d resume.Document) (resume.Document, error) {
		at := prep.Address.Child("questions").Item(0)
		return d.Set(at, resume.Struct(resume.Member{Name: "posting", Value: resume.Text(r.Posting.ID)}, resume.Member{Name: "requirement", Value: resume.Text(r.Requirements[i].ID)}, resume.Member{Name: "text", Value: resume.Text("Elixir")}))
	})
	w.shell.Commands.Run("prepare")
	if now := w.prepare.service.Last(); now.Listed != 1 || now.Cards[0].Term != "Elixir" {
		t.Errorf("first is %+v", now.Cards[0])
	}
}

func TestPreparingRestsWhileNobodyLooks(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	r := w.prepare.service.Last()
	w.shell.Commands.Run("write")
	w.session.Type("/basics/label", "Cook")
	if w.prepare.service.Last() != r {
		t.Error("it derives in Write")
	}
	w.shell.Commands.Run("prepare")
	if w.prepare.service.Last() == r {
		t.Error("it does not derive again")
	}
}

func TestAnEmptyResumeIsTaught(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.newBlank("")
	w.shell.Commands.Run("prepare")
	if !says(w, "Questions come from what your resume says") && len(w.prepare.service.Last().Cards) == 0 {
		t.Error("nothing is said")
	}
	chooseView(t, w, "Numbers")
	if !says(w, "Every number of your resume") {
		t.Error("the ledger says nothing")
	}
	tapLabeled(t, w, "Write a bullet")
	if w.prepare.on() {
		t.Error("it does not lead to the editor")
	}
}

func TestPrepareTabOrder(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	for _, view := range []string{"Questions", "Stories", "Numbers", "Debrief"} {
		chooseView(t, w, view)
		tabOrder(t, w, "prepare "+view)
	}
}

func TestPreparePictures(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	w.setTheme(widgets.Light)
	checkGolden(t, w.shell.Window, "prepare-light")
	w.setTheme(widgets.Dark)
	w.shell.Window.Resize(fyne.NewSize(1024, 700))
	tapLabeled(t, w, "Practice")
	keyed(w, fyne.KeySpace)
	checkGolden(t, w.shell.Window, "prepare-practice-dark")
}

// A line that is edited from a question leads back to the question with one key, and only once.
func TestEditingLeadsBackToTheQuestion(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	keyed(w, fyne.KeyDown)
	tapLabeled(t, w, "Edit it")
	if w.prepare.on() {
		t.Fatal("nothing is edited")
	}
	f := w.canvas().Focused()
	if f == nil {
		t.Fatal("no field has the focus")
	}
	at, before := w.session.Focus(), w.session.Now().Document
	f.TypedRune('!')
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !w.prepare.on() {
		t.Fatal("Escape does not lead back")
	}
	after := resume.Plain(w.session.Now().Document.TextAt(at))
	if after == resume.Plain(before.TextAt(at)) {
		t.Error("nothing was typed")
	}
	if !slices.ContainsFunc(w.prepare.service.Last().Cards, func(c interview.Card) bool { return c.Address == at && says(w, c.Question) && says(w, c.Why) }) {
		t.Errorf("no question of “%s” is shown", after)
	}
	keyed(w, fyne.KeyEscape)
	if w.prepare.on() {
		t.Error("Escape does not lead to Write")
	}
	keyed(w, fyne.KeyEscape)
	if w.prepare.on() {
		t.Error("Escape leads back again")
	}
}

// Whatever is pressed and typed in the mode, undo leads back to where it began, and what is kept is
// of lines that are there.
func TestAnythingInPrepareCanBeUndone(t *testing.T) {
	for seed := range uint64(3) {
		w, _ := preparedIn(t, 1440, 900)
		begin := w.session.Now().Project
		r := rand.New(rand.NewPCG(seed, 16))
		keys := []fyne.KeyName{fyne.KeySpace, fyne.KeySpace, fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.KeyDown, fyne.KeyReturn}
		for range 120 {
			for top := w.canvas().Overlays().Top(); top != nil; top = w.canvas().Overlays().Top() {
				if f := w.canvas().Focused(); f != nil {
					f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
				}
				w.canvas().Overlays().Remove(top)
			}
			if !w.prepare.on() {
				w.shell.Commands.Run("prepare")
			}
			if r.IntN(3) == 0 {
				w.shell.Focus(nil)
				keyed(w, keys[r.IntN(len(keys))])
				continue
			}
			var all []fyne.Focusable
			for _, f := range widgets.Focusables(w.canvas()) {
				if o := f.(fyne.CanvasObject); fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y > 60 { // not the header
					all = append(all, f)
				}
			}
			f := all[r.IntN(len(all))]
			w.canvas().Focus(f)
			switch f := f.(type) {
			case *widgets.TextField:
				test.Type(f, "x")
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			default:
				f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}
		}
		p := kept(w)
		if len(p.Cards)+len(p.Claims)+len(p.Stories)+len(p.Debriefs) == 0 {
			t.Errorf("seed %d: nothing was kept", seed)
		}
		at := map[resume.ID]bool{}
		for _, i := range w.session.Now().Project.Identities() {
			at[i.ID] = !i.Lost
		}
		for _, c := range p.Cards {
			if c.Of != "" && !at[c.Of] {
				t.Errorf("seed %d: a card is of %q, which is nowhere", seed, c.Of)
			}
		}
		for range 2000 {
			if !w.session.Undo() {
				break
			}
		}
		if !w.session.Now().Project.Equal(begin) {
			t.Errorf("seed %d: undo does not lead back", seed)
		}
	}
}

func TestALetterDoesNotSayWhatCantBeDefended(t *testing.T) {
	w, picks := preparedIn(t, 1440, 900)
	add := func(text string) {
		w.session.Edit("Letter", "", func(d resume.Document) (resume.Document, error) {
			d, _, err := letter.Add(d.Without(letter.Letters), letter.Letter{Paragraphs: []string{text}})
			return d, err
		})
	}
	c := w.prepare.service.Last().Ledger[0]
	w.session.EditProject("Mark", "", func(d resume.Document) (resume.Document, error) {
		d, of, id, err := c.Identify(d, nil)
		if err != nil {
			return d, err
		}
		return prep.PutClaim(d, prep.Claim{ID: id, Of: of, Hash: c.Hash, Quote: c.Quote, CannotDefend: true})
	})
	picks.save = filepath.Join(t.TempDir(), "letter.txt")
	txt, _ := exchange.Find("txt")
	for text, asked := range map[string]int{"My payment-status service answers 80k req/s in Go.": 0, "I would like to work on your services.": 1} {
		add(text)
		picks.asked = nil
		w.shell.Commands.Run("letter")
		w.panes.letter.ExportAs(txt)
		if len(picks.asked) != asked {
			t.Errorf("%q: asked for %d files, want %d", text, len(picks.asked), asked)
		}
		for w.canvas().Overlays().Top() != nil {
			w.canvas().Overlays().Remove(w.canvas().Overlays().Top())
		}
	}
}

func TestPrepareForAPostingPicture(t *testing.T) {
	w := tailored(t)
	w.setTheme(widgets.Dark)
	w.shell.Commands.Run("prepare")
	tapLabeled(t, w, "Practice")
	for _, k := range []fyne.KeyName{fyne.Key4, fyne.Key1, fyne.Key2, fyne.Key3} {
		keyed(w, fyne.KeySpace)
		keyed(w, k)
	}
	keyed(w, fyne.KeyEscape)
	checkGolden(t, w.shell.Window, "prepare-posting-dark")
}

func TestArrowsGoThroughTheQuestions(t *testing.T) {
	w, _ := preparedIn(t, 1440, 900)
	r := w.prepare.service.Last()
	list := w.canvas().Focused()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !says(w, r.Cards[2].Why) || w.session.Focus() != r.Cards[2].Address {
		t.Error("two times Down does not show the third question, and its line on the page")
	}
	w.prepare.pane.ShowLine(r.Cards[len(r.Cards)-1].Address)
	w.prepare.pane.Focus()
	chooseView(t, w, "All "+strconv.Itoa(len(r.Cards)))
	before := w.session.Focus()
	w.prepare.pane.Focus()
	w.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if w.session.Focus() == before && !says(w, r.Cards[len(r.Cards)-2].Question) {
		t.Error("the arrows begin anew")
	}
}

func TestADebriefIsOfTheApplicationsInterview(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Make a version for this job")
	a := application.List(w.session.Now().Project)[0]
	w.session.EditProject("Interview", "", func(d resume.Document) (resume.Document, error) {
		a.Interviews = []application.Meeting{{Day: resume.Date{Year: 2026, Month: 5, Day: 28}}, {Day: resume.Date{Year: 2026, Month: 6, Day: 9}}}
		return application.Update(d, a)
	})
	w.shell.Commands.Run("applications")
	w.panes.applications.Reveal(application.Address.Item(0))
	tapLabeled(t, w, "What they asked…")
	all := kept(w).Debriefs
	if !w.prepare.on() || len(all) != 1 || all[0].Application != a.ID || all[0].Day.ISO() != "2026-05-28" {
		t.Fatalf("kept is %+v", all)
	}
	if r := w.prepare.service.Last(); !says(w, "What they asked") || r.Prep.Debriefs[0].ID != all[0].ID {
		t.Error("it is not shown")
	}
	w.shell.Commands.Run("applications")
	tapLabeled(t, w, "What they asked…")
	if len(kept(w).Debriefs) != 1 {
		t.Error("another one is made")
	}
	w.prepare.pane.ShowLine(w.prepare.service.Last().Cards[0].Address)
	tapLabeled(t, w, "Practice")
	keyed(w, fyne.KeySpace)
	keyed(w, fyne.Key4)
	if card := kept(w).Cards[0]; card.Review.Due.ISO() > "2026-06-09" {
		t.Errorf("a card comes again on %s, after the interview", card.Review.Due.ISO())
	}
}

// A list without anything in it takes no focus: it would be a frame around nothing.
func TestEmptyListOfPrepareIsLeftOut(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	w.newBlank("")
	w.show(w.prepare.mode)
	w.prepare.service.Settle(5 * time.Second)
	focused := w.canvas().Focused()
	if _, list := focused.(*widgets.List); list || focused == nil {
		t.Errorf("the focus is on a %T", focused)
	}
	w.project.Open(sampleFile(t))
	w.show(w.prepare.mode)
	w.prepare.service.Settle(5 * time.Second)
	if _, list := w.canvas().Focused().(*widgets.List); !list {
		t.Errorf("with questions the focus is on a %T", w.canvas().Focused())
	}
}
