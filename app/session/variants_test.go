package session

import (
	"testing"
	"time"

	"resumax/resume"
	"resumax/resume/variant"
)

// withVariant is a session on a resume with a variant, which is shown.
func withVariant(t *testing.T) (*Session, string) {
	t.Helper()
	s := started(t)
	if !s.Vary("New variant", func(d resume.Document) (resume.Document, string, error) { return variant.New(d, "Halvorsen") }) {
		t.Fatal("no variant")
	}
	return s, s.Now().Variant
}

func started(t *testing.T) *Session {
	t.Helper()
	s := New(func() time.Time { return time.Time{} })
	d, err := resume.Document{}.SetText("/basics/label", "Baker")
	if err != nil {
		t.Fatal(err)
	}
	s.Load(d, "a.json", false)
	return s
}

func label(d resume.Document) string { return d.TextAt("/basics/label") }

func TestAnEditInAVariantLeavesTheBase(t *testing.T) {
	s, id := withVariant(t)
	s.Type("/basics/label", "Head baker")
	if n := s.Now(); label(n.Document) != "Head baker" || n.Resume.Basics.Label != "Head baker" || label(n.Project) != "Baker" {
		t.Errorf("the variant has %q, the base %q", label(n.Document), label(n.Project))
	}
	s.Show("")
	if n := s.Now(); label(n.Document) != "Baker" || n.View != nil || !n.Replaced {
		t.Errorf("the base shows %q", label(n.Document))
	}
	s.Type("/basics/phone", "555 0100")
	s.Show(id)
	if n := s.Now(); n.Document.TextAt("/basics/phone") != "555 0100" || label(n.Document) != "Head baker" {
		t.Error("the variant lacks what was written in the base")
	}
}

func TestUndoShowsTheVariantThatAStepWasIn(t *testing.T) {
	s, id := withVariant(t)
	s.Type("/basics/label", "Head baker")
	s.Show("")
	s.Undo()
	if n := s.Now(); n.Variant != id || label(n.Document) != "Baker" {
		t.Errorf("undo shows %q with %q", n.Variant, label(n.Document))
	}
	s.Undo()
	if n := s.Now(); n.Variant != "" || len(variant.List(n.Project)) != 0 {
		t.Errorf("undo of the new variant shows %q", n.Variant)
	}
	s.Redo()
	if n := s.Now(); n.Variant != id || n.View == nil {
		t.Errorf("redo of the new variant shows %q", n.Variant)
	}
	s.Redo()
	if label(s.Now().Document) != "Head baker" {
		t.Error("redo lost the text")
	}
}

func TestADeletedVariantGivesWayToTheBase(t *testing.T) {
	s, id := withVariant(t)
	s.Vary("Delete variant", func(d resume.Document) (resume.Document, string, error) {
		d, err := variant.Delete(d, id)
		return d, "", err
	})
	if n := s.Now(); n.Variant != "" || n.View != nil {
		t.Errorf("shows %q", n.Variant)
	}
	s.Undo()
	if n := s.Now(); n.Variant != id {
		t.Errorf("undo shows %q", n.Variant)
	}
}

func TestTypingInTwoVariantsIsTwoSteps(t *testing.T) {
	s, _ := withVariant(t)
	s.Type("/basics/label", "A")
	s.Show("")
	s.Type("/basics/label", "B")
	s.Undo()
	if n := s.Now(); n.Variant != "" || label(n.Document) != "Baker" || label(n.Project) != "Baker" {
		t.Errorf("undo leaves %q", label(n.Document))
	}
}

func TestProjectDataIsEditedInAnyVariant(t *testing.T) {
	s, id := withVariant(t)
	at := resume.MetaAddress(resume.MetaPostings)
	s.Edit("Add posting", at, func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Texts("x")) })
	for _, v := range []string{id, ""} {
		s.Show(v)
		if s.Now().Document.ListLen(at) != 1 {
			t.Errorf("variant %q has no posting", v)
		}
	}
}
