package spelling

import (
	"bytes"
	"compress/gzip"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var tags = []string{"de", "fr", "es", "pt"}

// parts are the words between hyphens and apostrophes of a text, in small letters.
func parts(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \n-'’", r) })
}

// What is right in a language is known, or at least is nothing's typo.
func TestRightWordsOfTongues(t *testing.T) {
	for _, tag := range tags {
		text, err := os.ReadFile("testdata/tongues/" + tag + ".right.txt")
		if err != nil {
			t.Fatal(err)
		}
		n, unknown := 0, 0
		eachWord(text, func(words string) {
			for _, w := range parts(words) {
				n++
				if !In(tag).Known(w) {
					unknown++
					t.Logf("%s: %q is not known", tag, w)
				}
				if meant := In(tag).Meant(w); meant != nil {
					t.Errorf("%s: %q is taken for a typo of %v", tag, w, meant)
				}
			}
		})
		t.Logf("%s: %d of %d words are not known", tag, unknown, n)
		if n < 150 || unknown*20 > n {
			t.Errorf("%s: %d of %d words are not known", tag, unknown, n)
		}
	}
}

// Typos are found, and what was meant comes first.
func TestTyposOfTongues(t *testing.T) {
	for _, tag := range tags {
		text, err := os.ReadFile("testdata/tongues/" + tag + ".typos.txt")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(text)) {
			f := strings.Fields(line)
			all := parts(f[0])
			typo := all[len(all)-1]
			n++
			if !slices.ContainsFunc(In(tag).Meant(typo)[:min(1, len(In(tag).Meant(typo)))], func(m string) bool { return strings.EqualFold(m, f[1]) }) {
				t.Errorf("%s: %s is taken for %v, want %s; known %v, listed %v, near %v", tag, typo, In(tag).Meant(typo), f[1], In(tag).Known(typo), In(tag).listed(typo), In(tag).near(typo))
			}
		}
		if n < 60 {
			t.Errorf("%s: %d typos are too few to tell", tag, n)
		}
	}
}

// tongueSource is what the table of a language that ships is made of.
func tongueSource(t testing.TB, tag string) TongueSource {
	from := TongueSource{Tag: tag}
	for name, data := range map[string]*[]byte{".gz": &from.List, ".txt": &from.Work} {
		var err error
		if *data, err = os.ReadFile("../../assets/spelling/" + tag + name); err != nil {
			t.Fatal(err)
		}
	}
	return from
}

// The tables that ship are those of their sources, and no larger than they may be. They
// have all words of these.
func TestPackedTonguesAreCurrent(t *testing.T) {
	const largest = 1_600_000 // bytes
	for _, tag := range tags {
		t.Run(tag, func(t *testing.T) {
			t.Parallel()
			words, _, err := tongueSource(t, tag).words()
			if err != nil {
				t.Fatal(err)
			}
			shipped := files[tag].Open()
			if In(tag).common != string(packCommon(tag, words)) {
				t.Error("the packed words are not those of their sources: run make packed")
			}
			if len(shipped) > largest {
				t.Errorf("the table has %d bytes", len(shipped))
			}
			chance := 0
			for w := range words {
				if !In(tag).listed(w) {
					t.Fatalf("%q is not in the table", w)
				}
				chance += count(In(tag).listed(w + "qxq"))
			}
			if chance*200 > len(words) {
				t.Errorf("%d of %d words that are none are in the table", chance, len(words))
			}
		})
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// What is no list is refused.
func TestDamagedListsAreRefused(t *testing.T) {
	zip := func(text string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(text))
		w.Close()
		return b.Bytes()
	}
	for _, list := range [][]byte{[]byte("no gzip"), zip("# many\nAword\n"), zip("# 30\nZword\n"), zip("# 30\nword\n")} {
		if _, err := CompileTongue(TongueSource{Tag: "es", List: list}); err == nil {
			t.Errorf("%q is taken", list)
		}
	}
	if _, err := CompileTongue(TongueSource{Tag: "es", List: zip("# 30\nAcasa\nDtro\n? 60\nAcovid\n")}); err != nil {
		t.Error(err)
	}
}

// Whatever stands in a text, no word takes long, and what is meant is a word.
func FuzzTongues(f *testing.F) {
	for _, w := range []string{"gestion", "ßßß", "œœœœœ", "\xff\xfe", "é", "ǆabc", "donaudampfschifffahrtsgesellschaft", strings.Repeat("ab", 40), strings.Repeat("é", 30)} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, tag := range tags {
			for _, m := range In(tag).Meant(strings.ToLower(w)) {
				if !utf8.ValidString(m) || m == w {
					t.Fatalf("%s: %q is suggested for %q", tag, m, w)
				}
			}
		}
	})
}

func BenchmarkTongues(b *testing.B) {
	for tag, words := range map[string][]string{"de": {"kundenberatung", "kundenberatug", "schaltschrankverdrahtungsplaner", "zalgorithia"}, "es": {"experiencia", "experienca", "zalgorithia"}, "fr": {"expérience", "devlopement", "zalgorithia"}} {
		for _, w := range words {
			b.Run(tag+"/"+w, func(b *testing.B) {
				for b.Loop() {
					In(tag).Meant(w)
				}
			})
		}
	}
}
