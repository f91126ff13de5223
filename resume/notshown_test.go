package resume

import (
	"strings"
	"testing"
)

func TestNotShown(t *testing.T) {
	d := NewDocument(Struct(
		Member{"basics", Struct(Member{"name", Text("Jo Hall")}, Member{"firstName", Text("Jo")}, Member{"birthDate", Text("1990")}, Member{"x-own", Text("x")}, Member{"picture", Text("a.png")},
			Member{"location", Struct(Member{"countryCode", Text("DE")}, Member{"country", Text("Germany")}, Member{"floor", Int(3)})})},
		Member{"work", List(
			Struct(Member{"name", Text("A")}, Member{"company", Text("A")}, Member{"salary", Int(7)}, Member{"id", Text("w1")}, Member{"current", Flag(true)}, Member{"empty", List()}),
			Struct(Member{"company", Text("B")}, Member{"employer", Text("C")}, Member{"salary", Int(8)}, Member{"highlightIds", Texts("a")}))},
		Member{"talks", List(Struct(Member{"title", Text("T")}, Member{"audience", Int(40)}))},
		Member{"theme", Text("even")},
		Member{"meta", Struct(Member{"theme", Text("x")})},
	))
	var at []string
	for _, p := range d.NotShown() {
		if !p.NotShown {
			t.Errorf("%s is told as something to fix", p)
		}
		at = append(at, string(p.Address))
	}
	if got, want := strings.Join(at, " "), "/work/0/salary /work/1/employer /talks/0/audience /theme /basics/birthDate /basics/location/floor"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if text := d.NotShown()[0].Text; !strings.Contains(text, "1 more place") {
		t.Error(text)
	}
}

// A name that holds nothing gives way to an older one that does, and an edit
// leaves one of them.
func TestEmptyNamesGiveWay(t *testing.T) {
	d := NewDocument(Struct(Member{"work", List(Struct(Member{"name", Text("")}, Member{"company", Value{}}, Member{"employer", Text("Acme")}))}))
	if got := d.Resume().Work[0].Name; got != "Acme" {
		t.Errorf("read as %q", got)
	}
	if got := d.TextAt("/work/0/name"); got != "Acme" {
		t.Errorf("found as %q", got)
	}
	d, err := d.SetText("/work/0/name", "Beta")
	if v, _ := d.Get("/work/0"); err != nil || v.String() != `{"company":null,"name":"Beta"}` {
		t.Errorf("%s, %v", v, err)
	}
}

// Where one text says both dates, both are read before it is saved.
func TestPeriodInOneField(t *testing.T) {
	d := NewDocument(Struct(Member{"work", List(
		Struct(Member{"startDate", Text("2010 - 2011")}), Struct(Member{"startDate", Text("2010 - 2011")}, Member{"endDate", Text("2015")}), Struct(Member{"dates", Text("seit 2019")}))}))
	fixed, _ := d.Conform()
	for i, want := range []string{"2010 – 2011", "2010 - 2011 – 2015", "2019 – Present"} {
		w := fixed.Resume().Work[i]
		if got := Period(w.Start, w.End); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
	if w := d.Resume().Work[0]; Period(w.Start, w.End) != "2010 – 2011" {
		t.Errorf("%+v", w)
	}
}
