package designer

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

func TestTypePairs(t *testing.T) {
	b := open(t)
	before := b.session.Now().Document
	var k *knob
	for _, one := range b.knobs {
		if one.label == "Type pair" {
			k = one
		}
	}
	control := k.row.Control().(*widgets.Dropdown)
	if control.Text() != "As in the design" {
		t.Errorf("the pair of Classic is %q", control.Text())
	}
	choose := func(query string) {
		control.OnTapped()
		popup := b.win.Canvas().Overlays().Top()
		find[*widgets.TextField](popup).SetText(query)
		find[*widgets.TextField](popup).OnSubmitted("")
	}
	choose("plex")
	d := b.design()
	if d.Style.Heading.Family != "IBM Plex Sans" || d.Style.Name.Family != "IBM Plex Sans" || d.Style.Body.Family != "Literata" ||
		d.Style.Title.Family != "Literata" || d.Style.Contact.Family != "Literata" || control.Text() != "IBM Plex Sans + Literata" || !k.row.Changed() {
		t.Errorf("%+v, %q", d.Style, control.Text())
	}
	if strings.Contains(b.settings(), "style.title.family") {
		t.Errorf("what follows the body does not any more: %s", b.settings())
	}
	if !b.session.Undo() || !b.session.Now().Document.Equal(before) {
		t.Error("one undo does not take it back")
	}
	for _, d := range design.All() {
		for _, pair := range typePairs {
			var all []resume.Setting
			for _, s := range familiesOf(d, pair) {
				if !s.value.IsNull() {
					all = append(all, resume.Setting{Key: s.key, Value: s.value})
				}
			}
			if got, _ := d.With(all); !pair.of(got) {
				t.Errorf("%s has not %s: %+v", d.ID, pair, got.Style)
			}
		}
	}
}

func TestMarginsKeepTheirDifferences(t *testing.T) {
	b := open(t)
	k := b.knob(t, "page.left", "page.right", "page.top", "page.bottom")
	k.row.Control().(*widgets.Slider).SetValue(20)
	if d := b.design(); d.Page != (design.Margins{Top: 16, Bottom: 16, Left: 20, Right: 20}) {
		t.Errorf("%+v", d.Page)
	}
	k.row.Control().(*widgets.Slider).SetValue(18)
	if b.settings() != "" {
		t.Errorf("left behind: %s", b.settings())
	}
}

// Accents are read as text on white (WCAG 2.2, 1.4.3).
func TestAccentsAreLegible(t *testing.T) {
	for _, c := range accents {
		part := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		if contrast := 1.05 / (0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B) + 0.05); contrast < 4.5 {
			t.Errorf("%v has a contrast of %.1f", c, contrast)
		}
	}
}

func TestAccentTakesWhatHasItAlong(t *testing.T) {
	b := open(t)
	green := color.NRGBA{R: 0x16, G: 0x65, B: 0x34, A: 255}
	for id, want := range map[string]string{
		"classic": `colours.accent="#166534"`,
		"modern":  `colours.accent="#166534" colours.rule="#166534"`,
		"sidebar": `colours.accent="#166534" colours.tint="#ecf3ef"`,
	} {
		d, _ := b.designs.Find(id)
		b.choose(d)
		b.knob(t, "colours.accent", "colours.rule", "colours.tint").row.Control().(*widgets.Swatch).OnChanged(green)
		if b.settings() != want {
			t.Errorf("%s: %s, want %s", id, b.settings(), want)
		}
	}
}

func TestSearchFindsSettings(t *testing.T) {
	for query, want := range map[string]string{
		"leading":      "scale.leading",
		"justify":      "style.body.align",
		"Bullet char":  "bullet.sign",
		"headshot":     "photo.hidden",
		"tracking":     "style.heading.tracking",
		"rule":         "space.rule",
		"organization": "style.organisation.family",
		"minimum text": "fit.size",
	} {
		b := open(t)
		b.advanced.search.SetText(query)
		b.advanced.search.OnSubmitted(query)
		focused, _ := b.win.Canvas().Focused().(fyne.CanvasObject)
		var keys []string
		for _, k := range b.allKnobs() {
			if slices.Contains(test.LaidOutObjects(k.row), focused) {
				keys = k.keys
			}
		}
		if !slices.Contains(keys, want) {
			t.Errorf("%q leads to %q, want %s", query, keys, want)
		}
		b.advanced.search.SetText("")
		for _, g := range b.advanced.groups {
			if g.head.Open() || !g.head.Visible() {
				t.Errorf("%q leaves %s open or hidden", query, g.title)
			}
		}
	}
	b := open(t)
	b.advanced.search.SetText("xyzzy")
	if !b.advanced.nothing.Visible() {
		t.Error("finding nothing is not said")
	}
}

func TestGroupsFoldAndCountChanges(t *testing.T) {
	b := open(t)
	g := b.advanced.groups[0]
	if g.body.Visible() {
		t.Fatal("a group is open at first")
	}
	test.Tap(g.head)
	if !g.body.Visible() || !g.head.Open() {
		t.Error("a tap does not open it")
	}
	b.knob(t, "scale.leading").row.Control().(*widgets.Slider).SetValue(1.2)
	if g.changed(b.advanced.styles) != 1 {
		t.Error("the changed setting is not counted")
	}
}

// A design that makes more pages offers to fit those that there were, in one step.
func TestMorePagesOfferToFit(t *testing.T) {
	b := open(t)
	b.ShowPages(1)
	if b.offer.row.Visible() {
		t.Fatal("an offer without a change")
	}
	modern, _ := b.designs.Find("modern")
	b.choose(modern)
	b.ShowPages(1) // of the page before the change
	b.ShowPages(2)
	if !b.offer.row.Visible() || b.offer.text.Text != "Now 2 pages." || b.offer.fit.Text != "Fit to 1 page" {
		t.Fatalf("%q, %q", b.offer.text.Text, b.offer.fit.Text)
	}
	b.offer.fit.OnTapped()
	if b.session.Now().Resume.Meta.Fit != 1 || b.offer.row.Visible() || b.session.NextUndo() != "Fit to 1 page" {
		t.Errorf("fits %d pages", b.session.Now().Resume.Meta.Fit)
	}
	b.session.Undo()
	b.SetShown(false)
	b.SetShown(true)
	if b.offer.row.Visible() {
		t.Error("the offer stays when the user comes back")
	}
}
