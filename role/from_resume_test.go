package role

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"resumax/resume"
)

func TestAPackOfAResume(t *testing.T) {
	for _, p := range All() {
		own, err := FromResume(p.Sample(), "My "+p.Name, p.Bullets, p)
		if err != nil {
			t.Errorf("%s: %v", p.ID, err)
			continue
		}
		if own.ID != "my-"+resume.IDFor(p.Name) || own.Name != "My "+p.Name || len(own.Bullets) != len(p.Bullets) || len(own.Signals) != len(p.Signals) || len(own.Keywords) == 0 {
			t.Errorf("%s: it is not what it was made of", p.ID)
		}
		before, after := p.Sample().Resume(), own.Sample().Resume()
		if len(after.Work) != len(before.Work) || len(after.Skills) != len(before.Skills) || after.Basics.Summary != before.Basics.Summary {
			t.Errorf("%s: the sample lost something", p.ID)
		}
		for i, s := range before.Sections[:5] {
			if after.Sections[i].Key != s.Key {
				t.Errorf("%s: section %d is %s, was %s", p.ID, i, after.Sections[i].Key, s.Key)
			}
		}
		data, err := own.Encode()
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{before.Basics.Name, before.Basics.Email, before.Basics.Phone, before.Basics.URL} {
			if secret != "" && strings.Contains(string(data), secret) {
				t.Errorf("%s: the pack tells whose resume it was: %q", p.ID, secret)
			}
		}
		again, err := Load(own.ID+".toml", data)
		if err != nil || !reflect.DeepEqual(again.SampleResume, own.SampleResume) || again.Name != own.Name {
			t.Errorf("%s: read again it is another one, %v", p.ID, err)
		}
	}
}

func TestAPackOfNearlyNothing(t *testing.T) {
	p := All()[0]
	for what, c := range map[string]struct {
		d          resume.Document
		name, want string
	}{
		"no name":        {p.Sample(), " – ", "letter"},
		"no summary":     {p.Sample().Without("/basics/summary"), "Mine", "summary"},
		"no skills":      {p.Sample().Without("/skills"), "Mine", "keywords"},
		"nothing at all": {resume.Document{}, "Mine", "summary"},
	} {
		if _, err := FromResume(c.d, c.name, nil, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	own, err := FromResume(p.Sample(), "Мой", nil, nil)
	if err != nil || own.ID != "мой" || own.Family != "My roles" {
		t.Errorf("%v", err)
	}
}

func TestReadAFolder(t *testing.T) {
	good := func(id string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("id = \"" + id + "\"\nname = \"N " + id + "\"\nfamily = \"F\"\nabout = \"A\"\nsummary = \"S\"\n" +
			"keywords = [{name = \"K\", terms = [\"Go\"]}]\n[sample.basics]\nname = \"A\"\n")}
	}
	all, faults := Read(fstest.MapFS{
		"b.toml": good("b"), "a.toml": good("a"), "again.toml": good("b"), "notes.txt": {Data: []byte("no pack")},
		"broken.toml": {Data: []byte("id = ")}, "folder.toml/x": {Data: []byte("")},
		"huge.toml": {Data: []byte(strings.Repeat("# much\n", 2<<20))},
	})
	if len(all) != 2 || all[0].ID != "a" || all[1].ID != "b" {
		t.Errorf("%d packs are read", len(all))
	}
	said := ""
	for _, f := range faults {
		said += f.Error() + "\n"
	}
	for _, want := range []string{"b.toml: “N b” also has the id", "broken.toml:1: ", "folder.toml: it is not a file", "huge.toml: it is over 1 MB"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
	if len(faults) != 4 {
		t.Errorf("%d faults:\n%s", len(faults), said)
	}
}
