package role

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"resumax/resume"
	"resumax/terms"
)

// fileLimit bounds a pack's file, in bytes: the largest that ships has 25 kB.
const fileLimit = 1 << 20

// Error says what is wrong with a role pack, and where.
type Error struct {
	File string
	Line int // counted from 1, 0 where the fault has no line
	Text string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// Read reads the packs of a folder, its files NAME.toml, by name. What cannot be
// read is left out, and said; of two packs with one id the second is.
func Read(folder fs.FS) (all List, faults []error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, []error{err}
	}
	var names []string
	for _, e := range entries {
		if strings.ToLower(path.Ext(e.Name())) == ".toml" {
			names = append(names, e.Name())
		}
	}
	packs, errs := make(List, len(names)), make([]error, len(names))
	var reading sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0)) // places for readers
	for i, name := range names {
		free <- struct{}{}
		reading.Go(func() {
			packs[i], errs[i] = readFile(folder, name)
			<-free
		})
	}
	reading.Wait()
	for i, p := range packs {
		if errs[i] == nil {
			if other, twice := all.Find(p.ID); twice {
				errs[i] = &Error{File: names[i], Text: fmt.Sprintf("“%s” has the id “%s”, too: give this one another id", other.Name, p.ID)}
			}
		}
		if errs[i] != nil {
			faults = append(faults, errs[i])
			continue
		}
		all = append(all, p)
	}
	all.Sort()
	return all, faults
}

func readFile(folder fs.FS, name string) (*Pack, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, &Error{File: name, Text: "it cannot be opened: " + reason(err)}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, fileLimit+1))
	if err != nil {
		return nil, &Error{File: name, Text: "it cannot be read: " + reason(err)}
	}
	return Load(data, name)
}

// reason is an error without the name of the file, which stands before it.
func reason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err.Error()
	}
	return err.Error()
}

var idForm = regexp.MustCompile(`^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$`)

// Load reads a role pack from the contents of the named file. All its errors are
// of type [*Error] and say which member is wrong.
func Load(data []byte, name string) (*Pack, error) {
	if len(data) > fileLimit {
		return nil, &Error{File: name, Text: "it is over 1 MB long, which no role pack is"}
	}
	if !utf8.Valid(data) {
		return nil, &Error{File: name, Text: "it is no text in UTF-8"}
	}
	l := loader{name: name, text: string(data)}
	p := &Pack{}
	meta, err := toml.Decode(l.text, p)
	if err != nil {
		return nil, l.syntax(err)
	}
	for _, k := range meta.Undecoded() {
		if k[0] == "sample" { // a tree of its own, read below
			continue
		}
		return nil, l.fault(k[len(k)-1], "“%s” is no member of a role pack", k)
	}
	if err := l.check(p); err != nil {
		return nil, err
	}
	root, err := sampleTree(p.SampleResume)
	if err != nil {
		return nil, l.fault("[sample", "%v", err)
	}
	d, problems := resume.NewDocument(root).Conform()
	if len(problems) > 0 {
		return nil, l.fault("[sample", "the sample is no valid JSON Resume: %s", problems[0])
	}
	p.sample, p.vocab = d, sync.OnceValue(p.vocabulary)
	return p, nil
}

type loader struct{ name, text string }

func (l loader) syntax(err error) error {
	var p toml.ParseError
	if errors.As(err, &p) {
		return &Error{l.name, p.Position.Line, p.Message}
	}
	if m := wrongType.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return &Error{l.name, line, fmt.Sprintf("“%s” has the wrong type: %s", m[2], m[3])}
	}
	return &Error{File: l.name, Text: err.Error()}
}

// wrongType is how the TOML library words a value that does not fit its member.
var wrongType = regexp.MustCompile(`^toml: line (\d+) \(last key "([^"]*)"\): (?:incompatible types: )?(.*)$`)

// fault is an error at the first line that holds a text, the first of all for "".
func (l loader) fault(at, format string, args ...any) error {
	line := 1
	if i := strings.Index(l.text, at); i >= 0 {
		line += strings.Count(l.text[:i], "\n")
	}
	return &Error{l.name, line, fmt.Sprintf(format, args...)}
}

// setting is the text that sets a member of the pack itself, "" where none does.
func (l loader) setting(name string) string {
	return regexp.MustCompile(`(?m)^\s*` + name + `\s*=`).FindString(l.text)
}

// check holds a pack to what every pack has.
func (l loader) check(p *Pack) error {
	for _, m := range []struct{ name, value string }{{"id", p.ID}, {"name", p.Name}, {"family", p.Family}, {"about", p.About}, {"summary", p.Summary}} {
		if strings.TrimSpace(m.value) == "" {
			return l.fault(l.setting(m.name), "“%s” is missing", m.name)
		}
	}
	if p.ID == None {
		return l.fault(l.setting("id"), "“%s” stands for no role and can be no id", None)
	}
	if !idForm.MatchString(p.ID) || p.ID != strings.ToLower(p.ID) {
		return l.fault(p.ID, "the id “%s” may hold small letters, digits and hyphens", p.ID)
	}
	if len(p.Keywords) == 0 {
		return l.fault("", "“keywords” is missing")
	}
	for _, name := range p.At {
		if !slices.Contains(LevelNames, name) {
			return l.fault(l.setting("at"), "“%s” is no level; there are %s", name, strings.Join(LevelNames, ", "))
		}
	}
	for name := range p.Levels {
		if !slices.Contains(LevelNames, name) {
			return l.fault("levels."+name, "“%s” is no level; there are %s", name, strings.Join(LevelNames, ", "))
		}
	}
	signals := map[string]bool{}
	for _, s := range p.Signals {
		if s.ID == "" || s.Name == "" || signals[s.ID] {
			return l.fault("[[signals]]", "the signal “%s” lacks its id or name, or is there twice", s.ID)
		}
		signals[s.ID] = true
		for name := range s.Magnitudes {
			if !slices.Contains(LevelNames, name) {
				return l.fault(strconv.Quote(s.ID), "the signal “%s” names the magnitude of “%s”, which is no level; there are %s", s.ID, name, strings.Join(LevelNames, ", "))
			}
		}
	}
	for _, b := range p.Bullets {
		if b.Text == "" || b.Signal != "" && !signals[b.Signal] {
			return l.fault(b.Text, "a bullet has no text, or shows the signal “%s”, which the pack does not have", b.Signal)
		}
	}
	for _, g := range p.Keywords {
		for _, t := range g.Terms {
			if _, ok := terms.Default().Lookup(t); !ok {
				return l.fault(strconv.Quote(t), "the keyword “%s” is no known term", t)
			}
		}
	}
	if len(p.SampleResume) == 0 {
		return l.fault("", "“sample” is missing")
	}
	return nil
}

// sampleTree makes a document's tree of decoded TOML. The members of the root
// are set one by one, which puts them in JSON Resume's order.
func sampleTree(sample map[string]any) (resume.Value, error) {
	d := resume.Document{}
	if err := fill(&d, resume.Root, sample); err != nil {
		return resume.Value{}, err
	}
	return d.Root(), nil
}

func fill(d *resume.Document, at resume.Address, v any) (err error) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if err := fill(d, at.Child(name), v[name]); err != nil {
				return err
			}
		}
		return nil
	case []map[string]any:
		for i, m := range v {
			if err := fill(d, at.Item(i), m); err != nil {
				return err
			}
		}
		return nil
	case []any:
		for i, m := range v {
			if err := fill(d, at.Item(i), m); err != nil {
				return err
			}
		}
		return nil
	case string:
		*d, err = d.Set(at, resume.Text(v))
	case int64:
		*d, err = d.Set(at, resume.Int(int(v)))
	case bool:
		*d, err = d.Set(at, resume.Flag(v))
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%s is no number that JSON knows", at)
		}
		*d, err = d.Set(at, resume.Literal(strconv.FormatFloat(v, 'g', -1, 64)))
	default:
		return fmt.Errorf("%s is %T; write it as a text in quotes", at, v)
	}
	return err
}
