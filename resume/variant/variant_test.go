package variant

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/textdiff"
)

func parse(t testing.TB, text string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const project = `{
  "basics": {"name": "Ines Okafor", "label": "Backend Engineer", "phone": "+49 30 5550 0123", "summary": "Engineer."},
  "work": [
    {"name": "Fjordpay", "position": "Engineer", "startDate": "2021-03", "highlights": ["Cut latency from 900 ms to 120 ms.", "Led the move to Kafka.", "Ran the on-call rota."]},
    {"name": "Halvorsen", "position": "Analyst", "startDate": "2018"}
  ],
  "skills": [{"name": "Languages", "keywords": ["Go", "Java", "SQL"]}],
  "meta": {"resumax": {"format": 1, "design": "classic"}}
}`

// steps is the project with a variant, after edits in its view.
func steps(t testing.TB, d resume.Document, edits ...resume.Edit) (resume.Document, string) {
	t.Helper()
	d, id, err := New(d, "Halvorsen")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		if d, err = Edit(d, id, e); err != nil {
			t.Fatal(err)
		}
	}
	return d, id
}

func open(t testing.TB, d resume.Document, id string) View {
	t.Helper()
	v, err := Open(d, id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func hideText(at resume.Address, hidden bool) resume.Edit {
	return func(d resume.Document) (resume.Document, error) { return d.HideText(at, hidden) }
}

func hideItem(at resume.Address, hidden bool) resume.Edit {
	return func(d resume.Document) (resume.Document, error) { return d.HideItem(at, hidden) }
}

const bullets = resume.Address("/work/0/highlights")

// listing are the changes of a view as a text.
func listing(v *View) string {
	var b strings.Builder
	for _, c := range v.Changes() {
		old, now := c.Sides()
		fmt.Fprintf(&b, "%v %s←%s %s→%s", c.Kind, c.Address, c.Base, textdiff.Text(old), textdiff.Text(now))
		if c.Stale {
			fmt.Fprintf(&b, " stale, was %s", said(c.Made))
		}
		if c.Lost {
			b.WriteString(" lost")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestChanges(t *testing.T) {
	d, id := steps(t, parse(t, project),
		resume.TextEdit("/basics/label", "Platform Engineer"),
		resume.TextEdit(bullets.Item(1), "Led the move to Kafka and Go."),
		hideText(bullets.Item(2), true),
		resume.InsertEdit(bullets.Item(0), resume.Text("Mentored two interns.")),
		resume.MoveEdit("/work", 1, 0),
		hideItem("/skills/0", true),
		resume.TextEdit(resume.DesignSetting, "modern"),
		resume.RemoveEdit("/basics/summary"))
	v := open(t, d, id)
	for _, c := range v.Changes() {
		if c.Stale || c.Lost {
			t.Errorf("%+v", c)
		}
	}
	if n := len(v.Changes()); n != 8 {
		t.Errorf("%d changes:\n%s", n, listing(&v))
	}
	if at, ok := v.BaseAddress("/work/1/highlights/2"); !ok || at != "/work/0/highlights/1" {
		t.Errorf("the bullet is %s in the base", at)
	}
	if at, ok := v.Address("/work/0/highlights/2"); !ok || at != "/work/1/highlights/3" {
		t.Errorf("the bullet is %s in the view", at)
	}
	if at, ok := v.BaseAddress("/work/1/highlights/0"); ok {
		t.Errorf("what is the variant's own is %s in the base", at)
	}
	for at, n := range map[resume.Address]int{"/work/1/highlights/2": 1, "/work/1": 3, "/work": 4, "/basics/label": 1, "/basics/phone": 0, "/basics": 2, "/work/0": 0} {
		if got := v.Differs(at); len(got) != n {
			t.Errorf("%d changes at %s, not %d", len(got), at, n)
		}
	}
	if lines := v.Document.Resume().Work[1].Highlights; len(lines) != 3 || lines[2].Text != "Led the move to Kafka and Go." {
		t.Errorf("%+v is printed", lines)
	}
}

// A new phone number reaches every variant.
func TestBaseFlowsThrough(t *testing.T) {
	d, id := steps(t, parse(t, project), resume.TextEdit("/basics/label", "Platform Engineer"))
	d, err := EditBase(d, resume.TextEdit("/basics/phone", "+49 30 5550 0199").Then(resume.InsertEdit(bullets.Item(1), resume.Text("New."))))
	if err != nil {
		t.Fatal(err)
	}
	v := open(t, d, id)
	if v.Document.TextAt("/basics/phone") != "+49 30 5550 0199" || v.Document.TextAt(bullets.Item(1)) != "New." || v.Document.TextAt("/basics/label") != "Platform Engineer" {
		t.Error(v.Document.Root())
	}
}

func TestStale(t *testing.T) {
	kafka := bullets.Item(1)
	d, id := steps(t, parse(t, project), resume.TextEdit(kafka, "Led the move to Kafka and Go."), hideText(bullets.Item(2), true))
	d, err := EditBase(d, resume.TextEdit(kafka, "Led the move of 40 services to Kafka."))
	if err != nil {
		t.Fatal(err)
	}
	v := open(t, d, id)
	stale := v.Stale()
	if len(stale) != 1 || stale[0].Made.Str() != "Led the move to Kafka." || stale[0].Old.Str() != "Led the move of 40 services to Kafka." || stale[0].New.Str() != "Led the move to Kafka and Go." {
		t.Fatalf("%+v", stale)
	}
	if v.Document.TextAt(kafka) != "Led the move to Kafka and Go." {
		t.Error("the variant's words no longer apply")
	}
	kept, err := v.Keep(stale...)
	if err != nil {
		t.Fatal(err)
	}
	if k := open(t, kept, id); len(k.Stale()) != 0 || k.Document.TextAt(kafka) != "Led the move to Kafka and Go." {
		t.Error("a kept change is still stale, or is gone")
	}
	back, err := v.Back(stale...)
	if err != nil {
		t.Fatal(err)
	}
	if b := open(t, back, id); b.Document.TextAt(kafka) != "Led the move of 40 services to Kafka." || b.Variant.Changes != 1 {
		t.Error(b.Document.Root())
	}
	// The base says what the variant does by now.
	same, err := EditBase(d, resume.TextEdit(kafka, "Led the move to Kafka and Go."))
	if err != nil {
		t.Fatal(err)
	}
	if s := open(t, same, id); len(s.Stale()) != 0 {
		t.Error("stale, though both say the same")
	}
}

// What is deleted in the base is lost in the variant, and told, whatever comes in its place.
func TestLost(t *testing.T) {
	kafka := bullets.Item(1)
	d, id := steps(t, parse(t, project), resume.TextEdit(kafka, "Led the move to Kafka and Go."))
	for _, again := range []string{"Led the move to Kafka.", "Led the move to Kafka, too."} {
		next, err := EditBase(d, resume.RemoveEdit(kafka))
		if err == nil {
			next, err = EditBase(next, resume.InsertEdit(kafka, resume.Text(again)))
		}
		if err != nil {
			t.Fatal(err)
		}
		v := open(t, next, id)
		lost := v.Lost()
		if len(lost) != 1 || lost[0].New.Str() != "Led the move to Kafka and Go." || lost[0].Made.Str() != "Led the move to Kafka." {
			t.Fatalf("%+v", lost)
		}
		if got := v.Document.TextAt(kafka); got != again {
			t.Errorf("%q became %q", again, got)
		}
		if next, err = v.Back(lost...); err != nil || open(t, next, id).Variant.Changes != 0 {
			t.Error("a lost change stays", err)
		}
	}
}

func TestUseEverywhere(t *testing.T) {
	kafka := bullets.Item(1)
	d, id := steps(t, parse(t, project), resume.TextEdit(kafka, "Led the move to Kafka and Go."))
	d, other, err := Duplicate(d, id, "Other")
	if err != nil {
		t.Fatal(err)
	}
	if d, err = Edit(d, other, resume.TextEdit(kafka, "Other words.")); err != nil {
		t.Fatal(err)
	}
	v := open(t, d, id)
	d, err = v.UseEverywhere(v.Differs(kafka)...)
	if err != nil || d.TextAt(kafka) != "Led the move to Kafka and Go." || open(t, d, id).Variant.Changes != 0 {
		t.Fatal(err, d.Root())
	}
	o := open(t, d, other)
	if stale := o.Stale(); len(stale) != 1 || o.Document.TextAt(kafka) != "Other words." {
		t.Error("what the base has under another variant's words is not told", stale)
	}
}

// A bullet that the base holds for some variants only.
func TestHiddenInBase(t *testing.T) {
	d, err := parse(t, project).HideText(bullets.Item(2), true)
	if err != nil {
		t.Fatal(err)
	}
	d, id := steps(t, d, hideText(bullets.Item(2), false))
	printed := func(d resume.Document) int { return len(d.Resume().Work[0].Highlights) }
	v := open(t, d, id)
	if printed(d) != 2 || printed(v.Document) != 3 {
		t.Errorf("the base prints %d, the variant %d", printed(d), printed(v.Document))
	}
	public := d.Public(resume.Printed{}).Root().String()
	strict := d.Exported().WithoutHidden().Root().String()
	if strings.Contains(public, "on-call") || strings.Contains(strict, "on-call") {
		t.Error("a hidden bullet leaves with an export")
	}
	if out := d.Exported(); printed(out) != 2 || strings.Contains(out.Root().String(), "variants") {
		t.Errorf("exported: %s", out.Root())
	}
	if out := v.Document.Exported().Root().String(); strings.Contains(out, "variants") || strings.Contains(out, id) {
		t.Error("variants leave with an export")
	}
}

func TestNames(t *testing.T) {
	d := parse(t, project)
	if _, err := Find(d, "x"); err == nil || !strings.Contains(err.Error(), "has no variants") {
		t.Error(err)
	}
	d, a, _ := New(d, "Backend")
	d, b, _ := New(d, " Backend ")
	d, c, _ := New(d, "")
	var names []string
	for _, v := range List(d) {
		names = append(names, v.Name)
	}
	if !slices.Equal(names, []string{"Backend", "Backend 2", "Variant"}) || a == b || b == c {
		t.Error(names, a, b, c)
	}
	for name, want := range map[string]string{"Backend": a, "backend": a, " Backend 2": b, b: b, "VARIANT": c} {
		if v, err := Find(d, name); err != nil || v.ID != want {
			t.Error(name, v, err)
		}
	}
	if _, err := Find(d, "Frontend"); err == nil || err.Error() != "there is no variant “Frontend”; its variants: Backend, Backend 2, Variant" {
		t.Error(err)
	}
	twice, _ := d.SetText("/meta/resumax/variants/1/name", "Backend")
	if _, err := Find(twice, "Backend"); err == nil || !strings.Contains(err.Error(), a) {
		t.Error(err)
	}
	d, err := SetPosting(d, a, "p1")
	if v, _ := Find(d, a); err != nil || v.Posting != "p1" {
		t.Error(v, err)
	}
	for _, do := range []func(string) error{
		func(id string) error { _, err := Rename(d, id, "x"); return err },
		func(id string) error { _, err := Delete(d, id); return err },
		func(id string) error { _, _, err := Duplicate(d, id, "x"); return err },
		func(id string) error { _, err := Edit(d, id, resume.TextEdit("/basics/name", "x")); return err },
	} {
		if do("none") == nil || do("") == nil {
			t.Error("no error for a variant that is not there")
		}
	}
}

// What belongs to the project is the base's in every variant.
func TestProjectMembers(t *testing.T) {
	d, id := steps(t, parse(t, project), func(d resume.Document) (resume.Document, error) { return d.AddWord("Fjordpay") })
	if v := open(t, d, id); len(d.Resume().Meta.Words) != 1 || v.Variant.Changes != 0 {
		t.Error(d.Root())
	}
}

// Members of a newer version survive in variants and in their changes.
func TestUnknownMembers(t *testing.T) {
	d, id := steps(t, parse(t, project), resume.TextEdit("/basics/label", "A"), resume.TextEdit("/basics/name", "B"))
	list, _ := d.Get(variantsAt)
	v := list.Items()[0]
	changes, _ := v.Get("changes")
	known := changes.Items()[0].With("x", resume.Int(2))
	newer := resume.Struct(resume.Member{Name: "swap", Value: resume.Text("y")})
	v = v.With("x", resume.Int(1)).With("changes", resume.List(known, newer))
	d, _ = d.Set(variantsAt.Item(0), v)
	d, err := Edit(d, id, resume.TextEdit("/basics/label", "C").Then(resume.TextEdit("/basics/phone", "1")))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := d.Get(variantsAt.Item(0))
	for _, want := range []string{`"x":1`, `"x":2`, `{"swap":"y"}`, `"set":"C"`} {
		if !strings.Contains(got.String(), want) {
			t.Errorf("%s is gone: %s", want, got)
		}
	}
}

// Variants of any shape are read without harm.
func TestOddVariants(t *testing.T) {
	for _, text := range []string{`[1]`, `[{"id":"a"}]`, `[{"id":"a","changes":3,"lists":"x"}]`, `[{"id":"a","changes":[1,{},{"of":5},{"at":"x","set":1},{"at":"/work","order":[1,"x"]},{"at":"/work/name","set":1},
		{"at":"/meta/resumax/sections/x/y/z","set":1},{"at":"/work","add":3,"id":"q"},{"of":"zz","at":"/x","removed":true},{"at":"/basics/name/x","set":1},{"at":"/meta/resumax/variants","removed":true}],"lists":[1,{"of":"a"},{"at":"/work","lines":[1,{"id":"x"}]}]}]`} {
		d := parse(t, `{"basics":{"name":"A"},"work":[{"name":"B"}],"meta":{"resumax":{"variants":`+text+`}}}`)
		for _, v := range List(d) {
			o := open(t, d, v.ID)
			for _, c := range o.Changes() {
				c.Sides()
			}
			if _, err := EditBase(d, resume.RemoveEdit("/work/0")); err != nil {
				t.Error(err)
			}
			next, err := o.Edit(resume.TextEdit("/basics/label", "C"))
			if err != nil {
				t.Errorf("%s: %v", text, err)
			} else if v := open(t, next, v.ID); v.Document.TextAt("/basics/label") != "C" {
				t.Error(v.Document.Root())
			}
		}
	}
}

// A merge of two files may bring two changes of one thing.
func TestChangedTwice(t *testing.T) {
	d, id := steps(t, parse(t, project), resume.TextEdit("/basics/label", "A"))
	changes, _ := d.Get("/meta/resumax/variants/0/changes")
	d, _ = d.Set("/meta/resumax/variants/0/changes", resume.List(changes.Items()[0], changes.Items()[0].With("set", resume.Text("B"))))
	if v := open(t, d, id); v.Document.TextAt("/basics/label") != "B" || len(v.Changes()) != 1 {
		t.Error(listing(&v))
	}
	d, err := Edit(d, id, resume.TextEdit("/basics/label", "C"))
	if v := open(t, d, id); err != nil || v.Document.TextAt("/basics/label") != "C" || v.Variant.Changes != 1 {
		t.Error(err, listing(&v))
	}
}

// An edit that names a field by an older name is followed.
func TestOlderNames(t *testing.T) {
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(resume.Struct(
		resume.Member{Name: "company", Value: resume.Text("Fjordpay")}, resume.Member{Name: "responsibilities", Value: resume.Texts("One of these.", "Two of those.")}))}))
	d, id := steps(t, d, resume.TextEdit("/work/0/name", "Other"), resume.TextEdit(bullets.Item(1), "Two."), resume.MoveEdit(bullets, 1, 0))
	v := open(t, d, id)
	if work := v.Document.Resume().Work[0]; work.Name != "Other" || work.Highlights[0].Text != "Two." || work.Highlights[1].Text != "One of these." {
		t.Errorf("%+v", work)
	}
	if d.TextAt("/work/0/company") != "Fjordpay" || d.TextAt("/work/0/responsibilities/1") != "Two of those." {
		t.Error(d.Root())
	}
}

func ExampleOpen() {
	d := resume.NewDocument(resume.Struct(
		resume.Member{Name: "basics", Value: resume.Struct(resume.Member{Name: "label", Value: resume.Text("Engineer")}, resume.Member{Name: "phone", Value: resume.Text("1")})}))
	d, id, _ := New(d, "Halvorsen")
	d, _ = Edit(d, id, resume.TextEdit("/basics/label", "Platform Engineer"))
	d, _ = EditBase(d, resume.TextEdit("/basics/phone", "2"))

	view, _ := Open(d, id)
	fmt.Println(d.TextAt("/basics/label"), d.TextAt("/basics/phone"))
	fmt.Println(view.Document.TextAt("/basics/label"), view.Document.TextAt("/basics/phone"))
	// Output:
	// Engineer 2
	// Platform Engineer 2
}

// What was added keeps its place when what is beside it goes to the base, though what
// it was put behind is gone.
func TestUseAddedEverywhere(t *testing.T) {
	item := func(name string) resume.Value {
		return resume.Struct(resume.Member{Name: "name", Value: resume.Text(name)})
	}
	d, id := steps(t, parse(t, project), resume.InsertEdit("/work/1", item("A")), resume.InsertEdit("/work/2", item("B")))
	d, err := EditBase(d, resume.RemoveEdit("/work/0"))
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []resume.Address{"/work/1", "/work/0"} {
		v := open(t, d, id)
		if d, err = v.UseEverywhere(v.Differs(at)...); err != nil {
			t.Fatal(err)
		}
		now := open(t, d, id)
		var names []string
		for _, w := range now.Document.Resume().Work {
			names = append(names, w.Name)
		}
		if !slices.Equal(names, []string{"A", "B", "Halvorsen"}) {
			t.Errorf("after %s: %q", at, names)
		}
	}
}
