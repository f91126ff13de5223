// Package external lets the user edit a text in the system's text editor: for dictation, input
// methods and screen readers. The text is in a file of its own in a private folder, which is
// watched while the editor is open and removed afterwards.
package external

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"resumax/app/tr"
)

// Editor opens a text file. It may return while the file is still open, and tell later that no
// program opened it, on another goroutine.
type Editor func(path string, failed func(error)) error

// Text is what is to be edited.
type Text struct {
	Name   string            // of the field
	Text   string            // its content
	Saved  func(text string) // called on another goroutine with all of it, each time it was saved with other content
	Failed func(error)       // called on another goroutine if no editor opened after all
}

// interval is how often the file is looked at.
const interval = 250 * time.Millisecond

// sizeLimit is, in bytes, what is read of the file at most: more than a field takes.
const sizeLimit = 1 << 20

// Edit is a text that is open in an editor.
type Edit struct {
	folder      *folder
	path        string
	given       string // the text when it was opened
	text        string // as it was last told or written
	stop, ended chan struct{}
}

// Open opens a text in an editor. Its file is in a folder in home, from which it removes what killed
// programs have left.
func Open(editor Editor, home string, t Text) (*Edit, error) {
	folder, err := newFolder(home)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", tr.T("external.couldnt-make-a-temporary", "couldn't make a temporary file"), err)
	}
	e := &Edit{folder: folder, path: filepath.Join(folder.path, fileName(t.Name)), given: t.Text, text: t.Text, stop: make(chan struct{}), ended: make(chan struct{})}
	if err = os.WriteFile(e.path, []byte(t.Text+"\n"), 0o600); err == nil {
		err = editor(e.path, t.Failed)
	}
	if err != nil {
		folder.remove()
		return nil, err
	}
	go e.watch(t.Saved)
	return e, nil
}

// fileName is what an editor shows: the field's name.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' {
			return r
		}
		return -1
	}, name)
	if name = strings.TrimSpace(name); name == "" {
		name = tr.T("external.text", "Text")
	}
	return name + ".txt"
}

// watch tells of a content once the file was the same twice: editors write in parts.
func (e *Edit) watch(saved func(string)) {
	defer close(e.ended)
	tick := time.NewTicker(interval)
	defer tick.Stop()
	seen := e.text
	for {
		select {
		case <-e.stop:
			return
		case <-tick.C:
		}
		text, ok := e.read()
		if ok && text == seen && text != e.text {
			e.text = text
			saved(text)
		}
		if ok {
			seen = text
		}
	}
}

// read is the file's text without its last line's end. It is false while there is no file, as
// between two steps of an editor that replaces it.
func (e *Edit) read() (string, bool) {
	f, err := os.Open(e.path)
	if err != nil {
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, sizeLimit))
	if err != nil {
		return "", false
	}
	text := strings.TrimRight(strings.ReplaceAll(decoded(data), "\r\n", "\n"), "\n")
	if text == strings.TrimRight(e.given, "\n") {
		return e.given, true // editors end the last line or not
	}
	return text, true
}

// decoded is a text as editors encode it: UTF-8, UTF-16 with a mark, else Latin-1.
func decoded(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		units := make([]uint16, len(data)/2)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(data[2*i:])
		}
		return string(utf16.Decode(units[1:]))
	case utf8.Valid(data) || len(data) == sizeLimit: // where it is cut, maybe within a character
		return strings.TrimPrefix(strings.ToValidUTF8(string(data), "\ufffd"), "\ufeff") // Windows' Notepad writes the mark
	}
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return string(runes)
}

// Done ends the watch, removes the file and returns its last text. What is saved after that is
// lost with it. It is called once.
func (e *Edit) Done() string {
	close(e.stop)
	<-e.ended
	if text, ok := e.read(); ok {
		e.text = text
	}
	e.folder.remove()
	return e.text
}
