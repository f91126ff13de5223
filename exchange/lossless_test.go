package exchange

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/photo"
)

// A loss is what some formats cannot hold: what a resume is without it.
type loss func(resume.Document) resume.Document

// losses are the rows of the table in docs/formats.md. They are taken from both resumes before
// these are compared, in this order.
var losses = []struct {
	name string
	of   loss
}{
	{"hidden sections and entries", resume.Document.WithoutHidden},
	{"ids of entries", resume.Document.WithoutIDs},
	{"members that no program has a field for", func(d resume.Document) resume.Document {
		return each(d, func(_ resume.Address, v resume.Value) resume.Value { return v.Without("shoeSize") })
	}},
	{"street and postal code", without("/basics/location/address", "/basics/location/postalCode")},
	{"the photo", without("/basics/image")},
	{"the photo's file; as it is printed", func(d resume.Document) resume.Document {
		if d.TextAt("/basics/image") == "" {
			return d
		}
		d, _ = d.Set("/basics/image", resume.Text("a picture"))
		return d
	}},
	{"what is printed only beside a field that is empty: a level without a skill, an address without a name, positions apart from none", func(d resume.Document) resume.Document {
		return alone(d)
	}},
	{"days of dates", func(d resume.Document) resume.Document {
		return each(d, func(at resume.Address, v resume.Value) resume.Value {
			for _, m := range v.Members() {
				if text := m.Value.Str(); strings.HasSuffix(strings.ToLower(m.Name), "date") && len(text) == len("2020-01-02") {
					v = v.With(m.Name, resume.Text(text[:len("2020-01")]))
				}
			}
			return v
		})
	}},
	{"network and user name of a profile, where its address is printed; what the address says", func(d resume.Document) resume.Document {
		return each(d, func(at resume.Address, v resume.Value) resume.Value {
			if url, _ := v.Get("url"); at.Within(resume.Profiles) && url.Str() != "" {
				return v.Without("network").Without("username")
			}
			return v
		})
	}},
	{"addresses of profiles in networks that RenderCV knows; its own", func(d resume.Document) resume.Document {
		return each(d, func(at resume.Address, v resume.Value) resume.Value {
			network, _ := v.Get("network")
			if user, _ := v.Get("username"); at.Within(resume.Profiles) && user.Str() != "" && slices.Contains([]string{"GitHub", "LinkedIn", "GitLab"}, network.Str()) {
				return v.Without("url")
			}
			return v
		})
	}},
	{"the order of profiles; those in networks that it knows first", func(d resume.Document) resume.Document {
		list, ok := d.Get(resume.Profiles)
		if !ok {
			return d
		}
		items := slices.Clone(list.Items())
		slices.SortStableFunc(items, func(a, b resume.Value) int { return strings.Compare(a.Raw()+textsOf(a), b.Raw()+textsOf(b)) })
		d, _ = d.Set(resume.Profiles, resume.List(items...))
		return d
	}},
	{"that a position in a group at one employer has no location or description; the one before's", func(d resume.Document) resume.Document {
		var before resume.Value
		return each(d, func(at resume.Address, v resume.Value) resume.Value {
			if at.Parent() != resume.Root.Child("work") {
				return v
			}
			name, _ := v.Get("name")
			apart, _ := v.Get(resume.SeparateName)
			if last, _ := before.Get("name"); name.Str() != "" && last.Str() == name.Str() && !apart.True() {
				for _, member := range []string{"location", "description"} {
					own, _ := v.Get(member)
					if first, _ := before.Get(member); own.Str() == "" && first.Str() != "" {
						v = v.With(member, first)
					}
				}
			}
			before = v
			return v
		})
	}},
	{"which positions at one employer stand apart", func(d resume.Document) resume.Document {
		return each(d, func(_ resume.Address, v resume.Value) resume.Value { return v.Without(resume.SeparateName) })
	}},
	{"design, its settings, page numbers, pages to fit", setting(resume.MetaDesign, resume.MetaSettings, resume.MetaNumbers, resume.MetaFit)},
	{"paper", setting(resume.MetaPage)},
	{"language; headings stay as they are", func(d resume.Document) resume.Document {
		sections := d.Resume().Sections
		d = d.Without(resume.MetaAddress(resume.MetaLanguage))
		for _, s := range sections {
			d, _ = d.RenameSection(s.Key, s.Title)
		}
		return d
	}},
	{"the order of sections, and headings of one's own", func(d resume.Document) resume.Document {
		return d.Without(resume.MetaAddress(resume.MetaSections))
	}},
	{"target role and level", setting(resume.MetaRole, resume.MetaLevel)},
}

func textsOf(v resume.Value) (all string) {
	for _, m := range v.Members() {
		all += m.Name + m.Value.Str()
	}
	return all
}

func without(all ...resume.Address) loss {
	return func(d resume.Document) resume.Document {
		for _, a := range all {
			d = d.Without(a)
		}
		return d
	}
}

func setting(names ...string) loss {
	return func(d resume.Document) resume.Document {
		for _, n := range names {
			d = d.Without(resume.MetaAddress(n))
		}
		return d
	}
}

// each changes the objects of a document's sections.
func each(d resume.Document, change func(resume.Address, resume.Value) resume.Value) resume.Document {
	var walk func(v resume.Value, at resume.Address) resume.Value
	walk = func(v resume.Value, at resume.Address) resume.Value {
		switch v.Kind() {
		case resume.Array:
			var items []resume.Value
			for i, item := range v.Items() {
				items = append(items, walk(item, at.Item(i)))
			}
			return resume.List(items...)
		case resume.Object:
			for _, m := range v.Members() {
				v = v.With(m.Name, walk(m.Value, at.Child(m.Name)))
			}
			return change(at, v)
		}
		return v
	}
	root := d.Root()
	for _, m := range root.Members() {
		if m.Name != "meta" {
			root = root.With(m.Name, walk(m.Value, resume.Root.Child(m.Name)))
		}
	}
	return resume.NewDocument(root)
}

// alone is a resume without what pages print only beside something else.
func alone(d resume.Document) resume.Document {
	beside := map[string][2]string{"skills": {"level", "name"}, "languages": {"fluency", "language"}, "work": {"url", "name"}, "education": {"url", "institution"},
		"certificates": {"url", "name"}, "publications": {"url", "name"}, "volunteer": {"url", "organization"}}
	d = each(d, func(at resume.Address, v resume.Value) resume.Value {
		pair, ok := beside[at.Parent().Last()]
		if m, _ := v.Get(pair[1]); ok && m.Str() == "" {
			return v.Without(pair[0])
		}
		return v
	})
	before := ""
	d = each(d, func(at resume.Address, v resume.Value) resume.Value {
		if at.Parent() != resume.Root.Child("work") {
			return v
		}
		name, _ := v.Get("name")
		if name.Str() == "" || name.Str() != before {
			v = v.Without(resume.SeparateName)
		}
		before = name.Str()
		return v
	})
	root := d.Root() // entries of which nothing is left
	for _, m := range root.Members() {
		if m.Value.Kind() == resume.Array {
			root = root.With(m.Name, resume.List(slices.DeleteFunc(slices.Clone(m.Value.Items()), func(v resume.Value) bool { return v.Len() == 0 })...))
		}
	}
	return resume.NewDocument(root)
}

// lossy are the rows of the table that each format has a mark in.
func lossy(t *testing.T) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string][]string{}
	var columns, names []string
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "|--") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if columns == nil {
			columns = cells
			continue
		}
		names = append(names, cells[0])
		for i, cell := range cells[1:] {
			if cell == "✗" {
				marks[columns[i+1]] = append(marks[columns[i+1]], cells[0])
			}
		}
	}
	var want []string
	for _, l := range losses {
		want = append(want, l.name)
	}
	if !slices.Equal(names, want) {
		t.Fatalf("the table has the rows\n%s\nand the test\n%s", strings.Join(names, "\n"), strings.Join(want, "\n"))
	}
	return marks
}

// anything is a resume with all that ResuMax knows of, and more.
var anything = rapid.Custom(func(t *rapid.T) resume.Document {
	d := drafttest.Resumes(drafttest.Options{}).Draw(t, "resume")
	set := func(at resume.Address, v resume.Value) {
		next, err := d.Set(at, v)
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	some := func(name string, texts ...string) string { return rapid.SampledFrom(texts).Draw(t, name) }
	for _, m := range []struct {
		name  string
		texts []string
	}{{resume.MetaDesign, []string{"", "", "sidebar"}}, {resume.MetaPage, []string{"", "letter"}}, {resume.MetaLanguage, []string{"", "de", "pt-BR"}}, {resume.MetaRole, []string{"", "data-scientist"}}, {resume.MetaLevel, []string{"", "senior"}}} {
		if text := some(m.name, m.texts...); text != "" {
			set(resume.MetaAddress(m.name), resume.Text(text))
		}
	}
	if rapid.Bool().Draw(t, "numbers") {
		set(resume.MetaAddress(resume.MetaNumbers), resume.Flag(true))
	}
	if r := d.Resume(); len(r.Work) > 0 && rapid.Bool().Draw(t, "grouped") {
		first := r.Work[0].Address
		at := first.Parent().Item(len(r.Work))
		v := resume.Struct(resume.Member{Name: "name", Value: resume.Text(d.TextAt(first.Child("name")))}, resume.Member{Name: "position", Value: resume.Text("Miller")},
			resume.Member{Name: "startDate", Value: resume.Text("2017-02")}, resume.Member{Name: "endDate", Value: resume.Text("2017-02")})
		if rapid.Bool().Draw(t, "apart") {
			v = v.With(resume.SeparateName, resume.Flag(true))
		}
		list, _ := d.Get(at.Parent())
		set(at.Parent(), resume.List(append(slices.Clone(list.Items()), v)...))
	}
	if r := d.Resume(); len(r.Work) > 0 {
		at := r.Work[0].Address
		if rapid.Bool().Draw(t, "id") {
			set(at.Child("id"), resume.Text("w-1"))
		}
		if rapid.Bool().Draw(t, "unknown") {
			set(at.Child("shoeSize"), resume.Text("39"))
		}
		if rapid.Bool().Draw(t, "renamed") {
			d, _ = d.RenameSection("work", "Where I worked")
		}
	}
	if rapid.Bool().Draw(t, "account") {
		list, _ := d.Get(resume.Profiles)
		set(resume.Profiles, resume.List(append(slices.Clone(list.Items()), resume.Struct(resume.Member{Name: "network", Value: resume.Text("GitLab")}, resume.Member{Name: "username", Value: resume.Text("grace")}))...))
	}
	if rapid.IntRange(0, 9).Draw(t, "photo") == 0 {
		set("/basics/image", resume.Text(picture))
	}
	d, _ = codec.Tidy(d)
	return d
})

// picture is a photo that has nothing to be cleaned of.
var picture = func() string {
	img := image.NewRGBA(image.Rect(0, 0, 60, 80))
	for i := range 60 {
		img.Set(i, i, color.RGBA{uint8(i), 90, 200, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return photo.URI(b.Bytes())
}()

// written is a resume that was written in a format and read back, whatever that is by what
// it holds.
func written(t rapid.TB, f *format.Format, d resume.Document) resume.Document {
	setup := render.Setup{Designs: design.All()}
	out, err := f.Write(format.Source{Document: d, Attach: true, Options: setup.Options(d.Resume())})
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.File(0)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(context.Background(), format.Input{Data: data, Name: "x." + f.Extension()})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, l := range r.Left {
		if l.Text != "" {
			t.Fatalf("left: %v", r.Left)
		}
	}
	return r.Document
}

// differences is what two resumes do not have in common but for some losses.
func differences(a, b resume.Document, rows []string) []string {
	for _, l := range losses {
		if slices.Contains(rows, l.name) {
			a, b = l.of(a), l.of(b)
		}
	}
	all := append(drafttest.Differences(a, b), settingsApart(a, b)...)
	if x, y := idsOf(a), idsOf(b); x != y {
		all = append(all, "ids "+x+" and "+y)
	}
	return all
}

func idsOf(d resume.Document) (all string) {
	each(d, func(at resume.Address, v resume.Value) resume.Value {
		if id, _ := v.Get("id"); id.Str() != "" {
			all += string(at) + " " + id.Str() + " "
		}
		return v
	})
	return all
}

func settingsApart(a, b resume.Document) (all []string) {
	for _, m := range []string{resume.MetaDesign, resume.MetaPage, resume.MetaLanguage, resume.MetaRole, resume.MetaLevel, resume.MetaNumbers, resume.MetaFit} {
		x, _ := a.Get(resume.MetaAddress(m))
		if y, _ := b.Get(resume.MetaAddress(m)); !x.Equal(y) {
			all = append(all, m+": "+x.Raw()+" and "+y.Raw())
		}
	}
	return all
}

// What is exported comes back when it is opened, but for what docs/formats.md says.
func TestNothingIsLost(t *testing.T) {
	marks := lossy(t)
	for _, f := range Writers() {
		if slices.Contains([]string{"png", "jpg", "txt"}, f.ID) {
			continue // pictures are not read, and text is recognized
		}
		t.Run(f.ID, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				d := anything.Draw(t, "resume")
				if diff := differences(d, written(t, f, d), marks[f.ID]); len(diff) > 0 {
					t.Fatalf("%s\nof\n%s", strings.Join(diff, "\n"), d.Root())
				}
			})
		})
	}
}

// No format loses less than the table says: of each row there is a resume that comes back
// without it.
func TestLossesAreTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves out what writes thousands of files")
	}
	for id, rows := range lossy(t) {
		f, ok := Find(id)
		if !ok {
			t.Errorf("there is no format %s", id)
			continue
		}
		open := slices.Clone(rows)
		for n := 0; n < 400 && len(open) > 0; n++ {
			d := anything.Example(n)
			got := written(t, f, d)
			open = slices.DeleteFunc(open, func(row string) bool {
				return len(differences(d, got, slices.DeleteFunc(slices.Clone(rows), func(r string) bool { return r == row }))) > 0
			})
		}
		if len(open) > 0 {
			t.Errorf("%s holds what the table says that it does not: %q", id, open)
		}
	}
}
