package spelling

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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
		for i, w := range s.Meant(p[0]) {
			if w == p[1] {
				offered++
				if i == 0 {
					first++
				}
			}
		}
		if got := s.Meant(p[0]); len(got) == 0 || got[0] != p[1] {
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
	s := English().With(FurtherOf([]string{"Kubernetes", "frobnicate"}))
	for _, w := range []string{"managed", "Managed", "colour", "color", "organise", "organize", "client's", "clients’", "doesn’t", "microservices",
		"Kubernetes", "Kubernetes's", "frobnicate", "Frobnicate", "multiplayer", "résumé", "London", "unhappily", "frobnicates", "reaccreditation", "noncompliance", "waterproofer"} {
		if !s.Known(w) {
			t.Errorf("%q is not known", w)
		}
	}
	for _, w := range []string{"", "managd", "kuberntes", "london", "overun", "occuring", "completeing", "recieve", "MANAGD", "'s"} {
		if s.Known(w) {
			t.Errorf("%q is known", w)
		}
	}
}

// Of forms that differ in capitals the one in small letters is suggested, else the last.
func TestFurtherFormsOfAWord(t *testing.T) {
	for _, c := range []struct {
		given []string
		want  string
	}{
		{[]string{"Frobnicator"}, "Frobnicator"},
		{[]string{"frobnicator"}, "frobnicator"},
		{[]string{"FROBnicator", "Frobnicator"}, "Frobnicator"},
		{[]string{"frobnicator", "Frobnicator"}, "frobnicator"},
		{[]string{"Frobnicator", "frobnicator"}, "frobnicator"},
	} {
		further := FurtherOf(c.given)
		var read Further
		if err := packed.Read(string(packed.Write(further.Code)), read.Code); err != nil || read != further {
			t.Fatalf("%v: %v", c.given, err)
		}
		s := English().With(read)
		if got := s.Meant("frobnicatr"); !slices.Equal(got, []string{c.want}) {
			t.Errorf("of %v, %v is suggested", c.given, got)
		}
		for _, w := range c.given {
			if !s.Known(w) {
				t.Errorf("of %v, %s is not known", c.given, w)
			}
		}
		if s.Known("froBnicator") || s.Known("frobnicato") {
			t.Errorf("of %v, more is known than was given", c.given)
		}
	}
}

func TestSuggestionsAreFewAndCapitalized(t *testing.T) {
	s := English().With(FurtherOf([]string{"Kubernetes"}))
	if got := s.Meant("Kuberntes"); len(got) == 0 || got[0] != "Kubernetes" {
		t.Errorf("for Kuberntes: %v", got)
	}
	if got := s.Meant("Managment"); len(got) == 0 || got[0] != "Management" || len(got) > maxSuggested {
		t.Errorf("for Managment: %v", got)
	}
	for typed, want := range map[string]string{"hte": "the", "alot": "a lot"} {
		if got := s.Meant(typed); len(got) == 0 || got[0] != want {
			t.Errorf("for %s: %v", typed, got)
		}
	}
	if got := s.Meant(strings.Repeat("a", longestWord+1)); got != nil {
		t.Errorf("for a long word: %v", got)
	}
}

func TestDamagedDictionariesAreRefused(t *testing.T) {
	good := source(t)
	for name, damage := range map[string]func(*Source){
		"a list that is not compressed":    func(s *Source) { s.Sizes = []byte("no gzip") },
		"a typo without a meaning":         func(s *Source) { s.Misspelled = []byte("recieve") },
		"a typo of what is no word either": func(s *Source) { s.Misspelled = []byte("recieve recive") },
		"a typo of what is a typo":         func(s *Source) { s.Misspelled = []byte("recieve receive\nreceve recieve") },
	} {
		from := good
		if damage(&from); true {
			if _, err := Compile(from); err == nil {
				t.Errorf("%s is taken", name)
			}
		}
	}
}

// source is what the dictionary that ships is made of.
func source(t testing.TB) (from Source) {
	for name, data := range map[string]*[]byte{"en.gz": &from.Sizes, "work.txt": &from.Work, "misspelled.txt": &from.Misspelled, "unoffered.txt": &from.Unoffered} {
		var err error
		if *data, err = os.ReadFile("../../assets/spelling/" + name); err != nil {
			t.Fatal(err)
		}
	}
	return from
}

func FuzzWords(f *testing.F) {
	for _, w := range []string{"managment", "’", "İmply", "ſet", "\xff\xfe", "e\u0301", "ǅ", "a\u200db", strings.Repeat("é", 40), "𝒜bc", "''s"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		s := English()
		got := s.Meant(w)
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

// The dictionary that ships is that of its sources, and knows all their words as
// they have them.
func TestPackedIsCurrent(t *testing.T) {
	words, err := source(t).words()
	if err != nil {
		t.Fatal(err)
	}
	data, err := pack(words)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.Dictionary.Open() {
		t.Fatal("the packed dictionary is not that of its sources: run make packed")
	}
	d := English().dictionary
	shelved := 0
	for shelf := range byte(shelfCount) {
		d.eachOn(shelf, 0, 255, func(w string, size uint8) {
			shelved++
			if e := words[w]; !e.offered() || e.size != size || size > commonSize {
				t.Errorf("%q stands on a shelf", w)
			}
		})
	}
	for w, e := range words {
		if got := find(d, w); got != e {
			t.Errorf("%q is %v, want %v", w, got, e)
		}
		if wrong := w + "qx"; find(d, wrong) != words[wrong] {
			t.Errorf("%q is known", wrong)
		}
		if e.offered() && e.size <= commonSize {
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

func BenchmarkMeant(b *testing.B) {
	s := English()
	for _, w := range []string{"managment", "zalgorithia"} { // a typo, and a word like no other
		b.Run(w, func(b *testing.B) {
			for b.Loop() {
				s.Meant(w)
			}
		})
	}
}

// Every typo of the table is found, and its meaning is the likeliest word.
func TestMeantOfManyTrades(t *testing.T) {
	text, err := os.ReadFile("testdata/meant.txt")
	if err != nil {
		t.Fatal(err)
	}
	s, n := English(), 0
	for line := range strings.Lines(string(text)) {
		typo, right, _ := strings.Cut(strings.TrimSpace(line), " ")
		n++
		if got := s.Meant(typo); len(got) == 0 || got[0] != right {
			t.Errorf("%s: %v, want %s", typo, got, right)
		}
	}
	if n < 150 {
		t.Errorf("%d typos are too few to tell", n)
	}
}
