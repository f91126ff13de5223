package application

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/resume"
)

// FactKind is what a fact is about.
type FactKind string

// The kinds of facts, in the order in which forms ask for them.
const (
	Permit        FactKind = "permit"     // right to work, visa
	Availability  FactKind = "start"      // earliest start, notice period
	License       FactKind = "license"    // a license of a trade: its name, number, state, expiry
	DriverLicense FactKind = "driver"     // a driver's license: its class, number, state, expiry
	Clearance     FactKind = "clearance"  // a security clearance
	Salary        FactKind = "salary"     // what is asked for
	Relocation    FactKind = "relocation" // whether and where to
	Travel        FactKind = "travel"     // how much
	References    FactKind = "references" // who, or on request
	OtherFact     FactKind = "other"
)

// FactKinds are all kinds, in order.
var FactKinds = []FactKind{Permit, Availability, License, DriverLicense, Clearance, Salary, Relocation, Travel, References, OtherFact}

// Label is what a form calls facts of a kind.
func (k FactKind) Label() string {
	switch k {
	case Permit:
		return "Work permit"
	case Availability:
		return "Earliest start"
	case License:
		return "License"
	case DriverLicense:
		return "Driver's license"
	case Clearance:
		return "Security clearance"
	case Salary:
		return "Desired salary"
	case Relocation:
		return "Relocation"
	case Travel:
		return "Willing to travel"
	case References:
		return "References"
	}
	return "Other"
}

// HasNumber reports whether facts of a kind have a number, a state and an expiry.
func (k FactKind) HasNumber() bool { return k == License || k == DriverLicense }

// Fact is something that application forms ask for and resumes mostly don't say. It is kept in
// the project, in meta.resumax.facts, and is no part of any resume: see [Print].
type Fact struct {
	ID    string
	Kind  FactKind
	Label string // what the form calls it, "" for the kind's label
	Value string // "Permanent resident", "4 weeks", "Registered nurse (RN)"

	Number, State string      // of a license, and who issued it
	Expires       resume.Date // of a license
}

// Name is what the fact is called.
func (f Fact) Name() string {
	if f.Label != "" {
		return f.Label
	}
	return f.Kind.Label()
}

// Line is the fact in one line, without the number of a license.
func (f Fact) Line() string {
	line := f.Value
	if f.State != "" {
		line = strings.TrimPrefix(line+", "+f.State, ", ")
	}
	return line
}

var factsAt = resume.MetaAddress(resume.MetaFacts).Child("items")

var factMembers = texts("id kind label value number state expires")

func (f Fact) value() resume.Value {
	return fields("id kind label value number state expires", f.ID, string(f.Kind), oneLine(f.Label), strings.TrimSpace(f.Value), oneLine(f.Number), oneLine(f.State), f.Expires.ISO())
}

// Facts are the facts of a project, in their order.
func Facts(d resume.Document) (all []Fact) {
	list, _ := d.Get(factsAt)
	for _, v := range list.Items() {
		if v.Kind() != resume.Object || text(v, "id") == "" {
			continue
		}
		f := Fact{text(v, "id"), FactKind(text(v, "kind")), text(v, "label"), text(v, "value"), text(v, "number"), text(v, "state"), day(v, "expires")}
		if !slices.Contains(FactKinds, f.Kind) {
			f.Kind = OtherFact
		}
		all = append(all, f)
	}
	return all
}

// sensitive are the words of assets/applications/sensitive.toml, each between spaces.
var sensitive = sync.OnceValue(func() (lists struct{ equal, accounts []string }) {
	var file struct{ Equal, Accounts []string }
	tomlfile.Embedded(assets.Applications, "applications/sensitive.toml", &file)
	for _, w := range file.Equal {
		lists.equal = append(lists.equal, " "+normal(w)+" ")
	}
	for _, w := range file.Accounts {
		lists.accounts = append(lists.accounts, " "+normal(w)+" ")
	}
	return lists
})

// SensitiveError says that a fact is of those that no file should hold.
type SensitiveError struct {
	Label   string
	Account bool // a number that opens accounts, rather than an answer on equal opportunity
}

func (e *SensitiveError) Error() string {
	if e.Account {
		return fmt.Sprintf("“%s” is not kept: whoever gets this file could misuse it. Enter it on the form itself", e.Label)
	}
	return fmt.Sprintf("“%s” is not kept: answers on equal opportunity are voluntary and are no part of an application", e.Label)
}

// checkSensitive refuses the label of a fact that is not to be kept.
func checkSensitive(label string) error {
	said := " " + strings.Join(wordsIn(label), " ") + " "
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(said, w) })
	}
	switch {
	case has(sensitive().accounts):
		return &SensitiveError{label, true}
	case has(sensitive().equal):
		return &SensitiveError{label, false}
	}
	return nil
}

// AddFact adds a fact, last, and returns its id. Answers on equal opportunity and numbers that
// open accounts are refused with a [SensitiveError].
func AddFact(d resume.Document, f Fact) (resume.Document, string, error) {
	if err := checkSensitive(f.Name()); err != nil {
		return d, "", err
	}
	f.ID = ""
	f.ID = string(resume.NewIDs(d).For(factsAt, f.value()))
	next, err := d.Insert(factsAt.Item(d.ListLen(factsAt)), f.value())
	return next, f.ID, err
}

func locateFact(d resume.Document, id string) (resume.Address, resume.Value, error) {
	list, _ := d.Get(factsAt)
	for i, v := range list.Items() {
		if id != "" && text(v, "id") == id {
			return factsAt.Item(i), v, nil
		}
	}
	return "", resume.Value{}, &resume.AddressError{Address: factsAt, Reason: "there is no such fact"}
}

// UpdateFact puts what is said of a fact in place of what the file says. Where the resume
// prints it and says what [Print] put there, it follows.
func UpdateFact(d resume.Document, f Fact) (resume.Document, error) {
	at, v, err := locateFact(d, f.ID)
	if err != nil {
		return d, err
	}
	if err := checkSensitive(f.Name()); err != nil {
		return d, err
	}
	var was Fact
	for _, have := range Facts(d) {
		if have.ID == f.ID {
			was = have
		}
	}
	next, err := d.Set(at, updated(v, f.value(), factMembers))
	if err != nil {
		return d, err
	}
	if item, ok := printedAt(d, f.ID); ok {
		if shown, _ := d.Get(item); shown.Without("id").Equal(was.item()) {
			now := f.item()
			if id, ok := shown.Get("id"); ok {
				now = now.With("id", id)
			}
			return next.Set(item, now)
		}
	}
	return next, nil
}

// DeleteFact deletes a fact. What the resume prints of it stays: that is the resume's.
func DeleteFact(d resume.Document, id string) (resume.Document, error) {
	at, _, err := locateFact(d, id)
	if err != nil {
		return d, err
	}
	if d, err = d.Remove(at); err == nil && d.ListLen(factsAt) == 0 {
		d = d.Without(factsAt)
	}
	if own, _ := d.Get(resume.MetaAddress(resume.MetaFacts)); err == nil && own.Len() == 0 {
		d = d.Without(resume.MetaAddress(resume.MetaFacts))
	}
	return d, err
}

// A fact that is to be printed becomes an entry of the resume: of the section Certificates if
// it is a license of a trade, else of a custom section with this heading. That is an entry like
// any other, which can be seen, edited, hidden and reordered, in a variant too: nothing is
// printed that stands nowhere in the resume. A member tells from which fact it came: an id
// would not do, since a variant gives what is added in it ids of its own.
const (
	additional = "Additional information"
	factMark   = "x-fact" // by its name one for programs
)

// item is the entry of a fact in the resume. The number of a license is left out: it is
// nobody's business but the form's.
func (f Fact) item() resume.Value {
	var v resume.Value
	if f.Kind == License {
		v = v.With("name", resume.Text(f.Value))
		if f.State != "" {
			v = v.With("issuer", resume.Text(f.State))
		}
	} else {
		v = v.With("summary", resume.Text(f.Name()+": "+oneLine(f.Line())))
	}
	return v.With(factMark, resume.Text(f.ID))
}

// printedAt is the entry of the resume that came from a fact.
func printedAt(d resume.Document, id string) (resume.Address, bool) {
	r := d.Resume()
	for _, c := range r.Certificates {
		if factAt(d, c.Address) == id {
			return c.Address, true
		}
	}
	for _, s := range r.Custom {
		for _, item := range s.Items {
			if factAt(d, item.Address) == id {
				return item.Address, true
			}
		}
	}
	return "", false
}

// factAt is the id of the fact from which an entry came, "" for any other.
func factAt(d resume.Document, at resume.Address) string {
	v, _ := d.Get(at)
	return text(v, factMark)
}

// Printed is where the resume prints a fact, and false if it does not: no entry came from it,
// or that entry or its section is hidden. The document may be a variant's view.
func Printed(d resume.Document, id string) (resume.Address, bool) {
	at, ok := printedAt(d, id)
	if !ok {
		return "", false
	}
	if hidden, _ := d.Get(at.Child("hidden")); hidden.True() || d.IsHidden(d.Resume().SectionOf(at)) {
		return at, false
	}
	return at, true
}

// Print makes a fact an entry of the resume, or, with on false, takes that entry away.
func Print(d resume.Document, id string, on bool) (resume.Document, error) {
	_, v, err := locateFact(d, id)
	if err != nil {
		return d, err
	}
	at, there := printedAt(d, id)
	if !on {
		if !there {
			return d, nil
		}
		if d, err = d.Remove(at); err != nil {
			return d, err
		}
		if list := at.Parent(); d.ListLen(list) == 0 && d.Resume().SectionOf(list) != "" {
			if s, ok := d.Resume().Section(d.Resume().SectionOf(list)); ok && s.Custom && s.Title == additional {
				return d.RemoveSection(s.Key)
			}
		}
		return d, nil
	}
	if there {
		if at, shown := Printed(d, id); !shown {
			if d, err = d.HideSection(d.Resume().SectionOf(at), false); err != nil {
				return d, err
			}
			return d.Without(at.Child("hidden")), nil
		}
		return d, nil
	}
	var f Fact
	for _, have := range Facts(d) {
		if have.ID == text(v, "id") {
			f = have
		}
	}
	if strings.TrimSpace(f.Value) == "" {
		return d, fmt.Errorf("“%s” says nothing yet", f.Name())
	}
	list := resume.Root.Child("certificates")
	if f.Kind == License {
		if s, ok := d.Resume().Section("certificates"); ok {
			list = s.Address
		}
	} else if list, err = additionalSection(&d); err != nil {
		return d, err
	}
	return d.Insert(list.Item(d.ListLen(list)), f.item())
}

// additionalSection is the section in which facts are printed: the one in which some are, else
// the one of that heading, else a new one.
func additionalSection(d *resume.Document) (resume.Address, error) {
	r := d.Resume()
	for _, s := range r.Custom {
		if slices.ContainsFunc(s.Items, func(i resume.CustomItem) bool { return factAt(*d, i.Address) != "" }) {
			return resume.Root.Child(s.Key), nil
		}
	}
	for _, s := range r.Sections {
		if s.Custom && strings.EqualFold(s.Title, additional) {
			return s.Address, nil
		}
	}
	next, key, err := d.AddSection(additional)
	if err == nil {
		*d = next
	}
	return resume.Root.Child(key), err
}
