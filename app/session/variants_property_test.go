package session

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
)

// edited is a resume of which all parts can be edited.
func edited() resume.Document {
	text := func(name, s string) resume.Member { return resume.Member{Name: name, Value: resume.Text(s)} }
	var work []resume.Value
	for i := range 3 {
		work = append(work, resume.Struct(text("name", fmt.Sprint("Employer ", i)), text("position", fmt.Sprint("Baker ", i)),
			resume.Member{Name: "highlights", Value: resume.Texts(fmt.Sprintf("Baked %d0 loaves a day.", i+1), fmt.Sprintf("Led %d others.", i+2), fmt.Sprintf("Cut waste by %d%%.", i+3))}))
	}
	return resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(text("name", "Ines Okafor"), text("label", "Baker"), text("summary", "Baker with ten years of sourdough."))},
		resume.Member{Name: "work", Value: resume.List(work...)},
		resume.Member{Name: "skills", Value: resume.List(resume.Struct(text("name", "Bread"), resume.Member{Name: "keywords", Value: resume.Texts("rye", "wheat", "spelt")}))}))
}

// anEdit draws an edit of a document as it is now.
func anEdit(t *rapid.T, d resume.Document) (resume.Address, resume.Edit) {
	words := rapid.SampledFrom([]string{"Baked 40 loaves.", "Head baker", "Trained six people.", "rye", "", "Wrote the rota for 12 people."}).Draw(t, "text")
	item := func() resume.Address {
		return resume.Address("/work").Item(rapid.IntRange(0, max(0, d.ListLen("/work")-1)).Draw(t, "item"))
	}
	bullet := func() resume.Address {
		list := item().Child("highlights")
		return list.Item(rapid.IntRange(0, max(0, d.ListLen(list)-1)).Draw(t, "bullet"))
	}
	switch rapid.IntRange(0, 10).Draw(t, "what") {
	case 0:
		return "/basics/label", resume.TextEdit("/basics/label", words)
	case 1, 2, 3:
		at := bullet()
		return at, resume.TextEdit(at, words)
	case 4:
		at := bullet()
		return at, resume.InsertEdit(at, resume.Text(words))
	case 5:
		at := bullet()
		return at, resume.RemoveEdit(at)
	case 6:
		at := bullet()
		return at, resume.MoveEdit(at.Parent(), at.Index(), rapid.IntRange(0, max(0, d.ListLen(at.Parent())-1)).Draw(t, "to"))
	case 7:
		at, hide := bullet(), rapid.Bool().Draw(t, "hide")
		return at, func(d resume.Document) (resume.Document, error) { return d.HideText(at, hide) }
	case 8:
		at, hide := item(), rapid.Bool().Draw(t, "hide")
		return at, func(d resume.Document) (resume.Document, error) { return d.HideItem(at, hide) }
	case 9:
		at := item()
		return at, resume.RemoveEdit(at)
	}
	to := rapid.IntRange(0, 2).Draw(t, "section")
	return "", func(d resume.Document) (resume.Document, error) { return d.MoveSection(0, to) }
}

// content is what a project's resume says without its variants: ids and what is
// remembered for them are none.
func content(d resume.Document) resume.Document {
	return d.WithoutIDs().Without(resume.MetaAddress(resume.MetaVariants)).Without(resume.MetaAddress(resume.MetaLists))
}

// Whatever is edited, shown, undone, saved and read again: what is shown is what the
// variant is of the project, an edit in a variant leaves the base as it was, and undo
// and redo lead through the same states.
func TestAnythingInAnyVariant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
		s := New(func() time.Time { now = now.Add(2 * time.Second); return now })
		begin, _, err := codec.Parse(codec.Encode(edited()), "a.json")
		if err != nil {
			t.Fatal(err)
		}
		s.Load(begin, "a.json", false)
		var told Snapshot
		s.OnChange(func(n Snapshot) { told = n })
		type state struct {
			project resume.Document
			shown   string
		}
		undone := []state{{s.Now().Project, ""}} // what each step of undo leads back to
		check := func() {
			n := s.Now()
			if told.Revision > n.Revision {
				t.Fatal("a newer snapshot was told")
			}
			if n.Variant == "" {
				if n.View != nil || !n.Document.Equal(n.Project) || n.Changes != nil {
					t.Fatal("the base is not shown as it is")
				}
				return
			}
			v, err := variant.Open(n.Project, n.Variant)
			if err != nil || !v.Document.Equal(n.Document) || len(v.Changes()) != len(n.Changes) {
				t.Fatalf("%v: shown is\n%s\nthe variant is\n%s", err, n.Document.Root(), v.Document.Root())
			}
			if !reflect.DeepEqual(n.Document.Resume(), n.Resume) {
				t.Fatal("what was read of it is another document's")
			}
		}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before := s.Now()
			switch all := variant.List(before.Project); rapid.IntRange(0, 9).Draw(t, "step") {
			case 0:
				if len(all) > 3 {
					continue
				}
				if s.Vary("New variant", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Halvorsen") }) {
					undone = append(undone, state{before.Project, before.Variant})
				}
			case 1, 2:
				id := ""
				if len(all) > 0 && rapid.IntRange(0, 3).Draw(t, "a variant") > 0 {
					id = all[rapid.IntRange(0, len(all)-1).Draw(t, "which")].ID
				}
				s.Show(id)
			case 3:
				if len(undone) > 1 && s.Undo() {
					last := undone[len(undone)-1]
					if !s.Now().Project.Equal(last.project) || s.Now().Variant != last.shown {
						t.Fatalf("undo leads to another state: %q, not %q", s.Now().Variant, last.shown)
					}
					if s.Redo(); !s.Now().Project.Equal(before.Project) {
						t.Fatal("redo leads to another state")
					}
					s.Undo()
					undone = undone[:len(undone)-1]
				}
			case 4:
				d, _, err := codec.Parse(codec.Encode(before.Project), "a.json")
				if err != nil {
					t.Fatal(err)
				}
				s.OnRecall(func(string) string { return before.Variant })
				s.Load(d, "a.json", false)
				if !s.Now().Document.Equal(before.Document) || s.Now().Variant != before.Variant {
					t.Fatalf("saved and read again it is\n%s\nwas\n%s", s.Now().Document.Root(), before.Document.Root())
				}
				undone = undone[:1]
				undone[0] = state{s.Now().Project, s.Now().Variant}
			case 5:
				if len(before.Changes) == 0 {
					continue
				}
				c := before.Changes[rapid.IntRange(0, len(before.Changes)-1).Draw(t, "change")]
				var did bool
				if rapid.Bool().Draw(t, "back") {
					did = s.Back(before.Variant, c)
					if did && !content(s.Now().Project).Equal(content(before.Project)) {
						t.Fatal("back to base changes the base")
					}
				} else if !c.Lost {
					did = s.UseEverywhere(before.Variant, c)
				}
				if did {
					undone = append(undone, state{before.Project, before.Variant})
				}
			default:
				at, edit := anEdit(t, before.Document)
				if !s.Edit("Edit", at, edit) {
					break
				}
				undone = append(undone, state{before.Project, before.Variant})
				if before.Variant != "" && !content(s.Now().Project).Equal(content(before.Project)) {
					t.Fatalf("an edit of a variant makes the base\n%s\nwas\n%s", content(s.Now().Project).Root(), content(before.Project).Root())
				}
			}
			check()
		}
	})
}

// An edit that a variant cannot hold is said in a sentence, and the field shows what it
// showed before.
func TestAnEditThatFailsRestoresTheField(t *testing.T) {
	s, _ := withVariant(t)
	var said string
	s.OnProblem(func(p Problem) { said = p.Err.Error() })
	shown := ""
	s.OnChange(func(n Snapshot) { shown = label(n.Document) })
	revision := s.Now().Revision
	if s.Edit("Import", "", func(d resume.Document) (resume.Document, error) { return d.Set("/basics/label/x", resume.Text("y")) }) {
		t.Fatal("it was done")
	}
	if said == "" || shown != "Baker" || s.Now().Revision == revision {
		t.Errorf("said %q, the field shows %q", said, shown)
	}
}
