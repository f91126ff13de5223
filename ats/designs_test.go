package ats

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/exchange/pdftext"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts/fontstest"
	"resumax/resume"
	"resumax/resume/codec"
)

// codeFolder keeps compiled code as it is: what a test finds damaged, a developer
// removes.
type codeFolder string

func (c codeFolder) Open() string { return string(c) }
func (c codeFolder) Seal()        {}

// reader keeps its compiled code over the runs of the tests.
func reader(t *testing.T) *pdftext.Reader {
	t.Helper()
	r := &pdftext.Reader{}
	if cache, err := os.UserCacheDir(); err == nil {
		r.Cache = codeFolder(filepath.Join(cache, "resumax-tests"))
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func samples(t *testing.T) map[string]*resume.Resume {
	t.Helper()
	all := make(map[string]*resume.Resume)
	for _, pattern := range []string{"../render/testdata/*.json", "../render/testdata/samples/*.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, path := range files {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, _, err := codec.Parse(data, path)
			if err != nil {
				t.Fatal(err)
			}
			all[strings.TrimSuffix(filepath.Base(path), ".json")] = d.Resume()
		}
	}
	return all
}

// Whatever the design and the paper, every word of every sample must come back,
// in its order; and of those in plain English the contact, the sections and every
// job with its title, employer and time.
func TestEveryDesignIsRead(t *testing.T) {
	r := reader(t)
	all := samples(t)
	for name, sample := range all {
		for _, d := range design.All() {
			for paper, page := range map[string]design.PageSize{"a4": design.A4, "letter": design.Letter} {
				var file bytes.Buffer
				doc := render.Typeset(sample, render.Options{Design: d, Page: page, Fonts: fontstest.Library(t)})
				if err := render.PDF(&file, doc); err != nil {
					t.Fatal(err)
				}
				pages, err := r.Read(context.Background(), file.Bytes())
				if err != nil {
					t.Fatal(err)
				}
				got := Read(pages, doc.Blocks)
				where := strings.Join([]string{name, d.ID, paper}, " ")
				c := got.Against
				least, inOrder := 1.0, 1.0
				switch name {
				case "hostile": // two of its words are wider than a line
					least, inOrder = 0.97, 0.95
				case "hebrew", "arabic": // PDFium joins some words where the direction changes
					least, inOrder = 0.97, 0.7
				}
				if c.Words < 50 || float64(c.Found) < least*float64(c.Words) || c.InOrder < inOrder || least == 1 && len(c.Doubled) > 0 {
					t.Errorf("%s: %d of %d words, %.3f in order, lost %v, doubled %v", where, c.Found, c.Words, c.InOrder, c.Lost, c.Doubled)
				}
				for _, rule := range got.Rules {
					if !rule.OK && least == 1 {
						t.Errorf("%s: %s: %s", where, rule.ID, rule.Why)
					}
				}
				if name == "two-pages" || name == "junior" {
					checkRecord(t, where, got, sample)
				}
			}
		}
	}
}

func checkRecord(t *testing.T, where string, got *Reading, r *resume.Resume) {
	t.Helper()
	c := got.Contact
	if c.Name != r.Basics.Name || c.Email != r.Basics.Email || c.Phone != r.Basics.Phone || len(c.Links) < 2 || !strings.HasPrefix(c.Location, r.Basics.Location.City) {
		t.Errorf("%s: contact %+v", where, c)
	}
	kinds := make(map[string]bool)
	for _, s := range got.Sections {
		kinds[s.Kind] = true
	}
	for _, s := range r.Sections {
		if !s.Hidden && !s.Custom && s.Key != "meta" && !kinds[s.Key] && len(r.Work) > 0 && shows(r, s.Key) {
			t.Errorf("%s: the section %s was not recognised", where, s.Key)
		}
	}
	if len(got.Jobs) != len(r.Work) {
		t.Errorf("%s: %d jobs, want %d: %+v", where, len(got.Jobs), len(r.Work), got.Jobs)
		return
	}
	for i, w := range r.Work {
		j := got.Jobs[i]
		if j.Title != w.Position || j.Employer != w.Name || j.Dates != resume.Period(w.Start, w.End) || len(j.Points) < len(w.Highlights) {
			t.Errorf("%s: job %d: %q at %q, %q, %d points; want %q at %q", where, i, j.Title, j.Employer, j.Dates, len(j.Points), w.Position, w.Name)
		}
	}
}

// shows reports whether a section has something to show.
func shows(r *resume.Resume, key string) bool {
	switch key {
	case resume.SummaryKey:
		return r.Basics.Summary != ""
	case "work":
		return len(r.Work) > 0
	case "skills":
		return len(r.Skills) > 0
	case "education":
		return len(r.Education) > 0
	case "projects":
		return len(r.Projects) > 0
	case "languages":
		return len(r.Languages) > 0
	}
	return false
}
