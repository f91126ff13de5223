package file

import (
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPathOf(t *testing.T) {
	for _, c := range []struct{ system, uri, want string }{
		{"windows", "file:///C:/Users/Ada/My%20CV.json", `C:\Users\Ada\My CV.json`},
		{"windows", "FILE:///c:/a%25b%23c+d.json", `c:\a%b#c+d.json`},
		{"windows", "file://C:/a.json", `C:\a.json`},
		{"windows", "file:/C:/a.json", `C:\a.json`},
		{"windows", `file:///C:\a.json`, `C:\a.json`},
		{"windows", "file://server/share/cv.json", `\\server\share\cv.json`},
		{"windows", "file://localhost/C:/a.json", `C:\a.json`},
		{"windows", "file:////server/share/cv.json", `\\server\share\cv.json`},
		{"linux", "file:///home/ada/r%C3%A9sum%C3%A9.json", "/home/ada/résumé.json"},
		{"linux", "file:/home/ada/cv.json", "/home/ada/cv.json"},
		{"linux", "file://localhost/a", "/a"},
		{"darwin", "file:///Users/ada/a:b.json", "/Users/ada/a:b.json"},
		{"linux", "file://server/share/cv.json", ""},
		{"linux", "file:cv.json", ""},
		{"linux", "file://", ""},
		{"linux", "file:///", ""},
		{"linux", "file:///a%zz", ""},
		{"linux", "file:///a%00", ""},
		{"linux", "/home/ada/cv.json", ""},
		{"windows", `C:\a.json`, ""},
		{"windows", "http://example.org/a", ""},
		{"windows", "files.json", ""},
	} {
		if got, ok := pathOn(c.system, c.uri); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %s: %q %t, want %q", c.system, c.uri, got, ok, c.want)
		}
	}
}

// What a program writes of a path is that path.
func TestPathsOfURIs(t *testing.T) {
	name := rapid.StringMatching(`[a-zé%#?+ &;=.~-]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		path := "/" + strings.Join(rapid.SliceOfN(name, 1, 4).Draw(t, "names"), "/")
		if got, ok := pathOn("linux", (&url.URL{Scheme: "file", Path: path}).String()); !ok || got != path {
			t.Errorf("%q: %q %t", path, got, ok)
		}
		want := `C:` + strings.ReplaceAll(path, "/", `\`)
		if got, ok := pathOn("windows", (&url.URL{Scheme: "file", Path: "/C:" + path}).String()); !ok || got != want {
			t.Errorf("%q: %q %t", want, got, ok)
		}
	})
}
