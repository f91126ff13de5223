package preview

import (
	"fmt"
	"testing"
	"time"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/file"
)

// twoPages is the sample of two pages.
func twoPages(tb testing.TB) resume.Document {
	tb.Helper()
	f, err := file.Load("../../render/testdata/two-pages.json")
	if err != nil {
		tb.Fatal(err)
	}
	return f.Document
}

// hundredPages is the sample with its employments again and again, each a little
// different.
func hundredPages(tb testing.TB) resume.Document {
	tb.Helper()
	d := twoPages(tb)
	work, _ := d.Get("/work")
	items := work.Items()
	for i := range 700 {
		w := items[i%4]
		name, _ := w.Get("name")
		w = w.With("name", resume.Text(fmt.Sprintf("%s %d", name.Str(), i)))
		old, _ := w.Get("highlights")
		var lines []string
		for _, l := range old.Items() {
			lines = append(lines, fmt.Sprintf("%s (%d)", l.Str(), i))
		}
		items = append(items, w.With("highlights", resume.Texts(lines...)))
	}
	d, err := d.Set("/work", resume.List(items...))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

const bullet = resume.Address("/work/0/highlights/1")

func BenchmarkTypeHundredPages(b *testing.B) {
	s := session.New(time.Now)
	s.Load(hundredPages(b), "", false)
	n := 0
	for b.Loop() {
		n++
		s.Type(bullet, fmt.Sprintf("Introduced idempotency keys across %d services", n))
	}
}

func BenchmarkReadHundredPages(b *testing.B) {
	d := hundredPages(b)
	for b.Loop() {
		d.Resume()
	}
}

func BenchmarkBoxesHundredPages(b *testing.B) {
	r := hundredPages(b).Resume()
	d := render.Typeset(r, render.Setup{Designs: design.All()}.Options(r))
	for b.Loop() {
		d.Boxes(bullet)
	}
}
