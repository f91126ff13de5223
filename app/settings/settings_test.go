package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"resumax/app/preferences"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/resume"
	"resumax/widgets"
)

// New resumes get the settings that were chosen for them, and keep their own.
func TestWithDefaults(t *testing.T) {
	p := preferences.New(test.NewTempApp(t).Preferences())
	if d := WithDefaults(resume.Document{}, p); !d.Equal(resume.Document{}) {
		t.Errorf("nothing was chosen: %s", d.Root())
	}
	p.SetNewSetting(resume.MetaPage, "letter")
	p.SetNewSetting(resume.MetaDesign, "modern")
	own, err := resume.Document{}.SetText(resume.MetaAddress(resume.MetaDesign), "timeline")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		d      resume.Document
		design string
	}{{resume.Document{}, "modern"}, {own, "timeline"}} {
		if m := WithDefaults(c.d, p).Resume().Meta; m.Page != "letter" || m.Design != c.design || m.Language != "" {
			t.Errorf("%+v", m)
		}
	}
}

// Every control saves its preference at once, and reads what was saved.
func TestDialog(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := shell.New(a, "Test", session.Inline, nil)
	t.Cleanup(s.Window.Close)
	s.Screens.Reset(&shell.View{Content: canvas.NewRectangle(nil), Name: func() string { return "Test" }})
	s.Window.Resize(fyne.NewSize(900, 900))
	p := preferences.New(a.Preferences())
	var theme widgets.Choice
	size, told := 0, 0
	show := func() (selects []*widgets.Select, checks []*widgets.Check) {
		Show(Services{Shell: s, Prefs: p, Theme: func(c widgets.Choice) { theme = c }, TextSize: func(percent int) { size = percent; p.SetTextSize(percent) },
			Interface: []Option{{"", "Use system language"}, {"de", "Deutsch"}},
			Languages: []Option{{"", "Detect automatically"}, {"fr", "French"}}, Designs: []Option{{"", "Classic"}, {"modern", "Modern"}},
			Dictionary: func() {}, Autosave: func() { told++ }, Changed: func() { told++ }})
		for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
			switch o := o.(type) {
			case *widgets.Select:
				selects = append(selects, o)
			case *widgets.Check:
				checks = append(checks, o)
			}
		}
		return selects, checks
	}
	selects, checks := show()
	if len(selects) != 6 || len(checks) != 4 {
		t.Fatalf("%d selects, %d checks", len(selects), len(checks))
	}
	says := func() bool {
		for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
			if l, ok := o.(*widgets.Label); ok && l.Visible() && strings.Contains(l.Text(), "From the next start") {
				return strings.Contains(l.Text(), "Deutsch")
			}
		}
		return false
	}
	if says() {
		t.Error("it says that the language changes before one is chosen")
	}
	for i, option := range []string{"Dark", "120%", "Deutsch", "French", "Letter", "Modern"} {
		selects[i].SetSelected(option)
	}
	if !says() {
		t.Error("choosing a language says nothing")
	}
	for _, c := range checks {
		test.Tap(c)
	}
	if p.Language() != "de" || theme != widgets.Dark || size != 120 || p.NewSetting("language") != "fr" || p.NewSetting("page") != "letter" || p.NewSetting("design") != "modern" {
		t.Errorf("theme %v, text %d, %q %q %q", theme, size, p.NewSetting("language"), p.NewSetting("page"), p.NewSetting("design"))
	}
	if p.Autosave() || p.Versions() || !p.Embed() || told != 2 {
		t.Errorf("autosave %v, versions %v, embed %v; told %d times", p.Autosave(), p.Versions(), p.Embed(), told)
	}
	selects, checks = show()
	if selects[1].Selected != "120%" || selects[5].Selected != "Modern" || selects[2].Selected != "Deutsch" || checks[0].Checked || !checks[2].Checked || !checks[3].Checked || !p.OwnWindows() {
		t.Errorf("%q, %q, %v, %v", selects[1].Selected, selects[5].Selected, checks[0].Checked, checks[2].Checked)
	}
}
