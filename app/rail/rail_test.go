package rail

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

func TestRail(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := session.New(time.Now)
	shown := resume.ContactKey
	r := New(s, Services{
		Section: func() string { return shown },
		Show:    func(key string) { shown = key },
		Menu:    func(string) []*fyne.MenuItem { return nil },
		AskText: func(_, _ string, done func(string)) { done("Talks") },
	})
	p, _ := role.ByID("backend-engineer")
	s.Load(p.Sample(), "", false)
	ids := func() (list string) {
		for _, it := range r.list.Items() {
			list += it.ID + " "
		}
		return list
	}
	if got := ids(); got != "basics summary work projects skills education certificates languages " {
		t.Error(got)
	}
	r.move(4, 2)
	if got := ids(); got != "basics summary skills work projects education certificates languages " {
		t.Error(got)
	}
	r.move(4, 0) // nothing may stand above the contact
	r.Step(1)
	if shown != resume.SummaryKey {
		t.Error(shown)
	}
	s.Undo()
	if got := ids(); got != "basics summary work projects skills education certificates languages " {
		t.Error(got)
	}
	r.addCustom()
	if sec, ok := s.Now().Resume.Section(shown); !ok || sec.Title != "Talks" {
		t.Errorf("%q is shown", shown)
	}
	shown = resume.ContactKey
	s.Edit("Remove section", "", func(d resume.Document) (resume.Document, error) { return d.RemoveSection("projects") })
	if got := ids(); got != "basics summary work skills education certificates languages talks " {
		t.Error(got)
	}
	s.Undo()
	if got := ids(); got != "basics summary work projects skills education certificates languages talks " {
		t.Error(got)
	}
}

func TestBadgesExplainThemselves(t *testing.T) {
	for b, want := range map[Badge]string{
		{}: "", {1, 0.2}: "1 suggestion", {1, 1.2}: "1 suggestion, worth up to 1 point", {3, 9.4}: "3 suggestions, worth up to 9 points",
	} {
		if got := b.String(); got != want {
			t.Errorf("%+v is %q, want %q", b, got, want)
		}
	}
}
