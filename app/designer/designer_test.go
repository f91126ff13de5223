package designer

import (
	"errors"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/resume"
	"resumax/storage/file"
	"resumax/widgets"
)

// bench is a pane in a window, all its work done at once.
type bench struct {
	*Designer
	session *session.Session
	win     fyne.Window
	now     time.Time
	designs design.List
	saved   *design.Design
}

func open(t *testing.T) *bench {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	f, err := file.Load("../../render/testdata/two-pages.json")
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC), designs: design.All()}
	b.session = session.New(func() time.Time { return b.now })
	b.Designer = New(b.session, Services{
		Options:  func(s session.Snapshot) render.Options { return render.Setup{Designs: b.designs}.Options(s.Resume) },
		Designs:  func() design.List { return b.designs },
		Faults:   func() []error { return []error{errors.New("mine.toml:3: a fault")} },
		Samples:  func() *fonts.Library { return nil },
		Families: func() []string { return []string{"Inter", "Somebody's Sans"} },
		Today:    func() time.Time { return time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC) },
		SaveAs: func(d *design.Design, done func(string)) {
			b.saved = d.Named("mine", "Mine")
			b.designs = append(slices.Clone(design.All()), b.saved)
			done("mine")
		},
	}, session.Inline)
	b.win = test.NewWindow(b.Object())
	t.Cleanup(b.win.Close)
	b.win.Resize(fyne.NewSize(420, 900))
	b.session.Load(f.Document, "", false)
	b.SetShown(true)
	return b
}

// knob is the first knob with the setting.
func (b *bench) knob(t *testing.T, keys ...string) *knob {
	t.Helper()
	for _, k := range b.allKnobs() {
		if slices.Equal(k.keys, keys) {
			return k
		}
	}
	t.Fatalf("there is no knob for %q", keys)
	return nil
}

// design is how the resume looks now.
func (b *bench) design() *design.Design {
	base := b.base()
	d, _ := base.With(b.session.Now().Resume.Meta.SettingsOver(base.ID))
	return d
}

// settings are the keys that the resume sets, with their values.
func (b *bench) settings() string {
	var all []string
	for _, s := range b.session.Now().Resume.Meta.SettingsOver(b.base().ID) {
		all = append(all, s.Key+"="+s.Value.String())
	}
	return strings.Join(all, " ")
}

// Nothing of a design is out of reach.
func TestEverySettingHasAKnob(t *testing.T) {
	b := open(t)
	reached := map[string]bool{}
	note := func() {
		for _, k := range b.allKnobs() {
			for _, key := range k.keys {
				reached[key] = true
			}
		}
	}
	choose := b.single.choose
	for _, title := range choose.Options {
		choose.SetSelected(title)
		note()
	}
	for _, f := range design.Default().Fields() {
		if !reached[f.Key] {
			t.Errorf("%s has no knob", f.Key)
		}
		delete(reached, f.Key)
	}
	for key := range reached {
		t.Errorf("there is a knob for %s, which is no setting", key)
	}
}

// Every knob of a number leads from one end to the other, and each place on it
// is a value that the design takes.
func TestSlidersStayInRange(t *testing.T) {
	b := open(t)
	for _, k := range b.allKnobs() {
		s, ok := k.row.Control().(*widgets.Slider)
		if !ok {
			continue
		}
		for _, v := range []float64{s.Min, s.Max, (s.Min + s.Max) / 2} {
			s.SetValue(v)
			base := b.base()
			if _, problems := base.With(b.session.Now().Resume.Meta.SettingsOver(base.ID)); len(problems) > 0 {
				t.Errorf("%s at %g: %v", k.keys, v, problems)
			}
		}
		b.resetAll()
	}
	if b.settings() != "" {
		t.Errorf("left behind: %s", b.settings())
	}
}

func TestSlidingIsOneStep(t *testing.T) {
	b := open(t)
	before := b.session.Now().Document
	k := b.knob(t, "page.left", "page.right")
	b.advanced.unfold(k)
	s := k.row.Control().(*widgets.Slider)
	for v := 18.5; v <= 25; v += 0.5 {
		b.now = b.now.Add(20 * time.Millisecond)
		s.OnChanged(v)
	}
	if d := b.design(); d.Page.Left != 25 || d.Page.Right != 25 || b.settings() != "page.left=25 page.right=25" {
		t.Fatalf("%+v, %s", d.Page, b.settings())
	}
	if !k.row.Changed() || k.row.Value() != "25.0 mm" || b.reset.Text != "Reset to defaults (2)" {
		t.Errorf("the row says %q, the pane %q", k.row.Value(), b.reset.Text)
	}
	if b.session.NextUndo() != "Side margins" || !b.session.Undo() || !b.session.Now().Document.Equal(before) {
		t.Error("one undo does not take it back")
	}
	if s.Value != 18 || k.row.Changed() {
		t.Errorf("after it the slider is at %g", s.Value)
	}
	b.session.Redo()
	k.row.Reset()
	if !b.session.Now().Document.Equal(before) {
		t.Error("the row's button leaves a trace")
	}
}

func TestAsInTheDesignLeavesNoTrace(t *testing.T) {
	b := open(t)
	before := b.session.Now().Document
	words := b.knob(t, "dates.format").row.Control().(*widgets.Select)
	words.SetSelected("2026-11")
	if b.settings() != `dates.format="iso"` || b.design().Dates.Format != "iso" {
		t.Fatal(b.settings())
	}
	flag := b.knob(t, "photo.hidden").row.Control().(*widgets.Check)
	if !flag.Checked {
		t.Error("a photo that is shown is not checked")
	}
	flag.SetChecked(false)
	if !b.design().Photo.Hidden {
		t.Error("the photo is not hidden")
	}
	flag.SetChecked(true)
	words.SetSelected("Nov 2026")
	if !b.session.Now().Document.Equal(before) {
		t.Errorf("left behind: %s", b.settings())
	}
}

func TestColorsAndCharacters(t *testing.T) {
	b := open(t)
	b.knob(t, "colours.accent").row.Control().(*widgets.Swatch).OnChanged(color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 255})
	b.knob(t, "bullet.sign").row.Control().(*widgets.Combo).Field.SetText("→")
	if d := b.design(); d.Colors.Accent != (design.Color{R: 0x10, G: 0x20, B: 0x30}) || d.Bullet.Sign != "→" {
		t.Errorf("%+v", d)
	}
	if c := b.knob(t, "colours.accent").row.Control().(*widgets.Swatch).Color(); c.B != 0x30 {
		t.Errorf("the swatch shows %v", c)
	}
}

func TestColumns(t *testing.T) {
	b := open(t)
	choice := b.knob(t, "columns.width", "columns.gap", "columns.sections", "columns.tinted").row.Control().(*widgets.Select)
	if choice.Selected != "One" {
		t.Errorf("the choice is %q", choice.Selected)
	}
	choice.SetSelected("Two, with a sidebar")
	if d := b.design(); d.Columns.Width == 0 || !d.Columns.Tinted || !slices.Contains(d.Columns.Sections, "skills") {
		t.Fatalf("%+v", d.Columns)
	}
	group := b.knob(t, "columns.sections").row.Control().(*widgets.Checks)
	if !slices.Contains(group.Checked(), "Skills") || slices.Contains(group.Checked(), "Experience") {
		t.Fatalf("%q are checked", group.Checked())
	}
	want := group.Checked()
	group.Box(0).SetChecked(false)
	if got := b.design().Columns.Sections; len(got) != len(want)-1 || slices.Contains(got, "contact") {
		t.Errorf("in the sidebar are %q", got)
	}
}

func TestEachDesignKeepsItsSettings(t *testing.T) {
	b := open(t)
	first := b.base()
	b.knob(t, "scale.text").row.Control().(*widgets.Slider).SetValue(1.1)
	modern, _ := b.designs.Find("modern")
	b.gallery.byID["modern"].OnTapped()
	if b.base() != modern || b.settings() != "" || !b.gallery.byID["modern"].Selected() || b.gallery.byID[first.ID].Selected() {
		t.Fatalf("%s with %s", b.base().ID, b.settings())
	}
	b.gallery.byID[first.ID].OnTapped()
	if b.settings() != "scale.text=1.1" {
		t.Errorf("the way back has lost %s", b.settings())
	}
}

func TestSaveAs(t *testing.T) {
	b := open(t)
	b.knob(t, "scale.text").row.Control().(*widgets.Slider).SetValue(1.1)
	want := b.design().Style.Body.Size
	b.saveAs()
	if b.base().ID != "mine" || b.settings() != "" || b.design().Style.Body.Size != want || b.gallery.byID["mine"] == nil {
		t.Errorf("%s, %s, %g", b.base().ID, b.settings(), b.design().Style.Body.Size)
	}
	if b.session.NextUndo() != "Save as design" || !b.session.Undo() || b.settings() != "scale.text=1.1" {
		t.Error("one undo does not lead back")
	}
}

func TestPictures(t *testing.T) {
	b := open(t)
	painted := 0
	b.gallery.worker.Work = func(j galleryJob) []picture {
		painted += len(j.designs)
		return paintTiles(j)
	}
	b.knob(t, "scale.text").row.Control().(*widgets.Slider).SetValue(1.1)
	if painted != 1 {
		t.Errorf("a setting paints %d designs", painted)
	}
	b.SetShown(false)
	b.session.Type("/basics/name", "Somebody Else")
	if painted != 1 {
		t.Errorf("a pane that is not shown paints %d designs", painted-1)
	}
	b.SetShown(true)
	if painted != 1+len(b.designs) {
		t.Errorf("a pane that is shown paints %d designs", painted-1)
	}
	if len(b.gallery.waiting) > 0 {
		t.Errorf("waits for %q", b.gallery.waiting)
	}
}

func TestReveal(t *testing.T) {
	b := open(t)
	if !b.Reveal(resume.SettingAddress(b.base().ID, "rule.thickness")) || b.scroll.Offset.Y == 0 {
		t.Error("the knob is not shown")
	}
	if b.win.Canvas().Focused() == nil {
		t.Error("it has not the focus")
	}
	if b.Reveal(resume.SettingAddress(b.base().ID, "nothing")) {
		t.Error("what is no setting is shown")
	}
}

func TestFaultsAreNamed(t *testing.T) {
	b := open(t)
	if len(b.faults.Objects) != 1 || !strings.Contains(b.faults.Objects[0].(*widgets.Label).Text(), "mine.toml:3: a fault") {
		t.Error("a broken design is not named")
	}
}

func TestFamilies(t *testing.T) {
	b := open(t)
	b.knob(t, "style.body.family").row.Control().(*widgets.Dropdown).OnTapped()
	popup := b.win.Canvas().Overlays().Top()
	search := find[*widgets.TextField](popup)
	list := find[*widgets.List](popup)
	if n := list.Length(); n != 7 {
		t.Errorf("%d families are offered", n)
	}
	search.SetText("somebody")
	if n := list.Length(); n != 1 {
		t.Errorf("%d families are found", n)
	}
	search.OnSubmitted("")
	if b.design().Style.Body.Family != "Somebody's Sans" || b.win.Canvas().Overlays().Top() != nil {
		t.Errorf("the typeface is %s", b.design().Style.Body.Family)
	}
	if b.design().Style.Title.Family != "Somebody's Sans" {
		t.Error("other styles do not follow")
	}
}

// find is the first object of a kind in or below another.
func find[T fyne.CanvasObject](in fyne.CanvasObject) (found T) {
	for _, o := range test.LaidOutObjects(in) {
		if got, ok := o.(T); ok {
			return got
		}
	}
	return found
}

// The keyboard reaches every knob, and the form follows it.
func TestTabReachesWhatIsBelow(t *testing.T) {
	b := open(t)
	for _, k := range b.allKnobs() {
		b.advanced.unfold(k)
	}
	last := b.knob(t, "fit.margin").row.Control()
	b.win.Canvas().Focus(b.knob(t, "columns.width").row.Control().(fyne.Focusable))
	if b.scroll.Offset.Y == 0 {
		t.Fatal("the form has not followed")
	}
	for range 40 {
		if b.win.Canvas().Focused() == last.(fyne.Focusable) {
			return
		}
		b.win.Canvas().FocusNext()
	}
	t.Error("the last knobs are not reached")
}
