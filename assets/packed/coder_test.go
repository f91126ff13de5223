package packed

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// thing has all that is coded.
type thing struct {
	Name  string
	Count int
	Yes   bool
	Texts []string
	Parts []thing
	By    map[string][]string
}

func code(c *Coder, t *thing) {
	Text(c, &t.Name)
	Int(c, &t.Count)
	c.Flag(&t.Yes)
	c.Texts(&t.Texts)
	List(c, &t.Parts, func(p *thing) { code(c, p) })
	Map(c, &t.By, func(v *[]string) { c.Texts(v) })
}

func things(depth int) *rapid.Generator[thing] {
	return rapid.Custom(func(t *rapid.T) thing {
		v := thing{Name: rapid.String().Draw(t, "name"), Count: rapid.IntRange(0, 1<<50).Draw(t, "count"), Yes: rapid.Bool().Draw(t, "yes")}
		if texts := rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "texts"); len(texts) > 0 {
			v.Texts = texts
			v.By = map[string][]string{texts[0]: texts, "": nil}
		}
		if depth > 0 {
			for range rapid.IntRange(0, 3).Draw(t, "parts") {
				v.Parts = append(v.Parts, things(depth-1).Draw(t, "part"))
			}
		}
		return v
	})
}

// What was written is read again as the same, and no part of it is taken for the
// whole.
func TestReadIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := things(2).Draw(t, "thing")
		data := string(Write(func(c *Coder) { code(c, &want) }))
		var got thing
		if err := Read(data, func(c *Coder) { code(c, &got) }); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, %v, want %+v", got, err, want)
		}
		cut := rapid.IntRange(0, len(data)-1).Draw(t, "cut")
		if err := Read(data[:cut], func(c *Coder) { code(c, &got) }); !errors.Is(err, ErrDamaged) {
			t.Fatalf("%d bytes of %d are read: %v", cut, len(data), err)
		}
		if err := Read(data+"x", func(c *Coder) { code(c, &got) }); !errors.Is(err, ErrDamaged) {
			t.Fatalf("more behind is read: %v", err)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("")
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
	f.Add(string(Write(func(c *Coder) { code(c, &thing{Name: "a", Texts: []string{"b"}, Parts: []thing{{}}}) })))
	f.Fuzz(func(t *testing.T, data string) {
		var got thing
		if err := Read(data, func(c *Coder) { code(c, &got) }); err != nil {
			return
		}
		again := string(Write(func(c *Coder) { code(c, &got) }))
		var same thing
		if err := Read(again, func(c *Coder) { code(c, &same) }); err != nil || !reflect.DeepEqual(got, same) {
			t.Errorf("%+v, %v, want %+v", same, err, got)
		}
	})
}
