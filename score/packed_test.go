package score

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/assets"
	"resumax/assets/packed"
	"resumax/language/spelling"
	"resumax/language/terms"
)

func TestPackedIsCurrent(t *testing.T) {
	data, err := Compile(assets.Words)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.Words.Open() {
		t.Fatal("the packed words are not those of words.toml and of the terms: run make packed")
	}
	for _, w := range termWords(terms.Default()) {
		if !speller().Known(w) {
			t.Errorf("%q of a term is not known", w)
		}
	}
	if err := packed.Read(string(data[:1000]), (&shippedWords{}).code); !errors.Is(err, packed.ErrDamaged) {
		t.Errorf("a part of the words is read: %v", err)
	}
}

// Words near one are those that a search of all of them finds.
func TestNearWordsAreComplete(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aab")), 1, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(letters).Draw(t, "words")
		word, other := letters.Draw(t, "word"), letters.Draw(t, "other")
		var want []string
		if long := slices.MaxFunc(append(words, ""), func(a, b string) int { return len(a) - len(b) }); len(word) >= minNear-1 && len(word) <= len(long)+1 {
			for _, w := range words {
				if len(w) >= minNear && spelling.OneEditApart(word, w) {
					want = append(want, w)
				}
			}
		}
		slices.Sort(want)
		want = slices.Compact(want)
		n := newNearWords(words, func(w string) bool { return w == other })
		if got := n.near(word); !slices.Equal(got, want) {
			t.Errorf("near %s are %v, want %v", word, got, want)
		}
		if slices.Contains(words, word) || word == other {
			want = nil
		}
		if got := n.find(word); !slices.Equal(got, want) {
			t.Errorf("%s is a typo of %v, want %v", word, got, want)
		}
	})
}

func TestSkillVocabulary(t *testing.T) {
	v := skillVocabularyOf([]string{"Kubernetes", "kubernetes", "Go", "Gone", "gond", "kubernete"})
	for word, want := range map[string]string{"kubernets": "kubernete kubernetes", "kuberneted": "kubernete kubernetes", "go": "", "gon": "go gond gone", "": "", "g": "go", strings.Repeat("k", 80): ""} {
		if got := strings.Join(v.near(word), " "); got != want {
			t.Errorf("near %q are %s, want %s", word, got, want)
		}
	}
}
