package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"resumax/app/tr"
	"resumax/job/application"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// halvorsen is a posting as it comes from the clipboard.
const halvorsen = `Senior Backend Engineer
Halvorsen Grid
Oslo, Norway
Hybrid

About the job
We balance power for 1.2 million homes, with services in Go.

What you bring
• 5+ years of experience building backend systems
• Strong experience with Go or Rust
• PostgreSQL, and at least one message broker such as Kafka or RabbitMQ
• Elixir in production
• Fluent English

Nice to have
• Terraform
• Experience with gRPC
`

// tailored is a window with the sample in the Tailor mode, and halvorsen pasted.
func tailored(t *testing.T) *window { return tailoredIn(t, 1440, 900) }

func tailoredIn(t *testing.T, width, height float32) *window {
	t.Helper()
	w, _ := newTestWindow(t, width, height)
	w.project.Open(sampleFile(t))
	w.shell.Commands.Run("tailor")
	w.fyne.Clipboard().SetContent(halvorsen)
	tapLabeled(t, w, "Paste")
	return w
}

// tapLabeled taps the button with a label in what the window shows.
func tapLabeled(t *testing.T, w *window, label string) {
	t.Helper()
	for _, f := range widgets.Focusables(w.canvas()) {
		if o, ok := f.(fyne.CanvasObject); ok && labelOf(o) == label {
			test.Tap(f.(fyne.Tappable))
			return
		}
	}
	t.Fatalf("nothing is labeled %q", label)
}

func shows(w *window, label string) bool {
	for _, f := range widgets.Focusables(w.canvas()) {
		if o, ok := f.(fyne.CanvasObject); ok && labelOf(o) == label {
			return true
		}
	}
	return false
}

// In a small window what is above the page or the editor stands beside each other in every
// language: buttons for which there is no room are in a menu.
func TestTheBarOfTailorHasRoom(t *testing.T) {
	t.Cleanup(func() { _ = tr.Use("en") })
	for _, l := range tr.Languages() {
		if err := tr.Use(l.ID); err != nil {
			t.Fatal(err)
		}
		for width, few := range map[float32]bool{1024: true, 1920: false} {
			w, _ := newTestWindow(t, width, 700)
			w.project.Open(sampleFile(t))
			w.shell.Commands.Run("tailor")
			for what := range 2 {
				w.tailor.show(what)
				var shown []fyne.CanvasObject
				for _, o := range w.tailor.bar.Objects {
					if o.Visible() {
						shown = append(shown, o)
					}
				}
				for i, o := range shown {
					right := o.Position().X + o.Size().Width
					if right > w.tailor.bar.Size().Width+0.5 || i > 0 && o.Position().X < shown[i-1].Position().X+shown[i-1].Size().Width {
						t.Errorf("%s, %v wide, view %d: object %d at %v, %v wide, in a bar of %v", l.ID, width, what, i, o.Position().X, o.Size().Width, w.tailor.bar.Size().Width)
					}
				}
				if menu := w.tailor.bar.Objects[4].Visible(); menu && !few || menu == w.tailor.bar.Objects[2].Visible() {
					t.Errorf("%s, %v wide, view %d: a menu %v beside its buttons", l.ID, width, what, menu)
				}
			}
		}
	}
}

func TestAPostingIsPastedAndMatched(t *testing.T) {
	w := tailored(t)
	stored := posting.List(w.session.Now().Project)
	if len(stored) != 1 || stored[0].Title != "Senior Backend Engineer" || stored[0].Source != halvorsen {
		t.Fatalf("the project has %d postings", len(stored))
	}
	r := w.matching.Last()
	if r == nil || r.Match < 60 {
		t.Fatalf("the sample of the same trade matches %+v", r)
	}
	states := map[string]match.State{}
	for _, q := range r.Requirements {
		states[strings.Join(q.Any, "|")] = q.State
	}
	if states["Go|Rust"] != match.Proved || states["Elixir"] != match.Absent {
		t.Errorf("Go or Rust is %q, Elixir %q", states["Go|Rust"], states["Elixir"])
	}
	w.session.Undo()
	if w.matching.Last() != nil || len(posting.List(w.session.Now().Project)) != 0 || !shows(w, "Paste") {
		t.Error("undo leaves the posting")
	}
}

func TestPastingALinkSaysWhatToDo(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.project.Open(sampleFile(t))
	w.shell.Commands.Run("tailor")
	w.fyne.Clipboard().SetContent("https://jobs.example.com/positions/4711")
	tapLabeled(t, w, "Paste")
	if len(posting.List(w.session.Now().Project)) != 0 || w.tailor.pane.Problem() == "" {
		t.Error("a link is not told from a posting")
	}
}

func TestAPostingThatIsThereIsNotAddedSilently(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Add another posting")
	w.fyne.Clipboard().SetContent(halvorsen)
	tapLabeled(t, w, "Paste")
	if !shows(w, "Keep both") {
		t.Fatal("it does not ask")
	}
	tapLabeled(t, w, "Show it")
	if n := len(posting.List(w.session.Now().Project)); n != 1 {
		t.Errorf("there are %d postings", n)
	}
}

// The text of a posting that has changed takes the place of the old one; corrections by hand stay, and one undo takes the
// change back.
func TestAPostingIsUpdated(t *testing.T) {
	w := tailored(t)
	at := resume.MetaAddress(resume.MetaPostings)
	id := posting.List(w.session.Now().Project)[0].ID
	w.session.EditProject("Correct", at, func(d resume.Document) (resume.Document, error) {
		return posting.CorrectIn(d, id, posting.SetFact{Field: posting.TitleField, Value: "Grid Engineer"})
	})
	before := posting.List(w.session.Now().Project)[0]
	tapLabeled(t, w, "Add another posting")
	w.fyne.Clipboard().SetContent(halvorsen + "\nYou also know Erlang.\n")
	tapLabeled(t, w, "Paste")
	tapLabeled(t, w, "Update it")
	all := posting.List(w.session.Now().Project)
	if len(all) != 1 || all[0].ID != id || all[0].Title != "Grid Engineer" || !strings.Contains(all[0].Source, "Erlang") || all[0].Added != before.Added {
		t.Errorf("%d postings: %s, %q", len(all), all[0].ID, all[0].Title)
	}
	w.session.Undo()
	if p := posting.List(w.session.Now().Project)[0]; p.Source != before.Source || p.Title != "Grid Engineer" {
		t.Error("undo leaves the new text")
	}
}

func TestAVersionForAJobLeavesTheBase(t *testing.T) {
	w := tailored(t)
	before := w.session.Now().Project.Without("/meta").WithoutIDs()
	tapLabeled(t, w, "Make a version for this job")
	now := w.session.Now()
	if now.View == nil || now.View.Variant.Name != "Halvorsen Grid" || now.View.Variant.Posting != posting.List(now.Project)[0].ID {
		t.Fatalf("shown is %+v", now.View)
	}
	w.session.Type("/basics/label", "Senior Backend Engineer, Grid")
	if !w.session.Now().Project.Without("/meta").WithoutIDs().Equal(before) {
		t.Error("the base has changed")
	}
	for range 2 {
		w.session.Undo()
	}
	if w.session.Now().View != nil || len(variant.List(w.session.Now().Project)) != 0 {
		t.Error("undo leaves the version")
	}
}

func TestADroppedFileIsReadAsAPosting(t *testing.T) {
	w := tailored(t)
	path := filepath.Join(t.TempDir(), "nurse.txt")
	text := strings.ReplaceAll(strings.ReplaceAll(halvorsen, "Senior Backend Engineer", "Registered Nurse"), "Halvorsen Grid", "Lindqvist Clinic")
	if err := os.WriteFile(path, []byte(text+"\nYou hold an RN license and care for patients of a ward with 30 beds.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	if p, _ := w.matching.Posting(); p.Title != "Registered Nurse" {
		t.Errorf("shown is %q", p.Title)
	}
}

func TestWhatIsNotForMeCountsNowhere(t *testing.T) {
	w := tailored(t)
	p, _ := w.matching.Posting()
	before := w.matching.Last().Match
	for _, q := range p.Required {
		if len(q.Any) == 1 && q.Any[0] == "Elixir" {
			w.session.EditProject("Strike", "", func(d resume.Document) (resume.Document, error) {
				return posting.CorrectIn(d, p.ID, posting.Strike{Requirement: q.ID, NotForMe: true})
			})
		}
	}
	if now := w.matching.Last().Match; now <= before {
		t.Errorf("the match was %v and is %v", before, now)
	}
}

func TestMatchingRestsWhileNobodyLooks(t *testing.T) {
	w := tailored(t)
	w.shell.Commands.Run("write")
	r := w.matching.Last()
	w.session.Type("/basics/label", "Cook")
	if w.matching.Last() != r {
		t.Error("it was matched in Write")
	}
	w.shell.Commands.Run("tailor")
	if w.matching.Last() == r || !w.matching.Current() {
		t.Error("it was not matched again")
	}
}

func TestWhatIsMadeOfAPostingFollowsItsCorrection(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Make a version for this job")
	p := posting.List(w.session.Now().Project)[0]
	tapLabeled(t, w, "Correct what was read")
	fields := map[string]*widgets.TextField{}
	for _, f := range widgets.Focusables(w.canvas()) {
		if e, ok := f.(*widgets.TextField); ok {
			fields[e.Text] = e
		}
	}
	fields[p.Company].SetText("Halvorsen Grid AS")
	fields[p.Company].OnSubmitted("Halvorsen Grid AS")
	now := w.session.Now()
	if a := application.List(now.Project)[0]; a.Employer != "Halvorsen Grid AS" || a.Title != p.Title {
		t.Errorf("the application is for %q at %q", a.Title, a.Employer)
	}
	if now.View == nil || now.View.Variant.Name != "Halvorsen Grid AS" {
		t.Errorf("the version is called %q", variant.List(now.Project)[0].Name)
	}
	w.session.Undo()
	if now := w.session.Now(); application.List(now.Project)[0].Employer != p.Company || posting.List(now.Project)[0].Company != p.Company {
		t.Error("it is not one step of undo")
	}
}

func TestAnApplicationWhoseVersionWasDeletedGetsTheNext(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Make a version for this job")
	w.shell.Commands.Run("variant-delete")
	tapLabeled(t, w, "Make a version for this job")
	if now := w.session.Now(); now.Variant == "" || application.List(now.Project)[0].Variant != now.Variant {
		t.Errorf("%q is shown, the application is made with %q", now.Variant, application.List(now.Project)[0].Variant)
	}
}

func TestABulletForATermIsBegunInItsFirstSlot(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Make a version for this job")
	w.session.Reveal("/basics/name")
	for _, f := range widgets.Focusables(w.canvas()) {
		if c, ok := f.(*widgets.AdviceCard); ok && strings.Contains(c.AccessibilityLabel(), ": Elixir") {
			c.OnTapped()
		}
	}
	tapLabeled(t, w, "Add if true…")
	tapLabeled(t, w, "Write a bullet")
	f, ok := w.canvas().Focused().(*widgets.TextField)
	if !ok || f.SelectedText() != "[What did you do?]" {
		t.Errorf("the focus is on %T", w.canvas().Focused())
	}
	if got := w.tailor.section; got.Text() != "Experience" || got.Size().Width < got.FullWidth() {
		t.Errorf("the editor is said to show %q, at %v of %v", got.Text(), got.Size().Width, got.FullWidth())
	}
}

func TestAVersionThatIsThereIsShown(t *testing.T) {
	w := tailored(t)
	tapLabeled(t, w, "Make a version for this job")
	own := w.session.Now().Variant
	w.session.Type("/basics/label", "Senior Backend Engineer, Grid")
	w.variants.Show("")
	if shows(w, "Make a version for this job") {
		t.Error("it offers to make what is there")
	}
	tapLabeled(t, w, "Show it")
	if w.session.Now().Variant != own || shows(w, "Show it") {
		t.Error("it isn't shown")
	}
	w.session.Vary("Other", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Other") })
	if !shows(w, "Show it") || !shows(w, "Make another version") {
		t.Error("another variant is taken for it")
	}
	w.variants.Show("")
	for _, at := range []resume.Address{"/work/0", "/work/1"} {
		w.session.Edit("Hide", at, func(d resume.Document) (resume.Document, error) { return d.HideItem(at, true) })
	}
	offers := w.matching.Last().Offers
	if len(offers) == 0 {
		t.Fatal("the sample has no suggestion")
	}
	for _, f := range widgets.Focusables(w.canvas()) {
		if c, ok := f.(*widgets.AdviceCard); ok && strings.Contains(c.AccessibilityLabel(), offers[0].Text) {
			w.canvas().Focus(c) // shows its buttons
		}
	}
	tapLabeled(t, w, "Apply")
	if now := w.session.Now(); now.Variant != own || len(variant.List(now.Project)) != 2 {
		t.Errorf("%d variants, %q is shown", len(variant.List(now.Project)), now.Variant)
	}
}

func TestPasteWithoutTheFieldInFocus(t *testing.T) {
	w := tailored(t)
	w.fyne.Clipboard().SetContent(strings.ReplaceAll(halvorsen, "Halvorsen Grid", "Tollan Freight"))
	w.tailor.pane.Paste()
	if n := len(posting.List(w.session.Now().Project)); n != 1 {
		t.Fatalf("there are %d postings, though one is shown", n)
	}
	tapLabeled(t, w, "Add another posting")
	w.canvas().Unfocus()
	w.tailor.pane.Paste()
	if p, _ := w.matching.Posting(); p.Company != "Tollan Freight" {
		t.Errorf("shown is %q", p.Company)
	}
}

// What gains nothing is not offered, and what was applied is said in the past.
func TestOffersGainAndAreSaid(t *testing.T) {
	w := tailored(t)
	for range 2 {
		w.session.Edit("", "", resume.InsertEdit("/work/0/highlights/0", resume.Text("Sat in meetings of all kinds.")))
	}
	w.session.Edit("", "", resume.InsertEdit("/work/0/highlights/0", resume.Text("Rewrote the billing service in Elixir, which cut latency by 40%.")).
		Then(func(d resume.Document) (resume.Document, error) { return d.HideText("/work/0/highlights/0", true) }))
	w.session.Edit("", "", resume.RemoveEdit("/work/1")) // a match that is high enough is to be left alone
	w.session.Edit("", "", resume.RemoveEdit("/skills"))
	w.matching.Settle(5 * time.Second)
	r := w.matching.Last()
	now := w.session.Now()
	idle := 0
	for _, s := range match.New().Suggest(match.Input{Document: now.Document, Project: now.Project, Posting: r.Posting.Posting, Today: resume.DayOf(w.clock())}, r.Report) {
		if s.Gain == 0 {
			idle++
		}
	}
	if idle == 0 {
		t.Fatal("every suggestion gains, so this tests nothing")
	}
	if len(r.Offers) == 0 {
		t.Fatalf("nothing is offered at %v", r.Match)
	}
	for _, o := range r.Offers {
		if o.Gain < 0.05 && o.Score < 0.5 {
			t.Errorf("%q gains %v and %v", o.Says(), o.Gain, o.Score)
		}
		if o.Done() == o.Says() || !strings.Contains(o.Done(), o.What) && !strings.Contains(o.Done(), o.By) {
			t.Errorf("%q is said as %q", o.Says(), o.Done())
		}
	}
	w.tailor.pane.MakeVersion()
	w.matching.Settle(5 * time.Second)
	done := w.matching.Last().Offers[0].Done()
	tapLabeled(t, w, "Apply")
	if got := w.shell.Toaster.Text(); got != done || !slices.Equal(w.shell.Toaster.Actions(), []string{"Undo"}) {
		t.Errorf("says %q with %q, not %q", got, w.shell.Toaster.Actions(), done)
	}
}
