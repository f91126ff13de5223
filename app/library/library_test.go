package library

import (
	"slices"
	"testing"

	"resumax/storage/userdata"
)

// Two windows add to one dictionary: neither loses what the other has added.
func TestWordsOfTwoWindows(t *testing.T) {
	home := userdata.Folder(t.TempDir())
	fail := func(err error) { t.Error(err) }
	one, other := Open(home, fail), Open(home, fail)
	changed := 0
	one.OnChange = func() { changed++ }
	for _, add := range []struct {
		in   *Library
		word string
	}{{one, "Zorb"}, {other, "frobnication"}} {
		if err := add.in.AddWord(add.word); err != nil {
			t.Fatal(err)
		}
	}
	one.ReloadWords()
	if words, _ := one.Words(); !slices.Equal(words, []string{"frobnication", "Zorb"}) || changed != 1 {
		t.Errorf("%q, changed %d times", words, changed)
	}
	if w := one.Judging().Words; !w["zorb"] || !w["frobnication"] {
		t.Errorf("%v count as correct", w)
	}
}
