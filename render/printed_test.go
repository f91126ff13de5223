package render

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
)

// anyResume draws a resume with fields of every section, each with words of its
// own or empty, some of it hidden, and members beside them that no page shows.
func anyResume(t *rapid.T) resume.Document {
	n := 0
	word := func(kind string) string {
		n++
		return fmt.Sprintf("%s%dx", kind, n)
	}
	value := func(f resume.Field) resume.Value {
		switch {
		case f.Shape == resume.DateLine:
			return resume.Text(rapid.SampledFrom([]string{"2021-03-15", "2019-07", "2018", "Summer 2017", ""}).Draw(t, f.Name))
		case f.Shape == resume.URLLine:
			return resume.Text(rapid.SampledFrom([]string{"https://" + word("host") + ".example/" + word("path"), "obsidian://" + word("vault"), word("nowhere"), ""}).Draw(t, f.Name))
		case f.Shape == resume.Bullets, f.Shape == resume.Words:
			return resume.Texts(word("one")+" [site](https://"+word("link")+".example)", "", word("two")+" **bold** [note](file:///"+word("secret")+")")
		case f.Shape == resume.Prose:
			return resume.Text("We " + word("did") + " [x](mailto:" + word("who") + "@mail.example).\n\nAnd [y](notes:" + word("private") + ").")
		}
		return resume.Text(rapid.SampledFrom([]string{word("text"), ""}).Draw(t, f.Name))
	}
	object := func(fields []resume.Field) resume.Value {
		var members []resume.Member
		for _, f := range fields {
			if v := value(f); rapid.IntRange(0, 3).Draw(t, "has") > 0 {
				members = append(members, resume.Member{Name: f.Name, Value: v})
			}
		}
		members = append(members, resume.Member{Name: "id", Value: resume.Text(word("id"))},
			resume.Member{Name: "x-note", Value: resume.Text(word("note"))},
			resume.Member{Name: "highlightIds", Value: resume.List(resume.Struct(resume.Member{Name: "text", Value: resume.Text(word("was"))}))})
		if rapid.IntRange(0, 4).Draw(t, "hide") == 0 {
			members = append(members, resume.Member{Name: "hidden", Value: resume.Flag(true)})
		}
		return resume.Struct(members...)
	}
	list := func(fields []resume.Field) resume.Value {
		var items []resume.Value
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			items = append(items, object(fields))
		}
		return resume.List(items...)
	}
	basics := object(resume.BasicsFields()).Without("image").With("location", object(resume.LocationFields())).With("profiles", list(resume.ProfileFields()))
	root := []resume.Member{{Name: "basics", Value: basics}, {Name: "$schema", Value: resume.Text("https://" + word("schema") + ".example")},
		{Name: "x-notes", Value: resume.Texts(word("tag"))}}
	for _, s := range (resume.Document{}).Resume().Sections {
		if s.Key != resume.SummaryKey {
			root = append(root, resume.Member{Name: s.Key, Value: list(resume.Fields(s.Key))})
		}
	}
	root = append(root, resume.Member{Name: "oldName", Value: list(resume.Fields("oldName"))},
		resume.Member{Name: "meta", Value: resume.Struct(resume.Member{Name: "canonical", Value: resume.Text("https://" + word("home") + ".example")})})
	d := resume.NewDocument(resume.Struct(root...))
	must := func(next resume.Document, err error) {
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	must(d.Set(resume.Settings, resume.Struct(
		resume.Member{Name: "role", Value: resume.Text(word("role"))}, resume.Member{Name: "words", Value: resume.Texts(word("word"))},
		resume.Member{Name: "postings", Value: resume.Texts(word("posting"))}, resume.Member{Name: "future", Value: resume.Text(word("future"))},
		resume.Member{Name: "numbers", Value: resume.Text(word("wrong"))}, resume.Member{Name: "fit", Value: resume.Int(3)},
		resume.Member{Name: "settings", Value: resume.Struct(resume.Member{Name: "classic", Value: resume.Struct(
			resume.Member{Name: "scale", Value: resume.Struct(resume.Member{Name: "text", Value: resume.Literal("1.05")}, resume.Member{Name: "why", Value: resume.Text("secret")})},
			resume.Member{Name: "memo", Value: resume.Text("secret")})})})))
	must(d.RenameSection("oldName", word("Talks")))
	must(d.MoveSection(rapid.IntRange(0, 12).Draw(t, "from"), rapid.IntRange(0, 12).Draw(t, "to")))
	for _, s := range d.Resume().Sections {
		if rapid.IntRange(0, 5).Draw(t, "hideSection") == 0 {
			must(d.HideSection(s.Key, true))
		}
	}
	return d
}

// drawn are the words that anyResume draws.
var drawn = regexp.MustCompile(`\d+x$`)

// page is what pages say: a line for each block, and where links lead.
func page(doc *layout.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		fmt.Fprintf(&b, "%s", block.Kind)
		for _, p := range block.Parts {
			fmt.Fprintf(&b, " [%s %s]", p.Role, p.Text())
			for _, s := range p.Spans {
				if s.Link != "" {
					fmt.Fprintf(&b, " <%s>", s.Link)
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// texts are all texts of a value and where they are, dates apart.
func texts(v resume.Value, at resume.Address, f func(at resume.Address, text string)) {
	for i, item := range v.Items() {
		texts(item, at.Item(i), f)
	}
	for _, m := range v.Members() {
		f(at, m.Name)
		texts(m.Value, at.Child(m.Name), f)
	}
	if v.Kind() == resume.String {
		f(at, v.Str())
	}
}

func TestPublicTellsNoMoreThanThePage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyResume(t)
		o := Options{Page: design.A4, Settings: []resume.Setting{{Key: "dates.format", Value: resume.Text(rapid.SampledFrom([]string{"", "year", "long"}).Draw(t, "dates"))}}}
		doc := Typeset(d.Resume(), o)
		public := d.Public(Printed(doc))
		if got, want := page(Typeset(public.Resume(), o)), page(doc); got != want {
			t.Fatalf("set again it gives other pages:\n%s\nfor\n%s", got, want)
		}
		shown := strings.ToLower(page(doc))
		texts(public.Root(), resume.Root, func(at resume.Address, text string) {
			switch f, known := resume.FieldAt(at); {
			case at.Within(resume.Settings) && !at.Within(resume.MetaAddress(resume.MetaSections)):
				return // how it is set: other tests
			case known && f.Shape == resume.DateLine:
				date, ok := resume.ParseDate(text)
				if ok && date.Text == "" && (date.Day > 0 || date.Month > 0 && doc.DateFormat == "year") {
					t.Fatalf("%s: %s is more than the page says", at, text)
				}
				if date.Text == "" {
					return
				} // else the page has its wording, as it has any text
			}
			for _, word := range strings.FieldsFunc(strings.ToLower(resume.Plain(text)), func(r rune) bool { return strings.ContainsRune(" \n.:/@()[]", r) }) {
				if drawn.MatchString(word) && !strings.Contains(shown, word) {
					t.Fatalf("%s: “%s” is not on the page\n%s", at, text, shown)
				}
			}
		})
		if over, _ := public.Get(resume.MetaAddress(resume.MetaSettings)); over.String() != `{"classic":{"scale":{"text":1.05}}}` {
			t.Fatalf("of the settings this goes out: %s", over)
		}
		for _, no := range []string{"x-note", "hidden", "oldName", "canonical", "$schema", "address", "postalCode", `"id":"id`, "obsidian", "file://", "notes:", "Ids",
			`"role"`, "posting", "future", "wrong"} {
			if strings.Contains(public.Root().String(), no) && !strings.Contains(shown, strings.ToLower(no)) {
				t.Fatalf("%s goes out: %s", no, public.Root())
			}
		}
	})
}

// A photo goes out as it is on the page: upright, cropped, and without a word of
// the file that it came from.
func TestPhotoGoesOutAsPrinted(t *testing.T) {
	file := exif(t, picture(300, 100), 6, "MM")
	file = append(file, "GPS 52.5200 N 13.4050 E"...)
	d, err := resume.Document{}.Set("/basics", resume.Struct(resume.Member{Name: "name", Value: resume.Text("Ada")},
		resume.Member{Name: "image", Value: resume.Text(dataURI(file))}))
	if err != nil {
		t.Fatal(err)
	}
	doc := Typeset(d.Resume(), Options{})
	public := d.Public(Printed(doc))
	image := public.TextAt("/basics/image")
	if !strings.HasPrefix(image, "data:image/jpeg;base64,") {
		t.Fatalf("no photo: %.40q", image)
	}
	again := Typeset(public.Resume(), Options{})
	first, _ := loadPhoto(d.TextAt("/basics/image"), nil)
	second, problem := loadPhoto(image, nil)
	if problem != "" || first.Bounds() != second.Bounds() || len(again.Problems) > 0 {
		t.Errorf("%v became %v: %s %v", first.Bounds(), second.Bounds(), problem, again.Problems)
	}
	var pdf bytes.Buffer
	if err := PDF(&pdf, doc); err != nil {
		t.Fatal(err)
	}
	photo, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(image, "data:image/jpeg;base64,"))
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{"the PDF": pdf.Bytes(), "the attachment": photo} {
		if !bytes.Contains(data, []byte{0xFF, 0xD8, 0xFF}) || bytes.Contains(data, []byte("Exif")) || bytes.Contains(data, []byte("GPS")) {
			t.Errorf("%s has the photo's Exif data, or no photo", what)
		}
	}
}

// A photo that the page does not show does not go out, nor does the path of a
// file.
func TestPhotoThatIsNotPrinted(t *testing.T) {
	for _, c := range []struct {
		source   string
		settings []resume.Setting
	}{
		{"/home/ada/me.png", nil},
		{"data:image/webp;base64,AAAA", nil},
		{dataURI(pngFile(t, picture(90, 120))), []resume.Setting{{Key: "photo.hidden", Value: resume.Flag(true)}}},
	} {
		d, _ := resume.Document{}.SetText("/basics/image", c.source)
		d, _ = d.SetText("/basics/name", "Ada")
		public := d.Public(Printed(Typeset(d.Resume(), Options{Settings: c.settings})))
		if image := public.TextAt("/basics/image"); image != "" {
			t.Errorf("%.30s goes out as %.30s", c.source, image)
		}
	}
}
