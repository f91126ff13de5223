package sidebar

import (
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
	b := New(s, Services{Roles: func() role.List { return role.All() }})
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
	b.dimensions.meters["length"].OnTapped()
	want := score.Explain("length")
	if !b.explain.root.Visible() || len(b.explain.rows) != len(want) || b.explain.rows[0].how.Text() != want[0].How {
		t.Fatalf("%d checks are explained", len(b.explain.rows))
	}
	for _, d := range b.report.Dimensions {
		for i, c := range d.Checks {
			if d.ID == "length" && !strings.HasPrefix(b.explain.rows[i].name.Text(), c.Name+"  ") {
				t.Errorf("%q, want %s", b.explain.rows[i].name.Text(), c.Name)
			}
		}
	}
	if !strings.HasSuffix(b.findings.title.Text(), "Length") {
		t.Errorf("the findings are those of %q", b.findings.title.Text())
	}
	b.dimensions.meters["length"].OnTapped()
	if b.explain.root.Visible() || b.findings.title.Text() != "What to change" {
		t.Error("a second tap does not lead back")
	}
}

func TestLevel(t *testing.T) {
	s, b := open(t)
	if b.target.level.Selected != "Level: mid (from your dates)" {
		t.Errorf("the level is %q", b.target.level.Selected)
	}
	b.target.level.SetSelected("Senior, over 8 years")
	if s.Now().Resume.Meta.Level != score.Senior || b.report.Level != score.Senior || b.target.level.Selected != "Senior, over 8 years" {
		t.Errorf("%q, read as %s, shown as %q", s.Now().Resume.Meta.Level, b.report.Level, b.target.level.Selected)
	}
	s.Undo()
	if s.Now().Resume.Meta.Level != "" || b.target.level.Selected != "Level: mid (from your dates)" {
		t.Errorf("undone: %q, shown as %q", s.Now().Resume.Meta.Level, b.target.level.Selected)
	}
	b.target.level.SetSelected("Junior, under 3 years")
	b.target.level.SetSelected("Level from your dates")
	if s.Now().Resume.Meta.Level != "" {
		t.Error("the level cannot be left to the dates again")
	}
}

func TestProblemsOfThePage(t *testing.T) {
	_, b := open(t)
	b.ShowProblems([]resume.Problem{{Address: "/basics/name", Text: "no font has it"}, {Address: resume.SettingAddress("classic", "page.left"), Text: "page.left: 900 is not between 5 and 60"}})
	for i, want := range []string{"Not everything here can be printed", "This design setting can't be used"} {
		if got := b.findings.rows[i].finding.Fix; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCareerLeadsToItsEntries(t *testing.T) {
	s, b := open(t)
	if !b.career.root.Visible() || len(b.career.leads) != 5 {
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
