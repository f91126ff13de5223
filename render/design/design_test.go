package design

import (
	"errors"
	"math"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/render/fonts"
)

func classic(t *testing.T) string {
	t.Helper()
	data, err := assets.Designs.ReadFile("designs/classic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestShippedDesigns(t *testing.T) {
	if All()[0] != Default() || Default().ID != DefaultID {
		t.Error("the default design is not the first")
	}
	for _, d := range All() {
		if d.Name == "" || d.Description == "" {
			t.Errorf("%s says too little about itself", d.ID)
		}
		if found, ok := Find(d.ID); !ok || found != d {
			t.Errorf("%s is not found", d.ID)
		}
		for _, family := range d.Style.Families() {
			if _, ok := fonts.FindFamily(family); !ok {
				t.Errorf("%s: the program has no font %s", d.ID, family)
			}
		}
		// Software that reads resumes knows headings by these.
		if h := d.Style.Heading; !h.Bold && !h.Capitals {
			t.Errorf("%s: headings are neither bold nor capitals", d.ID)
		}
		// Software that reads resumes takes two entries for one if they are
		// closer than this.
		if least := minEntrySpace(d.Style.Body.Leading, d.Space.Bullet); min(d.Space.Entry, d.Space.Position) < least {
			t.Errorf("%s: entries stand less than %.2f points apart", d.ID, least)
		}
	}
	if _, ok := Find("no such design"); ok {
		t.Error("found a design that is not there")
	}
}

func TestStylesFollowTheBody(t *testing.T) {
	text := strings.Replace(classic(t), "size = 9.6", "size = 11", 1)
	text = strings.Replace(text, "leading = 12.4\ncolour", "leading = 15\ncolour", 1)
	d, err := Parse("classic.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if d.Style.Title.Size != 11 || !d.Style.Title.Bold || d.Style.Contact.Size != 9.2 || d.Style.Name.Family != d.Style.Body.Family {
		t.Errorf("title %+v, contact %+v", d.Style.Title, d.Style.Contact)
	}
}

func TestBrokenDesigns(t *testing.T) {
	for _, c := range []struct {
		name, old, new, at string
		below              int // lines below the text at
		want               string
	}{
		{"unknown key", "[rule]", "[rule]\nthikness = 1", "thikness", 0, `“rule.thikness” is not a setting of a design`},
		{"unknown table", "[rule]", "[ruler]", "[ruler]", 0, `“ruler” is not a setting of a design`},
		{"syntax", "[rule]", "[rule", "[rule", 1, "expected"},
		{"wrong type", "top = 14", `top = "14"`, `top = "14"`, 0, "this is text; it should be a number"},
		{"no flag", "bold = true", "bold = 1", "bold = 1", 0, "this is a whole number; it should be true or false"},
		{"no list", "[rule]", "[columns]\nsections = 2\n[rule]", "sections = 2", 0, "this is a whole number; it should be a list"},
		{"no table", `name = "Classic"`, "columns = 2\nname = \"Classic\"", "columns = 2", 0, "this is a whole number; it should be a table"},
		{"colour", `"#1f4263"`, `"blue"`, `"blue"`, 0, `"blue" is not a color: write one like "#1f4263"`},
		{"named colour", `colour = "muted"`, `colour = "pink"`, "[style.label]", 4, `style.label.colour: "pink" is not one of text, muted, accent`},
		{"family", `"Source Sans 3"`, `" "`, `" "`, 0, `style.label.family: a style needs a font family`},
		{"range", "size = 9.6", "size = 3", "size = 3", 0, "style.body.size: 3 is not between 5 and 72"},
		{"no number", "rag = 3.2", "rag = nan", "rag = nan", 0, "paragraph.rag: NaN is not between 0.5 and 20"},
	} {
		text := strings.Replace(classic(t), c.old, c.new, 1)
		line := strings.Count(text[:strings.Index(text, c.at)], "\n") + 1 + c.below
		_, err := Parse("x.toml", []byte(text))
		fault, ok := errors.AsType[*tomlfile.Error](err)
		if !ok || fault.File != "x.toml" || fault.Line != line || !strings.HasPrefix(fault.Text, c.want) {
			t.Errorf("%s: %v, want line %d: %s", c.name, err, line, c.want)
		}
	}
	if _, err := Parse("x.toml", nil); err == nil {
		t.Error("an empty design is none")
	}
}

func TestPages(t *testing.T) {
	if p, ok := FindPage("letter"); !ok || p != Letter {
		t.Errorf("letter is %v", p)
	}
	if _, ok := FindPage("A5"); ok {
		t.Error("A5 found")
	}
	for country, want := range map[string]PageSize{"US": Letter, "CA": Letter, "México": Letter, "united states": Letter, "U.S.A.": Letter, "DE": A4, "Deutschland": A4, "Brasil": A4, "": A4} {
		if PageFor(country) != want {
			t.Errorf("%q prints on %v", country, PageFor(country))
		}
	}
	if math.Abs(A4.Width-595.28) > 0.01 || math.Abs(A4.Height-841.89) > 0.01 {
		t.Errorf("A4 is %v", A4)
	}
}

func TestColor(t *testing.T) {
	var c Color
	if err := c.UnmarshalText([]byte("#0aB1ff")); err != nil || c != (Color{0x0a, 0xb1, 0xff}) || c.String() != "#0ab1ff" {
		t.Errorf("%v, %v", c, err)
	}
	for _, bad := range []string{"", "#123", "#12345g", "123456", "#1234567", "#+12345"} {
		if err := c.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q is taken for a colour", bad)
		}
	}
}
