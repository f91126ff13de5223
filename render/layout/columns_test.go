package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
	"resumax/resume"
)

func found(t *testing.T, id string) *design.Design {
	t.Helper()
	d, ok := design.Find(id)
	if !ok {
		t.Fatalf("there is no design %s", id)
	}
	return d
}

// entry is the head of an entry.
func entry(at resume.Address) outline.Block {
	b := block(outline.Entry, at, "Engineer")
	b.Parts[0].Role = outline.Title
	return b
}

// twoSided is an outline with so many points and so many groups of skills.
func twoSided(points, groups int) []outline.Block {
	blocks := []outline.Block{
		block(outline.Name, "/basics/name", "Ada Example"),
		block(outline.Contact, "/basics", "ada@site.example"),
		block(outline.Heading, "/work", "Experience"),
		entry("/work/0"),
	}
	for i := range points {
		blocks = append(blocks, block(outline.Bullet, resume.Address("/work/0/highlights").Item(i), fmt.Sprintf("Point %d of the experience", i)))
	}
	blocks = append(blocks, block(outline.Heading, "/skills", "Skills"))
	for i := range groups {
		blocks = append(blocks, block(outline.Paragraph, resume.Address("/skills").Item(i), fmt.Sprintf("Skill %d", i)))
	}
	return blocks
}

// shown are the addresses on a page, in reading order, each once.
func shown(p Page) []resume.Address {
	var all []resume.Address
	for _, i := range p.Items {
		if i.Address != "" && !slices.Contains(all, i.Address) {
			all = append(all, i.Address)
		}
	}
	return all
}

func TestNarrowColumnComesFirst(t *testing.T) {
	doc := NewTypesetter(fonts.NewSet()).Layout(Job{Blocks: twoSided(100, 3), Design: found(t, "sidebar")})
	if len(doc.Pages) < 2 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	first := shown(doc.Pages[0])
	want := []resume.Address{"/basics/name", "/basics", "/skills", "/skills/0", "/skills/1", "/skills/2", "/work", "/work/0", "/work/0/highlights/0"}
	if !slices.Equal(first[:len(want)], want) {
		t.Errorf("the first page is read %v", first[:len(want)])
	}
	gutter := doc.Pages[0].Gutter
	for _, i := range doc.Pages[0].Items {
		if i.Kind != Text || i.Rect.Y < gutter.Y {
			continue
		}
		narrow := strings.HasPrefix(string(i.Address), "/skills") || i.Address == "/basics"
		if narrow && i.Rect.X+i.Rect.W > gutter.X+1e-6 || !narrow && i.Rect.X < gutter.X+gutter.W-1e-6 {
			t.Errorf("%s is on the wrong side of %+v", i.String(), gutter)
		}
	}
	second := doc.Pages[1]
	if left := found(t, "sidebar").Page.Left * design.Millimeter; second.Gutter != (Rect{}) || second.Items[0].Rect.X > left+20 {
		t.Errorf("the second page does not have the whole width: %s", second.Items[0].String())
	}
}

func TestNarrowColumnHoldsOnlyWhatFits(t *testing.T) {
	s, d := NewTypesetter(fonts.NewSet()), found(t, "sidebar")
	order := func(blocks []outline.Block) string {
		doc := s.Layout(Job{Blocks: blocks, Design: d})
		var keys []string
		for _, b := range doc.Blocks {
			if b.Kind == outline.Heading {
				keys = append(keys, string(b.Address))
			}
		}
		return strings.Join(keys, " ")
	}
	if got := order(twoSided(3, 3)); got != "/skills /work" {
		t.Errorf("a short column is read %s", got)
	}
	if got := order(twoSided(3, 200)); got != "/work /skills" {
		t.Errorf("what is too long for the narrow column is read %s", got)
	}
	wide := twoSided(3, 3)
	wide = append(wide, block(outline.Paragraph, "/skills/3", strings.Repeat("w", 60)))
	if got := order(wide); got != "/work /skills" {
		t.Errorf("what is too wide for the narrow column is read %s", got)
	}
}

func TestClicksStayOnTheirSideOfTheGutter(t *testing.T) {
	doc := NewTypesetter(fonts.NewSet()).Layout(Job{Blocks: twoSided(20, 3), Design: found(t, "sidebar")})
	for _, i := range doc.Pages[0].Items {
		if i.Address != "/work/0/highlights/9" {
			continue
		}
		// At the gutter's right edge, where the line is farther than the other column's text may be.
		g := doc.Pages[0].Gutter
		for dy := -2.0; dy < i.Rect.H+2; dy++ {
			if at, ok := doc.At(0, g.X+g.W+1, i.Rect.Y+dy); !ok || !strings.HasPrefix(string(at), "/work") {
				t.Errorf("%.0f points down the line is %s", dy, at)
			}
		}
		return
	}
	t.Error("the point is not on the first page")
}

func TestTimeline(t *testing.T) {
	d := found(t, "timeline")
	var blocks []outline.Block
	for i := range 3 {
		at := resume.Address("/work").Item(i)
		blocks = append(blocks, entry(at), block(outline.Bullet, at.Child("highlights").Item(0), "Built it"))
	}
	blocks = append([]outline.Block{block(outline.Heading, "/work", "Experience")}, blocks...)
	blocks = append(blocks, block(outline.Heading, "/skills", "Skills"), block(outline.Paragraph, "/skills/0", "Go"))
	doc := NewTypesetter(fonts.NewSet()).Layout(Job{Blocks: blocks, Design: d})
	var marks, lines []Rect
	bottom := 0.0
	for _, i := range doc.Pages[0].Items {
		switch {
		case i.Kind == Rule && i.Index < 0 && i.Rect.W == d.Timeline.Mark:
			marks = append(marks, i.Rect)
		case i.Kind == Rule && i.Index < 0:
			lines = append(lines, i.Rect)
		case i.Address == "/work/2/highlights/0":
			bottom = i.Rect.Y + i.Rect.H
		}
	}
	if len(marks) != 3 || len(lines) != 1 {
		t.Fatalf("marks %v, lines %v", marks, lines)
	}
	l, m := lines[0], marks[0]
	if middle := m.Y + m.H/2; l.Y != middle || l.Y+l.H != bottom || l.X+l.W/2 != m.X+m.W/2 {
		t.Errorf("the line %+v does not run from the middle of %+v to %.2f", l, m, bottom)
	}
}
