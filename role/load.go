package role

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"resumax/datafile"
	"resumax/resume"
	"resumax/terms"
)

var idForm = regexp.MustCompile(`^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$`)

// Read reads the packs of a folder, its files NAME.toml, by name. What cannot be
// read is left out, and said; of two packs with one id the second is.
func Read(folder fs.FS) (all List, faults []error) {
	packs, faults := datafile.Read(folder, Load)
	for _, p := range packs {
		if other, twice := all.Find(p.ID); twice {
			faults = append(faults, &datafile.Error{File: p.File, Text: fmt.Sprintf("“%s” has the id “%s”, too: give this one another id", other.Name, p.ID)})
			continue
		}
		all = append(all, p)
	}
	all.Sort()
	return all, faults
}

// Load reads a role pack from the contents of the named file. All its errors are
// of type [*datafile.Error] and say which member is wrong.
func Load(file string, data []byte) (*Pack, error) {
	if err := datafile.Check(file, data); err != nil {
		return nil, err
	}
	l := loader{name: file, text: string(data)}
	p := &Pack{File: file}
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
	if p.SampleResume["meta"] != nil {
		return nil, l.fault("[sample.meta", "the sample has “meta”, whose settings the pack makes itself")
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
		return &datafile.Error{File: l.name, Line: p.Position.Line, Text: p.Message}
	}
	if m := wrongType.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[1])
		return &datafile.Error{File: l.name, Line: line, Text: fmt.Sprintf("“%s” has the wrong type: %s", m[2], m[3])}
	}
	return &datafile.Error{File: l.name, Text: err.Error()}
}

// wrongType is how the TOML library words a value that does not fit its member.
var wrongType = regexp.MustCompile(`^toml: line (\d+) \(last key "([^"]*)"\): (?:incompatible types: )?(.*)$`)

// fault is an error at the first line that holds a text, the first of all for "".
func (l loader) fault(at, format string, args ...any) error {
	line := 1
	if i := strings.Index(l.text, at); i >= 0 {
		line += strings.Count(l.text[:i], "\n")
	}
	return &datafile.Error{File: l.name, Line: line, Text: fmt.Sprintf(format, args...)}
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
		for _, t := range s.Terms {
			if _, ok := terms.Default().Lookup(t); !ok {
				return l.fault(strconv.Quote(t), "the signal “%s” names “%s”, which is no known term; ordinary words are units", s.ID, t)
			}
		}
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
