package fonts

import (
	"io/fs"
	"math"
	"strings"
	"testing"

	"resumax/assets"
)

func faces(f *Family) []*Face { return []*Face{f.Regular, f.Bold, f.Italic, f.BoldItalic} }

func TestFamiliesAreWhole(t *testing.T) {
	for _, f := range Families() {
		license, err := fs.ReadFile(assets.Fonts, f.License)
		if err != nil || !strings.Contains(string(license), "SIL OPEN FONT LICENSE") && !strings.Contains(string(license), "SIL Open Font License") {
			t.Errorf("%s: no licence: %v", f.Name, err)
		}
		for _, face := range faces(f) {
			m := face.Metrics()
			if m.Ascent < 0.5 || m.Descent > -0.1 || m.CapHeight < 0.5 || m.XHeight < 0.3 {
				t.Errorf("%s: metrics %+v", face.Name, m)
			}
			if face.Bold != strings.Contains(face.Name, "Bold") {
				t.Errorf("%s: readers of resumes tell bold text by the face's name", face.Name)
			}
			for _, r := range "Aaßçłőşțñ–—‘’“”…•·€£×≥αβγώжщыі" {
				if _, ok := face.Glyph(r); !ok {
					t.Errorf("%s has no %c", face.Name, r)
				}
			}
		}
	}
}

func TestFamilyFace(t *testing.T) {
	f, ok := FindFamily("Source Serif 4")
	if !ok {
		t.Fatal("no Source Serif 4")
	}
	if f.Face(true, true) != f.BoldItalic || f.Face(true, false) != f.Bold || f.Face(false, true) != f.Italic || f.Face(false, false) != f.Regular {
		t.Error("wrong face")
	}
	if _, ok := FindFamily("Comic Sans"); ok {
		t.Error("found a family that does not ship")
	}
}

// shape shapes a text that runs from left to right.
func shape(s *Set, f *Family, bold, italic bool, text []rune) []Run {
	return s.Shape(Span{Text: text, To: len(text), Family: f, Bold: bold, Italic: italic})
}

func width(runs []Run) float64 {
	w := 0.0
	for _, r := range runs {
		for _, g := range r.Glyphs {
			w += g.Advance
		}
	}
	return w
}

func TestShapeKerns(t *testing.T) {
	s, f := NewSet(), Families()[0]
	pair := width(shape(s, f, false, false, []rune("AV")))
	apart := width(shape(s, f, false, false, []rune("A"))) + width(shape(s, f, false, false, []rune("V")))
	if pair >= apart-0.01 {
		t.Errorf("AV is %.3f wide, its letters %.3f", pair, apart)
	}
}

// Every glyph must be the one that its character has by itself, or text taken
// from a page would be another than what was typed.
func TestShapeMakesNoLigatures(t *testing.T) {
	s := NewSet()
	text := []rune("office fjord affluent Thorfinn verification ffi fi fl ff")
	for _, f := range Families() {
		for _, face := range faces(f) {
			for _, run := range shape(s, f, face.Bold, face.Italic, text) {
				if len(run.Glyphs) != len(text) {
					t.Fatalf("%s: %d glyphs for %d characters", face.Name, len(run.Glyphs), len(text))
				}
				for _, g := range run.Glyphs {
					if id, _ := face.Glyph(text[g.At]); id != g.ID {
						t.Errorf("%s: %c has glyph %d, not its own, %d", face.Name, text[g.At], g.ID, id)
					}
				}
			}
		}
	}
}

func TestShapeFindsAnotherFamily(t *testing.T) {
	s := NewSet()
	serif, sans := Families()[0], Families()[1]
	var only rune // a character of the second family alone
	for r := rune(0x250); r < 0x2800 && only == 0; r++ {
		_, first := serif.Regular.Glyph(r)
		_, second := sans.Regular.Glyph(r)
		if second && !first && !invisible(r) && !joins(r) {
			only = r
		}
	}
	if only == 0 {
		t.Fatal("both families have the same characters")
	}
	runs := shape(s, serif, false, false, []rune("a"+string(only)+"b"))
	if len(runs) != 3 || runs[1].Face != sans.Regular || runs[1].Missing {
		t.Errorf("runs %+v", runs)
	}
}

func TestShapeMarksMissing(t *testing.T) {
	s, f := NewSet(), Families()[0]
	text := []rune("to 語学 and 🚀")
	runs := shape(s, f, false, false, text)
	var missing []string
	at := 0
	for _, r := range runs {
		if r.From != at {
			t.Errorf("run starts at %d, want %d", r.From, at)
		}
		at = r.To
		if r.Missing {
			missing = append(missing, string(text[r.From:r.To]))
			for _, g := range r.Glyphs {
				if g.ID != MissingGlyph || g.Advance <= 0 {
					t.Errorf("missing character has glyph %+v", g)
				}
			}
		}
	}
	if got := strings.Join(missing, "|"); got != "語学|🚀" || at != len(text) {
		t.Errorf("missing %q, to %d", got, at)
	}
}

func TestMarksStayWithTheirLetter(t *testing.T) {
	s, f := NewSet(), Families()[0]
	runs := shape(s, f, false, false, []rune("x\u0302y"))
	if len(runs) != 1 || len(runs[0].Glyphs) != 3 {
		t.Fatalf("runs %+v", runs)
	}
	if mark := runs[0].Glyphs[1]; mark.Advance != 0 {
		t.Errorf("a circumflex is %.3f wide", mark.Advance)
	}
}

func TestOutlines(t *testing.T) {
	s, f := NewSet(), Families()[0].Regular
	for _, c := range []struct {
		r   rune
		ink bool
	}{{'H', true}, {' ', false}} {
		id, _ := f.Glyph(c.r)
		if got := len(s.Outline(f, id)) > 0; got != c.ink {
			t.Errorf("%q has ink: %v", c.r, got)
		}
	}
	if len(s.Outline(f, MissingGlyph)) == 0 {
		t.Error("the sign for a missing character cannot be seen")
	}
	id, _ := f.Glyph('H')
	if a := s.Advance(f, id); math.IsNaN(a) || a < 0.5 || a > 1 {
		t.Errorf("H is %.3f wide", a)
	}
}
