package resume

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A model is what a document should be: items and their texts, each known by its
// pointer whatever is done to it.
type model struct {
	items []*modelItem
	ids   map[ID]any // *modelItem or *modelText
}

type modelItem struct{ texts []*modelText }

type modelText struct{ text string }

func (m *model) clone() *model {
	c := &model{ids: map[ID]any{}}
	for id, x := range m.ids {
		c.ids[id] = x
	}
	for _, i := range m.items {
		c.items = append(c.items, &modelItem{slices.Clone(i.texts)})
	}
	// Ids of items name the copies, those of texts the texts, whose words are
	// looked up in the document only.
	for id, x := range c.ids {
		if item, ok := x.(*modelItem); ok {
			if i := slices.Index(m.items, item); i >= 0 {
				c.ids[id] = c.items[i]
			}
		}
	}
	return c
}

// address is where a thing of the model is, "" for one that is gone.
func (m *model) address(x any) Address {
	for i, item := range m.items {
		at := Address("/work").Item(i)
		if x == any(item) {
			return at
		}
		for j, text := range item.texts {
			if x == any(text) {
				return at.Child("highlights").Item(j)
			}
		}
	}
	return ""
}

func checkPlaces(t *rapid.T, d Document, m *model, what string) {
	t.Helper()
	for id, x := range m.ids {
		want := m.address(x)
		got, ok := d.Locate(id)
		if got != want || ok != (want != "") {
			t.Fatalf("after %s: %s is at %q, and should be at %q\n%s", what, id, got, want, d.Root())
		}
	}
	for i, item := range m.items {
		for j, text := range item.texts {
			if at := Address("/work").Item(i).Child("highlights").Item(j); d.TextAt(at) != text.text {
				t.Fatalf("after %s: the model is wrong at %s", what, at)
			}
		}
	}
}

// Whatever is edited, each id names the very thing that it was given to, although
// many texts are the same; and nothing once that is deleted.
func TestIdentityFollowsEveryEdit(t *testing.T) {
	type state struct {
		d Document
		m *model
	}
	rapid.Check(t, func(t *rapid.T) {
		d, m := Document{}, &model{ids: map[ID]any{}}
		var past []state
		text := rapid.SampledFrom([]string{"", "Led a team of 5", "Led a team of 6", "Go", "Built it"})
		at := func(n int, what string) int { return rapid.IntRange(0, n-1).Draw(t, what) }
		for range rapid.IntRange(1, 40).Draw(t, "edits") {
			past = append(past, state{d, m.clone()})
			var err error
			what := rapid.SampledFrom([]string{"insert item", "insert", "insert", "insert", "type", "type", "type", "remove", "move", "duplicate", "identify", "identify",
				"identify item", "move item", "remove item", "duplicate item", "set all", "hide", "clear", "undo"}).Draw(t, "what")
			if len(m.items) == 0 {
				what = "insert item"
			}
			i := 0
			if len(m.items) > 0 {
				i = at(len(m.items), "item")
			}
			a := Address("/work").Item(i)
			list := a.Child("highlights")
			j, n := 0, 0
			if len(m.items) > 0 {
				n = len(m.items[i].texts)
			}
			if n > 0 {
				j = at(n, "text")
			}
			if n == 0 && slices.Contains([]string{"type", "remove", "move", "duplicate", "identify", "clear", "set all"}, what) {
				what = "insert"
			}
			switch what {
			case "insert item":
				to := rapid.IntRange(0, len(m.items)).Draw(t, "to")
				d, err = d.Insert(Address("/work").Item(to), Struct(Member{"name", Text("Co")}))
				m.items = slices.Insert(m.items, to, &modelItem{})
			case "insert":
				to, s := rapid.IntRange(0, n).Draw(t, "to"), text.Draw(t, "text")
				if to == n && rapid.Bool().Draw(t, "by setting") && n > 0 {
					d, err = d.Set(list.Item(to), Text(s))
				} else {
					d, err = d.Insert(list.Item(to), Text(s))
				}
				m.items[i].texts = slices.Insert(m.items[i].texts, to, &modelText{s})
			case "type":
				s := text.Draw(t, "text")
				d, err = d.SetText(list.Item(j), s)
				old := m.items[i].texts[j]
				now := &modelText{s}
				m.items[i].texts[j] = now
				for id, x := range m.ids {
					if x == any(old) {
						m.ids[id] = now
					}
				}
			case "remove":
				d, err = d.Remove(list.Item(j))
				m.items[i].texts = slices.Delete(slices.Clone(m.items[i].texts), j, j+1)
			case "clear":
				d, err = d.Remove(list)
				m.items[i].texts = nil
			case "move":
				to := at(n, "to")
				d, err = d.Move(list, j, to)
				x := m.items[i].texts[j]
				m.items[i].texts = slices.Insert(slices.Delete(slices.Clone(m.items[i].texts), j, j+1), to, x)
			case "duplicate":
				d, err = d.Duplicate(list.Item(j))
				m.items[i].texts = slices.Insert(slices.Clone(m.items[i].texts), j+1, &modelText{m.items[i].texts[j].text})
			case "identify":
				var id ID
				d, id, err = d.Identify(list.Item(j))
				// Of what is gone, and named by nothing here, it may be given again.
				if have, ok := m.ids[id]; ok && have != any(m.items[i].texts[j]) && m.address(have) != "" {
					t.Fatalf("%s was given twice", id)
				}
				m.ids[id] = m.items[i].texts[j]
			case "identify item":
				var id ID
				d, id, err = d.Identify(a)
				m.ids[id] = m.items[i]
			case "move item":
				to := at(len(m.items), "to")
				d, err = d.Move("/work", i, to)
				x := m.items[i]
				m.items = slices.Insert(slices.Delete(slices.Clone(m.items), i, i+1), to, x)
			case "remove item":
				d, err = d.Remove(a)
				m.items = slices.Delete(slices.Clone(m.items), i, i+1)
			case "duplicate item":
				d, err = d.Duplicate(a)
				c := &modelItem{}
				for _, x := range m.items[i].texts {
					c.texts = append(c.texts, &modelText{x.text})
				}
				m.items = slices.Insert(slices.Clone(m.items), i+1, c)
			case "set all": // as it is: nothing may get lost by it
				v, _ := d.Get(list)
				d, err = d.Set(list, List(slices.Clone(v.Items())...))
			case "hide":
				d, err = d.HideItem(a, rapid.Bool().Draw(t, "hidden"))
			case "undo":
				s := past[at(len(past), "step")]
				// An id that was given since is not known there.
				for id := range m.ids {
					if _, ok := s.m.ids[id]; !ok {
						delete(m.ids, id)
					}
				}
				d, m = s.d, s.m.clone()
			}
			if err != nil {
				t.Fatal(what, err)
			}
			checkPlaces(t, d, m, what)
		}
		if len(m.ids) == 0 && strings.Contains(d.Root().String(), "Ids") {
			t.Fatalf("ids that nobody asked for: %s", d.Root())
		}
		if valid, problems := d.Conform(); len(problems) > 0 || !valid.Equal(d) {
			t.Fatalf("no valid JSON Resume: %v", problems)
		}
	})
}

// Another program changes the file, and knows nothing of ids: it moves, rewrites,
// deletes and adds texts and items, copies items, or drops the members that it does
// not know. An id then names the same text, or is lost; never another one.
func TestIdentityNeverNamesTheWrongText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		word := func() string {
			n++
			return fmt.Sprintf("w%da", n)
		}
		var m model
		m.ids = map[ID]any{}
		d := Document{}
		for i := range rapid.IntRange(1, 3).Draw(t, "items") {
			item := &modelItem{}
			var lines []string
			for j := range rapid.IntRange(1, 6).Draw(t, "texts") {
				line := strings.Join([]string{word(), word(), "of the", word(), word(), word()}, " ")
				if j > 0 && rapid.IntRange(0, 2).Draw(t, "twin") == 0 { // all but one word is the same
					words := strings.Fields(lines[j-1])
					words[0] = word()
					line = strings.Join(words, " ")
				}
				lines = append(lines, line)
				item.texts = append(item.texts, &modelText{line})
			}
			m.items = append(m.items, item)
			var err error
			if d, err = d.Set(Address("/work").Item(i), Struct(Member{"name", Text(word())}, Member{"highlights", Texts(lines...)})); err != nil {
				t.Fatal(err)
			}
		}
		for i, item := range m.items {
			for j := range item.texts {
				if !rapid.Bool().Draw(t, "named") {
					continue
				}
				next, id, err := d.Identify(Address("/work").Item(i).Child("highlights").Item(j))
				if err != nil {
					t.Fatal(err)
				}
				d, m.ids[id] = next, item.texts[j]
			}
		}

		// The other program's work, on the tree itself.
		kept := map[any]bool{} // what is as it was
		work, _ := d.Root().Get("work")
		values := slices.Clone(work.Items())
		dropped := rapid.IntRange(0, 4).Draw(t, "drops") == 0
		for i, item := range m.items {
			var texts []*modelText
			for _, x := range item.texts {
				switch rapid.IntRange(0, 5).Draw(t, "does") {
				case 0:
					continue
				case 1: // it rewrites a third
					words := strings.Fields(x.text)
					words[len(words)-1], words[len(words)-2] = word(), word()
					x.text = strings.Join(words, " ")
				default:
					kept[x] = true
				}
				texts = append(texts, x)
			}
			for range rapid.IntRange(0, 2).Draw(t, "adds") {
				texts = append(texts, &modelText{word() + " of the " + word() + " and " + word()})
			}
			if rapid.Bool().Draw(t, "shuffles") {
				texts = rapid.Permutation(texts).Draw(t, "order")
			}
			item.texts = texts
			list := make([]string, len(texts))
			for j, x := range texts {
				list[j] = x.text
			}
			values[i] = values[i].With("highlights", Texts(list...))
			if dropped {
				values[i] = withoutIDs(values[i])
			}
		}
		order := make([]int, len(values))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "items' order")
		items, moved := make([]*modelItem, len(order)), make([]Value, len(order))
		for to, from := range order {
			items[to], moved[to] = m.items[from], values[from]
		}
		m.items = items
		d = NewDocument(d.Root().With("work", List(moved...)))

		check := func(when string) {
			lost := d.Lost()
			for id, x := range m.ids {
				want := m.address(x)
				got, ok := d.Locate(id)
				switch {
				case ok && got != want:
					t.Fatalf("%s: %s names %q at %s, and was given to %q at %q", when, id, d.TextAt(got), got, x.(*modelText).text, want)
				case !ok && kept[x] && want != "" && !dropped:
					t.Fatalf("%s: %s is lost, though its text is as it was", when, id)
				case !ok && !dropped && !slices.ContainsFunc(lost, func(i Identity) bool { return i.ID == id }):
					t.Fatalf("%s: nothing tells that %s is lost", when, id)
				}
			}
		}
		check("after another program")
		// Typing settles what was found: it stays so.
		for i := range m.items {
			list := Address("/work").Item(i).Child("highlights")
			if len(m.items[i].texts) == 0 {
				continue
			}
			j := rapid.IntRange(0, len(m.items[i].texts)-1).Draw(t, "typed")
			x := m.items[i].texts[j]
			x.text = "All other words: " + word()
			var err error
			if d, err = d.SetText(list.Item(j), x.text); err != nil {
				t.Fatal(err)
			}
			if _, ok := d.Locate(idOf(&m, x)); !ok {
				delete(kept, x)
			}
		}
		check("after typing")
	})
}

func idOf(m *model, x any) ID {
	for id, have := range m.ids {
		if have == x {
			return id
		}
	}
	return ""
}

func TestIdentify(t *testing.T) {
	d, a, _ := sample.Identify("/work/0")
	d, b, _ := d.Identify("/work/1")
	d, again, _ := d.Identify("/work/0")
	if a == b || a == "" || a != again {
		t.Error(a, b, again)
	}
	d, _ = d.Duplicate("/work/0")
	if v, _ := d.Get("/work/1/id"); !v.IsNull() {
		t.Error("a copy has its original's id")
	}
	for _, at := range []Address{"/basics/name", "/work", "/work/9", "/tags/0", "/basics", ""} {
		if same, id, err := sample.Identify(at); err == nil || id != "" || !same.Equal(sample) {
			t.Errorf("%s got the id %q", at, id)
		}
	}
}

// An id that something still names is not given to anything else.
func TestIdentifyTakesNoIDTwice(t *testing.T) {
	d, first, _ := sample.Identify("/work/1/highlights/0")
	d, err := d.Set(MetaAddress(MetaVariants), List(Struct(Member{"hide", Texts(string(first))})))
	if err != nil {
		t.Fatal(err)
	}
	d, _ = d.Remove("/work/1/highlights/0")
	d, _ = d.Insert("/work/1/highlights/0", Text("one"))
	if _, ok := d.Locate(first); ok {
		t.Error("a deleted text is still there")
	}
	_, second, err := d.Identify("/work/1/highlights/0")
	if err != nil || first == second {
		t.Errorf("%s was given again: %v", second, err)
	}
}

func TestForget(t *testing.T) {
	d, item, _ := sample.Identify("/work/1")
	d, a, _ := d.Identify("/work/1/highlights/0")
	d, b, _ := d.Identify("/work/1/highlights/2")
	for _, id := range []ID{a, item, b, "nothing"} {
		var err error
		if d, err = d.Forget(id); err != nil {
			t.Fatal(err)
		}
		if _, ok := d.Locate(id); ok {
			t.Errorf("%s is still known", id)
		}
	}
	if !d.Equal(sample) {
		t.Errorf("forgotten ids leave %s", d.Root())
	}
}

// Texts that go to another list take their ids along.
func TestMoveRest(t *testing.T) {
	d, b, _ := sample.Identify("/work/1/highlights/1")
	d, c, _ := d.Identify("/work/1/highlights/2")
	d, _ = d.Set("/work/0/highlights", Texts("first"))
	d, err := d.MoveRest("/work/1/highlights", 2, "/work/0/highlights")
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[ID]Address{b: "/work/1/highlights/1", c: "/work/0/highlights/1"} {
		if at, ok := d.Locate(id); !ok || at != want {
			t.Errorf("%s is at %q, not at %s", id, at, want)
		}
	}
	if d, err = d.MoveRest("/work/1/highlights", 0, "/projects/0/highlights"); err != nil {
		t.Fatal(err)
	}
	if at, ok := d.Locate(b); !ok || at != "/projects/0/highlights/1" || d.ListLen("/work/1/highlights") != 0 {
		t.Errorf("%s is at %q", b, at)
	}
	for _, first := range []int{-1, 9} {
		if got, err := d.MoveRest("/work/1/highlights", first, "/work/0/highlights"); err == nil || !got.Equal(d) {
			t.Errorf("moved from %d", first)
		}
	}
}

func TestWithoutIDs(t *testing.T) {
	d, _, _ := sample.Identify("/work/1")
	d, _, _ = d.Identify("/work/1/highlights/0")
	if got := d.WithoutIDs(); !got.Equal(sample) {
		t.Errorf("%s", got.Root())
	}
	if got := d.Exported(); strings.Contains(got.Root().String(), "Ids") {
		t.Errorf("texts' ids are exported: %s", got.Root())
	}
}

func TestForeignCompanion(t *testing.T) {
	for _, theirs := range []Value{Texts("a1", "a2", "a3"), Text("mine"), List(Int(1)), Struct(), List(Struct(Member{"text", Int(1)}))} {
		d, _ := sample.Set("/work/1/highlightIds", theirs)
		if _, _, err := d.Identify("/work/1/highlights/0"); err == nil {
			t.Errorf("%s was taken for ours", theirs)
		}
		d, _ = d.SetText("/work/1/highlights/0", "typed")
		d, _ = d.Remove("/work/1/highlights/1")
		d, _ = d.Remove("/work/1/highlights")
		if v, _ := d.Get("/work/1/highlightIds"); !v.Equal(theirs) {
			t.Errorf("another program's %s became %s", theirs, v)
		}
	}
}

// A program that copies an item copies its ids. Which of two that differ is meant
// cannot be known.
func TestCopiedIDs(t *testing.T) {
	d, item, _ := sample.Identify("/work/1")
	d, text, _ := d.Identify("/work/1/highlights/1")
	work, _ := d.Root().Get("work")
	d = NewDocument(d.Root().With("work", List(append(slices.Clone(work.Items()), work.Items()[1])...)))
	if at, ok := d.Locate(item); !ok || at != "/work/1" {
		t.Errorf("of two that are the same: %q", at)
	}
	changed, _ := d.SetText("/work/2/name", "Other Co")
	if at, ok := changed.Locate(item); ok {
		t.Errorf("of two that differ it is %s", at)
	}
	changed, _ = d.SetText("/work/1/highlights/1", "two, and more")
	if at, ok := changed.Locate(text); ok {
		t.Errorf("of two texts that differ it is %s", at)
	}
	changed, own, err := changed.Identify("/work/2/highlights/1")
	if at, ok := changed.Locate(own); err != nil || !ok || at != "/work/2/highlights/1" || own == text {
		t.Errorf("the copy's own id %s is at %q: %v", own, at, err)
	}
}
