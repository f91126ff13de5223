package recents

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

// theirs is a list as GTK writes it.
const theirs = `<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///home/ada/notes%20%C3%BC.txt" added="2026-01-01T08:00:00.000000Z" modified="2026-01-02T08:00:00.000000Z" visited="2026-01-02T08:00:00.000000Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="text/plain"/>
        <bookmark:applications>
          <bookmark:application name="Text Editor" exec="&apos;gnome-text-editor %u&apos;" modified="2026-01-02T08:00:00.000000Z" count="3"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
  <bookmark href="file:///home/ada/cv.json" added="2026-01-01T09:00:00.000000Z" modified="2026-01-01T09:00:00.000000Z" visited="2026-01-01T09:00:00.000000Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="application/json"/>
        <bookmark:applications>
          <bookmark:application name="Text Editor" exec="&apos;gnome-text-editor %u&apos;" modified="2026-01-01T09:00:00.000000Z" count="1"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>
`

// document is what a reader finds in a list.
type document struct {
	Bookmarks []struct {
		Href     string `xml:"href,attr"`
		Added    string `xml:"added,attr"`
		Modified string `xml:"modified,attr"`
		Metadata struct {
			Owner string `xml:"owner,attr"`
			Type  struct {
				Type string `xml:"type,attr"`
			} `xml:"http://www.freedesktop.org/standards/shared-mime-info mime-type"`
			Applications []struct {
				Name  string `xml:"name,attr"`
				Exec  string `xml:"exec,attr"`
				Count int    `xml:"count,attr"`
			} `xml:"http://www.freedesktop.org/standards/desktop-bookmarks applications>application"`
		} `xml:"info>metadata"`
	} `xml:"bookmark"`
}

func parsed(t interface{ Fatalf(string, ...any) }, data []byte) (d document) {
	if err := xml.Unmarshal(data, &d); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return d
}

func TestAdd(t *testing.T) {
	list := List(filepath.Join(t.TempDir(), "share", "recently-used.xbel"))
	for i, path := range []string{"/home/ada/Lebenslauf & “mehr” <1>.json", "/home/ada/cv.json", "/home/ada/cv.json"} {
		if err := list.Add(path, noon.Add(time.Duration(i)*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(string(list))
	if err != nil {
		t.Fatal(err)
	}
	d := parsed(t, data)
	if len(d.Bookmarks) != 2 {
		t.Fatalf("%s", data)
	}
	a, b := d.Bookmarks[0], d.Bookmarks[1]
	if a.Href != "file:///home/ada/Lebenslauf%20&%20%E2%80%9Cmehr%E2%80%9D%20%3C1%3E.json" || a.Metadata.Owner != owner || a.Metadata.Type.Type != mimeType {
		t.Errorf("%+v", a)
	}
	if b.Added != "2026-03-15T12:01:00.000000Z" || b.Modified != "2026-03-15T12:02:00.000000Z" || len(b.Metadata.Applications) != 1 ||
		b.Metadata.Applications[0].Count != 2 || b.Metadata.Applications[0].Name != "ResuMax" || b.Metadata.Applications[0].Exec != "'resumax %u'" {
		t.Errorf("%+v", b)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(string(list)), ".*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// What other programs wrote stays, and a file that they have opened too is theirs and ours.
func TestAddToTheirs(t *testing.T) {
	data, err := added([]byte(theirs), "/home/ada/cv.json", noon)
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(theirs, "  <bookmark href=\"file:///home/ada/cv.json\""); !strings.HasPrefix(string(data), first) {
		t.Errorf("what they wrote has changed:\n%s", data)
	}
	d := parsed(t, data)
	b := d.Bookmarks[1]
	if len(d.Bookmarks) != 2 || len(b.Metadata.Applications) != 2 || b.Metadata.Applications[0].Name != "Text Editor" || b.Metadata.Applications[1].Name != "ResuMax" ||
		b.Added != "2026-01-01T09:00:00.000000Z" || b.Modified != "2026-03-15T12:00:00.000000Z" {
		t.Errorf("%s", data)
	}
}

func TestOtherForms(t *testing.T) {
	for _, text := range []string{"<xbel/>", "no list", "<html></html>", strings.Replace(theirs, "xmlns:mime", "xmlns:m", 1), theirs[:len(theirs)-9], strings.Repeat("<a>", 1000)} {
		if data, err := added([]byte(text), "/a.json", noon); err == nil {
			t.Errorf("%q becomes %s", text, data)
		}
	}
	path := filepath.Join(t.TempDir(), "recently-used.xbel")
	if err := os.WriteFile(path, []byte("no list"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := List(path).Add("/a.json", noon); err == nil {
		t.Error("no error")
	}
	if data, _ := os.ReadFile(path); string(data) != "no list" {
		t.Errorf("it is %q now", data)
	}
	if err := List("").Add("/a.json", noon); err != nil {
		t.Error(err)
	}
}

// In whichever order files are opened, the list has the newest of ours, each once, and all
// of theirs.
func TestTheListIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := []byte(theirs)
		var order []string
		for i, n := range rapid.SliceOfN(rapid.IntRange(0, 30), 1, 60).Draw(t, "files") {
			path := fmt.Sprintf("/cv/%d ü&.json", n)
			var err error
			if data, err = added(data, path, noon.Add(time.Duration(i)*time.Second)); err != nil {
				t.Fatal(err)
			}
			order = append([]string{uriOf(path)}, order...)
		}
		var want []string
		for _, u := range order {
			if len(want) < ours && !strings.Contains(strings.Join(want, " ")+" ", u+" ") {
				want = append(want, u)
			}
		}
		d, got := parsed(t, data), map[string]bool{}
		for _, b := range d.Bookmarks {
			if got[b.Href] {
				t.Fatalf("%s is there twice", b.Href)
			}
			got[b.Href] = true
		}
		for _, u := range append(want, "file:///home/ada/notes%20%C3%BC.txt", "file:///home/ada/cv.json") {
			if !got[u] {
				t.Fatalf("%s is missing in\n%s", u, data)
			}
		}
		if len(d.Bookmarks) != len(want)+2 {
			t.Fatalf("%d of ours, want %d", len(d.Bookmarks)-2, len(want))
		}
	})
}

func FuzzAdded(f *testing.F) {
	f.Add([]byte(theirs))
	f.Fuzz(func(t *testing.T, data []byte) {
		if next, err := added(data, "/a.json", noon); err == nil && !strings.Contains(string(next), "ResuMax") {
			t.Errorf("%q becomes %q", data, next)
		}
	})
}

// Who has told the desktop to keep no list of recent files gets none from us.
func TestDeclined(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita\n", false},
		{"gtk-3.0/settings.ini", "[Settings]\ngtk-recent-files-enabled = false\n", true},
		{"gtk-4.0/settings.ini", "gtk-recent-files-max-age=0", true},
		{"gtk-4.0/settings.ini", "gtk-recent-files-max-age=30", false},
		{"kdeglobals", "[RecentDocuments]\nUseRecent=false\n", true},
		{"kdeglobals", "[RecentDocuments]\nUseRecent=true\n", false},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, filepath.FromSlash(c.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := declined(folder); got != c.want {
			t.Errorf("%s with %q: %v", c.name, c.text, got)
		}
	}
	if declined(t.TempDir()) {
		t.Error("no settings are no refusal")
	}
}
