package packed

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// views has all kinds of them.
type views struct {
	numbers Numbers
	texts   Texts
	table   Table
}

func (v *views) code(c *Coder) {
	Text(c, &v.numbers)
	v.texts.Code(c)
	v.table.Code(c)
}

// What is asked of a view is what it was made of, and nothing else is in it.
func TestViewsAreWhatTheyWereMadeOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfN(rapid.Uint32(), 0, 9).Draw(t, "numbers")
		texts := rapid.SliceOfN(rapid.String(), 0, 9).Draw(t, "texts")
		table := rapid.MapOfN(rapid.StringN(0, 3, -1), rapid.Uint32(), 0, 40).Draw(t, "table")
		made := views{NumbersOf(numbers), TextsOf(texts), TableOf(table)}
		var v views
		if err := Read(string(Write(made.code)), v.code); err != nil || v != made {
			t.Fatalf("%v: %+v, want %+v", err, v, made)
		}
		for i := -1; i <= len(numbers); i++ {
			want := uint32(0)
			if i >= 0 && i < len(numbers) {
				want = numbers[i]
			}
			if got := v.numbers.At(i); got != want {
				t.Errorf("number %d is %d, want %d", i, got, want)
			}
		}
		from, to := rapid.IntRange(-1, 10).Draw(t, "from"), rapid.IntRange(-1, 10).Draw(t, "to")
		part := Numbers("")
		if 0 <= from && from <= to && to <= len(numbers) {
			part = NumbersOf(numbers[from:to])
		}
		if got := v.numbers.Part(from, to); got != part {
			t.Errorf("the part from %d to %d is %x, want %x", from, to, got, part)
		}
		for i := -1; i <= len(texts); i++ {
			want := ""
			if i >= 0 && i < len(texts) {
				want = texts[i]
			}
			if got := v.texts.At(i); got != want {
				t.Errorf("text %d is %q, want %q", i, got, want)
			}
		}
		for _, text := range append(slices.Collect(maps.Keys(table)), rapid.SliceOf(rapid.StringN(0, 3, -1)).Draw(t, "others")...) {
			want, has := table[text]
			got, ok := v.table.Find(text)
			if got != want || ok != has || v.table.Has(text) != has {
				t.Errorf("%q is %d (%v), want %d (%v)", text, got, ok, want, has)
			}
		}
		if all := maps.Collect(v.table.All()); !maps.Equal(all, table) || v.table.Len() != len(table) || v.texts.Len() != len(texts) || v.numbers.Len() != len(numbers) {
			t.Errorf("the views hold %v and %d, %d and %d", all, v.table.Len(), v.texts.Len(), v.numbers.Len())
		}
	})
}

// Words that resemble each other are in different places: few searches look at more than
// a slot or two.
func TestHashSpreads(t *testing.T) {
	words := map[string]int{}
	for a := range 26 {
		for b := range 26 {
			for _, form := range []string{"%c%c", "%cran%c", "overhau%cin%c", "%c reconciled a%cccounts", "a reconciled a%c%c"} {
				words[fmt.Sprintf(form, 'a'+a, 'a'+b)] = a
			}
		}
	}
	table := TableOf(words)
	longest, run := 0, 0
	for i := range table.slots.Len() {
		if run++; table.slots.At(i) == 0 {
			longest, run = max(longest, run), 0
		}
	}
	if longest > 24 { // of random places in a table that is 3,380/8,192 full, fewer than one in 1,000 have more
		t.Errorf("%d slots one behind the other are full", longest)
	}
}

// A damaged view is refused, or lacks something; it neither panics nor searches for ever.
func FuzzViews(f *testing.F) {
	whole := views{NumbersOf([]int{1, 2}), TextsOf([]string{"a", "", "bc"}), TableOf(map[string]int{"one": 1, "two": 2, "": 3})}
	f.Add(string(Write(whole.code)))
	full := views{table: Table{slots: NumbersOf([]uint32{1, 1}), texts: TextsOf([]string{"a"})}}
	f.Add(string(Write(full.code)))
	f.Add(string(Write((&views{table: Table{slots: NumbersOf([]uint32{1, 1, 1})}}).code)))
	f.Fuzz(func(t *testing.T, data string) {
		var v views
		if err := Read(data, v.code); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
		for i := range 4 {
			v.numbers.At(i)
			v.texts.At(i)
		}
		for _, text := range []string{"", "one", "none"} {
			v.table.Find(text)
		}
		for range v.table.All() {
		}
	})
}
