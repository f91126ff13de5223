package role

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"resumax/resume"
	"resumax/terms"
)

// sizeLimit bounds a pack, in bytes: the largest that ResuMax ships has 20 kB.
const sizeLimit = 1 << 20

var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// Load reads a role pack. The name stands in errors, which say the line and the
// member that is wrong.
func Load(data []byte, name string) (*Pack, error) {
	if len(data) > sizeLimit {
		return nil, fmt.Errorf("%s has %d kB; a role pack may have %d", name, len(data)>>10, sizeLimit>>10)
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
		return nil, l.fault("sample", "%v", err)
	}
	d, problems := resume.NewDocument(root).Conform()
	if len(problems) > 0 {
		return nil, l.fault("sample", "the sample is no valid JSON Resume: %s", problems[0])
	}
	p.sample = d
	return p, nil
}

type loader struct{ name, text string }

func (l loader) syntax(err error) error {
	var p toml.ParseError
	if errors.As(err, &p) {
		return fmt.Errorf("%s:%d: %s", l.name, p.Position.Line, p.Message)
	}
	if m := wrongType.FindStringSubmatch(err.Error()); m != nil {
		return fmt.Errorf("%s:%s: “%s” has the wrong type: %s", l.name, m[1], m[2], m[3])
	}
	return fmt.Errorf("%s: %w", l.name, err)
}

// wrongType is how the TOML library words a value that does not fit its member.
var wrongType = regexp.MustCompile(`^toml: line (\d+) \(last key "([^"]*)"\): (?:incompatible types: )?(.*)$`)

// fault is an error at the first line that holds a text.
func (l loader) fault(at, format string, args ...any) error {
	line := 1
	if i := strings.Index(l.text, at); i >= 0 {
		line += strings.Count(l.text[:i], "\n")
	}
	return fmt.Errorf("%s:%d: %s", l.name, line, fmt.Sprintf(format, args...))
}

// check holds a pack to what every pack has.
func (l loader) check(p *Pack) error {
	for _, m := range []struct{ name, value string }{{"id", p.ID}, {"name", p.Name}, {"family", p.Family}, {"about", p.About}, {"summary", p.Summary}} {
		if strings.TrimSpace(m.value) == "" {
			return l.fault(m.name, "“%s” is missing", m.name)
		}
	}
	if !idForm.MatchString(p.ID) {
		return l.fault(p.ID, "the id “%s” may hold small letters, digits and hyphens", p.ID)
	}
	if len(p.Keywords) == 0 {
		return l.fault("keywords", "“keywords” is missing")
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
		if b.Text == "" || !signals[b.Signal] {
			return l.fault(b.Text, "a bullet shows the signal “%s”, which the pack does not have", b.Signal)
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
		return l.fault("sample", "“sample” is missing")
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
