package role

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/packed"
	"resumax/resume"
)

// source are the packs that ship, from their TOML.
func source(t *testing.T) List {
	t.Helper()
	folder, err := fs.Sub(assets.Roles, "roles")
	if err != nil {
		t.Fatal(err)
	}
	packs, faults := Read(folder)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return packs
}

// The packs that ship are those of their files, member by member, and so are the
// texts of their samples.
func TestPackedIsCurrent(t *testing.T) {
	packs := source(t)
	if string(Compile(packs)) != packed.Roles.Open() {
		t.Fatal("the packed roles are not those of assets/roles: run make packed")
	}
	if string(CompileSentences(packs)) != packed.Sentences.Open() {
		t.Fatal("the packed sentences are not those of assets/roles: run make packed")
	}
	for i, want := range packs {
		got := All()[i]
		if !got.Sample().Equal(want.Sample()) {
			t.Errorf("%s: another sample", want.ID)
		}
		if !reflect.DeepEqual(got.vocab(), want.vocab()) {
			t.Errorf("%s: another vocabulary", want.ID)
		}
		a, b := reflect.ValueOf(*got), reflect.ValueOf(*want)
		for f := range a.NumField() {
			field := a.Type().Field(f)
			if !field.IsExported() || field.Name == "SampleResume" {
				continue
			}
			// In print an empty list is the same as none.
			if got, want := fmt.Sprintf("%+v", a.Field(f)), fmt.Sprintf("%+v", b.Field(f)); got != want {
				t.Errorf("%s: %s is %s, want %s", packs[i].ID, field.Name, got, want)
			}
		}
	}
}

// Every text of every sample is known, with blanks around it, too, and edited ones
// are not.
func TestUneditedKnowsEverySample(t *testing.T) {
	for _, p := range All() {
		r := p.Sample().Resume()
		if got, want := len(Unedited(r)), len(r.Sentences()); got != want {
			t.Errorf("%s: %d of %d texts are known", p.ID, got, want)
		}
		for _, s := range r.Sentences() {
			if !sampleTexts().has(" "+s.Text+"\n") || sampleTexts().has(s.Text+"!") || sampleTexts().has(strings.ToUpper(s.Text)) {
				t.Errorf("%s: %q", p.ID, s.Text)
			}
		}
	}
	if sampleTexts().has("") || index("").has("x") || Unedited(&resume.Resume{}) != nil {
		t.Error("what is empty is a sample's")
	}
}

func TestEachPackedRefusesWhatIsDamaged(t *testing.T) {
	for _, data := range []string{"\x05abc", packed.Roles.Open()[:1000]} {
		if err := eachPacked(data, func(string, string) {}); err == nil {
			t.Errorf("%.10q are packs", data)
		}
	}
}

// A pack is read when it is asked for, and no other one is.
func TestOnePackAlone(t *testing.T) {
	read := map[string]int{}
	if err := eachPacked(packed.Roles.Open(), func(id, data string) { read[id] = len(data) }); err != nil {
		t.Fatal(err)
	}
	if len(read) != len(All()) {
		t.Errorf("%d packs, want %d", len(read), len(All()))
	}
	for id, size := range read {
		p, ok := ByID(id)
		if again, _ := ByID(id); !ok || p.ID != id || again != p || size == 0 {
			t.Errorf("%s: %v", id, p)
		}
		if all, _ := All().Find(id); all != p {
			t.Errorf("%s: there are two of it", id)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if err := eachPacked(packed.Roles.Open(), func(id, data string) { unpack(id, data) }); err != nil {
			b.Fatal(err)
		}
	}
}
