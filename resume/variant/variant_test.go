package variant

import (
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

func parse(t testing.TB, text string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDebug(t *testing.T) {
	d := parse(t, `{"basics":{"name":"A","profiles":[{"network":"w1"},{"network":"w2"}]},"work":[{"position":"p1","hidden":true},{"position":"p2"}]}`)
	d, id, _ := New(d, "x")
	for _, list := range []resume.Address{"/work", "/basics/profiles"} {
		for _, to := range []resume.Address{"/work", "/basics/profiles"} {
			v, _ := Open(d, id)
			val, _ := d.Get(list.Item(0))
			e := resume.RemoveEdit(list.Item(0)).Then(func(d resume.Document) (resume.Document, error) { return d.Insert(to.Item(0), val) })
			want, _ := e(v.Document)
			debug = func(n resume.Document, o overlay) { t.Log(list, to, "\n", told(n), "\n", told(want), "\n", o.write()) }
			_, err := v.Edit(e)
			t.Log(err)
		}
	}
}
