package spelling

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"resumax/assets"
	"resumax/assets/packed"
)

// typos are pairs of a word spelled wrong and what was meant. Some are words that
// exist, such as "manger", which no dictionary can find.
func typos(t testing.TB) (pairs [][2]string) {
	text, err := os.ReadFile("testdata/typos.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		pairs = append(pairs, [2]string{f[0], f[1]})
	}
	if len(pairs) < 300 {
		t.Fatalf("%d pairs are too few to tell", len(pairs))
	}
	return pairs
}

func TestTyposAreFoundAndFixed(t *testing.T) {
	s, pairs := English(), typos(t)
	found, first, offered := 0, 0, 0
	for _, p := range pairs {
		if !s.Known(p[1]) {
			t.Errorf("%q is right, but not known", p[1])
		}
		if s.Known(p[0]) {
			t.Logf("%q is taken for right", p[0])
			continue
		}
		found++
		for i, w := range s.Suggest(p[0]) {
			if w == p[1] {
				offered++
				if i == 0 {
					first++
				}
			}
		}
		if got := s.Suggest(p[0]); len(got) == 0 || got[0] != p[1] {
			t.Logf("%s: %v, want %s", p[0], got, p[1])
		}
	}
	t.Logf("of %d typos %d found; the right word offered for %d, first for %d", len(pairs), found, offered, first)
	if found*10 < len(pairs)*9 {
		t.Errorf("%d of %d typos found, want 90 %%", found, len(pairs))
	}
	if first*10 < found*8 {
		t.Errorf("the right word comes first for %d of %d, want 80 %%", first, found)
	}
}

func TestKnown(t *testing.T) {
	s := English().With([]string{"Kubernetes", "frobnicate"})
	for _, w := range []string{"managed", "Managed", "colour", "color", "organise", "organize", "client's", "clients’", "doesn’t", "microservices",
		"Kubernetes", "Kubernetes's", "frobnicate", "Frobnicate", "multiplayer", "résumé", "London", "unhappily"} {
		if !s.Known(w) {
			t.Errorf("%q is not known", w)
		}
	}
	for _, w := range []string{"", "managd", "kuberntes", "london", "overun", "frobnicates", "servered", "MANAGD", "'s"} {
		if s.Known(w) {
			t.Errorf("%q is known", w)
		}
	}
}

func TestSuggestionsAreFewAndCapitalized(t *testing.T) {
	s := English().With([]string{"Kubernetes"})
	if got := s.Suggest("Kuberntes"); len(got) == 0 || got[0] != "Kubernetes" {
		t.Errorf("for Kuberntes: %v", got)
	}
	if got := s.Suggest("Managment"); len(got) == 0 || got[0] != "Management" || len(got) > maxSuggested {
		t.Errorf("for Managment: %v", got)
	}
	for typed, want := range map[string]string{"hte": "the", "qanagement": "management"} {
		if got := s.Suggest(typed); len(got) == 0 || got[0] != want {
			t.Errorf("for %s: %v", typed, got)
		}
	}
	if got := s.Suggest(strings.Repeat("a", longestWord+1)); got != nil {
		t.Errorf("for a long word: %v", got)
	}
}

func TestNear(t *testing.T) {
	s := English()
	for w, want := range map[string]bool{"managment": true, "mangaed": true, "qanagement": false, "xyzzyish": false, "manageement": true} {
		if got := s.Near(w); got != want {
			t.Errorf("Near(%q) is %v", w, got)
		}
	}
}

func TestDamagedDictionariesAreRefused(t *testing.T) {
	if _, err := Compile([]byte("SFX A Y 1\nSFX A 0 s [^x\n"), nil); err == nil {
		t.Error("a condition that is not closed is taken")
	}
	if _, err := Compile(nil, []byte("no gzip")); err == nil {
		t.Error("a list that is not compressed is taken")
	}
}

func FuzzWords(f *testing.F) {
	for _, w := range []string{"managment", "’", "İmply", "ſet", "\xff\xfe", "e\u0301", "ǅ", "a\u200db", strings.Repeat("é", 40), "𝒜bc", "''s"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		s := English()
		s.Near(w)
		got := s.Suggest(w)
		if len(got) > maxSuggested {
			t.Fatalf("%d suggestions", len(got))
		}
		for _, g := range got {
			if !utf8.ValidString(g) || !s.Known(g) {
				t.Fatalf("%q is suggested for %q, but not known", g, w)
			}
		}
		if s.Known(w) && utf8.ValidString(w) && !strings.ContainsAny(w, "'’") && !s.Known(w+"'s") {
			t.Fatalf("%q is known, its possessive is not", w)
		}
	})
}

// The dictionary that ships is that of Hunspell's files, and knows all their words
// as they have them.
func TestPackedIsCurrent(t *testing.T) {
	aff, _ := assets.Spelling.ReadFile("spelling/en.aff")
	dic, _ := assets.Spelling.ReadFile("spelling/en.dic.gz")
	words, err := readHunspell(aff, dic)
	if err != nil {
		t.Fatal(err)
	}
	if string(pack(words)) != packed.Dictionary.Open() {
		t.Fatal("the packed dictionary is not that of its source: run make packed")
	}
	d := English().dictionary
	shelved := 0
	for shelf := range byte(shelfCount) {
		d.eachOn(shelf, 0, 32, func(w string) {
			shelved++
			if k := words[w]; k == 0 || k&rude != 0 || strings.Contains(w, "'") {
				t.Errorf("%q stands on a shelf", w)
			}
		})
	}
	for w, k := range words {
		if got := kindOf(d, w); got != k {
			t.Errorf("%q is %d, want %d", w, got, k)
		}
		if wrong := w + "qx"; kindOf(d, wrong) != words[wrong] {
			t.Errorf("%q is known", wrong)
		}
		if k&rude == 0 && !strings.Contains(w, "'") {
			shelved--
		}
	}
	if shelved != 0 {
		t.Errorf("%d words too many stand on shelves", shelved)
	}
}

func BenchmarkKnown(b *testing.B) {
	s := English()
	for b.Loop() {
		s.Known("Management")
	}
}

func BenchmarkNear(b *testing.B) {
	s := English()
	for b.Loop() {
		s.Near("Zalgorithia")
	}
}

func BenchmarkSuggest(b *testing.B) {
	s := English()
	for b.Loop() {
		s.Suggest("managment")
	}
}
