package resume

import (
	"slices"
	"strings"
	"testing"
)

const hiddenBullet = Address("/work/1/highlights/1")

// A hidden text is neither printed nor found among what must be filled in, and stays
// hidden wherever it goes.
func TestHideText(t *testing.T) {
	d, err := sample.SetText(hiddenBullet, "two [how many?]")
	if err == nil {
		d, err = d.HideText(hiddenBullet, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	printed := func(d Document, i int) (texts []string) {
		for _, l := range d.Resume().Work[i].Highlights {
			texts = append(texts, l.Text)
		}
		return texts
	}
	if got := printed(d, 1); !slices.Equal(got, []string{"one", "three"}) || len(d.Slots()) != 0 {
		t.Error(got, d.Slots())
	}
	if at := d.Resume().Work[1].Highlights[1].Address; at != "/work/1/highlights/2" {
		t.Errorf("the third is at %s", at)
	}
	found := d.Search(Query{Text: "two"})
	if len(found) != 1 || !found[0].Hidden {
		t.Errorf("%+v", found)
	}
	for _, p := range d.NotShown() {
		if p.Address.Within("/work") {
			t.Error(p)
		}
	}
	moved, _ := d.Move("/work", 1, 0)
	moved, _ = moved.Move("/work/0/highlights", 1, 0)
	moved, _ = moved.SetText("/work/0/highlights/0", "other words")
	if got := printed(moved, 0); !slices.Equal(got, []string{"one", "three"}) {
		t.Error(got)
	}
	copied, _ := d.Duplicate("/work/1")
	if got := printed(copied, 2); !slices.Equal(got, []string{"one", "three"}) {
		t.Errorf("a copy prints %q", got)
	}
	for name, out := range map[string]Document{"public": d.Public(Printed{}), "without hidden": d.WithoutHidden()} {
		if strings.Contains(out.Root().String(), "how many") {
			t.Errorf("%s has it: %s", name, out.Root())
		}
	}
	if out := d.Exported(); !out.TextHidden(hiddenBullet) || strings.Contains(out.Root().String(), `"id"`) {
		t.Errorf("%s", out.Root())
	}
	shown, err := d.HideText(hiddenBullet, false)
	if err != nil || len(printed(shown, 1)) != 3 {
		t.Error(err, shown.Root())
	}
	for _, at := range []Address{"/work/1/highlights/9", "/work/1", "/basics/name", "/work/1/highlights", ""} {
		for _, hidden := range []bool{true, false} {
			if _, err := d.HideText(at, hidden); err == nil {
				t.Errorf("hid %q", at)
			}
		}
	}
}

// A merge keeps a text hidden, or shown, as the side has it that changed that.
func TestMergeHiding(t *testing.T) {
	base, err := sample.HideText(hiddenBullet, true)
	if err != nil {
		t.Fatal(err)
	}
	typed, _ := base.SetText("/basics/name", "Jo")
	shown, _ := base.HideText(hiddenBullet, false)
	more, _ := base.HideText("/work/1/highlights/0", true)
	unaware := NewDocument(typed.withoutCompanions().Root())
	for _, c := range []struct {
		what         string
		mine, theirs Document
		first, want  bool
	}{
		{"they type", base, typed, false, true},
		{"both type", typed, typed, false, true},
		{"they show it", typed, shown, false, false},
		{"I show it", shown, typed, false, false},
		{"they hide another", typed, more, true, true},
		{"I hide another", more, typed, true, true},
		{"they know of no hiding", more, unaware, true, true},
	} {
		got, conflicts := Merge(base, c.mine, c.theirs)
		if got.TextHidden("/work/1/highlights/0") != c.first || got.TextHidden(hiddenBullet) != c.want || len(conflicts) != 0 {
			t.Errorf("%s: %s %v", c.what, got.Root(), conflicts)
		}
	}
}
