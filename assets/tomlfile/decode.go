package tomlfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Text is the text of a TOML file, with the name that the file has in errors.
type Text struct {
	File string
	Data []byte
}

// Decode reads the text into a value. All its errors are of type [*Error] and say,
// where it is known, the line. Members for which the value has no place are left to
// [Text.Unknown].
func (t Text) Decode(into any) (toml.MetaData, error) {
	if err := Check(t.File, t.Data); err != nil {
		return toml.MetaData{}, err
	}
	meta, err := toml.Decode(string(t.Data), into)
	if err != nil {
		return meta, t.wording(err)
	}
	return meta, nil
}

// Unknown refuses members for which a decoded value had no place and for which free
// does not stand up: “x” is no WHAT. Free is nil for none.
func (t Text) Unknown(meta toml.MetaData, what string, free func(toml.Key) bool) error {
	for _, key := range meta.Undecoded() {
		if free == nil || !free(key) {
			return t.Errorf(t.LineOf(key...), "“%s” is not a %s", key, what)
		}
	}
	return nil
}

// Embedded reads a file that is part of the program into a value, with all of its
// members. A fault in it is one of the build, which a test that reads it finds, so
// it panics.
func Embedded(files fs.FS, name string, into any) {
	data, err := fs.ReadFile(files, name)
	if err == nil {
		t := Text{name, data}
		var meta toml.MetaData
		if meta, err = t.Decode(into); err == nil {
			err = t.Unknown(meta, "known member", nil)
		}
	}
	if err != nil {
		panic(err)
	}
}

// wording is an error of the TOML library in words, with its line.
func (t Text) wording(err error) error {
	var p toml.ParseError
	if errors.As(err, &p) {
		return &Error{t.File, p.Position.Line, p.Message}
	}
	if m := wrongType().FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return &Error{t.File, line, wordsOfTypes(m[2])}
	}
	return &Error{File: t.File, Text: strings.TrimPrefix(err.Error(), "toml: ")}
}

// wrongType takes the line from the errors of values of a wrong type, which the
// TOML library only has in words.
var wrongType = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^toml: line (\d+) \(last key "[^"]*"\): (.*)$`)
})

// types are the TOML library's names of types, in words.
var types = map[string]string{"string": "text", "float": "a number", "float64": "a number", "integer": "a whole number",
	"int": "a whole number", "int64": "a whole number", "bool": "true or false", "boolean": "true or false", "slice": "a list",
	"array": "a list", "table": "a table", "map": "a table", "struct": "a table"}

// mismatch takes the types from the TOML library's errors of values of a wrong
// type: what the value is and what it should be, or the other way round.
var mismatch = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^incompatible types: TOML value has type (\S+); destination has type (\S+)$|expected (\S+) but found (\S+)$`)
})

// wordsOfTypes says what a value is, and what it should be.
func wordsOfTypes(text string) string {
	m := mismatch().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	is, belongs := types[m[1]+m[4]], types[m[2]+m[3]]
	if is == "" || belongs == "" {
		return text
	}
	return fmt.Sprintf("this is %s; it should be %s", is, belongs)
}

// Errorf is an error in a line, counted from 1; 0 where it has none.
func (t Text) Errorf(line int, format string, args ...any) error {
	return &Error{t.File, line, fmt.Sprintf(format, args...)}
}

// LineAt is the line of an offset.
func (t Text) LineAt(offset int) int { return 1 + bytes.Count(t.Data[:offset], []byte("\n")) }

// LineWith is the first line that has a text, the first of all where none has.
func (t Text) LineWith(text string) int {
	return t.LineAt(max(0, bytes.Index(t.Data, []byte(text))))
}

// LineOf is the line on which a key stands, or its table if the key itself is
// missing; 0 if neither is in the file.
func (t Text) LineOf(key ...string) int {
	table, line := strings.Join(key[:len(key)-1], "."), 0
	current, n := "", 0
	for text := range strings.Lines(string(t.Data)) {
		n++
		text = strings.TrimSpace(text)
		if strings.HasPrefix(text, "[") {
			current = strings.Trim(strings.TrimSpace(strings.SplitN(text, "#", 2)[0]), "[] ")
			if current == table || current == strings.Join(key, ".") {
				line = n
			}
			continue
		}
		name, _, found := strings.Cut(text, "=")
		if found && current == table && strings.TrimSpace(name) == key[len(key)-1] {
			return n
		}
	}
	return line
}

// LineOfTable is the line of the header of the table i, counted from 0, of a list
// of tables; that of the last one where there are fewer, 1 where there are none.
func (t Text) LineOfTable(name string, i int) int {
	header := []byte("[[" + name + "]]")
	at, found := 0, 0
	for range i + 1 {
		next := bytes.Index(t.Data[at:], header)
		if next < 0 {
			break
		}
		found = at + next
		at = found + len(header)
	}
	return t.LineAt(found)
}
