package resume

import "testing"

// Every member of meta.resumax that the program reads or writes is a row of the
// table, in its own shape.
func TestMetaTable(t *testing.T) {
	var members []Member
	seen := map[string]bool{}
	for _, m := range MetaMembers() {
		if seen[m.Name] {
			t.Errorf("%s is listed twice", m.Name)
		}
		seen[m.Name] = true
		v := map[Kind]Value{Number: Int(2), Bool: Flag(true), String: Text("pt-BR"), Array: Texts("x"), Object: Struct(Member{"classic", Struct()})}[m.Kind]
		members = append(members, Member{m.Name, v})
	}
	d, err := Document{}.Set(Settings, Struct(members...))
	if err != nil {
		t.Fatal(err)
	}
	m := d.Resume().Meta
	if m.Format != 2 || m.Role == "" || m.Level == "" || m.Design == "" || m.Page == "" || m.Fit != 2 || m.Settings.Len() != 1 ||
		!m.Numbers || m.Language != "pt-BR" || len(m.Words) != 1 {
		t.Errorf("%+v", m)
	}
	out, _ := d.Exported().Get(Settings)
	for _, row := range MetaMembers() {
		if row.Looks && !row.Exported {
			t.Errorf("%s leaves with a page only", row.Name)
		}
		if _, there := out.Get(row.Name); there != row.Exported {
			t.Errorf("%s goes with an export: %v", row.Name, there)
		}
	}
}

func TestMetaSettings(t *testing.T) {
	must := func(d Document, err error) Document {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := must(must(sample.SetFit(2)).SetNumbers(true))
	if m := d.Resume().Meta; m.Fit != 2 || !m.Numbers {
		t.Errorf("%+v", m)
	}
	d = must(must(d.SetFit(0)).SetNumbers(false))
	if own, _ := d.Get(Settings); own.Len() != 0 {
		t.Errorf("settings that were taken back leave %s", own)
	}
	if again := must(must(sample.SetFit(0)).SetNumbers(false)); !again.Equal(sample) {
		t.Errorf("nothing taken back leaves %s", again.Root())
	}
}
