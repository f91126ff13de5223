package resume

import (
	"testing"

	"pgregory.net/rapid"
)

// groups are skills in a few groups, of which some texts have ids.
func groups(t *rapid.T) Document {
	var d Document
	var err error
	names := []string{"a", "b", "b", "c", "d"}
	for i := range rapid.IntRange(1, 5).Draw(t, "groups") {
		at := Address("/skills").Item(i)
		if d, err = d.Set(at, Struct(Member{"name", Text("g")})); err != nil {
			t.Fatal(err)
		}
		n := rapid.IntRange(0, 4).Draw(t, "texts")
		if n > 0 {
			if d, err = d.Set(at.Child("keywords"), Texts(names[:n]...)); err != nil {
				t.Fatal(err)
			}
		}
		for j := range n {
			if rapid.Bool().Draw(t, "id") {
				if d, _, err = d.Identify(at.Child("keywords").Item(j)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return d
}

// places are the texts that ids lead to.
func places(d Document) map[ID]string {
	all := map[ID]string{}
	for _, i := range d.Identities() {
		if at, ok := d.Locate(i.ID); ok {
			all[i.ID] = string(at) + " " + d.TextAt(at)
		}
	}
	return all
}

func sameDocument(t *rapid.T, got, want Document) {
	t.Helper()
	if !got.WithoutIDs().Equal(want.WithoutIDs()) {
		t.Fatalf("got  %s\nwant %s", got.Root(), want.Root())
	}
	a, b := places(got), places(want)
	for id, at := range b {
		if a[id] != at {
			t.Fatalf("%s is at %q, want %q", id, a[id], at)
		}
	}
}

// Removing many texts at once is removing one after the other.
func TestRemoveTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := groups(t)
		gone := map[int]map[int]bool{}
		want := d
		for i := d.ListLen("/skills") - 1; i >= 0; i-- {
			list := Address("/skills").Item(i).Child("keywords")
			for j := d.ListLen(list) - 1; j >= 0; j-- {
				if !rapid.Bool().Draw(t, "gone") {
					continue
				}
				if gone[i] == nil {
					gone[i] = map[int]bool{}
				}
				gone[i][j] = true
				var err error
				if want, err = want.Remove(list.Item(j)); err != nil {
					t.Fatal(err)
				}
			}
		}
		got, err := d.RemoveTexts("/skills", "keywords", gone)
		if err != nil {
			t.Fatal(err)
		}
		if len(gone) > 0 {
			sameDocument(t, got, want)
		}
	})
}

// Merging many items is moving the texts of one after the other.
func TestMergeItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := groups(t)
		first := rapid.IntRange(0, d.ListLen("/skills")-1).Draw(t, "first")
		at := func(i int) Address { return Address("/skills").Item(i).Child("keywords") }
		want := d
		for n := d.ListLen("/skills") - 1; n > first; n-- {
			var err error
			if want, err = want.MoveRest(at(n), 0, at(n-1)); err != nil {
				t.Fatal(err)
			}
			if want, err = want.Remove(Address("/skills").Item(n)); err != nil {
				t.Fatal(err)
			}
		}
		got, err := d.MergeItems("/skills", first, "keywords")
		if err != nil {
			t.Fatal(err)
		}
		if first < d.ListLen("/skills")-1 {
			sameDocument(t, got, want)
		}
	})
	if _, err := (Document{}).MergeItems("/skills", 0, "keywords"); err == nil {
		t.Error("merged into nothing")
	}
}
