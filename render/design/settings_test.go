package design

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"resumax/resume"
)

// over are settings as a resume has them for the design "x".
func over(pairs ...any) []resume.Setting {
	var all []resume.Setting
	for i := 0; i < len(pairs); i += 2 {
		key := pairs[i].(string)
		all = append(all, resume.Setting{Key: key, Value: pairs[i+1].(resume.Value), Address: resume.SettingAddress("x", key)})
	}
	return all
}

func TestSettings(t *testing.T) {
	base := Default()
	d, problems := base.With(over(
		"style.body.family", resume.Text("Inter"), "style.body.size", resume.Literal("12"),
		"colours.accent", resume.Text("#102030"), "dates.place", resume.Text("above"),
		"paragraph.hyphenate", resume.Flag(true), "paragraph.looseness", resume.Int(-1),
		"columns.sections", resume.Texts("skills", "contact"), "columns.tinted", resume.Flag(true)))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	body, was := d.Style.Body, base.Style.Body
	if body.Family != "Inter" || body.Size != 12 || body.Leading != was.Leading*12/was.Size {
		t.Errorf("the body is %+v", body)
	}
	if d.Style.Title.Family != "Inter" || d.Style.Title.Size != 12 || !d.Style.Title.Bold {
		t.Errorf("the title does not follow the body: %+v", d.Style.Title)
	}
	if d.Style.Contact.Size != base.Style.Contact.Size {
		t.Errorf("the contact follows the body's size, though it has its own: %+v", d.Style.Contact)
	}
	if d.Colors.Accent != (Color{0x10, 0x20, 0x30}) || d.Dates.Place != "above" || !d.Paragraph.Hyphenate ||
		d.Paragraph.Looseness != -1 || !reflect.DeepEqual(d.Columns.Sections, []string{"skills", "contact"}) {
		t.Errorf("not all is set: %+v", d)
	}
	if d.Colors.Tint == (Color{}) {
		t.Error("a tinted column has no tint")
	}
	if fresh, _ := Parse("classic.toml", []byte(classic(t))); !reflect.DeepEqual(base, fresh) {
		t.Error("the design itself has changed")
	}
	if same, problems := base.With(nil); same != base || problems != nil {
		t.Error("no settings make another design")
	}
}

func TestScale(t *testing.T) {
	base := Default()
	d, _ := base.With(over("scale.text", resume.Literal("1.2"), "scale.leading", resume.Literal("1.1"), "scale.space", resume.Literal("0.5")))
	for i, s := range d.Style.all() {
		was := base.Style.all()[i].style
		if !near(s.style.Size, 1.2*was.Size) || !near(s.style.Leading, 1.2*1.1*was.Leading) {
			t.Errorf("%s is %+v, was %+v", s.name, *s.style, *was)
		}
	}
	if !near(d.Space.Entry, base.Space.Entry/2) || d.Space.Column != base.Space.Column {
		t.Errorf("space is %+v, was %+v", d.Space, base.Space)
	}
	again, _ := d.With(over("scale.text", resume.Literal("1")))
	if !near(again.Style.Body.Size, base.Style.Body.Size) || !near(again.Space.Entry, d.Space.Entry) {
		t.Error("settings over settings scale what was scaled before")
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func TestSettingsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		key   string
		value resume.Value
		want  string
	}{
		{"style.body.sise", resume.Literal("9"), "“style.body.sise” is not a setting of a design"},
		{"style.body.size", resume.Literal("900"), "style.body.size: 900 is not between 5 and 72"},
		{"style.body.size", resume.Literal("1e999"), "style.body.size is a number, not a number"},
		{"style.body.size", resume.Text("9"), "style.body.size is text, not a number"},
		{"style.body.family", resume.Text(" "), "style.body.family: a style needs a font family"},
		{"style.body.family", resume.Text(strings.Repeat("x", 101)), "style.body.family: a text of 101 bytes is too long"},
		{"style.body.bold", resume.Literal("1"), "style.body.bold is a number, not true or false"},
		{"colours.text", resume.Text("red"), `colours.text: "red" is not a color: write one like "#1f4263"`},
		{"colours.text", resume.Value{}, "colours.text is null, not a color"},
		{"dates.place", resume.Text("left"), `dates.place: "left" is not one of right, above, below`},
		{"columns.sections", resume.List(resume.Int(1)), "columns.sections is a list, not a list of names"},
		{"paragraph.looseness", resume.Literal("0.5"), "paragraph.looseness: 0.5 is not a whole number"},
		{"paragraph.looseness", resume.Literal("3"), "paragraph.looseness: 3 is not between -2 and 2"},
	} {
		d, problems := Default().With(over(c.key, c.value, "dates.format", resume.Text("iso")))
		if len(problems) != 1 || problems[0].Address != resume.SettingAddress("x", c.key) {
			t.Errorf("%s: %v", c.key, problems)
			continue
		}
		if c.value.Raw() != "1e999" && problems[0].Text != c.want {
			t.Errorf("%s: %s, want %s", c.key, problems[0].Text, c.want)
		}
		if d.Dates.Format != "iso" || d.Style.Body != Default().Style.Body {
			t.Errorf("%s: the others are not set, or it is", c.key)
		}
	}
}

// anySettings draws settings that can be, of any kind.
func anySettings(t *rapid.T, d *Design) []resume.Setting {
	fields := d.Fields()
	var all []resume.Setting
	for range rapid.IntRange(0, 12).Draw(t, "settings") {
		f := rapid.SampledFrom(fields).Draw(t, "field")
		var v resume.Value
		switch f.Value().Kind() {
		case resume.Number:
			n := rapid.Float64Range(f.Low, f.High).Draw(t, "number")
			if _, whole := f.value.(*int); whole {
				v = resume.Int(int(n))
			} else {
				v = resume.Literal(fmt.Sprintf("%.3f", (f.Low+f.High+n)/3))
			}
		case resume.Bool:
			v = resume.Flag(rapid.Bool().Draw(t, "flag"))
		case resume.Array:
			v = resume.Texts(rapid.SliceOfN(rapid.SampledFrom([]string{"contact", "skills", "my \"own\""}), 0, 3).Draw(t, "list")...)
		case resume.String:
			switch {
			case strings.HasPrefix(f.Key, "colours."):
				v = resume.Text(Color{rapid.Byte().Draw(t, "red"), 2, 3}.String())
			case len(f.Choices) > 0:
				v = resume.Text(rapid.SampledFrom(f.Choices).Draw(t, "choice"))
			default:
				v = resume.Text(rapid.StringN(1, 20, 100).Filter(func(s string) bool { return strings.TrimSpace(s) != "" }).Draw(t, "text"))
			}
		}
		all = append(all, resume.Setting{Key: f.Key, Value: v})
	}
	return all
}

func TestFilesSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom(All()).Draw(t, "design")
		set, problems := d.With(anySettings(t, d))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		file := set.Encode()
		again, err := Parse(d.ID+".toml", file)
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		for i, f := range again.Fields() {
			if was := set.Fields()[i]; !f.Value().Equal(was.Value()) {
				t.Fatalf("%s is %s, was %s", f.Key, f.Value(), was.Value())
			}
		}
		if !reflect.DeepEqual(again.Style, set.Style) || again.Space != set.Space || again.Colors != set.Colors {
			t.Fatal("the file makes another design")
		}
	})
}

func TestNamed(t *testing.T) {
	set, _ := Default().With(over("page.left", resume.Literal("22")))
	mine := set.Named("mine", "Mine, and \"yours\"")
	again, err := Parse("mine.toml", mine.Encode())
	if err != nil || again.ID != "mine" || again.Name != mine.Name || again.Page.Left != 22 || again.Description != "From Classic" {
		t.Errorf("%v %+v", err, again)
	}
}

func TestRead(t *testing.T) {
	all, faults := Read(fstest.MapFS{
		"b.toml":      {Data: []byte(strings.Replace(classic(t), `name = "Classic"`, `name = "Beta"`, 1))},
		"a.TOML":      {Data: []byte(strings.Replace(classic(t), `name = "Classic"`, `name = "Alpha"`, 1))},
		"notes.txt":   {Data: []byte("?")},
		"broken.toml": {Data: []byte("[page")},
	})
	if len(all) != 2 || all[0].Name != "Alpha" || all[0].ID != "a" || all[1].ID != "b" {
		t.Errorf("read %v", all)
	}
	var words []string
	for _, f := range faults {
		words = append(words, f.Error())
	}
	if len(words) != 1 || !strings.HasPrefix(words[0], "broken.toml:1: ") {
		t.Errorf("said %q", words)
	}
}

func FuzzParse(f *testing.F) {
	for _, d := range All() {
		f.Add(d.Encode())
	}
	f.Add([]byte("name = \"x\"\n[style.body]\nsize = nan\n"))
	f.Add([]byte("name = \"x\"\n[Style]\nBODY = {Size = 9, leading = 12, family = \"y\"}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse("x.toml", data)
		if err != nil {
			return
		}
		if _, err := Parse("x.toml", d.Encode()); err != nil {
			t.Errorf("%v in\n%s", err, d.Encode())
		}
	})
}
