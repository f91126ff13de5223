package render

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// Whatever was set before, a typesetter sets a resume as a new one does.
func TestWhatIsKeptNeverShows(t *testing.T) {
	start, photo := fixture(t, "two-pages"), dataURI(pngFile(t, picture(90, 120)))
	fresh := func(r *resume.Resume, o Options) any {
		d := NewTypesetter().Typeset(r, o)
		return []any{d.Pages, d.Problems, d.Title, d.Blocks, d.Fitting}
	}
	rapid.Check(t, func(t *rapid.T) {
		doc, kept := start, NewTypesetter()
		var o Options
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			doc = edit(t, doc, photo)
			r := doc.Resume()
			if rapid.IntRange(0, 5).Draw(t, "another look") == 0 {
				o.Design = rapid.SampledFrom(design.All()).Draw(t, "design")
				o.Fit, o.Numbers = rapid.IntRange(0, 2).Draw(t, "fit"), rapid.Bool().Draw(t, "numbers")
			}
			if o.Design != nil && rapid.Bool().Draw(t, "made anew") {
				same := *o.Design
				o.Design = &same
			}
			d := kept.Typeset(r, o)
			if got := []any{d.Pages, d.Problems, d.Title, d.Blocks, d.Fitting}; !reflect.DeepEqual(any(got), fresh(r, o)) {
				t.Fatalf("another page than set from nothing:\n%s", d)
			}
		}
	})
}

// What is painted over an older page is the picture that is painted from
// nothing.
func TestRepaintedPagesAreExact(t *testing.T) {
	start, photo := fixture(t, "two-pages"), dataURI(pngFile(t, picture(90, 120)))
	rapid.Check(t, func(t *rapid.T) {
		doc, kept := start, NewTypesetter()
		scale := rapid.SampledFrom([]float64{0.4, 1, 4.0 / 3, 2.1}).Draw(t, "scale")
		r := doc.Resume()
		o := Setup{Designs: design.All()}.Options(r)
		o.Design = rapid.SampledFrom(design.All()).Draw(t, "design")
		d := kept.Typeset(r, o)
		img := kept.Picture(d, 0, scale, nil)
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			doc = edit(t, doc, photo)
			before := d.Pages[0]
			d = kept.Typeset(doc.Resume(), o)
			if _, ok := kept.Repaint(img, &before, &d.Pages[0], scale); !ok {
				t.Fatal("not painted")
			}
			if !bytes.Equal(img.Pix, kept.Picture(d, 0, scale, nil).Pix) {
				t.Fatal("another picture than painted from nothing")
			}
		}
	})
}

// A keystroke is painted as the line that it is in.
func TestKeystrokePaintsOneLine(t *testing.T) {
	r := fixture(t, "two-pages").Resume()
	ts := NewTypesetter()
	d := ts.Typeset(r, Setup{Designs: design.All()}.Options(r))
	img := ts.Picture(d, 0, 1, nil)
	bullet := &r.Work[0].Highlights[4] // a short one
	bullet.Text += "x"
	after := ts.Typeset(r, Setup{Designs: design.All()}.Options(r))
	rows, ok := ts.Repaint(img, &d.Pages[0], &after.Pages[0], 1)
	if !ok || rows == 0 || rows > 40 {
		t.Errorf("%d rows of pixels painted for a line of 12", rows)
	}
	if allocs := testing.AllocsPerRun(5, func() { ts.Repaint(img, &d.Pages[0], &after.Pages[0], 1) }); allocs > 4 {
		t.Errorf("%.0f allocations", allocs)
	}
	if _, ok := ts.Repaint(img, &d.Pages[0], &after.Pages[0], 1.5); ok {
		t.Error("a picture of another scale was painted on")
	}
}

// edit changes a document as a user may.
func edit(t *rapid.T, d resume.Document, photo string) resume.Document {
	work := d.ListLen("/work")
	item := rapid.IntRange(0, max(0, work-1)).Draw(t, "item")
	lines := resume.Address("/work").Item(item).Child("highlights")
	var err error
	switch rapid.IntRange(0, 6).Draw(t, "edit") {
	case 0, 1:
		line := lines.Item(rapid.IntRange(0, max(0, d.ListLen(lines)-1)).Draw(t, "line"))
		text := rapid.SampledFrom([]string{"x", "", "**b** and \U0001F600", "語学語学",
			"A much longer point, of which there are several lines, so that what is under it moves down by as many lines as it now has, and on to another page"}).Draw(t, "text")
		d, err = d.SetText(line, text)
	case 2:
		if work > 1 {
			d, err = d.Move("/work", item, rapid.IntRange(0, work-1).Draw(t, "to"))
		}
	case 3:
		if work > 1 {
			d, err = d.Remove(resume.Address("/work").Item(item))
		}
	case 4:
		d, err = d.Set(resume.Address("/work").Item(item).Child("hidden"), resume.Flag(rapid.Bool().Draw(t, "hidden")))
	case 5:
		d, err = d.SetText("/basics/image", rapid.SampledFrom([]string{"", photo}).Draw(t, "photo"))
	case 6:
		d, err = d.SetText("/basics/summary", rapid.SampledFrom([]string{"", "Short.", "One.\nTwo.\nThree.", "שלום 12 (abc)", strings.Repeat("שלום עולם ", 900)}).Draw(t, "summary"))
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A keystroke in a long resume sets one block and fills one page.
func TestKeystrokeSetsOneBlock(t *testing.T) {
	for _, numbers := range []bool{false, true} {
		r := long(t)
		o := Setup{Designs: design.All()}.Options(r)
		o.Numbers = numbers
		ts := NewTypesetter()
		before := ts.Typeset(r, o)
		work, read := ts.layout.Work(), ts.outliner.Read()
		bullet := &r.Work[0].Highlights[0]
		bullet.Text += "x"
		after := ts.Typeset(r, o)
		if got := ts.layout.Work(); got.Blocks-work.Blocks != 1 || got.Pages-work.Pages != 1 || ts.outliner.Read()-read != 1 {
			t.Errorf("%d blocks and %d pages set, %d texts read", got.Blocks-work.Blocks, got.Pages-work.Pages, ts.outliner.Read()-read)
		}
		changed := 0
		for i := range after.Pages {
			if &after.Pages[i].Items[0] != &before.Pages[i].Items[0] {
				changed++
			}
		}
		if changed != 1 || len(after.Pages) < 100 {
			t.Errorf("%d of %d pages are others", changed, len(after.Pages))
		}
		again := testing.AllocsPerRun(3, func() { ts.Typeset(r, o) })
		if most := 8.0 * float64(len(after.Blocks)); again > most {
			t.Errorf("%.0f allocations to set %d blocks that did not change", again, len(after.Blocks))
		}
	}
}

// An employment more, or one in another location, is all that is read anew.
func TestMovedBlocksAreFound(t *testing.T) {
	r := long(t)
	var o outline.Outliner
	d := design.Default()
	o.Build(r, d)
	read := o.Read()
	r.Work = append(r.Work[:3], r.Work[4:]...)
	o.Build(r, d)
	if o.Read() != read {
		t.Errorf("%d texts are read again though one is gone", o.Read()-read)
	}
}

// long is a resume of over a hundred pages.
func long(tb testing.TB) *resume.Resume {
	r := fixture(tb, "two-pages").Resume()
	for i := range 700 {
		w := r.Work[i%4]
		w.Address = resume.Address("/work").Item(i + 4)
		w.Name = fmt.Sprintf("%s %d", w.Name, i)
		w.Highlights = nil
		for j, h := range r.Work[i%4].Highlights {
			w.Highlights = append(w.Highlights, resume.TextLine{
				Address: w.Address.Child("highlights").Item(j), Text: fmt.Sprintf("%s (%d)", h.Text, i)})
		}
		r.Work = append(r.Work, w)
	}
	return r
}
