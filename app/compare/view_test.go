package compare

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/app/thumbnails"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

func pictures() *thumbnails.Maker {
	return thumbnails.New(session.Inline, func(r *resume.Resume) render.Options { return render.Setup{Designs: design.All()}.Options(r) })
}

// texts are all texts within an object, in order.
func texts(o fyne.CanvasObject) []string {
	var all []string
	switch o := o.(type) {
	case *widgets.Label:
		return []string{o.Text()}
	case *widgets.StyledText:
		return []string{o.Text()}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, texts(child)...)
		}
	case *container.Scroll:
		return texts(o.Content)
	case widgets.Parent:
		for _, child := range o.Children() {
			all = append(all, texts(child)...)
		}
	}
	return all
}

func TestViewSaysBothSides(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	earlier := parse(t, base)
	later, err := earlier.SetText("/basics/phone", "+47 5550 0123")
	if err != nil {
		t.Fatal(err)
	}
	v := View(Of(Side{"Saved 12:03", earlier}, Side{"Recovered", later}), pictures(), 1)
	all := strings.Join(texts(v), "\n")
	for _, want := range []string{"1 difference    − Saved 12:03    + Recovered", "Added  Contact · Phone", "+ +47 5550 0123", "\nSaved 12:03\n", "\nRecovered"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	alone := strings.Join(texts(View(Of(Side{}, Side{"Recovered", later}), pictures(), 1)), "\n")
	if !strings.Contains(alone, "Added  Experience · Halvorsen") || strings.Contains(alone, "− ") {
		t.Errorf("a document alone:\n%s", alone)
	}
}

func TestPagesGetTheirPictures(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	p := NewPage(150)
	made := 0
	for range 2 { // of a document that has no name, each time anew
		pictures().Picture("", 300, parse(t, base).Resume, func(img image.Image) {
			made++
			if img.Bounds().Dx() != 300 {
				t.Errorf("%d pixels wide", img.Bounds().Dx())
			}
			p.SetPicture(img)
		})
	}
	if made != 2 || p.picture.Image == nil {
		t.Errorf("%d pictures", made)
	}
	p.Show("Another")
	if p.picture.Image != nil || p.title.Text() != "Another" {
		t.Error("the picture of the one before is shown")
	}
}

func TestListIsBounded(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light))
	c := Comparison{Lines: make([]Line, linesMost+3)}
	for i := range c.Lines {
		c.Lines[i].Label.Section = fmt.Sprint("Line ", i)
	}
	all := texts(List(c))
	if got := all[len(all)-1]; got != "… and 3 more." || len(all) != linesMost+1 {
		t.Errorf("%d texts, the last %q", len(all), got)
	}
	if got := texts(List(Comparison{})); len(got) != 1 || got[0] != "No differences." {
		t.Errorf("%q", got)
	}
}

func TestConflictsStandForTheirLines(t *testing.T) {
	was := parse(t, base)
	mine, _ := was.SetText("/work/0/position", "Lead engineer")
	mine, _ = mine.SetText("/basics/phone", "1")
	mine, _ = mine.Set(resume.DesignSetting, resume.Text("modern"))
	theirs, _ := was.SetText("/work/0/position", "Senior engineer")
	theirs, _ = theirs.SetText("/basics/email", "x@example.org")
	theirs, _ = theirs.Set(resume.DesignSetting, resume.Text("compact"))
	merged, conflicts := resume.Merge(was, mine, theirs)
	c := Of(Side{"Yours", mine}, Side{"In the file", theirs}).Dispute(merged, conflicts)
	if len(c.Conflicts) != 2 || len(c.Lines) != 2 {
		t.Fatalf("%d conflicts and\n%s", len(c.Conflicts), told(c.Lines))
	}
	said := map[string]string{}
	for _, one := range c.Conflicts {
		said[one.Label.String()] = marked(one.Mine) + " / " + marked(one.Theirs)
	}
	if said["Experience · Fjordpay · Title"] != "[Lead ]engineer / [Senior ]engineer" || said["Settings · Design"] != "[Modern] / [Compact]" {
		t.Errorf("%q", said)
	}
}
