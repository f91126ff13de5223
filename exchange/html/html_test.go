package html

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
	"resumax/render"
	"resumax/resume"
)

// attacks are texts that a page must show as text.
var attacks = []string{`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>alert(1)</script>`, `<svg/onload=alert(1)>`,
	`javascript:alert(1)`, `<!--`, `]]>`, `&lt;script&gt;`, `<iframe src="//x.example">`, `</title><script>alert(1)</script>`, "\u202e<b>", `<a href="data:text/html,x">`, `{{7*7}}`}

func written(t *testing.T, d resume.Document) string {
	t.Helper()
	out, err := Format.Write(format.Source{Document: d, Options: render.Options{}})
	if err != nil {
		t.Fatal(err)
	}
	data, _ := out.File(0)
	return string(data)
}

// Whatever a resume says is text on the page: no element and no attribute comes of it.
func TestAttacksAreText(t *testing.T) {
	for _, a := range attacks {
		text := resume.Text(a)
		d := resume.NewDocument(resume.Struct(
			resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "name", Value: text}, resume.Member{Name: "label", Value: text}, resume.Member{Name: "email", Value: text}, resume.Member{Name: "phone", Value: text},
				resume.Member{Name: "url", Value: text}, resume.Member{Name: "image", Value: text}, resume.Member{Name: "summary", Value: resume.Text(a + "\n[x](" + a + ")\n[y](javascript:alert(1))")})},
			resume.Member{Name: "work", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: text}, resume.Member{Name: "position", Value: text}, resume.Member{Name: "url", Value: text}, resume.Member{Name: "startDate", Value: text},
				resume.Member{Name: "highlights", Value: resume.Texts(a)}))},
			resume.Member{Name: "a\"b<c", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: text}))},
			resume.Member{Name: "skills", Value: resume.List(resume.Struct(resume.Member{Name: "name", Value: text}, resume.Member{Name: "keywords", Value: resume.Texts(a)}))}))
		d, err := d.Set(resume.Settings+"/settings/classic/style/body/family", text)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []resume.Address{"/bullet/sign", "/contact/separator"} {
			if d, err = d.Set(resume.Settings+"/settings/classic"+at, text); err != nil {
				t.Fatal(err)
			}
		}
		root, err := html.Parse(strings.NewReader(written(t, d)))
		if err != nil {
			t.Fatal(err)
		}
		var walk func(*html.Node)
		walk = func(n *html.Node) {
			switch n.Data {
			case "script", "iframe", "svg", "object", "img", "link":
				if n.Type == html.ElementNode {
					t.Errorf("%q makes an element %s", a, n.Data)
				}
			}
			for _, attr := range n.Attr {
				if strings.HasPrefix(attr.Key, "on") || attr.Key == "style" || attr.Key == "href" && !safe(attr.Val) {
					t.Errorf("%q makes %s=%q", a, attr.Key, attr.Val)
				}
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(root)
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]bool{"<!DOCTYPE html><p>x": true, "\ufeff<html>": true, "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html/>": true, "<!-- x --><div class='vcard'>": true,
		"<Candidate/>": false, "<?xml version=\"1.0\"?><SkillsPassport/>": false, "<": false, "": false, "# x": false, "<script>": true, "a <b> c": false} {
		if sniff([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func reading(t *testing.T, page string) *resume.Resume {
	t.Helper()
	got, err := read(context.Background(), format.Input{Data: []byte(page), Name: "x.html"})
	if err != nil {
		t.Fatal(err)
	}
	return got.Document.Resume()
}

func TestRead(t *testing.T) {
	r := reading(t, `<!doctype html><html><head><title>x</title><style>.off{display:none} .row{display:flex;justify-content:space-between} .b{font-weight:700}</style></head><body>
<nav>Home About</nav><h1>Ada Example</h1><p>Baker</p><p>ada@example.org | <a href="https://github.com/ada">GitHub</a></p>
<h2>Experience</h2>
<div class="row"><span class="b">Head Baker</span><span>Mar 2020 – Present</span></div><p>The Mill, Bath, UK</p><ul><li>Baked 900 loaves a day.</li><li>Led a team of 4.</li></ul>
<div class="row"><span class="b">Baker</span><span>2018 – 2020</span></div><p>Oven Ltd</p><ul><li>Swept the floor.</li></ul>
<p class="off">hidden</p><script>document.write("x")</script><p hidden>also hidden</p>
<h2>Skills</h2><table><tr><td>Baking</td><td>bread, cakes</td></tr></table></body></html>`)
	if r.Basics.Name != "Ada Example" || r.Basics.Label != "Baker" || r.Basics.Email != "ada@example.org" || len(r.Basics.Profiles) != 1 {
		t.Errorf("%+v", r.Basics)
	}
	if len(r.Work) != 2 || r.Work[0].Position != "Head Baker" || r.Work[0].Start.ISO() != "2020-03" || len(r.Work[0].Highlights) != 2 || r.Work[1].Position != "Baker" || r.Work[1].Name != "Oven Ltd" {
		t.Errorf("%+v", r.Work)
	}
}

// Microdata and microformats say what looks leave open.
func TestMarkupTells(t *testing.T) {
	for name, page := range map[string]string{
		"schema.org": `<div itemscope itemtype="https://schema.org/Person"><p>Resume</p><span itemprop="name">Ada Example</span><p><a itemprop="email" href="mailto:ada@example.org">ada@example.org</a></p>
<h2>Experience</h2><div class="x"><div itemprop="worksFor">Rye</div><div itemprop="jobTitle">Sourdough</div><div>2019 – 2021</div></div><div class="x"><div itemprop="worksFor">Spelt</div><div itemprop="jobTitle">Crumpet</div><div>2017 – 2019</div></div></div>`,
		"h-resume": `<div class="h-resume"><p>Resume</p><p class="p-name">Ada Example</p><p class="u-email">ada@example.org</p>
<h2>Experience</h2><div class="p-experience h-event"><span class="p-org">Rye</span> <div class="p-job-title">Sourdough</div> <div>2019 – 2021</div></div><div class="p-experience h-event"><span class="p-org">Spelt</span> <div class="p-job-title">Crumpet</div> <div>2017 – 2019</div></div></div>`,
	} {
		r := reading(t, page)
		if r.Basics.Name != "Ada Example" || len(r.Work) != 2 || r.Work[0].Name != "Rye" || r.Work[0].Position != "Sourdough" || r.Work[1].Name != "Spelt" || r.Work[1].Position != "Crumpet" {
			t.Errorf("%s: %+v %+v", name, r.Basics, r.Work)
		}
	}
}

// Pages that are made to take long or to break what reads them take little.
func TestHostilePages(t *testing.T) {
	for name, page := range map[string]string{
		"deep":      "<p>x</p>" + strings.Repeat("<div>", 200_000) + "x",
		"bold":      "<p>x</p>" + strings.Repeat("<b><i>", 50_000) + "x",
		"tables":    "<p>x</p>" + strings.Repeat("<table><tr><td>", 10_000) + "x",
		"selectors": "<style>" + strings.Repeat("div div div div div p{font-weight:bold}", 20_000) + "</style>" + strings.Repeat("<div>", 400) + strings.Repeat("<p>x</p>", 3_000),
		"classes":   "<p class='" + strings.Repeat("a ", 100_000) + "'>x</p>",
		"entities":  "<p>" + strings.Repeat("&amp;&lt;&#0;&#x10FFFF;", 100_000) + "x</p>",
		"headings":  strings.Repeat("<h2>Experience</h2><p>Baker 2019 – 2020</p>", 5_000),
		"spans":     "<p>" + strings.Repeat("<span class=a>x</span>", 100_000) + "</p>",
		"at":        "<p data-at='/meta/resumax/x'>x</p><p data-at='/work/999999999/highlights/88888888'>y</p><span data-at='/basics/../../etc'>z</span>",
	} {
		formattest.Bounded(t, name, func() {
			if _, err := read(context.Background(), format.Input{Data: []byte(page), Name: "x.html"}); err != nil && !strings.Contains(err.Error(), "x.html") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

func TestNothingIsAnError(t *testing.T) {
	for _, page := range []string{"<html></html>", "<body><script>x</script></body>", "<div hidden>x</div>"} {
		if _, err := read(context.Background(), format.Input{Data: []byte(page), Name: "x.html"}); err == nil || !strings.Contains(err.Error(), "x.html has no text") {
			t.Errorf("%q: %v", page, err)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, a := range attacks {
		f.Add([]byte("<html><body><h1>Ada Example</h1><h2>Experience</h2><p>" + a + "</p>"))
	}
	f.Add([]byte(`<style>.a{display:flex}</style><div class=a><b data-at="/work/0/name">x</b><time datetime=2019>2019</time></div><table><tr><td>x<ul><li>y`))
	f.Fuzz(func(t *testing.T, data []byte) {
		sniff(data)
		got, err := read(context.Background(), format.Input{Data: data, Name: "x"})
		if err == nil {
			got.Document.Resume()
		}
	})
}
