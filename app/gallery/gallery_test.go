package gallery

import (
	"errors"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

func pictures() *thumbnails.Maker {
	return thumbnails.New(session.Inline, func(r *resume.Resume) render.Options { return render.Setup{Designs: design.All()}.Options(r) })
}

// show puts an object into a window of a size.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewWindow(o)
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(width, height))
	return w
}

func newGallery(t *testing.T) (*Gallery, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	var opened []string
	g := New(Services{Roles: func() role.List { return role.All() }, Faults: func() []error { return nil }, Pictures: pictures(),
		Open: func(p *role.Pack) { opened = append(opened, p.ID) }})
	return g, &opened
}

// visible are the ids of the roles that are shown, in their order.
func visible(g *Gallery) []string {
	var ids []string
	for _, c := range g.cards {
		if c.Visible() {
			ids = append(ids, c.pack.ID)
		}
	}
	return ids
}

func TestSearchAndFilter(t *testing.T) {
	g, opened := newGallery(t)
	show(t, g.Object(), 900, 600)
	if n := len(visible(g)); n != len(role.All()) {
		t.Errorf("%d roles are shown", n)
	}
	for query, first := range map[string]string{"backend": "backend-engineer", "postgres": "", "golang dev": "", "prod manag": "product-manager", "GO DEVELOPER": "backend-engineer"} {
		g.search.SetText(query)
		got := visible(g)
		if first != "" && (len(got) == 0 || got[0] != first) {
			t.Errorf("%q finds %q", query, got)
		}
		for _, id := range got {
			if !slices.ContainsFunc(role.All().Search(query), func(f role.Found) bool { return f.Pack.ID == id }) {
				t.Errorf("%q finds %s", query, id)
			}
		}
	}
	g.search.SetText("")
	g.chooseField("Data and AI")
	for _, id := range visible(g) {
		if p, _ := role.ByID(id); p.Family != "Data and AI" {
			t.Errorf("%s is of %s", id, p.Family)
		}
	}
	g.search.SetText("accountant")
	if got := visible(g); len(got) != 1 || got[0] != "accountant" {
		t.Errorf("a role of another field is not found: %q", got)
	}
	g.search.SetText("")
	g.chooseField("")
	g.level.SetSelected("Under 3 years")
	if g.Level() != "junior" {
		t.Errorf("the level is %q", g.Level())
	}
	for _, id := range visible(g) {
		if id == "cloud-architect" {
			t.Error("nobody begins as a cloud architect")
		}
	}
	g.search.SetText("graduate")
	g.search.OnSubmitted("graduate")
	if len(*opened) != 1 || (*opened)[0] != "graduate-software-engineer" {
		t.Errorf("%q was opened", *opened)
	}
}

// chooseField selects a field, "" for all.
func (g *Gallery) chooseField(name string) {
	g.fields.Select(slices.Index(g.families, name) + 1)
	g.filter()
}

// A search that finds no role leads on to a blank resume with what was searched for as its
// headline, and shows roles that come close, none for a trade of its own.
func TestSearchWithoutRole(t *testing.T) {
	g, opened := newGallery(t)
	var blank []string
	g.services.Blank = func(headline string) { blank = append(blank, headline) }
	show(t, g.Object(), 900, 600)
	for query, want := range map[string]struct{ headline, near string }{
		"nurse":                 {"Nurse", "none"},
		"registered nurse":      {"Registered Nurse", "none"},
		"rn":                    {"RN", "none"},
		"enseignante":           {"Enseignante", "none"},
		"Elektriker":            {"Elektriker", "none"},
		"head of payroll":       {"Head of Payroll", ""},
		"forestry data analyst": {"Forestry Data Analyst", "data-analyst"},
	} {
		blank = nil
		g.search.SetText(query)
		if !g.none.root.Visible() || !strings.Contains(g.none.title.Text(), query) {
			t.Errorf("%q finds no role, and it is not said", query)
		}
		if got := visible(g); want.near == "none" && len(got) > 0 || want.near != "" && want.near != "none" && !slices.Contains(got, want.near) || len(got) > 12 {
			t.Errorf("%q: near it are %q", query, got)
		}
		g.search.OnSubmitted(query)
		if len(*opened) != 0 || len(blank) != 1 || blank[0] != want.headline {
			t.Errorf("%q opens %q and starts %q", query, *opened, blank)
		}
	}
	g.search.SetText("go")
	if g.none.root.Visible() {
		t.Error("a search with a role is said to have none")
	}
}

// Every sample has as many pages in its look as in the plainest one, and the gallery is
// varied.
func TestLooks(t *testing.T) {
	designs, colors := map[string]int{}, map[string]int{}
	for _, p := range role.All() {
		plain, dressed := p.Sample(), Dressed(p, p.Sample())
		pages := func(d resume.Document) int {
			r := d.Resume()
			return len(render.Typeset(r, render.Setup{Designs: design.All()}.Options(r)).Pages)
		}
		if a, b := pages(plain), pages(dressed); b > a {
			t.Errorf("%s has %d pages in %v, and %d else", p.ID, b, lookOf(p), a)
		}
		designs[lookOf(p).design]++
		colors[lookOf(p).accent]++
	}
	if len(designs) < 5 || len(colors) < 6 {
		t.Errorf("designs %v, colors %v", designs, colors)
	}
}

func TestKeysLeadFromCardToCard(t *testing.T) {
	g, opened := newGallery(t)
	w := show(t, g.Object(), 800, 600)
	g.search.OnKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	at := func() string {
		c, _ := w.Canvas().Focused().(*widgets.Poster)
		if c == nil {
			return ""
		}
		return c.Title()
	}
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	names := func(i int) string { return g.cards[i].pack.Name }
	if at() != names(0) {
		t.Fatalf("Down leads to %q", at())
	}
	press(fyne.KeyRight)
	if at() != names(1) {
		t.Errorf("Right leads to %q", at())
	}
	press(fyne.KeyDown)
	below := at()
	press(fyne.KeyUp)
	if at() != names(1) || below == names(2) || below == names(1) {
		t.Errorf("Down and Up lead to %q and %q", below, at())
	}
	press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	if at() != names(0) || len(*opened) != 1 || (*opened)[0] != g.cards[0].pack.ID {
		t.Errorf("Return at %q opens %q", at(), *opened)
	}
	press(fyne.KeyUp)
	if w.Canvas().Focused() != fyne.Focusable(g.search) {
		t.Error("Up does not lead back to the search")
	}
}

func TestFaultsAreSaid(t *testing.T) {
	g, _ := newGallery(t)
	g.services.Faults = func() []error { return []error{errors.New("bad.toml:3: “name” is missing")} }
	g.Refresh()
	if !g.faults.Visible() || !strings.Contains(g.faults.Objects[0].(*widgets.Label).Text(), "bad.toml:3") {
		t.Error("what is wrong with a role of the user's own is not said")
	}
}

func TestPicturesAreMadeOnce(t *testing.T) {
	m, loads := pictures(), 0
	load := func() *resume.Resume { loads++; return role.All()[0].Sample().Resume() }
	var got []image.Image
	for range 3 {
		m.Picture("a", 72, load, func(img image.Image) { got = append(got, img) })
	}
	m.Picture("a", 144, load, func(img image.Image) { got = append(got, img) })
	m.Picture("none", 72, func() *resume.Resume { return nil }, func(image.Image) { t.Error("a picture of nothing") })
	if loads != 2 || len(got) != 4 || got[0] != got[1] || got[0].Bounds().Dx() != 72 || got[3].Bounds().Dx() != 144 {
		t.Errorf("%d loads, %d pictures", loads, len(got))
	}
}

func TestPageOfARole(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	var did []string
	p := NewPage(PageServices{Pictures: pictures(), Back: func() { did = append(did, "back") },
		Start: func(p *role.Pack, sample bool, level string) {
			what := "empty "
			if sample {
				what = "sample "
			}
			did = append(did, what+p.ID+" "+level)
		},
		Apply: func(p *role.Pack) { did = append(did, "apply "+p.ID) }, ApplyTo: func() string { return "mine" }})
	w := show(t, p.Object(), 1000, 600)
	pack, _ := role.ByID("backend-engineer")
	p.Show(pack, "", 1)
	if p.level != "mid" || p.picture.Image == nil {
		t.Errorf("level %q, picture %v", p.level, p.picture.Image != nil)
	}
	tap := func(label string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(w.Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Text == label {
				b.OnTapped()
				return
			}
		}
		t.Errorf("there is no button %q", label)
	}
	says := func() string {
		var all []string
		for _, o := range test.LaidOutObjects(w.Content()) {
			if l, ok := o.(*widgets.Label); ok {
				all = append(all, l.Text())
			}
		}
		return strings.Join(all, "\n")
	}
	p.openAll()
	mid := says()
	p.Show(pack, "junior", 1)
	junior := says()
	for _, a := range pack.Levels["junior"].Advice {
		if strings.Contains(mid, a) || !strings.Contains(junior, a) {
			t.Errorf("%q belongs to juniors alone", a)
		}
	}
	if !strings.Contains(junior, "Section order: Summary, Education") || strings.Contains(mid, "Summary, Education") {
		t.Error("the order of sections is not the level's")
	}
	for _, q := range pack.Questions {
		if !strings.Contains(junior, q.Text) {
			t.Errorf("%q is not shown", q.Text)
		}
	}
	for _, label := range []string{"Start from this role", "Start without sample text", "Apply to mine", "All roles"} {
		tap(label)
	}
	if got := strings.Join(did, "; "); got != "sample backend-engineer ; empty backend-engineer junior; apply backend-engineer; back" {
		t.Errorf("%s", got)
	}
	senior, _ := role.ByID("engineering-manager")
	if p.Show(senior, "junior", 1); p.level != "mid" {
		t.Errorf("an engineering manager is shown at %q", p.level)
	}
}

// openAll opens all parts.
func (p *Page) openAll() {
	for _, o := range p.content.Objects {
		if d, ok := o.(*widgets.Disclosure); ok && !d.Open() {
			d.OnTapped()
		}
	}
}

// A part opens and closes, keeps its state from role to role, and says how much is in it;
// the buttons to start do not scroll away.
func TestPartsFold(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	p := NewPage(PageServices{Pictures: pictures(), ApplyTo: func() string { return "mine" }})
	show(t, p.Object(), 1000, 600)
	pack, _ := role.ByID("accountant")
	p.Show(pack, "", 1)
	folded := p.content.MinSize().Height
	p.openAll()
	if all := p.content.MinSize().Height; all < 3*folded {
		t.Errorf("folded the guide is %v high, and open %v", folded, all)
	}
	other, _ := role.ByID("product-manager")
	p.Show(other, "", 1)
	for _, o := range p.content.Objects {
		if d, ok := o.(*widgets.Disclosure); ok && !d.Open() {
			t.Errorf("%s is folded again", d.AccessibilityLabel())
		}
	}
	driver := fyne.CurrentApp().Driver()
	if y := driver.AbsolutePositionForObject(p.actions).Y; y > 600-p.actions.Size().Height || y < 400 {
		t.Errorf("the buttons are at %v", y)
	}
}

// BenchmarkGallery is the gallery from nothing to laid out, its pictures aside.
func BenchmarkGallery(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	role.All()
	for b.Loop() {
		g := New(Services{Roles: func() role.List { return role.All() }, Faults: func() []error { return nil }, Pictures: pictures()})
		w := test.NewWindow(g.Object())
		w.Resize(fyne.NewSize(1180, 800))
		w.Close()
	}
}

// BenchmarkPictures is the picture of every role's sample.
func BenchmarkPictures(b *testing.B) {
	for b.Loop() {
		m := pictures()
		for _, p := range role.All() {
			m.Picture(p.ID, 72, func() *resume.Resume { return p.Sample().Resume() }, func(image.Image) {})
		}
	}
}

// The order of the sections is said in the window's language, in which they will be.
func TestOrderOfSectionsInTheWindowsLanguage(t *testing.T) {
	if err := tr.Use("de"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tr.Use("en") })
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	p := NewPage(PageServices{Pictures: pictures(), ApplyTo: func() string { return "mine" }})
	w := show(t, p.Object(), 1000, 600)
	pack, _ := role.ByID("backend-engineer")
	p.Show(pack, "", 1)
	for _, o := range test.LaidOutObjects(w.Content()) {
		if l, ok := o.(*widgets.Label); ok && strings.HasPrefix(l.Text(), "Reihenfolge der Abschnitte: ") {
			if !strings.Contains(l.Text(), "Berufserfahrung, ") || strings.Contains(l.Text(), "Experience") {
				t.Errorf("%q", l.Text())
			}
			return
		}
	}
	t.Error("the order is not said")
}
