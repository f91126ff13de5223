package tomlfile

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
)

// kept is what the texts of these tests are decoded into.
type kept struct {
	Name  string
	Size  float64
	List  []string
	Table struct{ Yes bool }
	Free  map[string]any
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"name = \"A\"\nsize = 1.5\n[table]\nyes = true\n", ""},
		{"name = \"A\"\n\nsize = ", "x.toml:3: unexpected EOF; expected value"},
		{"name = \"A\"\nsize = \"big\"\n", "x.toml:2: this is text; it should be a number"},
		{"\nlist = 7\n", "x.toml:2: this is a whole number; it should be a list"},
		{"table = 7\n", "x.toml:1: this is a whole number; it should be a table"},
		{"[table]\nyes = \"x\"\n", "x.toml:2: this is text; it should be true or false"},
		{"name = \"\xff\"", "x.toml: it is not UTF-8 text"},
		{"a = 1\nx = " + strings.Repeat("[", 400), "x.toml:2: it is nested more than 32 levels deep here"},
		{"name = \"A\"\nsise = 1\n", "x.toml:2: “sise” is not a member of a test"},
		{"[table]\n# no = 1\nno = 1\n", "x.toml:3: “table.no” is not a member of a test"},
		{"[free]\nanything = 1\n", ""},
	} {
		var v kept
		text := Text{"x.toml", []byte(c.text)}
		meta, err := text.Decode(&v)
		if err == nil {
			err = text.Unknown(meta, "member of a test", func(k toml.Key) bool { return k[0] == "free" })
		}
		var fault *Error
		switch {
		case c.want == "" && err != nil, c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)):
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		case err != nil && !errors.As(err, &fault):
			t.Errorf("%q: the error is %T", c.text, err)
		}
	}
}

func TestLines(t *testing.T) {
	text := Text{"x.toml", []byte("a = 1\n[t] # one\nb = 2\n[[l]]\nc = 3\n[[l]]\n[t.u]\nb = 4\n")}
	for want, got := range map[string]int{
		"1 a": text.LineOf("a"), "2 its table": text.LineOf("t", "none"), "3 b": text.LineOf("t", "b"), "8 a deeper b": text.LineOf("t", "u", "b"),
		"0 nowhere": text.LineOf("none"), "4 the first": text.LineOfTable("l", 0), "6 the second": text.LineOfTable("l", 1),
		"6 no third": text.LineOfTable("l", 2), "1 no such list": text.LineOfTable("m", 0), "5 a text": text.LineWith("c ="), "1 no such text": text.LineWith("none"),
		"1 the beginning": text.LineAt(0), "2 an offset": text.LineAt(6),
	} {
		if int(want[0]-'0') != got {
			t.Errorf("line %d, want %s", got, want)
		}
	}
}

func TestEmbedded(t *testing.T) {
	files := fstest.MapFS{"good.toml": {Data: []byte("name = \"A\"")}, "bad.toml": {Data: []byte("\nnam = \"A\"")}}
	var v kept
	if Embedded(files, "good.toml", &v); v.Name != "A" {
		t.Errorf("%+v", v)
	}
	for name, want := range map[string]string{"bad.toml": "bad.toml:2: “nam”", "none.toml": "none.toml"} {
		func() {
			defer func() {
				if err, ok := recover().(error); !ok || !strings.Contains(err.Error(), want) {
					t.Errorf("%s: %v", name, err)
				}
			}()
			Embedded(files, name, &v)
		}()
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("name = \"A\"\n[table]\nyes = 1"))
	f.Add([]byte("[[list]]\n[free.x]\ny = [1, {z = 2}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v kept
		text := Text{"x.toml", data}
		meta, err := text.Decode(&v)
		if err == nil {
			err = text.Unknown(meta, "member", nil)
		}
		var fault *Error
		if err != nil && (!errors.As(err, &fault) || fault.Line < 0 || fault.Line > 1+strings.Count(string(data), "\n")) {
			t.Errorf("%#v", err)
		}
	})
}
