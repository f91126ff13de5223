package role

import (
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/BurntSushi/toml"

	"resumax/assets/tomlfile"
	"resumax/language/terms"
	"resumax/resume"
)

// isID reports whether a text is words of letters and digits with hyphens between
// them.
func isID(text string) bool {
	for word := range strings.SplitSeq(text, "-") {
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
			return false
		}
	}
	return true
}

// Read reads the packs of a folder, its files NAME.toml, by name. What cannot be
// read is left out, and said; of two packs with one id the second is.
func Read(folder fs.FS) (all List, faults []error) {
	packs, faults := tomlfile.Read(folder, Load)
	for _, p := range packs {
		if other, twice := all.Find(p.ID); twice {
			faults = append(faults, &tomlfile.Error{File: p.File, Text: fmt.Sprintf("“%s” also has the id “%s”: choose another id", other.Name, p.ID)})
			continue
		}
		all = append(all, p)
	}
	all.Sort()
	return all, faults
}

// Load reads a role pack from the contents of the named file. All its errors are
// of type [*tomlfile.Error] and say which member is wrong.
func Load(file string, data []byte) (*Pack, error) {
	l := loader{tomlfile.Text{File: file, Data: data}}
	p := &Pack{File: file}
	meta, err := l.Decode(p)
	if err != nil {
		return nil, err
	}
	inSample := func(key toml.Key) bool { return key[0] == "sample" } // a tree of its own, read below
	if err := l.Unknown(meta, "member of a role pack", inSample); err != nil {
		return nil, err
	}
	if err := l.shape(meta); err != nil {
		return nil, err
	}
	if err := l.magnitudes(p); err != nil {
		return nil, err
	}
	if err := l.check(p); err != nil {
		return nil, err
	}
	if p.SampleResume["meta"] != nil {
		return nil, l.fault("[sample.meta", "the sample has “meta”, whose settings the pack makes itself")
	}
	if count(p.SampleResume) > maxSampleValues {
		return nil, l.fault("[sample", "the sample has more than %d values, which no resume of one or two pages has", maxSampleValues)
	}
	root, err := sampleTree(p.SampleResume)
	if err != nil {
		return nil, l.fault("[sample", "%v", err)
	}
	d, problems := resume.NewDocument(root).Conform()
	if len(problems) > 0 {
		return nil, l.fault("[sample", "the sample is not valid JSON Resume: %s", problems[0])
	}
	p.sample, p.vocab = func() resume.Document { return d }, sync.OnceValue(p.vocabulary)
	return p, nil
}

type loader struct{ tomlfile.Text }

// fault is an error at the first line that holds a text, the first of all for "".
func (l loader) fault(at, format string, args ...any) error {
	return l.Errorf(l.LineWith(at), format, args...)
}

// faultOf is an error where a member of the pack itself is set, at the first line
// where none sets it.
func (l loader) faultOf(member, format string, args ...any) error {
	return l.Errorf(max(1, l.LineOf(member)), format, args...)
}

// faultIn is an error at the header of the table i, counted from 0, of a list of
// tables.
func (l loader) faultIn(list string, i int, format string, args ...any) error {
	return l.Errorf(l.LineOfTable(list, i), format, args...)
}

// Members of a pack that are tables, which the TOML library passes over in
// silence where they are something else.
var tables = []string{"levels", "prompts", "sample"}

// shape refuses tables that are none, and members in capitals, which the library
// takes for those in small letters.
func (l loader) shape(meta toml.MetaData) error {
	for _, k := range meta.Keys() {
		if k[0] == "sample" || k[0] == "prompts" || k[0] == "levels" && len(k) == 2 {
			continue
		}
		if name := k[len(k)-1]; name != strings.ToLower(name) && k[0] == strings.ToLower(k[0]) || k[0] != strings.ToLower(k[0]) {
			return l.fault(name, "“%s” is not a member of a role pack: members are lower case", k)
		}
	}
	for _, name := range tables {
		if kind := meta.Type(name); kind != "" && kind != "Hash" { // "" for [levels.junior] alone
			return l.faultOf(name, "“%s” has the wrong type: it is a table, [%s]", name, name)
		}
	}
	return nil
}

// magnitudes refuses those of a signal that are no table, which the library passes
// over, too.
func (l loader) magnitudes(p *Pack) error {
	if !slices.ContainsFunc(p.Signals, func(s Signal) bool { return s.Magnitudes == nil }) {
		return nil
	}
	var raw struct {
		Signals []map[string]any `toml:"signals"`
	}
	if _, err := l.Decode(&raw); err != nil {
		return err
	}
	for i, s := range raw.Signals {
		if m, set := s["magnitudes"]; set {
			if _, ok := m.(map[string]any); !ok {
				return l.faultIn("signals", i, "“magnitudes” has the wrong type: it is a table, {mid = \"…\"}")
			}
		}
	}
	return nil
}

// maxSampleValues bounds the values of a sample: those that ship have some 150.
const maxSampleValues = 2000

// count is how many values a decoded tree has.
func count(v any) int {
	n := 1
	switch v := v.(type) {
	case map[string]any:
		for _, m := range v {
			n += count(m)
		}
	case []map[string]any:
		for _, m := range v {
			n += count(m)
		}
	case []any:
		for _, m := range v {
			n += count(m)
		}
	}
	return n
}

// check holds a pack to what every pack has.
func (l loader) check(p *Pack) error {
	for _, m := range []struct{ name, value string }{{"id", p.ID}, {"name", p.Name}, {"family", p.Family}, {"about", p.About}, {"summary", p.Summary}} {
		if strings.TrimSpace(m.value) == "" {
			return l.faultOf(m.name, "“%s” is missing", m.name)
		}
	}
	for _, m := range []struct{ name, value string }{{"id", p.ID}, {"name", p.Name}, {"family", p.Family}, {"about", p.About}} {
		if strings.ContainsFunc(m.value, unicode.IsControl) {
			return l.faultOf(m.name, "“%s” has a character that cannot be shown", m.name)
		}
	}
	if p.ID == None {
		return l.faultOf("id", "“%s” means no role, so it cannot be an id", None)
	}
	if !isID(p.ID) || p.ID != strings.ToLower(p.ID) {
		return l.fault(p.ID, "the id “%s” may have only lower-case letters, digits and hyphens", p.ID)
	}
	if len(p.Keywords) == 0 {
		return l.fault("", "“keywords” is missing")
	}
	for _, name := range p.At {
		if !slices.Contains(LevelNames, name) {
			return l.faultOf("at", "“%s” is not a level; the levels are %s", name, strings.Join(LevelNames, ", "))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Levels)) {
		if !slices.Contains(LevelNames, name) {
			return l.fault("levels."+name, "“%s” is not a level; the levels are %s", name, strings.Join(LevelNames, ", "))
		}
	}
	signals := map[string]bool{}
	for i, s := range p.Signals {
		if s.ID == "" || s.Name == "" || signals[s.ID] {
			return l.faultIn("signals", i, "the signal “%s” has no id or name, or is repeated", s.ID)
		}
		signals[s.ID] = true
		for _, t := range s.Terms {
			if _, ok := terms.Default().Lookup(t); !ok {
				return l.fault(strconv.Quote(t), "the signal “%s” names “%s”, which is not a known term; ordinary words go into units", s.ID, t)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(s.Magnitudes)) {
			if !slices.Contains(LevelNames, name) {
				return l.fault(strconv.Quote(s.ID), "the signal “%s” names the magnitude of “%s”, which is not a level; the levels are %s", s.ID, name, strings.Join(LevelNames, ", "))
			}
		}
	}
	for i, b := range p.Bullets {
		if strings.TrimSpace(b.Text) == "" {
			return l.faultIn("bullets", i, "a bullet has no text")
		}
		if b.Signal != "" && !signals[b.Signal] {
			return l.fault(b.Text, "a bullet shows the signal “%s”, which the pack does not have", b.Signal)
		}
	}
	for i, g := range p.Keywords {
		if len(g.Terms) == 0 {
			return l.faultIn("keywords", i, "the keywords “%s” have no terms", g.Name)
		}
		for _, t := range g.Terms {
			if _, ok := terms.Default().Lookup(t); !ok {
				return l.fault(strconv.Quote(t), "the keyword “%s” is not a known term", t)
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
			return fmt.Errorf("%s is not a JSON number", at)
		}
		*d, err = d.Set(at, resume.Literal(strconv.FormatFloat(v, 'g', -1, 64)))
	default:
		return fmt.Errorf("%s is %T; write it as a text in quotes", at, v)
	}
	return err
}
