package terms

import (
	"reflect"
	"testing"

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
	want, err := Load(assets.Terms, "terms.toml")
	if err != nil {
		t.Fatal(err)
	}
	got := Default()
	if len(got.terms) != len(want.terms) {
		t.Fatalf("%d terms, want %d", len(got.terms), len(want.terms))
	}
	for i, term := range got.terms {
		if !same(*term, *want.terms[i]) {
			t.Errorf("%+v, want %+v", *term, *want.terms[i])
		}
	}
	for what, tables := range map[string][2]any{"names": {got.names, want.names}, "words": {got.words, want.words}, "phrases": {got.phrases, want.phrases},
		"context": {got.context, want.context}, "contexts": {got.contexts, want.contexts}} {
		if !reflect.DeepEqual(tables[0], tables[1]) {
			t.Errorf("the %s differ", what)
		}
	}
	for name, term := range got.names {
		if all := got.terms; all[0] != term && term.Name == all[0].Name {
			t.Errorf("%s is another %s than that of the list", name, term.Name)
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

func TestUnpackRefusesWhatIsDamaged(t *testing.T) {
	for _, data := range []string{"", "\x05abc", packed.Terms.Open()[:1000]} {
		if _, err := unpack(data); err == nil {
			t.Errorf("%.10q is a list", data)
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := unpack(packed.Terms.Open()); err != nil {
			b.Fatal(err)
		}
	}
}
