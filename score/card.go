package score

import (
	"cmp"
	"slices"
	"strings"

	"resumax/resume"
)

// Card is the advice on one place: a bullet, an entry, a section. It has all
// findings of that place, so that none is said twice. What many places lack alike
// is one card of the whole resume, which names the places to start with.
type Card struct {
	Address resume.Address `json:"address"` // of the place; "" for the whole resume
	Says    string         `json:"says"`    // what is there and what it lacks
	Do      string         `json:"do"`      // what to do about that
	// Gain is the score with all findings of the place fixed less the score now, at
	// least as much as any of them gains by itself.
	Gain     float64 `json:"gain"`
	Findings []int   `json:"findings"` // indexes in the report's findings
	Notices  []int   `json:"notices"`  // and in its notices
	Places   []Card  `json:"places"`   // of a card of the whole resume: the places, the one that gains most first

	kind  string      // places of the same kind are one card, "" for none such
	lost  float64     // by all findings
	rank  int         // 1 for what comes before all gains: what must not be sent so
	at    bulletPlace // of a bullet: where it is in its section
	patch patch       // see [Card.fix]

	rewriting rewriting // what the patch does, where it only puts another text in the place of the bullet
}

// hasFix reports whether there is something to do about a card.
func (c *Card) hasFix() bool { return c.patch != nil || c.rewriting.of != nil }

// fix is what to do about all that a card has found, nil for nothing.
func (c *Card) fix() patch {
	if c.patch == nil && c.rewriting.of != nil {
		return c.rewriting.patch
	}
	return c.patch
}

// Worthwhile is the least gain that is worth a card: what is less is not shown unless it
// is asked for.
const Worthwhile = 0.3

// Worth reports whether a card is worth showing in a report: one of a notice always, and
// one that gains enough. Under a cap nothing gains yet; what costs enough is shown then.
func (r Report) Worth(c Card) bool {
	if len(c.Notices) > 0 || c.Gain >= Worthwhile || !r.Started {
		return true
	}
	return len(r.Caps) > 0 && c.lost >= Worthwhile
}

// CardAt is the card of a place, among the cards of the whole resume too.
func (r Report) CardAt(place resume.Address) (Card, bool) {
	for _, c := range r.Cards {
		if c.Address == place && place != "" {
			return c, true
		}
		for _, p := range c.Places {
			if p.Address == place {
				return p, true
			}
		}
	}
	return Card{}, false
}

// Of lists the notices and findings of a card.
func (r Report) Of(c Card) []Finding {
	var all []Finding
	for _, f := range r.appendOf(nil, &c) {
		all = append(all, *f)
	}
	return all
}

// appendOf is Of, appended to a list.
func (r *Report) appendOf(all []*Finding, c *Card) []*Finding {
	for _, i := range c.Notices {
		all = append(all, &r.Notices[i])
	}
	for _, i := range c.Findings {
		all = append(all, &r.Findings[i])
	}
	return all
}

// Asks reports whether fixing all of a card leaves questions to answer in a text.
func (c Card) Asks() bool {
	return c.hasFix() && (isBulletAddress(c.Address) || c.Address == resume.Summary)
}

// ApplyCard fixes all that a card of this very document has found, with a slot
// where a fact is asked for.
func ApplyCard(d resume.Document, c Card) (resume.Document, error) {
	if !c.hasFix() {
		return d, nil
	}
	return c.fix()(d)
}

// several is how many places that lack the same are one card.
const several = 4

// PlaceOf is the place that an address belongs to: the bullet, the entry or the
// section that has a card.
func PlaceOf(a resume.Address) resume.Address {
	switch {
	case a.Within(resume.Summary):
		return resume.Summary
	case a.Within(resume.Basics):
		return resume.Basics
	case isBulletAddress(a):
		return a
	}
	for a.Parent().Parent() != resume.Root {
		a = a.Parent()
	}
	if a.Index() < 0 {
		return a.Section()
	}
	return a
}

func isBulletAddress(a resume.Address) bool {
	return a.Index() >= 0 && a.Parent().Last() == "highlights"
}

// placeOf is the place of a finding.
func placeOf(f *Finding) resume.Address {
	if f.place != "" {
		return f.place
	}
	return PlaceOf(f.Address)
}

// cards makes the cards of a report whose findings are weighed and in order. What they
// gain together is no more than the score can rise: where the cards of single places claim
// the same points, as three bullets do of which one would do, they are one card.
func (s *Scorer) cards(t *tally, o Options, rep *Report) []Card {
	if !rep.Started {
		return t.r.firstSteps()
	}
	m := &mender{scorer: s, tally: t, options: o, now: rep.Score, alike: map[string]float64{}, keys: map[string]string{}, bullets: t.r.bulletsByAddress()}
	if rise := 100 - rep.Score; claimed(rep.Findings) <= rise {
		if cards := m.cards(rep, false); claims(cards) <= rise+1e-6 {
			return cards
		}
	}
	return m.withoutOverlap(rep, m.cards(rep, true))
}

// withoutOverlap joins cards until they claim no more than the score can rise: those that
// claim points which the joined card claims too, the one that gains most first.
func (m *mender) withoutOverlap(rep *Report, cards []Card) []Card {
	rise, sum := 100-rep.Score+1e-6, claims(cards)
	if sum <= rise {
		return cards
	}
	inOrder := m.tally.r.cardOrder()
	group := slices.IndexFunc(cards, func(c Card) bool { return c.kind == kindJoined })
	if group < 0 {
		group = slices.IndexFunc(cards, func(c Card) bool { return c.Gain > 0 })
	}
	joined := cards[group]
	rest := slices.Delete(slices.Clone(cards), group, group+1)
	for _, all := range []bool{false, true} { // all: whether the overlap is with the joined card or not
		for i := 0; i < len(rest) && sum > rise; {
			c := rest[i]
			if c.Gain == 0 {
				i++
				continue
			}
			more := m.join(rep, joined, c)
			if overlap := joined.Gain + c.Gain - more.Gain; all || overlap > 1e-6 {
				sum -= overlap
				joined = more
				rest = slices.Delete(rest, i, i+1)
				continue
			}
			i++
		}
	}
	rest = append(rest, joined)
	return sortedBy(rest, inOrder)
}

// join makes one card of two.
func (m *mender) join(rep *Report, a, b Card) Card {
	var places []Card
	for _, c := range []Card{a, b} {
		if len(c.Places) == 0 {
			places = append(places, c)
		}
		places = append(places, c.Places...)
	}
	places = sortedBy(places, m.tally.r.cardOrder())
	results := slices.ContainsFunc(a.Findings, func(i int) bool { return rep.Findings[i].Check == volume.id })
	return m.joined(rep, places, results)
}

// joined makes the card that cards of places are joined to, results where it also says how
// many results there are.
func (m *mender) joined(rep *Report, places []Card, results bool) Card {
	c := m.whole(kindJoined, places, results)
	if results {
		i := slices.IndexFunc(rep.Findings, func(f Finding) bool { return f.Check == volume.id })
		if !slices.Contains(c.Findings, i) {
			c.Findings = append(c.Findings, i)
			c.lost += rep.Findings[i].Lost
		}
	}
	slices.Sort(c.Findings)
	c.Says, c.Do = m.tally.r.joinedWords(rep, places)
	return c
}

// claimed is the least that cards of single places would claim to gain.
func claimed(findings []Finding) (sum float64) {
	best := map[resume.Address]float64{}
	for i := range findings {
		f := &findings[i]
		at := placeOf(f)
		if f.Check == volume.id {
			at = ""
		}
		if f.Gain > best[at] {
			sum += f.Gain - best[at]
			best[at] = f.Gain
		}
	}
	return sum
}

func claims(cards []Card) (sum float64) {
	for _, c := range cards {
		sum += c.Gain
	}
	return sum
}

// ofBullets are the checks of what bullets tell: fixing one bullet takes away points that
// others claim as well.
var ofBullets = set("density volume shape means comparator openers length words per-role signals")

// isJoined reports whether a place's findings claim points that other places claim.
func isJoined(found []*Finding) bool {
	return slices.ContainsFunc(found, func(f *Finding) bool { return f.Gain > 0 && ofBullets[f.Check] })
}

// cards makes the cards, with those of what bullets tell as one if asked.
func (m *mender) cards(rep *Report, joined bool) []Card {
	r := m.tally.r
	var order []resume.Address
	at := map[resume.Address]*Card{}
	place := func(a resume.Address) *Card {
		c := at[a]
		if c == nil {
			c = &Card{Address: a, Findings: []int{}, Notices: []int{}, Places: []Card{}}
			at[a] = c
			order = append(order, a)
		}
		return c
	}
	for i := range rep.Notices {
		c := place(placeOf(&rep.Notices[i]))
		c.Notices = append(c.Notices, i)
	}
	capped := map[resume.Address]bool{} // places whose card says why the score is capped
	for i := range rep.Findings {
		if f := &rep.Findings[i]; f.Check == capCheck {
			capped[placeOf(f)] = true
		}
	}
	ofAll := -1 // the finding on how many results there are
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if f.Check == volume.id {
			ofAll = i
			continue
		}
		p := placeOf(f)
		if f.Check == chronology.id && capped[p] {
			p = p.Section() // else it would not be said
		}
		c := place(p)
		c.Findings = append(c.Findings, i)
	}
	var found []*Finding // of one place
	for _, a := range order {
		c := at[a]
		found = rep.appendOf(found[:0], c)
		b := m.bullets[a]
		if c.kind = r.kindOf(found, b); b != nil {
			c.at = placeOfBullet(a)
		}
		if joined && isJoined(found) {
			c.kind = kindJoined
		}
	}
	withAll := kindResult // the card that says how many results there are
	if joined {
		withAll = kindJoined
	}
	if n := ofKind(at, withAll); ofAll >= 0 && (!joined && n < several || n == 0) { // else it is said by the card of those bullets
		c := place(PlaceOf(r.target().Parent().Parent()))
		c.Findings = append(c.Findings, ofAll)
		slices.Sort(c.Findings)
		ofAll = -1
	}
	kinds := map[string][]*Card{}
	var cards []Card
	for _, a := range order {
		c := at[a]
		found = rep.appendOf(found[:0], c)
		for _, f := range found {
			c.lost += f.Lost
			if f.Lost == 0 && f.Check != listCheck && f.Check != languageCheck {
				c.rank = 1
			}
		}
		c.Says, c.Do = r.cardWords(c, found, m.bullets[a])
		m.mend(c, found)
		if c.kind != "" {
			kinds[c.kind] = append(kinds[c.kind], c)
			continue
		}
		cards = append(cards, *c)
	}
	inOrder := r.cardOrder()
	for _, kind := range groupKinds {
		slices.SortStableFunc(kinds[kind], inOrder)
		list := make([]Card, len(kinds[kind]))
		for i, c := range kinds[kind] {
			list[i] = *c
		}
		results := kind == withAll && ofAll >= 0
		if few := len(list) < several; few && kind != kindJoined || len(list)+number(results) < 2 {
			cards = append(cards, list...)
			continue
		}
		if kind == kindJoined {
			cards = append(cards, m.joined(rep, list, results))
			continue
		}
		whole := m.whole(kind, list, results)
		if results {
			whole.Findings = append(whole.Findings, ofAll)
			whole.lost += rep.Findings[ofAll].Lost
		}
		slices.Sort(whole.Findings)
		cards = append(cards, whole)
	}
	return sortedBy(cards, inOrder)
}

// ofKind counts the places of a kind.
func ofKind(at map[resume.Address]*Card, kind string) (n int) {
	for _, c := range at {
		if c.kind == kind {
			n++
		}
	}
	return n
}

// cardOrder compares cards: what must not be sent so first, then by gain, then as they
// are on the page. Where nothing is gained yet, what costs most comes first.
func (r *reading) cardOrder() func(a, b *Card) int {
	section := map[resume.Address]int{"": -3, resume.Basics: -2}
	for i, s := range r.resume.Sections {
		section[s.Address] = i
	}
	return func(a, b *Card) int {
		if o := cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.Gain, a.Gain)); o != 0 {
			return o
		}
		if a.Gain == 0 && a.lost != b.lost {
			return cmp.Compare(b.lost, a.lost)
		}
		if a.at.isWith(b.at) {
			return a.at.compare(b.at)
		}
		return cmp.Or(cmp.Compare(section[a.Address.Section()], section[b.Address.Section()]), compareAddresses(a.Address, b.Address))
	}
}

// bulletPlace is where a bullet is: of those that are in one section this tells the order without
// their addresses, of which there are thousands in a long resume.
type bulletPlace struct {
	section     string // "" for what is no bullet
	entry, item int
}

// placeOfBullet is where a bullet of a list "/work/3/highlights" is; the zero place for others.
func placeOfBullet(a resume.Address) bulletPlace {
	list := a.Parent()
	entry := list.Parent()
	if a.Index() < 0 || entry.Index() < 0 || entry.Parent().Parent() != resume.Root {
		return bulletPlace{}
	}
	return bulletPlace{entry.Parent().Last(), entry.Index(), a.Index()}
}

// isWith reports whether two bullets are in one section.
func (p bulletPlace) isWith(o bulletPlace) bool { return p.section != "" && p.section == o.section }

func (p bulletPlace) compare(o bulletPlace) int {
	return cmp.Or(cmp.Compare(p.entry, o.entry), cmp.Compare(p.item, o.item))
}

// comparePlaces compares the places of cards as they are on the page.
func comparePlaces(a, b *Card) int {
	if a.at.isWith(b.at) {
		return a.at.compare(b.at)
	}
	return compareAddresses(a.Address, b.Address)
}

// compareAddresses compares addresses part by part, indexes by their value.
func compareAddresses(a, b resume.Address) int {
	x, y := strings.TrimPrefix(string(a), "/"), strings.TrimPrefix(string(b), "/")
	for x != "" && y != "" {
		var p, q string
		p, x, _ = strings.Cut(x, "/")
		q, y, _ = strings.Cut(y, "/")
		if o := cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q)); o != 0 {
			return o
		}
	}
	return cmp.Compare(len(x), len(y))
}

// bulletsByAddress are all bullets of the page, those that count for nothing too.
func (r *reading) bulletsByAddress() map[resume.Address]*bullet {
	all := make(map[resume.Address]*bullet, len(r.bullets))
	for _, list := range [][]bullet{r.bullets, r.repeated, r.lists} {
		for i := range list {
			all[list[i].address] = &list[i]
		}
	}
	return all
}

// started reports whether there is enough to score: a position or project with a
// bullet.
func (r *reading) started() bool { return len(r.bullets)+len(r.repeated)+len(r.lists) > 0 }

// firstSteps are the cards of a resume that is not started: what to write first.
func (r *reading) firstSteps() []Card {
	steps := []Card{}
	add := func(at resume.Address, says, do string) {
		steps = append(steps, Card{Address: at, Says: says, Do: do, Findings: []int{}, Notices: []int{}, Places: []Card{}})
	}
	b := r.resume.Basics
	if b.Name == "" || !resume.IsEmail(b.Email) && digits(b.Phone) < 6 {
		add(resume.Basics, "Say who you are.", "Write your name, and an email address or phone number for replies")
	}
	if len(r.roles) == 0 {
		add("/work", "Add your latest job.", "Title, employer and dates; a project or volunteering counts too")
	}
	add(r.target(), "Write its first bullet.", "What you did, how, and what changed, with a number")
	if r.count("education") == 0 {
		add("/education", "Add your education.", "School, degree and year")
	}
	if r.count("skills") == 0 {
		add(r.skillsAddress(), "List your skills.", "Those that the job asks for and that you have")
	}
	return steps
}
