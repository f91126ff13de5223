package posting

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// Corrections by hand are kept beside what the reader said, in the posting's object:
//
//   - a field that was corrected has the new value, and meta.resumax.asRead the reader's;
//   - a requirement stays in the list that the reader put it in, with moved (the list that it
//     is in now), off (terms that are none) and notForMe;
//   - a requirement added by hand has byHand.
//
// So other programs read what was corrected, and each correction can be taken back by itself.

// Correction is a change by hand to what was read of a posting: [SetFact], [RestoreFact],
// [SwitchTerm], [Move], [Strike], [Restore] or [AddRequirement].
type Correction interface {
	correct(v resume.Value) (resume.Value, error)
}

// Correct is a posting's object with a correction. Errors are sentences for people: a value that
// a field can't have, a requirement that is not there.
func Correct(v resume.Value, c Correction) (resume.Value, error) {
	if at(v, "meta", "resumax").Kind() != resume.Object { // another program's: its lists become ours
		v = FromValue(v).Update(v)
	}
	return c.correct(v)
}

// Field is a fact of a posting that can be corrected.
type Field string

// The fields, by their names in the file.
const (
	TitleField     Field = "title"
	CompanyField   Field = "company"
	LocationField  Field = "location"
	RemoteField    Field = "remote"     // Remote, Hybrid, OnSite or ""
	SalaryField    Field = "salary"     //
	TypeField      Field = "type"       //
	LevelField     Field = "experience" // intern, junior, mid, senior or ""
	YearsField     Field = "years"      // a whole number, "" for none
	DegreeField    Field = "degree"     // one of Degrees, or ""
	LanguagesField Field = "languages"  // names with commas between them
	LicensesField  Field = "licenses"   // names with commas between them
	PostedField    Field = "date"       // a day as 2026-03-31, or ""
	ClosesField    Field = "closes"     // a day as 2026-03-31, or ""
	URLField       Field = "canonical"
)

// Fields are the fields that can be corrected, in the order in which they are shown.
func Fields() []Field {
	return []Field{TitleField, CompanyField, LocationField, RemoteField, SalaryField, TypeField, LevelField, YearsField, DegreeField, LanguagesField, LicensesField, PostedField, ClosesField, URLField}
}

// Levels are the values of Posting.Level.
func Levels() []string { return []string{"intern", "junior", "mid", "senior"} }

// Fact is a field as text; lists have commas between their names.
func (p Posting) Fact(f Field) string {
	switch f {
	case TitleField:
		return p.Title
	case CompanyField:
		return p.Company
	case LocationField:
		return p.Location
	case RemoteField:
		return p.Remote
	case SalaryField:
		return p.Salary
	case TypeField:
		return p.Type
	case LevelField:
		return p.Level
	case YearsField:
		if p.Years > 0 {
			return strconv.Itoa(p.Years)
		}
	case DegreeField:
		return p.Degree
	case LanguagesField:
		return strings.Join(p.Languages, ", ")
	case LicensesField:
		return strings.Join(p.Licenses, ", ")
	case PostedField:
		return p.Posted
	case ClosesField:
		return p.Closes
	case URLField:
		return p.URL
	}
	return ""
}

// SetFact corrects a field. An empty value says that the posting doesn't say it.
type SetFact struct {
	Field Field
	Value string // as [Posting.Fact] gives it
}

func (c SetFact) correct(v resume.Value) (resume.Value, error) {
	value := strings.Join(strings.Fields(c.Value), " ")
	if err := c.Field.check(value); err != nil {
		return v, err
	}
	p := FromValue(v)
	was, corrected := p.AsRead[c.Field]
	if !corrected {
		was = p.readFact(c.Field)
	}
	if value == p.Fact(c.Field) && (corrected || value == was) {
		return v, nil
	}
	if value == was {
		return RestoreFact{c.Field}.correct(v)
	}
	if !corrected {
		own := at(v, "meta", "resumax")
		v = withOwn(v, own.With("asRead", objectOr(at(own, "asRead")).With(string(c.Field), resume.Text(was))))
	}
	return c.Field.put(v, value), nil
}

// RestoreFact makes a field what the reader said.
type RestoreFact struct{ Field Field }

func (c RestoreFact) correct(v resume.Value) (resume.Value, error) {
	own := at(v, "meta", "resumax")
	read := at(own, "asRead")
	was, ok := read.Get(string(c.Field))
	if !ok {
		return v, nil
	}
	if read = read.Without(string(c.Field)); read.Len() == 0 {
		own = own.Without("asRead")
	} else {
		own = own.With("asRead", read)
	}
	return c.Field.put(withOwn(v, own), was.Str()), nil
}

// check tells whether a field can have a value.
func (f Field) check(value string) error {
	one := func(of ...string) error {
		if value == "" || slices.Contains(of, value) {
			return nil
		}
		return fmt.Errorf("“%s” is none of %s", value, strings.Join(of, ", "))
	}
	switch f {
	case RemoteField:
		return one(Remote, Hybrid, OnSite)
	case LevelField:
		return one(Levels()...)
	case DegreeField:
		return one(Degrees()...)
	case YearsField:
		const most = 60
		if n, err := strconv.Atoi(value); value != "" && (err != nil || n < 0 || n > most) {
			return fmt.Errorf("years of experience are a whole number from 0 to %d, not “%s”", most, value)
		}
	case PostedField, ClosesField:
		if value != "" && !isDay(value) {
			return fmt.Errorf("“%s” is no date: write it as 2026-03-31", value)
		}
	default:
		if !slices.Contains(Fields(), f) {
			return fmt.Errorf("a posting has no field “%s”", f)
		}
	}
	return nil
}

// put puts a value where a field is in a posting's object.
func (f Field) put(v resume.Value, value string) resume.Value {
	own := at(v, "meta", "resumax")
	switch f {
	case LocationField:
		if value != "" {
			return v.With("location", resume.Struct(resume.Member{Name: "address", Value: resume.Text(value)}))
		}
	case YearsField:
		n, _ := strconv.Atoi(value)
		if n == 0 {
			return withOwn(v, own.Without("years"))
		}
		return withOwn(v, own.With("years", resume.Int(n)))
	case LanguagesField, LicensesField:
		names := namesOf(value)
		if len(names) == 0 {
			return withOwn(v, own.Without(string(f)))
		}
		return withOwn(v, own.With(string(f), resume.Texts(names...)))
	case DegreeField, ClosesField:
		if value == "" {
			return withOwn(v, own.Without(string(f)))
		}
		return withOwn(v, own.With(string(f), resume.Text(value)))
	case URLField:
		meta := objectOr(at(v, "meta"))
		if value == "" {
			return v.With("meta", meta.Without("canonical"))
		}
		return v.With("meta", meta.With("canonical", resume.Text(value)))
	}
	if value == "" {
		return v.Without(string(f))
	}
	return v.With(string(f), resume.Text(value))
}

func namesOf(list string) (names []string) {
	for name := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// SwitchTerm says that a term of a requirement is one, or is none.
type SwitchTerm struct {
	Requirement string // its id
	Term        string // by its name in Requirement.Any or Requirement.Off
	On          bool
}

func (c SwitchTerm) correct(v resume.Value) (resume.Value, error) {
	return correctRequirement(v, c.Requirement, func(e resume.Value) resume.Value {
		off := slices.DeleteFunc(texts(at(e, "off")), func(t string) bool { return t == c.Term })
		if !c.On && slices.Contains(texts(at(e, "any")), c.Term) {
			off = append(off, c.Term)
		}
		if len(off) == 0 {
			return e.Without("off")
		}
		return e.With("off", resume.Texts(off...))
	})
}

// Move says that a requirement is required, preferred, or neither.
type Move struct {
	Requirement string  // its id
	To          Section // Required, Preferred or Unlabeled
}

func (c Move) correct(v resume.Value) (resume.Value, error) {
	if !isList(c.To) {
		return v, fmt.Errorf("a requirement can't be moved to “%s”", c.To)
	}
	return correctRequirementIn(v, c.Requirement, func(e resume.Value, in Section) resume.Value {
		if c.To == in {
			return e.Without("moved")
		}
		return e.With("moved", resume.Text(string(c.To)))
	})
}

func isList(s Section) bool { return s == Required || s == Preferred || s == Unlabeled }

// Strike says that a requirement is "not for me", so that it counts nowhere, or that it is.
type Strike struct {
	Requirement string // its id
	NotForMe    bool
}

func (c Strike) correct(v resume.Value) (resume.Value, error) {
	return correctRequirement(v, c.Requirement, func(e resume.Value) resume.Value {
		if c.NotForMe {
			return e.With("notForMe", resume.Flag(true))
		}
		return e.Without("notForMe")
	})
}

// Restore makes a requirement what the reader said. One that was added by hand goes.
type Restore struct{ Requirement string }

func (c Restore) correct(v resume.Value) (resume.Value, error) {
	return correctRequirement(v, c.Requirement, func(e resume.Value) resume.Value {
		if at(e, "byHand").True() {
			return resume.Value{}
		}
		return e.Without("moved").Without("off").Without("notForMe")
	})
}

// AddRequirement adds a requirement by hand: one for each group that the reader finds in its
// text, or one of the text's words where it finds none. One that is there already is moved,
// and counts again.
type AddRequirement struct {
	Text     string
	Sentence string  // of the posting, "" where it doesn't say it
	To       Section // Required, Preferred or Unlabeled
}

func (c AddRequirement) correct(v resume.Value) (resume.Value, error) {
	text := strings.Join(strings.Fields(c.Text), " ")
	const longest = 500
	switch {
	case !isList(c.To):
		return v, fmt.Errorf("a requirement can't be added to “%s”", c.To)
	case !strings.ContainsFunc(text, isWordRune):
		return v, fmt.Errorf("a requirement needs words")
	case len(text) > longest:
		return v, fmt.Errorf("a requirement is a sentence at most")
	}
	p := FromValue(v)
	for _, q := range requirementsIn(text, p.Language, c.To) {
		q.ByHand, q.Count = true, 1
		q.Sentence = cmp.Or(strings.Join(strings.Fields(c.Sentence), " "), q.Sentence)
		q.ID = q.identity()
		if i := slices.IndexFunc(p.all(), func(o Requirement) bool { return o.sameAs(q) }); i >= 0 {
			next, err := Restore{p.all()[i].ID}.correct(v)
			if p.all()[i].ByHand {
				next, err = Strike{p.all()[i].ID, false}.correct(v)
			}
			if err != nil {
				return v, err
			}
			if v, err = (Move{p.all()[i].ID, c.To}).correct(next); err != nil {
				return v, err
			}
			continue
		}
		own := at(v, "meta", "resumax")
		v = withOwn(v, own.With(string(c.To), resume.List(append(slices.Clone(at(own, string(c.To)).Items()), q.value())...)))
		p = FromValue(v)
	}
	return v, nil
}

// requirementsIn are the requirements that a text names, as a point of a list would.
func requirementsIn(text, language string, to Section) (all []Requirement) {
	const shortest = 4 // words of what may be a term that no list has
	r := &reading{words: wordsOf(language)}
	tokens := tokensOf(text)
	p := part{line: line{text: text, item: true}, tokens: tokens, in: to, spoken: len(tokens) == 1}
	for _, g := range r.groups(text, tokens, r.mentionsIn(text, tokens, p)) {
		if q := requirementOf(text, g); len(q.Any) > 0 {
			all = append(all, q)
		}
	}
	switch {
	case len(all) > 0:
		return all
	case len(strings.Fields(text)) <= shortest:
		return []Requirement{{Any: []string{text}, Text: text, Sentence: text}}
	}
	return []Requirement{{Any: []string{}, Text: text, Sentence: text, Kind: Other}}
}

// all are the requirements of a posting, list by list.
func (p Posting) all() []Requirement {
	return slices.Concat(p.Required, p.Preferred, p.Unlabeled, p.Mentioned)
}

// Requirement is the requirement with an id, and the list that it is in: About for those
// that are only mentioned.
func (p Posting) Requirement(id string) (Requirement, Section, bool) {
	for _, l := range p.lists() {
		for _, q := range *l.list {
			if q.ID == id {
				return q, l.section(), true
			}
		}
	}
	return Requirement{}, NoSection, false
}

// Corrected reports whether anything of a posting was corrected by hand.
func (p Posting) Corrected() bool {
	return len(p.AsRead) > 0 || slices.ContainsFunc(p.all(), Requirement.Corrected)
}

// Corrected reports whether a requirement was corrected or added by hand.
func (q Requirement) Corrected() bool {
	return q.ByHand || q.NotForMe || q.ReadAs != NoSection || len(q.Off) > 0
}

// terms are those that the reader gave a requirement.
func (q Requirement) terms() []string {
	return slices.Sorted(slices.Values(slices.Concat(q.Any, q.Off)))
}

// identity is a requirement's id.
func (q Requirement) identity() string {
	h := fnv.New64a()
	h.Write([]byte(key(q.Sentence)))
	for _, t := range q.terms() {
		h.Write([]byte("\x00" + t))
	}
	if len(q.Any)+len(q.Off) == 0 {
		h.Write([]byte("\x01" + key(q.Text)))
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// sameAs reports whether two requirements ask for the same.
func (q Requirement) sameAs(o Requirement) bool {
	if a := q.terms(); len(a) > 0 {
		return slices.Equal(a, o.terms())
	}
	return len(o.terms()) == 0 && key(q.Text) == key(o.Text)
}

// correctRequirement edits the object of a requirement; it goes where the edit gives null.
func correctRequirement(v resume.Value, id string, edit func(resume.Value) resume.Value) (resume.Value, error) {
	return correctRequirementIn(v, id, func(e resume.Value, _ Section) resume.Value { return edit(e) })
}

func correctRequirementIn(v resume.Value, id string, edit func(resume.Value, Section) resume.Value) (resume.Value, error) {
	own := at(v, "meta", "resumax")
	var p Posting
	for _, l := range p.lists() {
		items := slices.Clone(at(own, l.name).Items())
		for i, e := range items {
			if requirementFrom(e).identity() != id {
				continue
			}
			if next := edit(e, l.section()); next.IsNull() {
				items = slices.Delete(items, i, i+1)
			} else {
				items[i] = next
			}
			if len(items) == 0 {
				return withOwn(v, own.Without(l.name)), nil
			}
			return withOwn(v, own.With(l.name, resume.List(items...))), nil
		}
	}
	return v, fmt.Errorf("the posting has no such requirement any more")
}

// withOwn is a posting's object with another meta.resumax.
func withOwn(v, own resume.Value) resume.Value {
	return v.With("meta", objectOr(at(v, "meta")).With("resumax", own))
}

// objectOr is a value, or an empty object for what is none.
func objectOr(v resume.Value) resume.Value {
	if v.Kind() != resume.Object {
		return resume.Struct()
	}
	return v
}

// settle makes of what the reader said what corrections made of it: requirements go to the lists
// that they were moved to, and years, degree, languages and licenses are those that still
// count. A field that was corrected itself stays.
func (p *Posting) settle() {
	lists := p.lists()
	changed := map[Kind]bool{}
	var moved []Requirement
	var to []Section
	for _, l := range lists {
		kept := (*l.list)[:0]
		for _, q := range *l.list {
			if q.Corrected() {
				changed[q.Kind] = true
			}
			if q.ReadAs == NoSection {
				kept = append(kept, q)
				continue
			}
			in := q.ReadAs
			q.ReadAs = l.section()
			moved, to = append(moved, q), append(to, in)
		}
		*l.list = kept
	}
	for i, q := range moved {
		for _, l := range lists {
			if l.section() == to[i] {
				*l.list = append(*l.list, q)
			}
		}
	}
	if changed[Degree] || changed[License] || changed[Language] || changed[Years] {
		p.found = &found{p.Years, p.Degree, p.Languages, p.Licenses}
		p.count(changed)
	}
}

// count finds anew what a posting asks for in all, of the kinds that changed.
func (p *Posting) count(changed map[Kind]bool) {
	names := func(list []string, kind Kind) []string {
		kept := []string{}
		for _, name := range list {
			if p.counts(kind, name, true) || !p.counts(kind, name, false) {
				kept = append(kept, name)
			}
		}
		for _, q := range slices.Concat(p.Required, p.Preferred, p.Unlabeled) {
			for _, name := range q.Any {
				if q.Kind == kind && !q.NotForMe && q.Corrected() && !slices.Contains(kept, name) && name != equivalent {
					kept = append(kept, name)
				}
			}
		}
		return kept
	}
	corrected := func(f Field) bool { _, ok := p.AsRead[f]; return ok }
	if changed[License] && !corrected(LicensesField) {
		p.Licenses = names(p.Licenses, License)
	}
	if changed[Language] && !corrected(LanguagesField) {
		p.Languages = names(p.Languages, Language)
	}
	if changed[Degree] && !corrected(DegreeField) {
		p.Degree = cmp.Or(lowestDegree(slices.Concat(p.Required, p.Unlabeled)), lowestDegree(p.Preferred))
	}
	if changed[Years] && !corrected(YearsField) {
		r := &reading{words: wordsOf(p.Language)}
		p.Years = cmp.Or(r.mostYears(p.Required), r.mostYears(p.Unlabeled), r.mostYears(p.Preferred))
	}
}

// counts reports whether a requirement of a kind names something: one that counts, or any.
func (p *Posting) counts(kind Kind, name string, counting bool) bool {
	return slices.ContainsFunc(p.all(), func(q Requirement) bool {
		if q.Kind != kind {
			return false
		}
		if counting {
			return !q.NotForMe && slices.Contains(q.Any, name)
		}
		return slices.Contains(q.terms(), name)
	})
}

func lowestDegree(list []Requirement) string {
	lowest := len(Degrees())
	for _, q := range list {
		for _, name := range q.Any {
			if i := slices.Index(Degrees(), name); i >= 0 && q.Kind == Degree && !q.NotForMe {
				lowest = min(lowest, i)
			}
		}
	}
	if lowest == len(Degrees()) {
		return ""
	}
	return Degrees()[lowest]
}

func (r *reading) mostYears(list []Requirement) (most int) {
	for _, q := range list {
		if !q.NotForMe {
			most = max(most, r.yearsIn(tokensOf(q.Sentence)))
		}
	}
	return most
}

// readFact is a field as the reader said it, whatever corrections of requirements made of it.
func (p *Posting) readFact(f Field) string {
	if p.found != nil {
		q := Posting{Years: p.found.years, Degree: p.found.degree, Languages: p.found.languages, Licenses: p.found.licenses}
		switch f {
		case YearsField, DegreeField, LanguagesField, LicensesField:
			return q.Fact(f)
		}
	}
	return p.Fact(f)
}

// Reread is the object of a posting that was read anew: what the reader says now, with the
// corrections that were made by hand. A requirement is found again by its id, else by its
// sentence and a term; one that was moved or added and is not found stays, as added by hand.
func Reread(old resume.Value, anew Posting) resume.Value {
	was := FromValue(old)
	v := anew.Update(old)
	for _, f := range Fields() {
		_, corrected := was.AsRead[f]
		if _, again := anew.AsRead[f]; corrected && !again {
			v, _ = SetFact{f, was.Fact(f)}.correct(v)
		}
	}
	for _, l := range was.lists() {
		for _, q := range *l.list {
			if q.Corrected() {
				v = again(v, q, l.section())
			}
		}
	}
	return v
}

// again makes the corrections of a requirement anew.
func again(v resume.Value, q Requirement, in Section) resume.Value {
	p := FromValue(v)
	i := slices.IndexFunc(p.all(), func(o Requirement) bool { return o.ID == q.ID })
	if i < 0 {
		i = slices.IndexFunc(p.all(), func(o Requirement) bool {
			return key(o.Sentence) == key(q.Sentence) && (slices.ContainsFunc(q.terms(), func(t string) bool { return slices.Contains(o.terms(), t) }) || len(q.terms())+len(o.terms()) == 0)
		})
	}
	if i < 0 && (q.ByHand || q.ReadAs != NoSection) && isList(in) {
		own := at(v, "meta", "resumax")
		q.ByHand, q.ReadAs = true, NoSection
		return withOwn(v, own.With(string(in), resume.List(append(slices.Clone(at(own, string(in)).Items()), q.value())...)))
	}
	if i < 0 {
		return v
	}
	id := p.all()[i].ID
	var corrections []Correction
	for _, t := range q.Off {
		corrections = append(corrections, SwitchTerm{id, t, false})
	}
	if q.NotForMe && len(q.Any) > 0 || q.NotForMe && len(q.Off) == 0 {
		corrections = append(corrections, Strike{id, true})
	}
	if (q.ReadAs != NoSection || q.ByHand) && isList(in) {
		corrections = append(corrections, Move{id, in})
	}
	for _, c := range corrections {
		if next, err := c.correct(v); err == nil {
			v = next
		}
	}
	return v
}
