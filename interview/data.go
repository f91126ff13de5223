package interview

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/language/terms"
)

// numberKind is what is asked about the numbers of one kind.
type numberKind struct {
	ID        string           `toml:"id"`
	Name      string           `toml:"name"`
	Audience  Audience         `toml:"audience"`
	Metrics   []string         `toml:"metrics"`
	Words     string           `toml:"words"`
	Counted   bool             `toml:"counted"`
	Window    bool             `toml:"window"`
	Direction string           `toml:"direction"`
	Money     string           `toml:"money"`
	Why       string           `toml:"why"`
	Points    []string         `toml:"points"`
	Then      []string         `toml:"then"`
	Questions []numberQuestion `toml:"question"`

	words map[string]bool
}

type numberQuestion struct {
	Text   string   `toml:"text"`
	Needs  []string `toml:"needs"`
	Verbs  []string `toml:"verbs"`
	Fields []string `toml:"fields"`
}

// tradeOff is what is weighed against a term.
type tradeOff struct {
	Terms   []string `toml:"terms"`
	Phrases []string `toml:"phrases"`
	Here    string   `toml:"here"`
	Choices []string `toml:"choices"`
	Trap    string   `toml:"trap"`

	practice bool
}

// group is the questions of a kind that all fields share.
type group struct {
	ID        string   `toml:"id"`
	Audience  Audience `toml:"audience"`
	Why       string   `toml:"why"`
	Points    []string `toml:"points"`
	Then      []string `toml:"then"`
	Questions []string `toml:"questions"`
}

// field is a field of work.
type field struct {
	ID         string          `toml:"id"`
	Name       string          `toml:"name"`
	Titles     []string        `toml:"titles"`
	Categories []string        `toml:"categories"`
	Questions  []fieldQuestion `toml:"question"`
}

type fieldQuestion struct {
	Text     string   `toml:"text"`
	Audience Audience `toml:"audience"`
	About    string   `toml:"about"`
	Points   []string `toml:"points"`
}

// data is all that is asked.
type data struct {
	kinds     []*numberKind
	kindsOf   map[string]uint64 // by their words: a bit for each of kinds
	byID      map[string]*numberKind
	tradeOffs map[string]*tradeOff // by the terms' names
	phrases   map[string]*tradeOff
	groups    map[string]*group
	fields    []*field
	weak      map[string]bool
	then, why map[string][]string // of questions of roles, by what they are about
	ask       map[string][]string // what to ask them, by audience

	titles     map[string]titleWord
	categories map[terms.Category]*field
	templates  int // how many questions there are
}

// titleWord is the field that a word or a phrase of titles tells.
type titleWord struct {
	field *field
	words int
}

var load = sync.OnceValue(func() *data {
	d, err := read(assets.Interview)
	if err != nil {
		panic(err) // the files are embedded; a test reads them
	}
	return d
})

// What a question may need of its number.
var needs = []string{"number", "change", "by", "what", "percentile", "window", "zero", "attribute", "few", "some", "many", "things"}

// read reads the files and checks them. Errors have file and line.
func read(files fs.FS) (*data, error) {
	d := &data{tradeOffs: map[string]*tradeOff{}, phrases: map[string]*tradeOff{}, groups: map[string]*group{}, weak: map[string]bool{},
		titles: map[string]titleWord{}, categories: map[terms.Category]*field{}, then: map[string][]string{}, why: map[string][]string{}}
	for _, step := range []func(fs.FS) error{d.readNumbers, d.readGroups, d.readFields, d.readTradeOffs} {
		if err := step(files); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// decode reads one file.
func decode(files fs.FS, name string, into any) (tomlfile.Text, error) {
	text, err := fs.ReadFile(files, "interview/"+name)
	t := tomlfile.Text{File: name, Data: text}
	if err != nil {
		return t, err
	}
	meta, err := t.Decode(into)
	if err != nil {
		return t, err
	}
	return t, t.Unknown(meta, "known member", nil)
}

// checked reports what is missing in what all kinds of questions have.
func checked(t tomlfile.Text, id string, audience Audience, why string, points, then []string) error {
	line := t.LineWith(`"` + id + `"`)
	switch {
	case id == "":
		return t.Errorf(0, "an entry has no id")
	case !slices.Contains(Audiences, audience):
		return t.Errorf(line, "%s: “%s” is no audience", id, audience)
	case why == "":
		return t.Errorf(line, "%s: why is missing", id)
	case len(points) < 2:
		return t.Errorf(line, "%s: points are missing", id)
	case len(then) != FollowUps:
		return t.Errorf(line, "%s: then has %d questions instead of %d", id, len(then), FollowUps)
	}
	return nil
}

// question checks a question.
func (d *data) question(t tomlfile.Text, text string, places ...string) error {
	d.templates++
	line := t.LineWith(text)
	if text != "{q}" && !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, ".") {
		return t.Errorf(line, "“%s” does not end as a sentence", text)
	}
	rest := text
	for {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return nil
		}
		name, more, ok := strings.Cut(after, "}")
		if !ok || !slices.Contains(places, name) {
			return t.Errorf(line, "“%s”: {%s} is not known here", text, name)
		}
		rest = more
	}
}

func (d *data) readNumbers(files fs.FS) error {
	var f struct {
		Kind []*numberKind `toml:"kind"`
	}
	t, err := decode(files, "numbers.toml", &f)
	if err != nil {
		return err
	}
	for _, k := range f.Kind {
		if err := checked(t, k.ID, k.Audience, k.Why, k.Points, k.Then); err != nil {
			return err
		}
		k.words = map[string]bool{}
		for w := range strings.FieldsSeq(k.Words) {
			k.words[w] = true
		}
		plain := false
		for _, q := range k.Questions {
			if err := d.question(t, q.Text, "n", "r", "what"); err != nil {
				return err
			}
			for _, n := range q.Needs {
				if !slices.Contains(needs, n) {
					return t.Errorf(t.LineWith(q.Text), "“%s” is nothing that a question needs", n)
				}
			}
			plain = plain || slices.Equal(q.Needs, []string{"number"}) && len(q.Verbs)+len(q.Fields) == 0
		}
		if !plain {
			return t.Errorf(t.LineWith(`"`+k.ID+`"`), "%s: no question needs a number alone", k.ID)
		}
	}
	const most = 64 // bits
	if len(f.Kind) > most {
		return t.Errorf(0, "%d kinds are more than %d", len(f.Kind), most)
	}
	d.kinds, d.byID, d.kindsOf = f.Kind, map[string]*numberKind{}, map[string]uint64{}
	for i, k := range f.Kind {
		for w := range k.words {
			d.kindsOf[w] |= 1 << i
		}
	}
	for _, k := range f.Kind {
		d.byID[k.ID] = k
	}
	for _, id := range []string{"scope", "share"} {
		if d.byID[id] == nil {
			return t.Errorf(0, "the kind %s is missing", id)
		}
	}
	return nil
}

func (d *data) readGroups(files fs.FS) error {
	var f struct {
		Group []*group            `toml:"group"`
		Then  map[string][]string `toml:"then"`
		Why   map[string]string   `toml:"why"`
		Ask   map[string][]string `toml:"ask"`
	}
	t, err := decode(files, "questions.toml", &f)
	if err != nil {
		return err
	}
	for _, g := range f.Group {
		if err := checked(t, g.ID, g.Audience, g.Why, g.Points, g.Then); err != nil {
			return err
		}
		for _, q := range g.Questions {
			if err := d.question(t, q, "q", "term", "place", "title", "from", "to", "months"); err != nil {
				return err
			}
		}
		d.groups[g.ID] = g
	}
	for about, then := range f.Then {
		if len(then) != FollowUps || f.Why[about] == "" {
			return t.Errorf(t.LineWith(about+" ="), "%s: it needs %d questions, and why", about, FollowUps)
		}
		d.then[about], d.why[about] = then, []string{f.Why[about]}
	}
	for _, a := range Audiences {
		if len(f.Ask[string(a)]) == 0 {
			return t.Errorf(t.LineWith("[ask]"), "there is nothing to ask a %s", a)
		}
	}
	d.ask = f.Ask
	for _, id := range groupIDs {
		if d.groups[id] == nil {
			return t.Errorf(0, "the group %s is missing", id)
		}
	}
	return nil
}

func (d *data) readFields(files fs.FS) error {
	var f struct {
		Weak  string   `toml:"weak"`
		Field []*field `toml:"field"`
	}
	t, err := decode(files, "fields.toml", &f)
	if err != nil {
		return err
	}
	for w := range strings.FieldsSeq(f.Weak) {
		d.weak[w] = true
	}
	ids := map[string]bool{}
	for _, fd := range f.Field {
		line := t.LineWith(`"` + fd.ID + `"`)
		if fd.ID == "" || fd.Name == "" || ids[fd.ID] || len(fd.Titles) == 0 || len(fd.Questions) == 0 {
			return t.Errorf(line, "%s: id, name, titles or questions are missing, or it is there twice", fd.ID)
		}
		ids[fd.ID] = true
		for _, w := range fd.Titles {
			if _, twice := d.titles[w]; !twice { // the first field has it
				d.titles[w] = titleWord{fd, len(strings.Fields(w))}
			}
		}
		for _, c := range fd.Categories {
			if !slices.Contains(terms.Categories(), terms.Category(c)) {
				return t.Errorf(line, "%s: “%s” is no category of terms", fd.ID, c)
			}
			d.categories[terms.Category(c)] = fd
		}
		for _, q := range fd.Questions {
			if err := d.question(t, q.Text); err != nil {
				return err
			}
			if d.then[q.About] == nil || !slices.Contains(Audiences, q.Audience) || len(q.Points) < 1 {
				return t.Errorf(t.LineWith(q.Text), "“%s”: about, audience or points are missing", q.Text)
			}
		}
	}
	d.fields = f.Field
	for _, k := range d.kinds {
		for _, q := range k.Questions {
			for _, id := range q.Fields {
				if !ids[id] {
					return t.Errorf(0, "numbers.toml names the field “%s”, which is not there", id)
				}
			}
		}
	}
	return nil
}

func (d *data) readTradeOffs(files fs.FS) error {
	names, err := fs.Glob(files, "interview/tradeoffs-*.toml")
	if err != nil {
		return err
	}
	for _, name := range names {
		var f struct {
			Practice bool        `toml:"practice"`
			TradeOff []*tradeOff `toml:"tradeoff"`
		}
		t, err := decode(files, strings.TrimPrefix(name, "interview/"), &f)
		if err != nil {
			return err
		}
		for i, o := range f.TradeOff {
			line := t.LineOfTable("tradeoff", i)
			o.practice = f.Practice
			if len(o.Terms)+len(o.Phrases) == 0 || o.Here == "" || len(o.Choices) < 2 || o.Trap == "" {
				return t.Errorf(line, "terms, here, two choices or the trap are missing")
			}
			for _, c := range o.Choices {
				if _, when, ok := strings.Cut(c, ": "); !ok || when == "" {
					return t.Errorf(line, "“%s” does not say when it wins", c)
				}
			}
			for _, n := range o.Terms {
				if d.tradeOffs[n] != nil {
					return t.Errorf(line, "“%s” is weighed twice", n)
				}
				d.tradeOffs[n] = o
			}
			for _, p := range o.Phrases {
				d.phrases[p] = o
			}
		}
	}
	return nil
}

// ToAsk is what to ask an audience.
func ToAsk(a Audience) []string { return slices.Clone(load().ask[string(a)]) }
