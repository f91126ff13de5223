package variant

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
)

// Another program edits the file between sessions: it drops ids, of items, of texts or
// all, moves, rewrites, deletes and adds lines and entries. What a variant says is then
// at the line that it was said of, or lost and told so; never at another one. What is
// as it was is found again.
func TestAnotherProgram(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &world{t: t}
		var items []resume.Value
		for range rapid.IntRange(1, 4).Draw(t, "items") {
			var lines []string
			for i := range rapid.IntRange(1, 6).Draw(t, "lines") {
				line := w.line()
				if i > 0 && rapid.IntRange(0, 2).Draw(t, "twin") == 0 { // all but one word is the same
					words := strings.Fields(lines[i-1])
					words[0] = w.word()
					line = strings.Join(words, " ")
				}
				lines = append(lines, line)
			}
			items = append(items, resume.Struct(resume.Member{Name: "name", Value: resume.Text(w.line())}, resume.Member{Name: "highlights", Value: resume.Texts(lines...)}))
		}
		w.d = resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(items...)}))
		var ids []string
		for range 2 {
			d, id, err := New(w.d, "V")
			if err != nil {
				t.Fatal(err)
			}
			w.d, ids = d, append(ids, id)
		}
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			id := ids[w.pick(2, "variant")]
			v := w.open(id)
			_, texts := listsOf(v.Document)
			list := texts[w.pick(len(texts), "list")]
			if v.Document.ListLen(list) == 0 {
				continue
			}
			at := list.Item(w.pick(v.Document.ListLen(list), "line"))
			edit := resume.TextEdit(at, w.retyped(v.Document.TextAt(at)))
			switch rapid.IntRange(0, 5).Draw(t, "how") {
			case 0:
				edit = func(d resume.Document) (resume.Document, error) { return d.HideText(at, true) }
			case 1:
				edit = resume.MoveEdit(list, at.Index(), 0)
			case 2:
				edit = resume.TextEdit(list.Parent().Child("position"), w.line())
			case 3:
				edit = resume.InsertEdit(at, resume.Text(w.line()))
			}
			next, err := v.Edit(edit)
			if err != nil {
				t.Fatal(err)
			}
			w.d = next
		}

		work, _ := w.d.Get("/work")

		// The other program's work.
		kept := map[string]bool{} // first words of what is as it was
		values := slices.Clone(work.Items())
		drops := rapid.SampledFrom([]string{"nothing", "texts", "items", "all", "all"}).Draw(t, "drops")
		for i, item := range values {
			if drops == "items" || drops == "all" {
				item = item.Without("id")
			}
			if drops == "texts" || drops == "all" {
				item = item.Without("highlightIds")
			}
			name, _ := item.Get("name")
			if rapid.IntRange(0, 4).Draw(t, "renames") == 0 {
				item = item.With("name", resume.Text(name.Str()+" "+w.word()))
			}
			lines, _ := item.Get("highlights")
			var now []string
			for _, v := range lines.Items() {
				text := v.Str()
				switch rapid.IntRange(0, 5).Draw(t, "does") {
				case 0:
					continue
				case 1: // it rewrites the end
					words := strings.Fields(text)
					words[len(words)-1] = w.word()
					text = strings.Join(words, " ")
				default:
					kept[first(text)] = true
				}
				now = append(now, text)
			}
			for range rapid.IntRange(0, 2).Draw(t, "adds") {
				now = append(now, w.line())
			}
			if len(now) > 1 && rapid.Bool().Draw(t, "shuffles") {
				now = rapid.Permutation(now).Draw(t, "order")
			}
			values[i] = item.With("highlights", resume.Texts(now...))
		}
		if len(values) > 1 && rapid.Bool().Draw(t, "shuffles items") {
			values = rapid.Permutation(values).Draw(t, "item order")
		}
		w.d, _ = w.d.Set("/work", resume.List(values...))
		if drops != "nothing" {
			// Set keeps ids in step; the other program knows of none.
			w.d = resume.NewDocument(w.d.Root().With("work", resume.List(values...)))
		}

		check := func(when string) {
			for _, id := range ids {
				v := w.open(id)
				for _, c := range v.Changes() {
					w.checkChange(when, &v, c)
					if c.Lost && c.Kind != Added && c.key.at == "" && kept[first(c.Made.Str())] {
						t.Fatalf("%s: the change of %q is lost, though the line is as it was\n%s", when, c.Made, w.d.Root())
					}
					if !c.Lost && c.Kind == Hidden && first(v.base.TextAt(c.Base)) != first(c.Made.Str()) {
						t.Fatalf("%s: %q is hidden in place of %q", when, v.base.TextAt(c.Base), c.Made)
					}
				}
			}
		}
		check("after another program")
		w.d = Settled(w.d)
		check("when ids are given again")
		for range rapid.IntRange(0, 4).Draw(t, "more") {
			_, texts := listsOf(w.d)
			list := texts[w.pick(len(texts), "list")]
			n := w.d.ListLen(list)
			var edit resume.Edit = func(d resume.Document) (resume.Document, error) { return d.Insert(list.Item(0), resume.Text(w.line())) }
			if n > 0 {
				at := list.Item(w.pick(n, "line"))
				switch rapid.IntRange(0, 2).Draw(t, "how") {
				case 0:
					edit = resume.RemoveEdit(at)
					delete(kept, first(w.d.TextAt(at)))
				case 1:
					edit = resume.MoveEdit(list, at.Index(), w.pick(n, "to"))
				default:
					edit = resume.TextEdit(at, w.retyped(w.d.TextAt(at)))
				}
			}
			var err error
			if w.d, err = EditBase(w.d, edit); err != nil {
				t.Fatal(err)
			}
			check("after an edit of the base")
		}
	})
}

func first(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}
