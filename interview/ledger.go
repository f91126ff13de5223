package interview

import (
	"slices"
	"strconv"
	"strings"

	"resumax/interview/prep"
	"resumax/language/arithmetic"
	"resumax/language/metric"
	"resumax/resume"
	"resumax/resume/variant"
)

// figures are those of a text. In languages of which the numbers are not known a comma or a dot in
// one may mean either, and no arithmetic is better than wrong one.
func (m *maker) figures(t *text) []arithmetic.Figure {
	if t.sure {
		return t.figures
	}
	return slices.DeleteFunc(slices.Clone(t.figures), func(f arithmetic.Figure) bool { return strings.ContainsAny(t.plain[f.Start:f.End], ",.") })
}

// statement is a text with numbers and where it is.
type statement struct {
	line
	group string
}

// statements are all texts of the resume that may have numbers, in its order, and the letters.
func (m *maker) statements() []statement {
	known := map[resume.Address]*line{}
	for i := range m.lines {
		known[m.lines[i].address] = &m.lines[i]
	}
	var all []statement
	for _, s := range m.r.Sentences() {
		l := known[s.Address]
		if l == nil {
			t := m.d.text(s.Text)
			l = &line{address: s.Address, text: t, place: string(s.Address.Section()) + "|" + t.opening()}
		}
		all = append(all, statement{*l, groupOf(s.Address)})
	}
	for _, l := range m.in.Letters {
		all = append(all, statement{line{address: l.Address, text: m.d.text(l.Text)}, ""})
	}
	return all
}

// groupOf is the item that a text is about, "" for the summary, which is about all.
func groupOf(a resume.Address) string {
	if a.Within(resume.Basics) {
		return ""
	}
	if t := a.Tokens(); len(t) >= 2 {
		return t[0] + "/" + t[1]
	}
	return string(a)
}

// contradictions are the numbers that exclude each other, in one text and in two.
func (m *maker) contradictions() []Contradiction {
	all := []Contradiction{}
	texts := m.statements()
	if m.foreign {
		for _, s := range texts {
			for _, w := range s.text.wrong {
				if s.text.sure {
					all = append(all, Contradiction{[]resume.Address{s.address}, w.Text + "."})
				}
			}
		}
		return all
	}
	claims := make([]arithmetic.Statement, len(texts))
	for i, s := range texts {
		for _, w := range s.text.wrong {
			all = append(all, Contradiction{[]resume.Address{s.address}, w.Text + "."})
		}
		claims[i] = arithmetic.Statement{Claims: s.text.claims, Group: s.group, Text: s.text.plain}
	}
	for _, c := range arithmetic.Between(claims) {
		all = append(all, Contradiction{[]resume.Address{texts[c.A].address, texts[c.B].address}, "“" + c.AText + "” here, “" + c.BText + "” there, of the same thing."})
	}
	return all
}

// ledger is every number of the resume once.
func (m *maker) ledger() []Claim {
	ledger := []Claim{}
	type source struct {
		at    int // in the ledger
		claim *arithmetic.Claim
	}
	var known []source
	var later []statement // the summary's numbers are those of bullets, where these have them
	one := func(s statement) {
		count := map[string]int{}
	numbers:
		for _, x := range s.text.measured() {
			claim := claimAt(s.text.claims, x.Start)
			for _, k := range known {
				if s.group == "" && claim != nil && arithmetic.Same(*claim, *k.claim) {
					ledger[k.at].Cites = append(ledger[k.at].Cites, s.address)
					continue numbers
				}
			}
			unit := unitText(x)
			key := x.Kind.String() + "|" + unit
			if count[key]++; count[key] > 1 {
				key += "#" + itoa(count[key])
			}
			c := Claim{Address: s.address, Quote: s.text.quote(x.Start, x.End), Value: tidy(x.Amount()), Unit: unit, place: s.place, key: key, hard: s.hard, Hash: hashOfNumber(x)}
			for _, n := range s.text.numbers {
				if n.start <= x.Start && x.Start < n.end {
					c.Kind = n.kind.ID
				}
			}
			if claim != nil {
				known = append(known, source{len(ledger), claim})
			}
			ledger = append(ledger, c)
		}
	}
	for _, s := range m.statements() {
		switch {
		case s.group == "":
			later = append(later, s)
		default:
			one(s)
		}
	}
	for _, s := range later {
		if s.address.Within(resume.Basics) {
			one(s)
			continue
		}
		for i := range s.text.claims { // a letter's numbers are the resume's
			for _, k := range known {
				if arithmetic.Same(s.text.claims[i], *k.claim) {
					ledger[k.at].Cites = append(ledger[k.at].Cites, s.address)
					break
				}
			}
		}
	}
	m.defended(ledger)
	return ledger
}

func claimAt(all []arithmetic.Claim, start int) *arithmetic.Claim {
	i := slices.IndexFunc(all, func(c arithmetic.Claim) bool { return c.Start() == start })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// defended gives numbers their IDs and what is kept of their defense.
func (m *maker) defended(ledger []Claim) {
	type id struct{ place, key string }
	same := map[id]int{}
	for i := range ledger {
		c := &ledger[i]
		k := id{c.place, c.key}
		if same[k]++; same[k] > 1 { // of lines without ids in one item
			k.key += "@" + itoa(same[k])
		}
		c.ID = idOf("number", k.place, k.key)
		kept, ok := m.in.Prep.Claim(c.ID)
		if !ok {
			continue
		}
		c.Stale = kept.Hash != "" && kept.Hash != c.Hash
		c.Defended = kept.Defended() && !c.Stale
		c.CannotDefend = kept.CannotDefend && !c.Stale
	}
}

// tidy rids a value of the noise of its unit's factor.
func tidy(v float64) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return v
}

// unitText is a number's unit with its window: "ms", "$/year", "patients/day".
func unitText(m *metric.Metric) string {
	unit := m.Unit
	if m.Kind == metric.Money {
		unit = arithmetic.Currency(m.Text)
	}
	if m.Window != "" && !strings.Contains(m.Window, " ") && !strings.Contains(unit, "/") {
		unit += "/" + m.Window
	}
	return unit
}

// hashOfNumber is of what a number says, so that one that was changed is known.
func hashOfNumber(m *metric.Metric) string {
	return strconv.FormatUint(uint64(hashOf(m.Kind.String(), strconv.FormatFloat(m.Value, 'g', 9, 64), strconv.FormatFloat(m.High, 'g', 9, 64), unitText(m), m.Percentile)), 36)
}

// hashOfNumbers is of what several numbers say.
func hashOfNumbers(all []*metric.Metric) (hash string) {
	for _, m := range all {
		hash += hashOfNumber(m)
	}
	return hash
}

// Blocked are the numbers of a resume that cannot be defended: nothing that has one is
// exported.
func Blocked(d resume.Document, p prep.Prep) []Claim {
	if !slices.ContainsFunc(p.Claims, func(c prep.Claim) bool { return c.CannotDefend }) {
		return nil
	}
	m := &maker{gathering: New().gather(&Input{Document: d, Prep: p})}
	return slices.DeleteFunc(m.ledger(), func(c Claim) bool { return !c.CannotDefend })
}

// Covered is how far one line is prepared.
type Covered struct {
	Address           resume.Address
	Numbers, Defended int
	Cards, Practiced  int // practiced with a confidence of 3 or more
	Blocked           bool
}

// Coverage says of each line that is asked about how far it is prepared, in the resume's order
// of cards.
func (r Report) Coverage(p prep.Prep) []Covered {
	var all []Covered
	at := map[resume.Address]int{}
	of := func(a resume.Address) *Covered {
		i, ok := at[a]
		if !ok {
			i = len(all)
			at[a], all = i, append(all, Covered{Address: a})
		}
		return &all[i]
	}
	for _, c := range r.Ledger {
		v := of(c.Address)
		v.Numbers++
		if c.Defended {
			v.Defended++
		}
		v.Blocked = v.Blocked || c.CannotDefend
	}
	for _, c := range r.Cards {
		v := of(c.Address)
		v.Cards++
		if kept, ok := p.Card(c.ID); ok && !kept.Review.IsNew() && kept.Confidence >= 3 {
			v.Practiced++
		}
	}
	return all
}

// Identify gives the place of a card an id in the project, so that what is kept with the card
// follows it, and returns the card's place and its ID from then on. Cards that are about no
// line, such as those of a posting, keep theirs. Where a variant is shown, view is it and base
// the project; else view is nil.
func (c Card) Identify(base resume.Document, view *variant.View) (d resume.Document, of resume.ID, id string, err error) {
	return identify(base, view, string(c.Kind), c.Address, c.place, c.key, c.hard, c.ID)
}

// Identify is that of a card, for the number of a claim.
func (c Claim) Identify(base resume.Document, view *variant.View) (d resume.Document, of resume.ID, id string, err error) {
	return identify(base, view, "number", c.Address, c.place, c.key, c.hard, c.ID)
}

func identify(base resume.Document, view *variant.View, kind string, at resume.Address, place, key string, hard bool, id string) (resume.Document, resume.ID, string, error) {
	if hard {
		switch {
		case strings.Contains(place, "|"), place == "summary", place == "skills", place == "role":
			return base, "", id, nil
		}
		return base, resume.ID(strings.TrimSuffix(place, "/summary")), id, nil
	}
	target, suffix := at, ""
	if v, ok := base.Get(target); view != nil || ok {
		if view != nil {
			v, _ = view.Document.Get(target)
		}
		if v.Kind() != resume.Object && !resume.IsTextList(target.Parent()) {
			if target.Last() == "summary" {
				suffix = "/summary"
			}
			target = target.Parent() // a member of an item
		}
	}
	if view != nil {
		own, ok := view.BaseAddress(target)
		if !ok { // only the variant has it, and so an id
			for _, i := range view.Document.Identities() {
				if i.Address == target && !i.Lost {
					return base, i.ID, idOf(kind, string(i.ID)+suffix, key), nil
				}
			}
			return base, "", id, &resume.AddressError{Address: at, Reason: "nothing there that can have an id"}
		}
		target = own
	}
	d, of, err := base.Identify(target)
	if err != nil {
		return base, "", id, err
	}
	return d, of, idOf(kind, string(of)+suffix, key), nil
}
