package resume

import "testing"

func TestAddress(t *testing.T) {
	a := Root.Child("a/b").Item(3).Child("m~n")
	if a != "/a~1b/3/m~0n" || a.Last() != "m~n" || a.Parent() != "/a~1b/3" || a.Parent().Index() != 3 || a.Index() != -1 {
		t.Error(a, a.Last(), a.Parent())
	}
	if tok := a.Tokens(); len(tok) != 3 || tok[0] != "a/b" || tok[2] != "m~n" {
		t.Error(tok)
	}
	for in, want := range map[Address]Address{"/work/0/name": "/work", "/basics/summary": "/basics/summary", "/basics/name": "/basics", "": "", "/work": "/work"} {
		if got := in.Section(); got != want {
			t.Errorf("%q.Section() = %q", in, got)
		}
	}
	if !Address("/work/1").Within("/work") || Address("/works").Within("/work") {
		t.Error("Within")
	}
}

func TestMoved(t *testing.T) {
	for _, c := range []struct {
		at       Address
		from, to int
		want     Address
	}{
		{"/w/0/x", 0, 2, "/w/2/x"}, {"/w/1/x", 0, 2, "/w/0/x"}, {"/w/2", 0, 2, "/w/1"}, {"/w/3", 0, 2, "/w/3"},
		{"/w/0", 2, 0, "/w/1"}, {"/w/2/y/1", 2, 0, "/w/0/y/1"}, {"/w", 0, 1, "/w"}, {"/v/0", 0, 1, "/v/0"},
	} {
		if got := c.at.Moved("/w", c.from, c.to); got != c.want {
			t.Errorf("%s moved %d→%d: %s, want %s", c.at, c.from, c.to, got, c.want)
		}
	}
}
