package terms

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"resumax/assets"
	"resumax/assets/packed"
)

// The list that ships is that of terms.toml, table by table.
func TestPackedIsCurrent(t *testing.T) {
	data, err := Compile(assets.Terms, "terms.toml")
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != packed.Terms.Open() {
		t.Fatal("the packed list is not that of terms.toml: run make packed")
	}
	b := newBuilder(assets.Terms, "terms.toml")
	var file map[string]any
	if _, err := b.Decode(&file); err != nil {
		t.Fatal(err)
	}
	if err := b.build(file); err != nil {
		t.Fatal(err)
	}
	all := Default().All()
	if len(all) != len(b.terms) {
		t.Fatalf("%d terms, want %d", len(all), len(b.terms))
	}
	place := map[*Term]int{}
	for i, term := range all {
		if place[b.terms[i]] = i; !same(*term, *b.terms[i]) {
			t.Errorf("%+v, want %+v", *term, *b.terms[i])
		}
	}
	for name, term := range b.names {
		if got, ok := Default().Lookup(name); !ok || got != all[place[term]] {
			t.Errorf("%q is %v, want %q", name, got, term.Name)
		}
	}
	for _, want := range b.phrases.ends {
		if found := Default().Find(want.text); want.term != nil && !want.word && want.cased == 0 && (len(found) != 1 || found[0].Term != all[place[want.term]]) {
			t.Errorf("%q is %v, want %q", want.text, found, want.term.Name)
		}
	}
}

// same reports whether two terms are the same, empty lists and none alike.
func same(a, b Term) bool {
	tidy := func(t *Term) {
		for _, list := range []*[]string{&t.Aliases, &t.Cased, &t.Misspelled, &t.Implies, &t.Not} {
			if len(*list) == 0 {
				*list = nil
			}
		}
	}
	tidy(&a)
	tidy(&b)
	return reflect.DeepEqual(a, b)
}

const few = `context = ["build"]
language = [{ name = "Go", word = true, not = ["go to"] }, { name = "C++", aliases = ["cpp"] }]
database = [{ name = "PostgreSQL", aliases = ["Postgres"], misspelled = ["Postgre"], implies = ["SQL"] }]
protocol = [{ name = "SQL" }, { name = "ADL", cased = ["ADLs"] }]
concept = ["message queue"]
nursing = [{ name = "wound care", words = ["dressings"] }]
contexts.nursing = ["patient"]
`

// A term is one, whoever asks for it, and however many at once.
func TestATermIsOne(t *testing.T) {
	l, err := Load([]byte(few), "few.toml")
	if err != nil {
		t.Fatal(err)
	}
	got := make(chan *Term)
	for range 8 {
		go func() {
			term, _ := l.Lookup("postgres")
			got <- term
		}()
	}
	first := l.Find("Tuned PostgreSQL")[0].Term
	for range 8 {
		if term := <-got; term != first || term.Name != "PostgreSQL" {
			t.Errorf("%p is another one than %p", term, first)
		}
	}
}

// Whatever is damaged of a list, it is refused, or finds less or something else.
func TestDamagedListsAreHarmless(t *testing.T) {
	form, err := Compile([]byte(few), "few.toml")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		data := slices.Clone(form)
		if rapid.Bool().Draw(t, "cut") {
			data = data[:rapid.IntRange(0, len(data)-1).Draw(t, "at")]
		}
		for range rapid.IntRange(0, 8).Draw(t, "bytes") {
			if len(data) > 0 {
				data[rapid.IntRange(0, len(data)-1).Draw(t, "place")] = rapid.Byte().Draw(t, "byte")
			}
		}
		l, err := open(string(data))
		if err != nil {
			if !errors.Is(err, packed.ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		for _, text := range []string{"Tuned Postgres, Go and C++ with message queues", "ADLs", "dressings of a patient", "go to a Postgre"} {
			l.Find(text)
			l.FindInList(text)
			l.Lookup(text)
		}
		l.Implied("PostgreSQL")
		l.All()
	})
}

func TestOpenRefusesWhatIsDamaged(t *testing.T) {
	for _, data := range []string{"", "\x05abc", packed.Terms.Open()[:1000]} {
		if _, err := open(data); !errors.Is(err, packed.ErrDamaged) {
			t.Errorf("%.10q is a list: %v", data, err)
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := open(packed.Terms.Open()); err != nil {
			b.Fatal(err)
		}
	}
}
