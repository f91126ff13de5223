package variant

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
)

// A world is a project under edits. Every text of the base has a word of its own, by
// which a test knows it whatever happens to it.
type world struct {
	t    *rapid.T
	d    resume.Document
	next int
}

func (w *world) word() string {
	w.next++
	return fmt.Sprintf("w%dx", w.next)
}

func (w *world) line() string {
	return strings.Join([]string{w.word(), w.word(), rapid.SampledFrom([]string{"of the", "for", "and 5"}).Draw(w.t, "small"), w.word(), w.word()}, " ")
}

func (w *world) pick(n int, what string) int { return rapid.IntRange(0, n-1).Draw(w.t, what) }

func newWorld(t *rapid.T) *world {
	w := &world{t: t}
	text := func() resume.Value { return resume.Text(w.line()) }
	lines := func(name string, most int) resume.Value {
		var all []string
		for range rapid.IntRange(0, most).Draw(t, name) {
			all = append(all, w.line())
		}
		return resume.Texts(all...)
	}
	var members []resume.Member
	put := func(name string, v resume.Value) { members = append(members, resume.Member{Name: name, Value: v}) }
	put("basics", resume.Struct(resume.Member{Name: "name", Value: text()}, resume.Member{Name: "label", Value: text()}, resume.Member{Name: "phone", Value: text()}))
	if rapid.Bool().Draw(t, "located") {
		members[0].Value = members[0].Value.With("location", resume.Struct(resume.Member{Name: "city", Value: text()}))
	}
	if rapid.Bool().Draw(t, "profiled") {
		members[0].Value = members[0].Value.With("profiles", resume.List(resume.Struct(resume.Member{Name: "network", Value: text()}), resume.Struct(resume.Member{Name: "network", Value: text()})))
	}
	for _, s := range []struct {
		key, name, list string
	}{{"work", "position", "highlights"}, {"skills", "name", "keywords"}, {"talks", "name", "highlights"}} {
		if rapid.IntRange(0, 4).Draw(t, s.key) == 0 {
			continue
		}
		var items []resume.Value
		for range rapid.IntRange(0, 4).Draw(t, "items") {
			item := resume.Struct(resume.Member{Name: s.name, Value: text()})
			if rapid.IntRange(0, 3).Draw(t, "listed") > 0 {
				item = item.With(s.list, lines(s.list, 5))
			}
			if rapid.IntRange(0, 5).Draw(t, "hidden") == 0 {
				item = item.With("hidden", resume.Flag(true))
			}
			if rapid.IntRange(0, 5).Draw(t, "own id") == 0 {
				item = item.With("id", resume.Text(w.word()))
			}
			items = append(items, item)
		}
		put(s.key, resume.List(items...))
	}
	put("x-unknown", resume.Struct(resume.Member{Name: "a", Value: resume.List(resume.Int(1), text())}))
	w.d, _ = resume.NewDocument(resume.Struct(members...)).Conform()
	return w
}

// listsOf are the lists of a document: of items, and of texts.
func listsOf(d resume.Document) (items, texts []resume.Address) {
	root := []resume.Address{resume.Profiles}
	for _, m := range d.Root().Members() {
		if at := resume.Root.Child(m.Name); resume.IsItemList(at) {
			root = append(root, at)
		}
	}
	for _, at := range root {
		list, _ := d.Get(at)
		if list.Kind() != resume.Array {
			continue
		}
		items = append(items, at)
		for i, item := range list.Items() {
			for _, m := range item.Members() {
				if list := at.Item(i).Child(m.Name); resume.IsTextList(list) && m.Value.Kind() == resume.Array {
					texts = append(texts, list)
				}
			}
		}
	}
	return items, texts
}

// edit draws an edit of a document as a user would do it.
func (w *world) edit(d resume.Document) (string, resume.Edit) {
	t := w.t
	items, texts := listsOf(d)
	withItems := slices.DeleteFunc(slices.Clone(items), func(a resume.Address) bool { return d.ListLen(a) == 0 })
	withTexts := slices.DeleteFunc(slices.Clone(texts), func(a resume.Address) bool { return d.ListLen(a) == 0 })
	kinds := []string{"field", "field", "headline", "summary", "city", "design", "page", "setting", "hide section", "rename section", "move section", "add section", "remove section", "unknown", "replace all"}
	if len(items) > 0 {
		kinds = append(kinds, "insert item", "insert item")
	}
	if len(withItems) > 0 {
		kinds = append(kinds, "remove item", "move item", "move item", "duplicate item", "hide item", "hide item", "item field", "item field", "new list", "two at once", "cut list", "between lists")
	}
	if len(texts) > 0 {
		kinds = append(kinds, "insert text", "insert text", "insert text", "type list")
	}
	if len(withTexts) > 0 {
		kinds = append(kinds, "type", "type", "type", "type", "remove text", "remove text", "move text", "move text", "duplicate text", "hide text", "hide text", "move rest")
	}
	kind := rapid.SampledFrom(kinds).Draw(t, "edit")
	item := func() resume.Address {
		list := withItems[w.pick(len(withItems), "list")]
		return list.Item(w.pick(d.ListLen(list), "item"))
	}
	text := func() resume.Address {
		list := withTexts[w.pick(len(withTexts), "list")]
		return list.Item(w.pick(d.ListLen(list), "text"))
	}
	sections := d.Resume().Sections
	section := func() string { return sections[w.pick(len(sections), "section")].Key }
	line := w.line()
	switch kind {
	case "field":
		return kind, resume.TextEdit(resume.Basics.Child(rapid.SampledFrom([]string{"name", "phone", "image"}).Draw(t, "field")), rapid.SampledFrom([]string{line, ""}).Draw(t, "to"))
	case "headline":
		return kind, resume.TextEdit("/basics/label", line)
	case "summary":
		return kind, resume.TextEdit(resume.Summary, rapid.SampledFrom([]string{line, ""}).Draw(t, "to"))
	case "city":
		return kind, resume.TextEdit(resume.Location.Child(rapid.SampledFrom([]string{"city", "region"}).Draw(t, "field")), line)
	case "design":
		return kind, resume.TextEdit(resume.DesignSetting, rapid.SampledFrom([]string{"classic", "modern", ""}).Draw(t, "design"))
	case "page":
		return kind, resume.TextEdit(resume.PageSetting, rapid.SampledFrom([]string{"a4", "letter", ""}).Draw(t, "page"))
	case "setting":
		at := resume.SettingAddress("classic", rapid.SampledFrom([]string{"scale.text", "scale.gaps", "dates.place"}).Draw(t, "setting"))
		n := w.pick(3, "value")
		return kind, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Int(n)) }
	case "unknown":
		return kind, func(d resume.Document) (resume.Document, error) { return d.Set("/x-unknown/a/0", resume.Text(line)) }
	case "replace all":
		q := resume.Query{Text: rapid.SampledFrom([]string{"of the", "for", "and"}).Draw(t, "query")}
		with := rapid.SampledFrom([]string{"in", "for"}).Draw(t, "with")
		return kind, func(d resume.Document) (resume.Document, error) {
			d, _, err := d.ReplaceAll(q, with)
			return d, err
		}
	case "hide section":
		key, hidden := section(), rapid.Bool().Draw(t, "hidden")
		return kind, func(d resume.Document) (resume.Document, error) { return d.HideSection(key, hidden) }
	case "rename section":
		key := section()
		title := rapid.SampledFrom([]string{line, ""}).Draw(t, "title")
		return kind, func(d resume.Document) (resume.Document, error) { return d.RenameSection(key, title) }
	case "move section":
		from, to := w.pick(len(sections), "from"), w.pick(len(sections), "to")
		return kind, func(d resume.Document) (resume.Document, error) { return d.MoveSection(from, to) }
	case "add section":
		title := rapid.SampledFrom([]string{"Talks", "Patents"}).Draw(t, "title")
		return kind, func(d resume.Document) (resume.Document, error) {
			d, _, err := d.AddSection(title)
			return d, err
		}
	case "remove section":
		key := section()
		return kind, func(d resume.Document) (resume.Document, error) { return d.RemoveSection(key) }
	case "insert item":
		list := items[w.pick(len(items), "list")]
		v := resume.Struct(resume.Member{Name: "name", Value: resume.Text(line)}, resume.Member{Name: "highlights", Value: resume.Texts(w.line())})
		if list == resume.Profiles {
			v = resume.Struct(resume.Member{Name: "network", Value: resume.Text(line)})
		}
		return kind, resume.InsertEdit(list.Item(w.pick(d.ListLen(list)+1, "at")), v)
	case "remove item":
		return kind, resume.RemoveEdit(item())
	case "duplicate item", "duplicate text":
		at := resume.Address("")
		if kind == "duplicate item" {
			at = item()
		} else {
			at = text()
		}
		return kind, func(d resume.Document) (resume.Document, error) { return d.Duplicate(at) }
	case "move item":
		list := withItems[w.pick(len(withItems), "list")]
		return kind, resume.MoveEdit(list, w.pick(d.ListLen(list), "from"), w.pick(d.ListLen(list), "to"))
	case "between lists":
		from, list := item(), items[w.pick(len(items), "to")]
		v, _ := d.Get(from)
		for _, m := range v.Members() { // ids of texts that are no field there
			if resume.IsCompanion(m) && !resume.IsTextList(list.Item(0).Child(strings.TrimSuffix(m.Name, "Ids")+"s")) {
				v = v.Without(m.Name)
			}
		}
		return kind, resume.RemoveEdit(from).Then(func(d resume.Document) (resume.Document, error) { return d.Insert(list.Item(0), v) })
	case "two at once":
		a := item()
		return kind, resume.MoveEdit(a.Parent(), a.Index(), 0).Then(resume.TextEdit(a.Parent().Item(0).Child("summary"), line)).Then(resume.TextEdit("/basics/label", line))
	case "hide item":
		at, hidden := item(), rapid.Bool().Draw(t, "hidden")
		return kind, func(d resume.Document) (resume.Document, error) { return d.HideItem(at, hidden) }
	case "item field":
		return kind, resume.TextEdit(item().Child(rapid.SampledFrom([]string{"name", "position", "network", "summary"}).Draw(t, "field")), rapid.SampledFrom([]string{line, ""}).Draw(t, "to"))
	case "new list":
		at := item().Child("highlights")
		return kind, func(d resume.Document) (resume.Document, error) {
			if at.Parent().Parent() == resume.Profiles {
				return d, nil
			}
			return d.Insert(at.Item(d.ListLen(at)), resume.Text(line))
		}
	case "cut list":
		at := item()
		return kind, func(d resume.Document) (resume.Document, error) { return d.Without(at.Child("highlights")), nil }
	case "insert text":
		list := texts[w.pick(len(texts), "list")]
		return kind, resume.InsertEdit(list.Item(w.pick(d.ListLen(list)+1, "at")), resume.Text(line))
	case "type list":
		list := texts[w.pick(len(texts), "list")]
		have, _ := d.Get(list)
		var all []string
		for _, v := range have.Items() {
			all = append(all, v.Raw())
		}
		all = append(all, line)
		return kind, func(d resume.Document) (resume.Document, error) { return d.Set(list, resume.Texts(all...)) }
	case "type":
		at := text()
		return kind, resume.TextEdit(at, w.retyped(d.TextAt(at)))
	case "remove text":
		return kind, resume.RemoveEdit(text())
	case "move text":
		list := withTexts[w.pick(len(withTexts), "list")]
		return kind, resume.MoveEdit(list, w.pick(d.ListLen(list), "from"), w.pick(d.ListLen(list), "to"))
	case "hide text":
		at, hidden := text(), rapid.Bool().Draw(t, "hidden")
		return kind, func(d resume.Document) (resume.Document, error) { return d.HideText(at, hidden) }
	case "move rest":
		from, to := withTexts[w.pick(len(withTexts), "list")], texts[w.pick(len(texts), "to")]
		if from == to {
			return kind, func(d resume.Document) (resume.Document, error) { return d, nil }
		}
		first := w.pick(d.ListLen(from), "first")
		return kind, func(d resume.Document) (resume.Document, error) { return d.MoveRest(from, first, to) }
	}
	panic(kind)
}

// retyped is a text with the same first word.
func (w *world) retyped(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return strings.TrimSpace(first + " " + w.word() + " " + w.word())
}

// told is what a document says, for messages: no ids and no variants.
func told(d resume.Document) string { return content(d).String() }

func (w *world) open(id string) View {
	v, err := Open(w.d, id)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// base is what the base says.
func (w *world) base() string { return told(w.d) }

// check checks what holds of any project.
func (w *world) check(what string) {
	t := w.t
	for _, head := range List(w.d) {
		v := w.open(head.ID)
		if v.Variant.Changes == 0 && told(v.Document) != w.base() {
			t.Fatalf("after %s: a variant without changes is\n%s\nnot\n%s", what, told(v.Document), w.base())
		}
		for _, c := range v.Changes() {
			w.checkChange(what, &v, c)
		}
		w.checkAddresses(what, &v)
	}
}

// checkChange checks that a change applies, at the line that it was made for.
func (w *world) checkChange(what string, v *View, c Change) {
	if !c.Lost && !isRow(c.Base) && !v.applies(c) {
		w.t.Fatalf("after %s: %v of %s (%s in the base), %s, applies to nothing in\n%s", what, c.Kind, c.Address, c.Base, c.New, told(v.Document))
	}
	if c.Lost || c.Kind != Other || c.Address == "" || c.Base == "" || isRow(c.Address) {
		return
	}
	now, _ := v.Document.Get(c.Address)
	if !sameValue(resume.Text(now.Raw()), resume.Text(c.New.Raw())) {
		w.t.Fatalf("after %s: a change of %s says %s, and the view %s", what, c.Address, c.New, now)
	}
	if resume.IsTextList(c.Address.Parent()) { // typed with its own first word
		first, _, _ := strings.Cut(c.New.Raw(), " ")
		if base := v.base.TextAt(c.Base); first != "" && !strings.HasPrefix(base, first) {
			w.t.Fatalf("after %s: %q is at %q of the base", what, c.New, base)
		}
	}
}

// applies reports whether the view shows a change, or lacks what it is in.
func (v *View) applies(c Change) bool {
	if c.Kind == Added {
		_, there := v.Address(c.key.at)
		return c.Address != "" || c.key.of != "" || !there
	}
	at, there := v.Address(c.Base)
	now, found := v.Document.Get(at)
	switch {
	case c.Kind == Removed:
		return !there || !found
	case !there:
		return true
	case c.Kind == Hidden:
		return (hides(now) || v.Document.TextHidden(at)) == c.New.True()
	case c.Kind == Order:
		return !reordered(c.ordered(v), v.shownIDs(c.Base))
	}
	return true
}

// ordered is the order that a change gives to a list.
func (c Change) ordered(v *View) resume.Value {
	for _, e := range v.overlay.entries {
		if e.key() == c.key {
			return idList(e.order)
		}
	}
	return resume.Value{}
}

// shownIDs are the ids of what a list of the view has of the base.
func (v *View) shownIDs(list resume.Address) []resume.ID {
	at, _ := v.Address(list)
	var ids []resume.ID
	for i := range v.Document.ListLen(at) {
		if base, ok := v.BaseAddress(at.Item(i)); ok && v.ids[base] != "" {
			ids = append(ids, v.ids[base])
		}
	}
	return ids
}

// checkAddresses checks that addresses lead from the view to the base and back.
func (w *world) checkAddresses(what string, v *View) {
	items, texts := listsOf(v.Document)
	for _, list := range append(items, texts...) {
		for i := range v.Document.ListLen(list) {
			at := list.Item(i)
			base, ok := v.BaseAddress(at)
			if !ok {
				continue
			}
			if back, ok := v.Address(base); !ok || back != at {
				w.t.Fatalf("after %s: %s is %s in the base, and that %s", what, at, base, back)
			}
			if len(v.Differs(at)) == 0 && len(v.Differs(at.Parent())) == 0 {
				here, _ := v.Document.Get(at)
				there, _ := v.base.Get(base)
				if plainValue(here).String() != plainValue(there).String() {
					w.t.Fatalf("after %s: %s is %s, and %s of the base is %s", what, at, here, base, there)
				}
			}
		}
	}
}

// Whatever is edited in base and variants, in any order: the view after an edit is what
// the edit makes of it; the base and the other variants stay as they are; what a
// variant says of a line is at that line; undo gives back what was; and saving and
// loading changes nothing.
func TestAnyEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		past := []resume.Document{w.d}
		var err error
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			all := List(w.d)
			kinds := []string{"new", "base", "base", "base", "undo"}
			if len(all) > 0 {
				kinds = append(kinds, "variant", "variant", "variant", "variant", "variant", "variant", "back", "everywhere", "everywhere", "keep", "duplicate", "delete", "rename", "save")
			}
			what := rapid.SampledFrom(kinds).Draw(t, "step")
			base := w.base()
			views := map[string]string{}
			for _, v := range all {
				o := w.open(v.ID)
				views[v.ID] = told(o.Document)
			}
			own := ""
			if len(all) > 0 {
				own = all[w.pick(len(all), "variant")].ID
			}
			same := func(but string) {
				for _, v := range List(w.d) {
					o := w.open(v.ID)
					if now, known := views[v.ID]; known && v.ID != but && told(o.Document) != now {
						t.Fatalf("%s changed another variant from\n%s\nto\n%s", what, now, told(o.Document))
					}
				}
			}
			switch what {
			case "new":
				w.d, _, err = New(w.d, rapid.SampledFrom([]string{"Backend", "Data", ""}).Draw(t, "name"))
				same("")
			case "base":
				kind, edit := w.edit(w.d)
				what += " " + kind
				want, editErr := edit(w.d)
				var next resume.Document
				next, err = EditBase(w.d, edit)
				if (err == nil) != (editErr == nil) {
					t.Fatal(what, err, editErr)
				}
				err = nil
				if editErr == nil && told(next) != told(want) {
					t.Fatalf("%s made\n%s\nnot\n%s", what, told(next), told(want))
				}
				w.d = next
			case "variant":
				v := w.open(own)
				kind, edit := w.edit(v.Document)
				what += " " + kind
				want, editErr := edit(v.Document)
				next, err := v.Edit(edit)
				if (err == nil) != (editErr == nil) {
					t.Fatal(what, err, editErr)
				}
				if err == nil {
					w.d = next
					now := w.open(own)
					if !sameContent(now.Document, want) {
						t.Fatalf("%s made\n%s\nnot\n%s", what, told(now.Document), told(want))
					}
					if w.base() != base {
						t.Fatalf("%s changed the base from\n%s\nto\n%s", what, base, w.base())
					}
					same(own)
				}
			case "back":
				v := w.open(own)
				changes := v.Changes()
				if len(changes) == 0 {
					continue
				}
				c := changes[w.pick(len(changes), "change")]
				if w.d, err = v.Back(c); err != nil {
					t.Fatal(err)
				}
				now := w.open(own)
				if now.Variant.Changes != v.Variant.Changes-1 || w.base() != base {
					t.Fatal("back to base took away more or less than one change, or changed the base")
				}
				if c.Kind == Other && c.Base != "" && !c.Lost && !isRow(c.Base) {
					at, ok := now.Address(c.Base)
					here, _ := now.Document.Get(at)
					there, _ := w.d.Get(c.Base)
					if ok && len(now.Differs(at)) == 0 && plainValue(here).String() != plainValue(there).String() {
						t.Fatalf("back to base: %s is %s, not %s", at, here, there)
					}
				}
				same(own)
			case "everywhere":
				v := w.open(own)
				changes := slices.DeleteFunc(v.Changes(), func(c Change) bool { return c.Lost })
				if len(changes) == 0 {
					continue
				}
				c := changes[w.pick(len(changes), "change")]
				what += fmt.Sprint(" ", c.Kind, c.Address)
				if w.d, err = v.UseEverywhere(c); err != nil {
					t.Fatal(err)
				}
				now := w.open(own)
				if told(now.Document) != views[own] && !sameContent(now.Document, v.Document) {
					t.Fatalf("%s changed the view from\n%s\nto\n%s", what, views[own], told(now.Document))
				}
				if now.Variant.Changes >= v.Variant.Changes {
					t.Fatalf("%s: the variant still differs", what)
				}
			case "keep":
				v := w.open(own)
				if stale := v.Stale(); len(stale) > 0 {
					if w.d, err = v.Keep(stale...); err != nil {
						t.Fatal(err)
					}
					now := w.open(own)
					if len(now.Stale()) > 0 {
						t.Fatalf("still stale: %v", now.Stale())
					}
				}
				same("")
			case "duplicate":
				var id string
				if w.d, id, err = Duplicate(w.d, own, "Copy"); err != nil {
					t.Fatal(err)
				}
				now := w.open(id)
				if told(now.Document) != views[own] {
					t.Fatalf("the copy is\n%s\nnot\n%s", told(now.Document), views[own])
				}
				same("")
			case "delete":
				w.d, err = Delete(w.d, own)
				same("")
			case "rename":
				w.d, err = Rename(w.d, own, "Other")
				same("")
			case "undo":
				w.d = past[w.pick(len(past), "step")]
			case "save":
				data := codec.EncodeAs(w.d, codec.Usual)
				loaded, _, err := codec.Parse(data, "test")
				if err != nil {
					t.Fatal(err)
				}
				w.d = loaded
				if w.base() != base {
					t.Fatalf("loading changed the base from\n%s\nto\n%s", base, w.base())
				}
				same("")
			}
			if err != nil {
				t.Fatal(what, err)
			}
			w.check(what)
			past = append(past, w.d)
		}
		all := List(w.d)
		for _, v := range all {
			if w.d, err = Delete(w.d, v.ID); err != nil {
				t.Fatal(err)
			}
		}
		if lines := w.d.Root().String(); len(all) > 0 && strings.Contains(lines, "Ids") && !strings.Contains(lines, `"hidden":true`) {
			t.Fatalf("ids that nothing names are left: %s", lines)
		}
	})
}
