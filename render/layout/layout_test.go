package layout

import (
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
	"resumax/resume"
)

// words are what the resumes of these tests are made of, usual and unusual.
var words = []string{"a", "ledger", "throughput", "of", "42,000", "Mar", "2021", "12", "TB", "(Go)", "well-known", "e\u0301t\u00e9",
	"語学", "שלום", "🚀", "ffi", "Ωmega", "naïve", "https://site.example/a/very/long/path/that/goes/on/and/on", strings.Repeat("w", 150)}

func someText(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		n := rapid.IntRange(0, most).Draw(t, "words")
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), n, n).Draw(t, "text"), " ")
	})
}

// someResume makes resumes of any length. Names and headings are of a length
// that leaves room for more on the page.
var someResume = rapid.Custom(func(t *rapid.T) *resume.Resume {
	short := someText(8)
	long := rapid.OneOf(short, short, someText(25), someText(160))
	lines := func(at resume.Address) []resume.TextLine {
		all := make([]resume.TextLine, rapid.IntRange(0, 6).Draw(t, "lines"))
		for i := range all {
			all[i] = resume.TextLine{Address: at.Item(i), Text: long.Draw(t, "line")}
		}
		return all
	}
	r := &resume.Resume{Basics: resume.BasicsInfo{Name: short.Draw(t, "name"), Label: short.Draw(t, "label"), Email: short.Draw(t, "email"),
		Phone: "+1 555 0100", URL: "site.example", Summary: long.Draw(t, "summary")}}
	for i := range rapid.IntRange(0, 12).Draw(t, "work") {
		at := resume.Address("/work").Item(i)
		r.Work = append(r.Work, resume.Work{Item: resume.Item{Address: at}, Name: short.Draw(t, "employer"), Position: short.Draw(t, "position"),
			Location: short.Draw(t, "place"), Start: resume.Date{Text: short.Draw(t, "start")}, Summary: short.Draw(t, "summary"),
			Highlights: lines(at.Child("highlights"))})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "skills") {
		at := resume.Address("/skills").Item(i)
		r.Skills = append(r.Skills, resume.Skill{Item: resume.Item{Address: at}, Name: short.Draw(t, "group"), Keywords: lines(at.Child("keywords"))})
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "awards") {
		at := resume.Address("/awards").Item(i)
		r.Awards = append(r.Awards, resume.Award{Item: resume.Item{Address: at}, Title: short.Draw(t, "title"), Awarder: short.Draw(t, "by"), Date: resume.Date{Year: 2021}})
	}
	for _, key := range []string{"summary", "work", "skills", "awards"} {
		r.Sections = append(r.Sections, resume.Section{Key: key, Address: resume.Root.Child(key), Title: resume.SectionTitle(key)})
	}
	return r
})

type someJob struct {
	job Job
	doc *Document
}

func draw(t *rapid.T, ts *Typesetter) someJob {
	d := rapid.SampledFrom(design.All()).Draw(t, "design")
	job := Job{Blocks: outline.Build(someResume.Draw(t, "resume"), d), Design: d,
		Page: rapid.SampledFrom([]design.PageSize{{}, design.A4, design.Letter}).Draw(t, "page")}
	if rapid.Bool().Draw(t, "photo") {
		job.Photo = image.NewRGBA(image.Rect(0, 0, 30, 40))
		job.Blocks = append([]outline.Block{{Kind: outline.Photo, Address: "/basics/image"}}, job.Blocks...)
	}
	return someJob{job, ts.Layout(job)}
}

// letters are a text's characters without spaces, in capitals.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
}

func TestEverythingIsOnThePageInOrder(t *testing.T) {
	ts := NewTypesetter(fonts.NewSet())
	rapid.Check(t, func(t *rapid.T) {
		j := draw(t, ts)
		var want, got strings.Builder
		for _, b := range j.doc.Blocks {
			want.WriteString(letters(b.Text("")))
		}
		if !slices.Equal(sorted(j.doc.Blocks), sorted(withDatesPlaced(ts.printable(j.job.Blocks, &missing{}), j.job.Design))) {
			t.Fatalf("other blocks: %v, of %v", j.doc.Blocks, j.job.Blocks)
		}
		for _, p := range j.doc.Pages {
			for _, item := range p.Items {
				if item.Kind == Text && item.Address != "" {
					got.WriteString(letters(item.Run.Text))
				}
			}
		}
		if got.String() != want.String() {
			t.Fatalf("the pages say\n%s\nthe outline\n%s", got.String(), want.String())
		}
	})
}

// sorted are the texts of blocks in an order of their own: a design may read
// sections in another one.
func sorted(blocks []outline.Block) []string {
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.Kind.String() + " " + string(b.Address) + " " + b.Text("")
	}
	slices.Sort(texts)
	return texts
}

func TestNothingLeavesThePage(t *testing.T) {
	ts := NewTypesetter(fonts.NewSet())
	rapid.Check(t, func(t *rapid.T) {
		j := draw(t, ts)
		for n, p := range j.doc.Pages {
			for _, i := range p.Items {
				m := j.job.Design.Page
				const slack = 0.01
				if i.Kind == Rule && i.Block == outline.Running { // a tint reaches the paper's edge
					m = design.Margins{}
				}
				hang := slack // what punctuation hangs over the margins at most
				if i.Kind == Text && j.job.Design.Paragraph.Hang {
					hang += i.Run.Size
				}
				if i.Rect.X < m.Left*design.Millimeter-hang || i.Rect.X+i.Rect.W > p.Width-m.Right*design.Millimeter+hang ||
					i.Rect.Y < m.Top*design.Millimeter-slack || i.Rect.Y+i.Rect.H > p.Height-m.Bottom*design.Millimeter+slack {
					t.Fatalf("page %d: %s %q at %+v", n, i.Kind, i.Address, i.Rect)
				}
				if i.Kind == Text && (i.Baseline <= i.Rect.Y || i.Baseline >= i.Rect.Y+i.Rect.H) {
					t.Fatalf("page %d: %q stands at %.1f in %+v", n, i.Run.Text, i.Baseline, i.Rect)
				}
			}
		}
	})
}

func TestPagesEndWell(t *testing.T) {
	ts := NewTypesetter(fonts.NewSet())
	rapid.Check(t, func(t *rapid.T) {
		j := draw(t, ts)
		for n := range j.doc.Pages[1:] {
			last, first := lastText(&j.doc.Pages[n]), firstText(&j.doc.Pages[n+1])
			if last == nil || first == nil {
				t.Fatalf("page %d or %d is empty", n, n+1)
			}
			switch last.Block {
			case outline.Heading:
				t.Fatalf("page %d ends with the %s %q", n, last.Block, last.Run.Text)
			case outline.Entry, outline.Position, outline.Record:
				if first.Block != outline.Heading && !entryHead(first.Block) {
					t.Fatalf("page %d ends with the head of an entry, %q", n, last.Run.Text)
				}
			}
			if last.Address == first.Address && (last.Block == outline.Bullet || last.Block == outline.Paragraph) {
				if above, below := linesOf(&j.doc.Pages[n], last), linesOf(&j.doc.Pages[n+1], last); above < 2 || below < 2 {
					t.Fatalf("page %d parts %s into %d lines and %d", n, last.Address, above, below)
				}
			}
		}
	})
}

func firstText(p *Page) *Item {
	for i := range p.Items {
		if p.Items[i].Kind == Text && p.Items[i].Address != "" {
			return &p.Items[i]
		}
	}
	return nil
}

func lastText(p *Page) *Item {
	for i := len(p.Items) - 1; i >= 0; i-- {
		if p.Items[i].Kind == Text {
			return &p.Items[i]
		}
	}
	return nil
}

// linesOf counts the lines that show an item's address.
func linesOf(p *Page, of *Item) int {
	baselines := map[float64]bool{}
	for _, i := range p.Items {
		if i.Kind == Text && i.Address == of.Address {
			baselines[i.Baseline] = true
		}
	}
	return len(baselines)
}

// A typesetter that has set other things before sets as a new one does.
func TestStoreChangesNothing(t *testing.T) {
	used := NewTypesetter(fonts.NewSet())
	rapid.Check(t, func(t *rapid.T) {
		j := draw(t, used)
		again := used.Layout(j.job)
		fresh := NewTypesetter(fonts.NewSet()).Layout(j.job)
		if a, b, c := j.doc.String(), again.String(), fresh.String(); a != c || b != c {
			t.Fatalf("used:\n%s\nagain:\n%s\nnew:\n%s", a, b, c)
		}
	})
}

func TestEmptyOutlineIsAnEmptyPage(t *testing.T) {
	d := Layout(nil, design.Default(), fonts.NewSet())
	if len(d.Pages) != 1 || len(d.Pages[0].Items) != 0 || d.Pages[0].Width != design.A4.Width {
		t.Errorf("pages %+v", d.Pages)
	}
}

func block(kind outline.Kind, at resume.Address, text string) outline.Block {
	return outline.Block{Kind: kind, Address: at, Parts: []outline.Part{{Role: outline.Text, Spans: []outline.Span{{Text: text, Address: at}}}}}
}

func TestLongContentEnds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		pages      int
	}{
		{"a bullet of 10,000 characters", strings.Repeat("word and ", 1111), 2},
		{"a word of 5,000 characters", strings.Repeat("w", 5000), 2},
	} {
		d := Layout([]outline.Block{block(outline.Heading, "/work", "Work"), block(outline.Bullet, "/work/0/highlights/0", c.text)},
			design.Default(), fonts.NewSet())
		if len(d.Pages) != c.pages {
			t.Errorf("%s: %d pages, want %d", c.name, len(d.Pages), c.pages)
		}
	}
}

// A heading and its like may be longer than a page.
func TestWhatCannotStayTogetherIsParted(t *testing.T) {
	d := Layout([]outline.Block{block(outline.Name, "/basics/name", strings.Repeat("name ", 600)), block(outline.Heading, "/work", strings.Repeat("head ", 3000))},
		design.Default(), fonts.NewSet())
	if len(d.Pages) < 3 {
		t.Errorf("%d pages", len(d.Pages))
	}
	for n := range d.Pages {
		if lastText(&d.Pages[n]) == nil {
			t.Errorf("page %d is empty", n)
		}
	}
}

func TestMissingCharactersAreProblems(t *testing.T) {
	d := Layout([]outline.Block{block(outline.Paragraph, "/basics/summary", "a 語 b 学 語 c"), block(outline.Bullet, "/work/0", "fine")},
		design.Default(), fonts.NewSet())
	want := resume.Problem{Address: "/basics/summary", Text: "these characters can't be printed: 語学"}
	if len(d.Problems) != 1 || d.Problems[0] != want {
		t.Errorf("problems %+v, want %+v", d.Problems, want)
	}
}

func TestPhotoNarrowsTheHead(t *testing.T) {
	photo := image.NewRGBA(image.Rect(0, 0, 30, 40))
	blocks := []outline.Block{{Kind: outline.Photo, Address: "/basics/image"}, block(outline.Name, "/basics/name", strings.Repeat("Name ", 12)),
		block(outline.Heading, "/work", "Work")}
	d := NewTypesetter(fonts.NewSet()).Layout(Job{Blocks: blocks, Design: design.Default(), Photo: photo})
	var picture *Item
	for i := range d.Pages[0].Items {
		item := &d.Pages[0].Items[i]
		switch {
		case item.Kind == Image:
			picture = item
		case item.Block == outline.Name && item.Rect.X+item.Rect.W > picture.Rect.X:
			t.Errorf("%q runs into the photo", item.Run.Text)
		case item.Block == outline.Heading && item.Rect.Y < picture.Rect.Y+picture.Rect.H:
			t.Errorf("the heading stands beside the photo")
		}
	}
	if w := picture.Rect.W / picture.Rect.H; w < 0.74 || w > 0.76 {
		t.Errorf("the photo is %.2f as wide as high, want 0.75", w)
	}
}

func TestHits(t *testing.T) {
	dates := []outline.Span{{Text: "2019", Address: "/work/0/startDate"}, {Text: " – 2021", Address: "/work/0/endDate"}}
	d := Layout([]outline.Block{
		block(outline.Name, "/basics/name", "Name"),
		{Kind: outline.Entry, Address: "/work/0", Parts: []outline.Part{
			{Role: outline.Title, Spans: []outline.Span{{Text: "Baker", Address: "/work/0/position"}}}, {Role: outline.Dates, Spans: dates}}},
		block(outline.Bullet, "/work/0/highlights/0", strings.Repeat("word ", 60)),
	}, design.Default(), fonts.NewSet())

	for _, a := range []resume.Address{"/basics/name", "/work/0/position", "/work/0/startDate", "/work/0/endDate", "/work/0/highlights/0"} {
		boxes := d.Boxes(a)
		if len(boxes) == 0 {
			t.Errorf("%s is nowhere", a)
		}
		for _, b := range boxes {
			if got, ok := d.At(b.Page, b.X+b.W/2, b.Y+b.H/2); !ok || got != a {
				t.Errorf("in the middle of %s is %s", a, got)
			}
		}
	}
	if boxes := d.Boxes("/work/0/highlights/0"); len(boxes) < 2 || boxes[0].Y >= boxes[1].Y {
		t.Errorf("a bullet of several lines has the boxes %v", boxes)
	}
	for a, want := range map[resume.Address]bool{"/work/0": true, "/work/0/url": true, "/work/0/highlights/7": true, "/work/1": false, "/work/1/name": false, "/skills": false, "": false, "/work": true} {
		if got := len(d.Boxes(a)) > 0; got != want {
			t.Errorf("%q is on the page: %v", a, got)
		}
	}
	for _, p := range []struct {
		page int
		x, y float64
	}{{0, 300, 800}, {1, 100, 100}, {-1, 100, 100}, {0, 300, 5}} {
		if a, ok := d.At(p.page, p.x, p.y); ok {
			t.Errorf("at %v is %s", p, a)
		}
	}
}
