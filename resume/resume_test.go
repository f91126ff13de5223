package resume

import (
	"testing"
)

var sample = NewDocument(Struct(
	Member{"basics", Struct(Member{"name", Text("Jane Doe")}, Member{"email", Text("jane@example.org")},
		Member{"location", Struct(Member{"city", Text("Berlin")}, Member{"countryCode", Text("DE")})})},
	Member{"work", List(
		Struct(Member{"company", Text("Old Co")}, Member{"x-mine", Literal("1.50")}, Member{"startDate", Text("2015-03")}, Member{"endDate", Text("2018")}),
		Struct(Member{"name", Text("New Co")}, Member{"startDate", Text("2018-04")}, Member{"highlights", Texts("one", "two", "three")}),
	)},
	Member{"talks", List(Struct(Member{"title", Text("Queues")}))},
	Member{"tags", Texts("a", "b")},
))

func TestEdits(t *testing.T) {
	must := func(d Document, err error) Document {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		what string
		got  Document
		at   Address
		want string
	}{
		{"set in place", must(sample.SetText("/basics/name", "Jo")), "/basics", `{"name":"Jo","email":"jane@example.org","location":{"city":"Berlin","countryCode":"DE"}}`},
		{"set a new member in schema order", must(sample.SetText("/basics/label", "Dev")), "/basics", `{"name":"Jane Doe","label":"Dev","email":"jane@example.org","location":{"city":"Berlin","countryCode":"DE"}}`},
		{"set under an older name", must(sample.SetText("/work/0/name", "Co")), "/work/0", `{"name":"Co","x-mine":1.50,"startDate":"2015-03","endDate":"2018"}`},
		{"clear", must(sample.SetText("/basics/email", "")), "/basics", `{"name":"Jane Doe","location":{"city":"Berlin","countryCode":"DE"}}`},
		{"clear a bullet", must(sample.SetText("/work/1/highlights/1", "")), "/work/1/highlights", `["one","","three"]`},
		{"control characters go", must(sample.SetText("/basics/name", "J\x00o\x1b\xff")), "/basics/name", `"Jo"`},
		{"make the way", must(sample.SetText("/projects/0/highlights/0", "x")), "/projects", `[{"highlights":["x"]}]`},
		{"insert", must(sample.Insert("/work/1/highlights/1", Text("new"))), "/work/1/highlights", `["one","new","two","three"]`},
		{"append", must(sample.Insert("/work/1/highlights/3", Text("new"))), "/work/1/highlights", `["one","two","three","new"]`},
		{"insert into nothing", must(sample.Insert("/work/0/highlights/0", Text("new"))), "/work/0/highlights", `["new"]`},
		{"remove", must(sample.Remove("/work/1/highlights/0")), "/work/1/highlights", `["two","three"]`},
		{"move down", must(sample.Move("/work/1/highlights", 0, 2)), "/work/1/highlights", `["two","three","one"]`},
		{"move up", must(sample.Move("/work/1/highlights", 2, 0)), "/work/1/highlights", `["three","one","two"]`},
		{"duplicate", must(sample.Duplicate("/work/1/highlights/0")), "/work/1/highlights", `["one","one","two","three"]`},
		{"hide", must(sample.HideItem("/talks/0", true)), "/talks/0", `{"title":"Queues","hidden":true}`},
		{"sort", must(sample.SortByDate("work")), "/work/0/startDate", `"2018-04"`},
	} {
		v, _ := c.got.Get(c.at)
		if v.String() != c.want {
			t.Errorf("%s: %s", c.what, v)
		}
	}
	if v, _ := sample.Get("/work/1/highlights"); v.String() != `["one","two","three"]` {
		t.Errorf("an edit changed the document it began with: %s", v)
	}
}

func TestEditsThatDoNotFit(t *testing.T) {
	for _, f := range []func() (Document, error){
		func() (Document, error) { return sample.SetText("/work/7/name", "x") },
		func() (Document, error) { return sample.SetText("/basics/name/first", "x") },
		func() (Document, error) { return sample.Insert("/work/9", Struct()) },
		func() (Document, error) { return sample.Insert("/basics/name/0", Struct()) },
		func() (Document, error) { return sample.Remove("/work/9") },
		func() (Document, error) { return sample.Remove("") },
		func() (Document, error) { return sample.Move("/work", 0, 2) },
		func() (Document, error) { return sample.HideItem("/tags/0", true) },
	} {
		d, err := f()
		if err == nil || !d.Equal(sample) {
			t.Errorf("no error, or a changed document: %v", err)
		}
	}
}

func TestReadsOlderNames(t *testing.T) {
	r := sample.Resume()
	if len(r.Work) != 2 || r.Work[0].Name != "Old Co" || r.Work[1].Highlights[2] != (TextLine{"/work/1/highlights/2", "three"}) {
		t.Errorf("%+v", r.Work)
	}
	if len(r.Custom) != 1 || r.Custom[0].Key != "talks" || r.Custom[0].Items[0].Name != "Queues" {
		t.Errorf("%+v", r.Custom)
	}
	if got := r.Basics.Location.String(); got != "Berlin, DE" {
		t.Error(got)
	}
}

func keys(d Document) (s string) {
	for _, sec := range d.Resume().Sections {
		s += sec.Key + " "
	}
	return s
}

func TestSections(t *testing.T) {
	usual := "summary work projects skills education certificates publications awards volunteer languages interests references talks "
	if got := keys(sample); got != usual {
		t.Error(got)
	}
	d, err := sample.MoveSection(3, 1)
	if err != nil || keys(d) != "summary skills work projects education certificates publications awards volunteer languages interests references talks " {
		t.Error(keys(d), err)
	}
	d, _ = d.RenameSection("work", "  Jobs ")
	d, _ = d.HideSection("education", true)
	d, key, err := d.AddSection("Patents & papers")
	if err != nil || key != "patentsPapers" {
		t.Error(key, err)
	}
	r := d.Resume()
	work, _ := r.Section("work")
	school, _ := r.Section("education")
	own, _ := r.Section(key)
	if work.Title != "Jobs" || !school.Hidden || own.Title != "Patents & papers" || !own.Custom {
		t.Errorf("%+v %+v %+v", work, school, own)
	}
	d, _ = d.RemoveSection(key)
	if _, ok := d.Resume().Section(key); ok {
		t.Error("a removed section is still there")
	}
	partly, _ := sample.Set("/meta/resumax/sections", List(Struct(Member{"id", Text("education")}), Struct(Member{"id", Text("work")})))
	if got := keys(partly); got != "summary education certificates publications awards volunteer languages interests references talks work projects skills " {
		t.Error(got)
	}
}

func TestConformLeavesValidAlone(t *testing.T) {
	valid, _ := sample.Remove("/tags") // a list of texts becomes a section
	got, problems := valid.Conform()
	if problems != nil || !got.Equal(valid) {
		t.Errorf("%v %s", problems, got.Root())
	}
}

func TestConform(t *testing.T) {
	in := NewDocument(Struct(
		Member{"basics", Struct(Member{"email", Text("jane at home")}, Member{"url", Text("jane.example.org")}, Member{"phone", Literal("123")},
			Member{"location", Text("Berlin")}, Member{"profiles", Value{}})},
		Member{"work", List(Value{}, Struct(Member{"name", Text("A")}, Member{"startDate", Text("Mar 2021")}, Member{"endDate", Text("Present")}, Member{"highlights", Text("one")}),
			Struct(Member{"startDate", Text("Summer 2019")}, Member{"endDate", Value{}}, Member{"highlights", List(Value{}, Text("x"), Int(3))}))},
		Member{"skills", List(Text("Go"))},
		Member{"awards", Text("none")},
		Member{"own", Value{}},
	))
	want := `{"basics":{"emailText":"jane at home","url":"https://jane.example.org","phone":"123","location":{"city":"Berlin"}},` +
		`"work":[{"name":"A","startDate":"2021-03","highlights":["one"]},{"startDateText":"Summer 2019","highlights":["x","3"]}],` +
		`"skills":[{"name":"Go"}],"awards":[{"title":"none"}],"own":null}`
	got, problems := in.Conform()
	if got.Root().String() != want {
		t.Errorf("got  %s\nwant %s", got.Root(), want)
	}
	if len(problems) != 15 {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
	again, more := got.Conform()
	if more != nil || !again.Equal(got) {
		t.Errorf("conforming twice differs: %v", more)
	}
	r := got.Resume()
	if r.Basics.Email != "jane at home" || r.Work[1].Start.Text != "Summer 2019" {
		t.Errorf("what is no e-mail or date is no longer read: %+v", r)
	}
	back, _ := got.SetText("/work/1/startDate", "2019-07")
	if v, _ := back.Get("/work/1"); v.String() != `{"startDate":"2019-07","highlights":["x","3"]}` {
		t.Error(v)
	}
}

func TestLink(t *testing.T) {
	for in, want := range map[string]string{
		"example.org": "https://example.org", "https://a.b/c": "https://a.b/c", "github.com/jane": "https://github.com/jane",
		"mailto:a@b.org": "mailto:a@b.org", "hello": "", "a b.org": "", "jane@example.org": "", "": "", "..": "", "x.": "", "http://": "",
		"index-fr.html": "", "cv.pdf": "", "me.jpg": "", "./cv.html": "", "Node.js": "", "3.14": "", "v1.0": "", "-.org": "", "192.168.0.1": "", "a@b.org/x": "", "C:\\cv.doc": "",
		"example.org/index.html": "https://example.org/index.html", "//example.org/x": "https://example.org/x", "example.org:8080/x": "https://example.org:8080/x",
		"münchen.de": "https://münchen.de", "xn--mnchen-3ya.de": "https://xn--mnchen-3ya.de", "例え.テスト": "https://例え.テスト", "example.org?x=1": "https://example.org?x=1", "my_page.example.org": "https://my_page.example.org",
	} {
		if got, ok := Link(in); got != want || ok != (want != "") {
			t.Errorf("Link(%q) = %q, %v", in, got, ok)
		}
	}
}

func TestNamesOnlyHost(t *testing.T) {
	for _, c := range []struct {
		user, url string
		want      bool
	}{
		{"robin_e", "https://www.twitter.com", true}, {"robin_e", "twitter.com/", true}, {"@robin@example.social", "https://example.social", true}, {"robin_e", "https://twitter.com/?lang=en", true},
		{"robin_e", "https://twitter.com/robin_e", false}, {"robin", "https://linkedin.com/in/r-example-1a2b", false}, {"robin", "https://robin.github.io", false}, {"robin", "https://example.org/?user=robin", false},
		{"@robin@example.social", "https://example.social/@robin", false}, {"robin", "", false}, {"robin", "Robin's page", false},
	} {
		if got := (Profile{Username: c.user, URL: c.url}).NamesOnlyHost(); got != c.want {
			t.Errorf("%s at %s: %v", c.user, c.url, got)
		}
	}
}

// Other programs break lines by other characters than a newline; the words
// around them stay apart.
func TestForeignLineBreaks(t *testing.T) {
	d := NewDocument(Struct(Member{"basics", Struct(Member{"summary", Text("a\r\nb\rc\vd\fe\af")})},
		Member{"work", List(Struct(Member{"highlights", Texts("g\rh")}))}))
	r := d.Resume()
	if got := r.Basics.Summary; got != "a\nb\nc\nd\nef" {
		t.Errorf("%q", got)
	}
	if got := r.Work[0].Highlights[0].Text; got != "g\nh" {
		t.Errorf("%q", got)
	}
}
