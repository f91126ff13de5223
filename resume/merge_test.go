package resume

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// textsIn are the texts of a document, each once.
func textsIn(values ...Value) map[string]bool {
	all := map[string]bool{}
	for _, v := range values {
		eachText(v, func(s string) { all[s] = true })
	}
	return all
}

// edited is a document after edits whose every new text occurs once.
func edited(t *rapid.T, d Document, side string) Document {
	n := 0
	word := func() string {
		n++
		return fmt.Sprintf("%s%dx", side, n)
	}
	sentence := func() string { return strings.Join([]string{word(), word(), word(), word(), word()}, " ") }
	for range rapid.IntRange(0, 8).Draw(t, side+"'s edits") {
		items := d.ListLen("/work")
		if items == 0 {
			d, _ = d.Insert("/work/0", Struct(Member{"name", Text(word())}))
			continue
		}
		item := Address("/work").Item(rapid.IntRange(0, items-1).Draw(t, "item"))
		list := item.Child("highlights")
		texts := d.ListLen(list)
		i := 0
		if texts > 0 {
			i = rapid.IntRange(0, texts-1).Draw(t, "text")
		}
		var err error
		switch what := rapid.IntRange(0, 9).Draw(t, "edit"); {
		case what == 0:
			d, err = d.SetText("/basics/"+Address(rapid.SampledFrom([]string{"name", "label", "email"}).Draw(t, "field")), word())
		case what == 1:
			d, err = d.SetText(item.Child(rapid.SampledFrom([]string{"name", "position"}).Draw(t, "field")), word())
		case what == 2:
			d, err = d.Insert(Address("/work").Item(rapid.IntRange(0, items).Draw(t, "to")), Struct(Member{"name", Text(sentence())}, Member{"highlights", Texts(sentence())}))
		case what == 3:
			d, err = d.Remove(item)
		case what == 4:
			d, err = d.Move("/work", item.Index(), rapid.IntRange(0, items-1).Draw(t, "to"))
		case what == 5 || texts == 0:
			d, err = d.Insert(list.Item(rapid.IntRange(0, texts).Draw(t, "to")), Text(sentence()))
		case what == 6:
			d, err = d.Remove(list.Item(i))
		case what == 7:
			d, err = d.Move(list, i, rapid.IntRange(0, texts-1).Draw(t, "to"))
		case what == 8: // some words of it
			d, err = d.SetText(list.Item(i), d.TextAt(list.Item(i))+" "+word())
		default:
			d, err = d.SetText(list.Item(i), sentence())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// mergeBase draws the document that both sides begin with. With ids, items are
// known whatever is done to them.
func mergeBase(t *rapid.T, ids bool) Document {
	n := 0
	sentence := func() string {
		n++
		return fmt.Sprintf("b%da b%db b%dc b%dd b%de", n, n, n, n, n)
	}
	d, _ := Document{}.SetText("/basics/name", "Ada")
	for i := range rapid.IntRange(0, 3).Draw(t, "items") {
		item := Address("/work").Item(i)
		d, _ = d.SetText(item.Child("name"), sentence())
		for j := range rapid.IntRange(0, 4).Draw(t, "texts") {
			d, _ = d.SetText(item.Child("highlights").Item(j), sentence())
		}
		if ids {
			d, _, _ = d.Identify(item)
		}
	}
	return d
}

// No edit of either side is lost: what a side wrote is in the merged document or in
// a conflict; and what a side deleted does not come back without a conflict, as long
// as the items of the two sides are known to be the same.
func TestMergeLosesNoEdit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.Bool().Draw(t, "ids")
		base := mergeBase(t, ids)
		mine, theirs := edited(t, base, "mine"), edited(t, base, "theirs")
		merged, conflicts := Merge(base, mine, theirs)
		var disputed []Value
		for _, c := range conflicts {
			disputed = append(disputed, c.Base, c.Mine, c.Theirs)
		}
		there, either := textsIn(merged.Root()), textsIn(append(disputed, merged.Root())...)
		was := textsIn(base.Root())
		for side, d := range map[string]Document{"mine": mine, "theirs": theirs} {
			has := textsIn(d.Root())
			for text := range has {
				if !was[text] && !either[text] {
					t.Fatalf("%q of %s is lost\nbase %s\nmine %s\ntheirs %s\nmerged %s\n%v", text, side, base.Root(), mine.Root(), theirs.Root(), merged.Root(), conflicts)
				}
			}
			for text := range was {
				if ids && !has[text] && there[text] && !textsIn(disputed...)[text] {
					t.Fatalf("%q is back, which %s deleted\nbase %s\nmine %s\ntheirs %s\nmerged %s\n%v", text, side, base.Root(), mine.Root(), theirs.Root(), merged.Root(), conflicts)
				}
			}
		}
		for text := range there {
			if !was[text] && !textsIn(mine.Root())[text] && !textsIn(theirs.Root())[text] {
				t.Fatalf("%q is nobody's", text)
			}
		}
		for _, c := range conflicts {
			if _, ok := rawGet(merged, c.Address); !ok {
				t.Fatalf("nothing is at %s, where a conflict is said to be", c.Address)
			}
		}
		// With ids the two sides differ: ours never drops one.
		if _, more := Merge(base, theirs, mine); !ids && (len(more) == 0) != (len(conflicts) == 0) {
			t.Fatalf("%d conflicts one way, %d the other way", len(conflicts), len(more))
		}
	})
}

func TestMergeOfOneSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := mergeBase(t, false)
		one := edited(t, base, "mine")
		for what, sides := range map[string][2]Document{"mine": {one, base}, "theirs": {base, one}, "both": {one, one}} {
			merged, conflicts := Merge(base, sides[0], sides[1])
			if !merged.Equal(one) || len(conflicts) > 0 {
				t.Fatalf("%s alone changed, and gives %s\nnot %s\n%v", what, merged.Root(), one.Root(), conflicts)
			}
		}
	})
}

// Documents of any form merge without harm: sides that have nothing in common too.
func TestMergeOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, mine, theirs := anyDocument().Draw(t, "base"), anyDocument().Draw(t, "mine"), anyDocument().Draw(t, "theirs")
		merged, conflicts := Merge(base, mine, theirs)
		var all []Value
		for _, c := range conflicts {
			all = append(all, c.Base, c.Mine, c.Theirs)
		}
		either := textsIn(append(all, merged.Root())...)
		was := textsIn(base.Root())
		for _, d := range []Document{mine, theirs} {
			for text := range textsIn(d.Root()) {
				if !was[text] && !either[text] {
					t.Fatalf("%q is lost", text)
				}
			}
		}
	})
}

func TestMerge(t *testing.T) {
	edit := func(edits ...Edit) Document { return sampleAfter(t, edits...) }
	const list = Address("/work/1/highlights")
	for _, c := range []struct {
		what         string
		mine, theirs Document
		at           Address
		want         string
		conflicts    []string
	}{
		{"two fields", edit(TextEdit("/basics/name", "Jo")), edit(TextEdit("/basics/email", "jo@example.org")), "/basics",
			`{"name":"Jo","email":"jo@example.org","location":{"city":"Berlin","countryCode":"DE"}}`, nil},
		{"one field", edit(TextEdit("/basics/name", "Jo")), edit(TextEdit("/basics/name", "Joan")), "/basics/name", `"Jo"`,
			[]string{`/basics/name "Jane Doe" "Jo" "Joan"`}},
		{"a bullet typed, one deleted, one added", edit(TextEdit(list+"/0", "One, and more")), edit(RemoveEdit(list+"/1"), InsertEdit(list+"/2", Text("four"))), list,
			`["One, and more","three","four"]`, nil},
		{"both add", edit(InsertEdit(list+"/1", Text("mine"))), edit(InsertEdit(list+"/1", Text("theirs"))), list, `["one","theirs","mine","two","three"]`, nil},
		{"both add the same", edit(InsertEdit(list+"/1", Text("new"))), edit(InsertEdit(list+"/3", Text("new"))), list, `["one","new","two","three"]`, nil},
		{"one moves, one types", edit(MoveEdit(list, 0, 2)), edit(TextEdit(list+"/0", "ones")), list, `["two","three","ones"]`, nil},
		{"they move, I type", edit(TextEdit(list+"/0", "ones")), edit(MoveEdit(list, 0, 2)), list, `["two","three","ones"]`, nil},
		{"both move", edit(MoveEdit(list, 0, 2)), edit(MoveEdit(list, 0, 1)), list, `["two","three","one"]`,
			[]string{`/work/1/highlights ["one","two","three"] ["two","three","one"] ["two","one","three"]`}},
		{"deleted here, typed there", edit(RemoveEdit("/basics/email")), edit(TextEdit("/basics/email", "jo@example.org")), "/basics/email", `"jo@example.org"`,
			[]string{`/basics/email "jane@example.org" null "jo@example.org"`}},
		{"an item deleted here, typed in there", edit(RemoveEdit("/work/0")), edit(TextEdit("/work/0/position", "Chief")), "/work/0/position", `"Chief"`,
			[]string{`/work/0 {"company":"Old Co","x-mine":1.50,"startDate":"2015-03","endDate":"2018"} null {"company":"Old Co","x-mine":1.50,"position":"Chief","startDate":"2015-03","endDate":"2018"}`}},
		{"an item moved here, typed in there", edit(MoveEdit("/work", 0, 1)), edit(TextEdit("/work/0/endDate", "2019")), "/work/1/endDate", `"2019"`, nil},
	} {
		merged, conflicts := Merge(sample, c.mine, c.theirs)
		var got []string
		for _, x := range conflicts {
			got = append(got, fmt.Sprintf("%s %s %s %s", x.Address, x.Base, x.Mine, x.Theirs))
		}
		if v, _ := merged.Get(c.at); v.String() != c.want || !slices.Equal(got, c.conflicts) {
			t.Errorf("%s: %s, want %s\n%q", c.what, v, c.want, got)
		}
	}
}

// Another program that knows nothing of ids has the file between two saves: after
// merging, each id names its own text and item still.
func TestMergeKeepsIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := mergeBase(t, false)
		var err error
		given := map[ID]string{}
		work, _ := base.Get("/work")
		for i, item := range work.Items() {
			list, _ := item.Get("highlights")
			for j, text := range list.Items() {
				var id ID
				if base, id, err = base.Identify(Address("/work").Item(i).Child("highlights").Item(j)); err != nil {
					t.Fatal(err)
				}
				given[id] = text.Str()
			}
			if base, _, err = base.Identify(Address("/work").Item(i)); err != nil {
				t.Fatal(err)
			}
		}
		mine := edited(t, base, "mine")
		theirs := edited(t, plainOf(base), "theirs")
		merged, _ := Merge(base, mine, theirs)
		for id, text := range given {
			at, ok := merged.Locate(id)
			now := merged.TextAt(at)
			first, _, _ := strings.Cut(text, " ")
			mineAt, alive := mine.Locate(id)
			typed := alive && mine.TextAt(mineAt) == now // here it may have become anything
			if ok && !strings.Contains(now, first) && !typed {
				t.Fatalf("%s was given to %q, and names %q\n%s", id, text, now, merged.Root())
			}
			if !ok && alive && mine.TextAt(mineAt) == text && itemHas(theirs, text, base.TextAt(mustLocate(base, id).Parent().Parent().Child("name"))) {
				t.Fatalf("%s is lost, though both sides have %q\nmine %s\ntheirs %s\nmerged %s", id, text, mine.Root(), theirs.Root(), merged.Root())
			}
		}
	})
}

func mustLocate(d Document, id ID) Address {
	a, _ := d.Locate(id)
	return a
}

// itemHas reports whether an item has these texts.
func itemHas(d Document, texts ...string) bool {
	work, _ := d.Root().Get("work")
	return slices.ContainsFunc(work.Items(), func(item Value) bool {
		has := textsIn(item)
		return !slices.ContainsFunc(texts, func(s string) bool { return !has[s] })
	})
}

// plainOf is a document as a program textsIn it that drops what it does not know.
func plainOf(d Document) Document {
	work, _ := d.Root().Get("work")
	var items []Value
	for _, item := range work.Items() {
		items = append(items, withoutIDs(item))
	}
	if items == nil {
		return d
	}
	return NewDocument(d.Root().With("work", List(items...)))
}
