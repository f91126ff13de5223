package layout

import (
	"fmt"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
	"resumax/resume"
)

// points are blocks of a heading and n bullets of two lines.
func points(n int) []outline.Block {
	blocks := []outline.Block{block(outline.Heading, "/work", "Work")}
	for i := range n {
		at := resume.Address("/work/0/highlights").Item(i)
		blocks = append(blocks, block(outline.Bullet, at, fmt.Sprintf("Point %d: ", i)+strings.Repeat("plain words in a row ", 6)))
	}
	return blocks
}

func TestFitChangesAsLittleAsItTakes(t *testing.T) {
	s := NewTypesetter(fonts.NewSet())
	job := func(n, fit int) Job { return Job{Blocks: points(n), Design: design.Default(), Fit: fit} }
	full := 1 // points that fill a page as the design has it
	for len(s.Layout(job(full+1, 0)).Pages) == 1 {
		full++
	}
	before := 0.0
	for n := full - 2; ; n++ {
		d := s.Layout(job(n, 1))
		if len(d.Pages) > 1 {
			if n < full+full/8 {
				t.Errorf("only %d points fit where %d did before", n, full)
			}
			if len(d.Problems) != 1 || !d.Problems[0].Address.Within("/work/0/highlights") || d.Fitting.Changes != "" {
				t.Errorf("%d points stand over: %+v, %+v", n, d.Problems, d.Fitting)
			}
			break
		}
		if len(d.Problems) > 0 || (d.Fitting.Changes == "") != (n <= full) {
			t.Errorf("%d points of %d: %+v, %+v", n, full, d.Fitting, d.Problems)
		}
		size := d.Pages[0].Items[len(d.Pages[0].Items)-1].Run.Size
		if before > 0 && size > before {
			t.Errorf("%d points are set larger than one less", n)
		}
		before = size
		if again := NewTypesetter(fonts.NewSet()).Layout(job(n, 1)); again.String() != d.String() {
			t.Errorf("%d points are set otherwise by a new typesetter", n)
		}
	}
	if d := s.Layout(job(full+1, 2)); len(d.Pages) != 2 || d.Fitting.Changes != "" {
		t.Errorf("two pages are allowed: %d pages, %+v", len(d.Pages), d.Fitting)
	}
}
