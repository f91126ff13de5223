package resume

import "testing"

func sure(d Document, err error) Document {
	if err != nil {
		panic(err)
	}
	return d
}

func TestRemovedSection(t *testing.T) {
	d := NewDocument(Struct(
		Member{"basics", Struct(Member{"summary", Text("Baker.")})},
		Member{"projects", List(Struct(Member{"name", Text("Oven")}))},
		Member{"talks", List(Struct(Member{"name", Text("Rye")}))},
	))
	for _, key := range []string{"projects", "awards", SummaryKey} {
		removed := sure(d.RemoveSection(key))
		s, ok := removed.Resume().Section(key)
		if !ok || !s.Removed || s.Count != 0 {
			t.Errorf("%s: %+v, %v", key, s, ok)
		}
		if s, _ := sure(removed.RestoreSection(key)).Resume().Section(key); s.Removed {
			t.Errorf("%s stays removed", key)
		}
		hidden := sure(d.HideSection(key, true))
		if s, _ := sure(sure(hidden.RemoveSection(key)).RestoreSection(key)).Resume().Section(key); s.Hidden {
			t.Errorf("%s comes back hidden", key)
		}
	}
	if _, ok := sure(d.RemoveSection("talks")).Resume().Section("talks"); ok {
		t.Error("the custom section is still there")
	}
	back := sure(sure(d.RemoveSection("projects")).Insert("/projects/0", Struct(Member{"name", Text("Mill")})))
	if s, _ := back.Resume().Section("projects"); s.Removed {
		t.Error("a section with an entry counts as removed")
	}
}

func TestGroupPositions(t *testing.T) {
	work := func(names ...string) Document {
		items := make([]Value, len(names))
		for i, n := range names {
			items[i] = Struct(Member{"name", Text(n)})
			if n == "hidden" {
				items[i] = items[i].With("hidden", Flag(true))
			}
		}
		return NewDocument(Struct(Member{"work", List(items...)}))
	}
	d := work("Inn", "Mill", "hidden", " mill", "MILL", "", "")
	for i, want := range [][2]int{{0, 0}, {1, 4}, {2, 2}, {1, 4}, {1, 4}, {5, 5}, {6, 6}} {
		if first, last := d.Resume().EmployerRun(i); first != want[0] || last != want[1] {
			t.Errorf("the run of %d is %d to %d, want %v", i, first, last, want)
		}
	}
	apart := sure(d.GroupPositions(1, 4, false))
	for i, want := range []bool{false, false, true, true, true, false, false} {
		if got := apart.Resume().Work[i].Separate; got != want {
			t.Errorf("position %d: separate %v, want %v", i, got, want)
		}
	}
	if !sure(apart.GroupPositions(1, 4, true)).Equal(d) {
		t.Error("grouped again it is another document")
	}
	if !apart.Public(Printed{}).Resume().Work[2].Separate {
		t.Error("what the page shows apart is published as grouped")
	}
	if len(apart.NotShown()) > 0 {
		t.Errorf("%v", apart.NotShown())
	}
}
