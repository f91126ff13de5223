package codec

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"resumax/resume"
)

// depthLimit bounds how deep lists and objects may be nested. A resume needs
// six levels.
const depthLimit = 200

// SizeLimit bounds what is read as a resume, in bytes: a photo inside makes some
// megabytes, a life's work not one.
const SizeLimit = 64 << 20

// valueLimit bounds how many values a document has. A value takes a hundred times
// the memory of its two bytes, and a resume of 100 pages has some thousand.
const valueLimit = 100_000

// Parse reads a JSON Resume document. The name stands in errors. The problems
// say what in it was not as JSON or JSON Resume has it, and was fixed.
func Parse(data []byte, name string) (resume.Document, []resume.Problem, error) {
	p := &parser{name: name, data: data}
	root, err := p.parse()
	if err != nil {
		return resume.Document{}, nil, err
	}
	if err := isResume(root, name); err != nil {
		return resume.Document{}, nil, err
	}
	d, problems := Tidy(resume.NewDocument(root))
	return d, append(p.problems, problems...), nil
}

// Values reads any JSON, within the bounds of a resume's. The problems say what in it
// was not as JSON has it.
func Values(data []byte, name string) (resume.Value, []resume.Problem, error) {
	p := &parser{name: name, data: data}
	root, err := p.parse()
	return root, p.problems, err
}

// tidyRounds bounds how often a document is brought into shape. Two have sufficed
// for all that was ever read.
const tidyRounds = 4

// Tidy is a document as read from outside: valid, its texts free of other tools'
// markup. What no page shows is said last.
func Tidy(d resume.Document) (resume.Document, []resume.Problem) {
	d, problems := d.ConvertMarkup()
	for range tidyRounds { // what was brought into shape may hold markup, and markup a list
		var fixed, converted []resume.Problem
		d, fixed = d.Conform()
		if fixed != nil {
			d, converted = d.ConvertMarkup()
		}
		problems = slices.Concat(problems, fixed, converted)
		if converted == nil {
			break
		}
	}
	return d, append(problems, d.NotShown()...)
}

type parser struct {
	name     string
	data     []byte
	decoder  *jsontext.Decoder
	problems []resume.Problem
	values   int // read so far
}

var byteOrderMark = []byte("\xef\xbb\xbf")

func (p *parser) parse() (resume.Value, error) {
	data := bytes.TrimPrefix(p.data, byteOrderMark)
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return resume.Value{}, fmt.Errorf("%s is empty: there is no resume in it", p.name)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return resume.Value{}, fmt.Errorf("%s is written in UTF-16: save it as UTF-8, then open it again", p.name)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return resume.Value{}, fmt.Errorf("%s is a packed document such as a Word file, not a JSON Resume file", p.name)
	}
	p.data = data
	if !utf8.Valid(data) {
		p.problems = append(p.problems, resume.Problem{Address: resume.Root,
			Text: "has bytes that are not UTF-8 text; each is shown as �"})
	}
	p.decoder = jsontext.NewDecoder(bytes.NewBuffer(data), // which is read in place
		jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	v, err := p.value()
	if err != nil {
		return v, err
	}
	if _, err := p.decoder.ReadToken(); err != io.EOF {
		return v, p.fault(fmt.Errorf("there is more after the end of the resume"), p.decoder.InputOffset())
	}
	return v, nil
}

// value reads the next value.
func (p *parser) value() (resume.Value, error) {
	if p.values++; p.values > valueLimit {
		return resume.Value{}, fmt.Errorf("%s has more than %d values, too many for a resume: it may be another kind of file", p.name, valueLimit)
	}
	if p.decoder.StackDepth() > depthLimit {
		return resume.Value{}, p.fault(fmt.Errorf("lists and objects are nested more than %d deep", depthLimit), p.decoder.InputOffset())
	}
	t, err := p.decoder.ReadToken()
	if err != nil {
		return resume.Value{}, p.syntax(err)
	}
	switch t.Kind() {
	case 'n':
		return resume.Value{}, nil
	case 't', 'f':
		return resume.Flag(t.Bool()), nil
	case '"':
		return resume.Text(strings.ToValidUTF8(t.String(), "�")), nil
	case '0':
		return resume.Literal(t.String()), nil
	case '[':
		return p.list()
	}
	return p.object()
}

func (p *parser) list() (resume.Value, error) {
	var items []resume.Value
	for p.decoder.PeekKind() != ']' {
		v, err := p.value()
		if err != nil {
			return v, err
		}
		items = append(items, v)
	}
	_, err := p.decoder.ReadToken()
	return resume.List(items...), p.syntax(err)
}

// object reads an object. Of members with one name the last that says something
// counts, as for nearly all readers of JSON; an empty one takes nothing away.
func (p *parser) object() (resume.Value, error) {
	var members []resume.Member
	place := places{}
	for p.decoder.PeekKind() != '}' {
		t, err := p.decoder.ReadToken()
		if err != nil {
			return resume.Value{}, p.syntax(err)
		}
		name := strings.ToValidUTF8(t.String(), "�")
		i, twice := place.of(name, members)
		if twice {
			p.problems = append(p.problems, resume.Problem{Address: resume.Address(p.decoder.StackPointer()),
				Text: "is in the file twice; the last one that is not empty is kept"})
		}
		v, err := p.value()
		switch {
		case err != nil:
			return v, err
		case !twice:
			members = append(members, resume.Member{Name: name, Value: v})
		case !isBlank(v):
			members[i].Value = v
		}
	}
	_, err := p.decoder.ReadToken()
	return resume.Struct(members...), p.syntax(err)
}

// places finds the members of an object that has many.
type places map[string]int

// of is which of the members has the name, if any.
func (p places) of(name string, members []resume.Member) (i int, ok bool) {
	const few = 16
	if len(members) <= few {
		i = slices.IndexFunc(members, func(m resume.Member) bool { return m.Name == name })
		return i, i >= 0
	}
	for i := len(p); i < len(members); i++ {
		p[members[i].Name] = i
	}
	i, ok = p[name]
	return i, ok
}

func isBlank(v resume.Value) bool {
	return v.IsNull() || v.Raw() == "" && v.Len() == 0
}

// syntax says where a file is no JSON.
func (p *parser) syntax(err error) error {
	if err == nil {
		return nil
	}
	var s *jsontext.SyntacticError
	if errors.As(err, &s) {
		return p.fault(s.Err, s.ByteOffset)
	}
	return p.fault(err, p.decoder.InputOffset())
}

// FormatError says that a file is not JSON, and where it stops being so.
type FormatError struct {
	Name         string
	Line, Column int // counted from 1; columns in characters
	Reason       string
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s is not valid JSON: line %d, column %d: %s. Fix it in a text editor, then open it again",
		e.Name, e.Line, e.Column, e.Reason)
}

func (p *parser) fault(err error, offset int64) error {
	before := p.data[:min(int(offset), len(p.data))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	reason := strings.TrimPrefix(err.Error(), "jsontext: ")
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		reason = "the file ends in the middle of a value"
	}
	return &FormatError{p.name, line, column, reason}
}

// known are the names by which a JSON object is known for a resume.
var known = []string{"basics", "work", "volunteer", "education", "awards", "certificates", "certifications", "publications",
	"skills", "languages", "interests", "references", "projects", "bio"}

func isResume(root resume.Value, name string) error {
	if root.Kind() != resume.Object {
		return fmt.Errorf("%s holds %s, not a JSON Resume document: that is an object with members such as “basics” and “work”", name, root.Kind())
	}
	for _, k := range known {
		if _, ok := root.Get(k); ok {
			return nil
		}
	}
	if meta, _ := root.Get("meta"); len(root.Members()) == 0 || meta.Kind() == resume.Object {
		return nil // an empty resume is one
	}
	return fmt.Errorf("%s is JSON, but not a JSON Resume document: it has none of the members “basics”, “work”, “education”, “skills” …", name)
}
