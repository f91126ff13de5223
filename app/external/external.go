// Package external lets the user edit a text in the system's text editor: for dictation, input
// methods and screen readers. The text is in a file of its own in a private folder, which is
// watched while the editor is open and removed afterwards.
package external

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// Editor opens a text file. It may return while the file is still open.
type Editor func(path string) error

// interval is how often the file is looked at.
const interval = 250 * time.Millisecond

// sizeLimit is, in bytes, what is read of the file at most.
const sizeLimit = 1 << 20

// Edit is a text that is open in an editor.
type Edit struct {
	folder, path string
	text         string // as it was last told or written
	stop, ended  chan struct{}
}

// Open opens a text in an editor. Each time it was saved there with other content, saved is
// called with all of it, on another goroutine.
func Open(editor Editor, name, text string, saved func(text string)) (*Edit, error) {
	folder, err := os.MkdirTemp("", "resumax-") // for this user alone
	if err != nil {
		return nil, fmt.Errorf("couldn't make a temporary file: %w", err)
	}
	e := &Edit{folder: folder, path: filepath.Join(folder, fileName(name)), text: text, stop: make(chan struct{}), ended: make(chan struct{})}
	if err = os.WriteFile(e.path, []byte(text+"\n"), 0o600); err == nil {
		err = editor(e.path)
	}
	if err != nil {
		os.RemoveAll(folder)
		return nil, fmt.Errorf("couldn't open a text editor: %w", err)
	}
	go e.watch(saved)
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
		name = "Text"
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
	info, err := os.Stat(e.path)
	if err != nil || info.Size() > sizeLimit {
		return "", false
	}
	data, err := os.ReadFile(e.path)
	if err != nil {
		return "", false
	}
	text := strings.TrimPrefix(strings.ToValidUTF8(string(data), ""), "\ufeff") // Windows' Notepad writes the mark
	return strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), true
}

// Done ends the watch, removes the file and returns its last text. What is saved after that is
// lost with it. It is called once.
func (e *Edit) Done() string {
	close(e.stop)
	<-e.ended
	if text, ok := e.read(); ok {
		e.text = text
	}
	os.RemoveAll(e.folder)
	return e.text
}
