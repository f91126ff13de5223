package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/role"
	"resumax/widgets"
)

// unsaid is a file with a resume that names no role.
func unsaid(t *testing.T, edit func(resume.Document) resume.Document) string {
	t.Helper()
	p, _ := role.ByID("backend-engineer")
	path := filepath.Join(t.TempDir(), "cv.json")
	if err := os.WriteFile(path, codec.Encode(edit(p.Sample().Without(resume.Settings+"/role"))), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheLikeliestRoleServesUntilOneIsChosen(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(unsaid(t, func(d resume.Document) resume.Document { return d }))
	if w.scoring.Last().Guess == nil || w.scoring.Last().Role != "backend-engineer" {
		t.Fatalf("read for %q", w.scoring.Last().Role)
	}
	if a := w.advice("summary"); len(a) == 0 {
		t.Error("the role that was guessed advises nothing")
	}
	w.session.Type("/basics/label", "Accountant")
	if w.scoring.Last().Role != "backend-engineer" {
		t.Errorf("while someone types the role becomes %q", w.scoring.Last().Role)
	}
	w.session.Edit("Change target role", "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.Settings+"/role", role.None) })
	if w.scoring.Last().Guess != nil || w.scoring.Last().Role != "" {
		t.Errorf("no role was chosen, but it is read for %q", w.scoring.Last().Role)
	}
	w.session.Undo()
	w.session.Edit("Change target role", "", func(d resume.Document) (resume.Document, error) {
		return d.SetText(resume.Settings+"/role", "accountant")
	})
	if w.scoring.Last().Guess != nil || w.scoring.Last().Role != "accountant" {
		t.Errorf("read for %q", w.scoring.Last().Role)
	}
	w.prefs.SetAutosave(false)
	w.project.Open(unsaid(t, func(resume.Document) resume.Document { return resume.Document{} }))
	press(t, w, "Don't save")
	if w.scoring.Last().Guess != nil || w.scoring.Last().Role != "" {
		t.Errorf("an empty resume is read for %q", w.scoring.Last().Role)
	}
}

func TestARoleIsChosenByItsName(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	got := "nothing"
	w.chooseRole(func(id string) { got = id })
	top := w.shell.Window.Canvas().Overlays().Top()
	var search *widgets.TextField
	rows := func() (names []string) {
		for _, o := range test.LaidOutObjects(top) {
			switch o := o.(type) {
			case *widgets.TextField:
				search = o
			case *widgets.ActionRow:
				names = append(names, o.Title())
			}
		}
		return names
	}
	if n := len(rows()); n != len(role.All())+2 {
		t.Errorf("%d choices", n)
	}
	search.SetText("product")
	if names := rows(); len(names) < 2 || !strings.Contains(names[0], "Product") || !strings.Contains(names[1], "Product") {
		t.Errorf("“product” finds %q", names)
	}
	search.SetText("zorblax")
	search.OnSubmitted("")
	if names := rows(); len(names) != 0 || got != "nothing" {
		t.Errorf("nothing fits, but %q, and %q was chosen", names, got)
	}
	search.SetText("accountant")
	search.OnSubmitted("")
	if got != "accountant" || w.shell.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("%q was chosen", got)
	}
}

func TestRolesWhileAResumeIsOpen(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	before := w.session.Now().Document
	w.showRoles()
	p, _ := role.ByID("data-engineer")
	w.showRole(p)
	if w.editing() {
		t.Fatal("the role's page is not shown")
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !w.editing() || !w.session.Now().Document.Equal(before) {
		t.Error("Escape does not lead back to the resume")
	}
	w.session.Type("/basics/name", "Someone Else")
	w.prefs.SetAutosave(false)
	w.showRoles()
	w.showRole(p)
	w.newFromRole(p, false, "junior")
	if w.shell.Window.Canvas().Overlays().Top() == nil {
		t.Fatal("a resume with changes is given up unasked")
	}
	press(t, w, "Cancel")
	w.applyRole(p)
	now := w.session.Now()
	if !w.editing() || now.Resume.Meta.Role != "data-engineer" || now.Resume.Basics.Name != "Someone Else" || len(now.Resume.Work) == 0 {
		t.Errorf("applied: open %v, role %q", w.editing(), now.Resume.Meta.Role)
	}
	w.session.Undo()
	if w.session.Now().Resume.Meta.Role != "backend-engineer" {
		t.Error("applying a role is not undone")
	}
}

func TestARoleIsAppliedToAFile(t *testing.T) {
	w, picks := newTestWindow(t, 1360, 820)
	p, _ := role.ByID("data-engineer")
	picks.open = unsaid(t, func(d resume.Document) resume.Document { return d })
	w.showRole(p)
	w.applyRole(p)
	now := w.session.Now()
	if !w.editing() || now.Resume.Meta.Role != "data-engineer" || now.Resume.Basics.Name != "Maya Lindqvist" || !w.session.File().Dirty {
		t.Errorf("open %v, role %q, of %q", w.editing(), now.Resume.Meta.Role, now.Resume.Basics.Name)
	}
}

func TestBeginningsHaveTheLevelsOrder(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	p, _ := role.ByID("backend-engineer")
	w.newFromRole(p, false, "junior")
	r := w.session.Now().Resume
	if r.Meta.Level != "junior" || r.Sections[1].Key != "education" {
		t.Errorf("level %q, %s comes second", r.Meta.Level, r.Sections[1].Key)
	}
}

func TestPatternsAreInsertedWhereOneWrites(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	before := w.session.Now().Document
	w.session.Reveal("/work/1/highlights/0")
	w.panes.editor.InsertBullet("Cut [what?] by [which means?].")
	d := w.session.Now().Document
	if got := d.TextAt("/work/1/highlights/1"); got != "Cut [what?] by [which means?]." {
		t.Errorf("%q follows the bullet that was written", got)
	}
	if w.session.Focus() != "/work/1/highlights/1" {
		t.Errorf("the focus is at %s", w.session.Focus())
	}
	w.session.Undo()
	if !w.session.Now().Document.Equal(before) {
		t.Error("inserting a pattern is not one step")
	}
	w.project.Open(unsaid(t, func(d resume.Document) resume.Document { return d.Without("/work") }))
	w.panes.editor.Show("summary")
	w.panes.editor.InsertBullet("Built [what?].")
	if got := w.session.Now().Document.TextAt("/work/0/highlights/0"); got != "Built [what?]." {
		t.Errorf("without a position: %q", got)
	}
}

func TestSkillsAreAddedToTheirGroup(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	w.addSkill("Rust")
	w.addSkill("Zig")
	var got []string
	for _, g := range w.session.Now().Resume.Skills {
		var names []string
		for _, k := range g.Keywords {
			names = append(names, k.Text)
		}
		got = append(got, g.Name+": "+strings.Join(names, ", "))
	}
	if got[0] != "Languages: Go, Java, Python, SQL, Rust" || got[len(got)-1] != "Skills: Zig" {
		t.Errorf("%q", got)
	}
}

func TestAResumeBecomesARole(t *testing.T) {
	w, _ := newTestWindowIn(t, 1360, 820, homeful(t))
	w.project.Open(sampleFile(t))
	name := func(text string) {
		t.Helper()
		w.saveRole()
		for _, o := range test.LaidOutObjects(w.shell.Window.Canvas().Overlays().Top()) {
			if f, ok := o.(*widgets.TextField); ok {
				f.SetText(text)
			}
		}
		press(t, w, "OK")
	}
	name("Payments Engineer")
	p, ok := w.library.Roles().Find("payments-engineer")
	if !ok || len(p.Bullets) < 8 || p.Bullets[0].Signal == "" || len(w.library.Roles()) != len(role.All())+1 {
		t.Fatalf("there are %d roles", len(w.library.Roles()))
	}
	name("Payments Engineer")
	press(t, w, "Replace")
	name("Backend Engineer")
	if top := w.shell.Window.Canvas().Overlays().Top(); top == nil {
		t.Error("a role that ships was replaced, and nothing is said")
	} else {
		press(t, w, "OK")
	}
	w.target(p)
	if w.scoring.Last().Role != "payments-engineer" || w.scoring.Last().Score < 90 {
		t.Errorf("read for %q, %.1f", w.scoring.Last().Role, w.scoring.Last().Score)
	}
	if err := os.WriteFile(filepath.Join(w.home.RoleFolder(), "bad.toml"), []byte("id = 7"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.library.ReloadRoles()
	if len(w.library.RoleFaults()) != 1 || !slices.ContainsFunc(w.library.Roles(), func(p *role.Pack) bool { return p.ID == "payments-engineer" }) {
		t.Errorf("the faults are %v", w.library.RoleFaults())
	}
}

func TestHalfAWordSettlesNoRole(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.newBlank("")
	for i := range "Software Engineer II" {
		w.session.Type("/basics/label", "Software Engineer II"[:i+1])
	}
	if w.scoring.Last().Guess != nil {
		t.Errorf("while a headline is typed the role becomes %s", w.scoring.Last().Guess.Pack.ID)
	}
}

func TestInsertingTrustsNoStalePlace(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.project.Open(sampleFile(t))
	last := w.session.Now().Document.ListLen("/work") - 1
	w.session.Reveal(resume.Address("/work").Item(last))
	w.panes.editor.Duplicate()
	w.session.Undo()
	w.panes.editor.InsertBullet("Built [what?].")
	if n := w.session.Now().Document.ListLen("/work"); n != last+1 {
		t.Errorf("there are %d positions now, there were %d", n, last+1)
	}
	w.addSkill("go")
	if got := len(w.session.Now().Resume.Skills[0].Keywords); got != 4 {
		t.Errorf("a skill that is there was added: %d", got)
	}
}

// A blank resume for a search without a role has the words as its headline, which one undo
// removes.
func TestBlankWithHeadline(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.newBlank("Nurse")
	if got := w.session.Now().Resume.Basics.Label; got != "Nurse" || !w.editing() {
		t.Fatalf("the headline is %q", got)
	}
	w.session.Undo()
	if got := w.session.Now().Resume.Basics.Label; got != "" || w.session.NextUndo() != "" {
		t.Errorf("after undo the headline is %q", got)
	}
}

// New shows the start screen with the search focused, and what is typed there goes to the
// search wherever the focus is.
func TestNewLeadsToSearch(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.newBlank("")
	w.shell.Commands.Run("new")
	search := w.panes.gallery.Search()
	if w.canvas().Focused() != fyne.Focusable(search) {
		t.Fatalf("the focus is on %T", w.canvas().Focused())
	}
	w.canvas().FocusPrevious() // the last of the buttons above
	if w.canvas().Focused() == fyne.Focusable(search) {
		t.Fatal("the focus stays")
	}
	w.canvas().Focused().TypedRune('n')
	if w.canvas().Focused() != fyne.Focusable(search) || search.Text != "n" {
		t.Errorf("typed into %T: %q", w.canvas().Focused(), search.Text)
	}
	w.canvas().Unfocus()
	w.canvas().OnTypedRune()('u')
	if search.Text != "nu" {
		t.Errorf("the search is %q", search.Text)
	}
	w.newBlank("")
	w.canvas().Unfocus()
	w.canvas().OnTypedRune()('x')
	if _, in := w.canvas().Focused().(*widgets.TextField); !in || w.canvas().Focused() == fyne.Focusable(search) || search.Text != "nu" {
		t.Errorf("in the editor it goes to %T; the search is %q", w.canvas().Focused(), search.Text)
	}
}
