// Package recents puts files on the list of recent files that Linux desktops share: the
// file recently-used.xbel of the Desktop Bookmarks Storage Specification 0.8.3 of
// freedesktop.org, which file managers, file dialogs and GTK's programs read and write.
//
// What other programs have written stays as it is, byte by byte. The list gets as many of
// our files as we list ourselves, and no more.
package recents

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
)

// List is the path of a list, "" for none.
type List string

// Home is the list of the one who runs the program, "" on systems that have none of this
// kind.
func Home() List {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return ""
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) { // to be ignored then, says the specification of folders
		home, err := os.UserHomeDir()
		if err != nil || home == "" {
			return ""
		}
		folder = filepath.Join(home, ".local", "share")
	}
	if declined(configFolder()) {
		return ""
	}
	return List(filepath.Join(folder, "recently-used.xbel"))
}

// configFolder is where desktops keep their settings, "" where the system names none.
func configFolder() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return folder
}

// declined reports whether the user has told GTK or KDE to keep no list, in their settings' files.
func declined(config string) bool {
	for name, keys := range map[string][]string{
		"gtk-3.0/settings.ini": {"gtk-recent-files-enabled", "gtk-recent-files-max-age", "gtk-recent-files-limit"},
		"gtk-4.0/settings.ini": {"gtk-recent-files-enabled", "gtk-recent-files-max-age", "gtk-recent-files-limit"},
		"kdeglobals":           {"UseRecent"},
	} {
		data, err := os.ReadFile(filepath.Join(config, filepath.FromSlash(name)))
		if err != nil || len(data) > sizeLimit {
			continue
		}
		for line := range strings.Lines(string(data)) {
			key, value, _ := strings.Cut(line, "=")
			if !slices.Contains(keys, strings.TrimSpace(key)) {
				continue
			}
			switch strings.ToLower(strings.TrimSpace(value)) {
			case "0", "false", "no":
				return true
			}
		}
	}
	return false
}

const (
	application = "ResuMax"
	command     = "'resumax %u'" // quoted as GLib does
	mimeType    = "application/json"

	// ours is how many files of the list may be ours alone, and sizeLimit how long a list is
	// that is still changed, in bytes. GTK keeps some hundred files.
	ours      = 12
	sizeLimit = 4 << 20

	bookmarkSpace = "http://www.freedesktop.org/standards/desktop-bookmarks"
	mimeSpace     = "http://www.freedesktop.org/standards/shared-mime-info"
	owner         = "http://freedesktop.org"
)

var errForm = errors.New("the list of recent files has another form than the specification says")

var turn sync.Mutex // one change at a time; between processes there is a lock

// Add puts a file on the list, or brings it to its top. The list is replaced as a whole.
func (l List) Add(path string, now time.Time) error {
	if l == "" || !filepath.IsAbs(path) {
		return nil
	}
	turn.Lock()
	defer turn.Unlock()
	folder := filepath.Dir(string(l))
	if _, err := os.Stat(folder); err != nil {
		if err := file.MakeFolder(folder); err != nil {
			return err
		}
	}
	lock, err := filelock.Acquire(filepath.Join(folder, ".resumax-recent.lock"))
	if err == nil {
		defer lock.Remove()
	}
	var data []byte
	if _, err := os.Stat(string(l)); !errors.Is(err, fs.ErrNotExist) {
		if data, err = file.ReadFile(string(l), sizeLimit); err != nil {
			return err
		}
	}
	next, err := added(data, path, now)
	if err != nil {
		return err
	}
	return file.WriteFile(string(l), next)
}

// uriOf is the address of a file, as GLib writes it.
func uriOf(path string) string { return (&url.URL{Scheme: "file", Path: path}).String() }

// bookmark is one of a list, and where it stands there.
type bookmark struct {
	href, added       string
	modified          string
	begin, body, end  int // of the element, behind its start tag, behind its end
	applications      int // where its applications end, 0 for none
	us, usEnd         int // our application; 0 for none
	count, registered int // how often we have opened it, and how many applications have
}

// added is a list with a file.
func added(data []byte, path string, now time.Time) ([]byte, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		data = []byte(xml.Header + `<xbel version="1.0"` + "\n      xmlns:bookmark=\"" + bookmarkSpace + "\"\n      xmlns:mime=\"" + mimeSpace + "\"\n>\n</xbel>\n")
	}
	all, end, err := read(data)
	if err != nil {
		return nil, err
	}
	href, stamp := uriOf(path), now.UTC().Format("2006-01-02T15:04:05.000000Z")
	// What is changed, from behind, so that places before it stay right.
	type change struct {
		from, to int
		text     string
	}
	var changes []change
	known := slices.IndexFunc(all, func(b bookmark) bool { return b.href == href && b.applications > 0 })
	if known < 0 {
		changes = append(changes, change{end, end, fmt.Sprintf(`  <bookmark href="%s" added="%s" modified="%s" visited="%s">
    <info>
      <metadata owner="%s">
        <mime:mime-type type="%s"/>
        <bookmark:applications>
          %s
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
`, escaped(href), stamp, stamp, stamp, owner, mimeType, registration(1, stamp))})
	} else {
		b := all[known]
		changes = append(changes, change{b.begin, b.body, fmt.Sprintf(`<bookmark href="%s" added="%s" modified="%s" visited="%s">`, escaped(href), escaped(b.added), stamp, stamp)})
		if b.us > 0 {
			changes = append(changes, change{b.us, b.usEnd, registration(b.count+1, stamp)})
		} else {
			changes = append(changes, change{b.applications, b.applications, "  " + registration(1, stamp) + "\n        "})
		}
	}
	var alone []bookmark // ours, of no other program
	for i, b := range all {
		if i != known && b.us > 0 && b.registered == 1 {
			alone = append(alone, b)
		}
	}
	slices.SortStableFunc(alone, func(a, b bookmark) int { return strings.Compare(b.modified, a.modified) }) // times in UTC sort as texts
	for _, b := range alone[min(len(alone), ours-1):] {
		from := b.begin
		for from > 0 && (data[from-1] == ' ' || data[from-1] == '\t') {
			from--
		}
		to := b.end
		if to < len(data) && data[to] == '\n' {
			to++
		}
		changes = append(changes, change{from, to, ""})
	}
	slices.SortFunc(changes, func(a, b change) int { return b.from - a.from })
	for _, c := range changes {
		data = slices.Concat(data[:c.from], []byte(c.text), data[c.to:])
	}
	return data, nil
}

// registration says that we have opened a file so many times.
func registration(count int, stamp string) string {
	return fmt.Sprintf(`<bookmark:application name="%s" exec="&apos;%s&apos;" modified="%s" count="%d"/>`, application, strings.Trim(command, "'"), stamp, count)
}

func escaped(text string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(text)) // a builder doesn't fail
	return b.String()
}

// read finds the bookmarks in a list, and where the next one is to be put.
func read(data []byte) (all []bookmark, end int, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var b bookmark
	var open []string
	prefixes := 0
	for {
		from := int(d.InputOffset())
		token, err := d.Token()
		to := int(d.InputOffset())
		if token == nil {
			break // at its end, or where it is broken
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if t.Name.Space == bookmarkSpace {
				name = "bookmark:" + name
			}
			open = append(open, name)
			switch {
			case len(open) == 1:
				for _, a := range t.Attr {
					if a.Name.Space == "xmlns" && (a.Name.Local == "bookmark" && a.Value == bookmarkSpace || a.Name.Local == "mime" && a.Value == mimeSpace) {
						prefixes++
					}
				}
				if name != "xbel" || prefixes != 2 {
					return nil, 0, errForm
				}
			case len(open) == 2 && name == "bookmark":
				b = bookmark{href: attribute(t, "href"), added: attribute(t, "added"), modified: attribute(t, "modified"), begin: from, body: to}
			case name == "bookmark:application":
				b.registered++
				if attribute(t, "name") == application {
					b.us = from
					b.count, _ = strconv.Atoi(attribute(t, "count"))
				}
			}
		case xml.EndElement:
			name := open[len(open)-1]
			open = open[:len(open)-1]
			switch {
			case len(open) == 0:
				end = from
			case len(open) == 1 && name == "bookmark":
				b.end = to
				all = append(all, b)
			case name == "bookmark:applications":
				b.applications = from
			case name == "bookmark:application" && b.us > 0 && b.usEnd == 0:
				b.usEnd = to
			}
		}
		if err != nil {
			break
		}
	}
	if end == 0 || data[end] != '<' { // as where it ends in “<xbel/>”
		return nil, 0, errForm
	}
	return all, end, nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
