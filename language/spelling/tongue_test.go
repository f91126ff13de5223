package spelling

import (
	"os"
	"slices"
	"strings"
	"testing"
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
