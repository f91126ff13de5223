package interview

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/interview/prep"
	"resumax/language/metric"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/score"
)

// draft is a card with all its questions, of which one is asked that no other card asks.
type draft struct {
	card      Card
	questions []string
	first     int      // of the questions: among them the card's ID chooses, 0 for all; the rest serve where those are asked already
	keys      []string // of the questions, by which two that ask the same are known; made when they are needed
	brief     string   // what a question is about, for where all are asked elsewhere; "" for none
}

// draftKey is what a draft is made of.
type draftKey struct {
	id, text, field, also string
}

// maker makes the cards of one resume.
type maker struct {
	*gathering
	cards []*wanted
}

// wanted is a card to be, before its question is chosen.
type wanted struct {
	draft      *draft
	address    resume.Address
	likelihood float64
	place, key string
	base       string // the key without what tells it from others
	hard       bool
	tell       string // what tells it from others of the same place and key
}

// Derive makes the cards of a resume.
func (d *Deriver) Derive(in Input) Report {
	if len(d.texts)+len(d.others) > mostKept || len(d.drafts) > mostKept {
		d.forget()
	}
	m := &maker{gathering: d.gather(&in)}
	m.defend()
	m.tradeOffs()
	m.stories()
	m.vague()
	m.gaps()
	m.unbacked()
	m.posting()
	m.role()
	m.asked()
	r := Report{Cards: m.finish(), Contradictions: m.contradictions(), Ledger: m.ledger()}
	if m.foreign {
		r.Note = "The resume is not in English. The cards are, and quote it; they are made of its numbers, terms and dates."
	}
	r.Readiness = Readiness(r.Cards, in.Prep, in.Today)
	return r
}

// want adds a card. The key is what it asks about at its place; build writes it if it is not
// known yet.
func (m *maker) want(kind Kind, l *line, key, also string, likelihood float64, build func() draft) {
	w := &wanted{address: l.address, likelihood: likelihood, place: l.place, key: key, base: key, hard: l.hard, tell: l.text.opening()}
	field := m.fieldID(l)
	if m.foreign {
		also += "|foreign"
	}
	k := draftKey{string(kind) + key, l.text.source, field, also}
	known := m.d.drafts[k]
	if known == nil {
		m.d.Drafted++
		b := build()
		b.card.Kind = kind
		b.keys = make([]string, len(b.questions))
		known = &b
		m.d.drafts[k] = known
	}
	w.draft = known
	if len(known.questions) > 0 {
		m.cards = append(m.cards, w)
	}
}

// identify tells cards apart. Those of lines of one item without ids may be of one key: then
// the lines' first words tell them apart, whatever their order.
func (m *maker) identify() {
	type id struct{ kind, place, key string }
	same := map[id][]*wanted{}
	for _, w := range m.cards {
		k := id{string(w.draft.card.Kind), w.place, w.key}
		same[k] = append(same[k], w)
	}
	for _, all := range same {
		if len(all) == 1 {
			continue
		}
		slices.SortStableFunc(all, func(a, b *wanted) int { return cmp.Compare(a.tell, b.tell) })
		for i, w := range all {
			if w.hard {
				if i > 0 {
					w.key += "#" + itoa(i)
				}
				continue
			}
			w.key += "@" + w.tell
			if i > 0 && all[i-1].tell == w.tell {
				w.key += "#" + itoa(i)
			}
		}
	}
}

// finish gives each card its ID and a question that no other asks, and puts the likeliest first.
func (m *maker) finish() []Card {
	m.identify()
	type built struct {
		w    *wanted
		id   string
		hash uint32
	}
	all := make([]built, 0, len(m.cards))
	seen := map[string]bool{}
	for _, w := range m.cards {
		id := idOf(string(w.draft.card.Kind), w.place, w.key)
		if seen[id] {
			continue
		}
		seen[id] = true
		// Of what the line says, not of its ID: a line that gets one is asked the same.
		all = append(all, built{w, id, hashOf(string(w.draft.card.Kind), w.base, w.draft.card.Quote)})
	}
	// Questions are chosen in an order that does not depend on where lines stand, so that moving
	// one changes no question.
	slices.SortStableFunc(all, func(a, b built) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.id, b.id)) })
	asked := map[string]bool{}
	kept := map[string]string{} // what was practiced stays as it was asked, as long as it fits
	for _, c := range m.in.Prep.Cards {
		kept[c.ID] = c.Question
	}
	for _, b := range all {
		if q := kept[b.id]; q != "" && !b.w.draft.again(q, asked) {
			delete(kept, b.id)
		}
	}
	counts := m.in.Prep.AskedOf()
	cards := make([]*Card, 0, len(all))
	for _, b := range all {
		own := b.w.draft.card
		c := &own
		if c.Question = kept[b.id]; c.Question == "" {
			c.Question = b.w.draft.choose(b.hash, asked)
		}
		if c.Question == "" {
			continue
		}
		c.ID, c.Address, c.place, c.key, c.hard = b.id, b.w.address, b.w.place, b.w.base, b.w.hard
		c.Quote = m.quotable(c.Address, c.Quote)
		if c.Quote == "" {
			continue
		}
		c.Likelihood = likely(counts[string(c.Kind)], b.w.likelihood)
		cards = append(cards, c)
	}
	order := map[resume.Address]int{}
	for i, l := range m.lines {
		order[l.address] = i + 1
	}
	slices.SortFunc(cards, func(a, b *Card) int {
		return cmp.Or(cmp.Compare(b.Likelihood, a.Likelihood), cmp.Compare(order[a.Address], order[b.Address]), cmp.Compare(a.ID, b.ID))
	})
	out := make([]Card, len(cards))
	for i, c := range cards {
		out[i] = *c
	}
	return out
}

// again asks a question that the card asked before, unless another card asks it or it is none of
// the card's any more.
func (d *draft) again(question string, asked map[string]bool) bool {
	i := slices.Index(d.questions, question)
	if i < 0 {
		return false
	}
	if d.keys[i] == "" {
		d.keys[i] = normal(d.questions[i])
	}
	if asked[d.keys[i]] {
		return false
	}
	asked[d.keys[i]] = true
	return true
}

// choose is the first question that no other card asks, beginning at one that the card's ID
// chooses; "" where there is none.
func (d *draft) choose(hash uint32, asked map[string]bool) string {
	take := func(i int, prefix string) bool {
		if prefix == "" && d.keys[i] == "" {
			d.keys[i] = normal(d.questions[i])
		}
		key := d.keys[i]
		if prefix != "" {
			key = normal(prefix) + " " + key
		}
		if asked[key] {
			return false
		}
		asked[key] = true
		return true
	}
	first := d.first
	if first == 0 {
		first = len(d.questions)
	}
	for i := range d.questions {
		if i < first {
			i = (int(hash%uint32(first)) + i) % first
		}
		if take(i, "") {
			return d.questions[i]
		}
	}
	if d.brief != "" {
		for i, q := range d.questions {
			if prefix := "“" + d.brief + "”: "; take(i, prefix) {
				return prefix + q
			}
		}
	}
	return ""
}

// normal is a question without what two that ask the same may differ in: its letters and digits, in
// small letters, with one space between words.
func normal(q string) string {
	var b strings.Builder
	b.Grow(len(q))
	gap := false
	for _, r := range q {
		switch {
		case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '%' || r == '$' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.Is(unicode.Sc, r)):
			r = unicode.ToLower(r)
		default:
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// What a real interview adds for each question of a card's kind that was asked, at most.
const (
	askedAdds = 0.03
	askedMost = 0.12
)

// likely is a card's likelihood, raised by how often its kind was asked in real interviews.
func likely(n int, base float64) float64 {
	base += min(askedMost, askedAdds*float64(n))
	return math.Round(100*min(0.99, max(0.05, base))) / 100
}

// at is the weight of a line: by its age, and how far up it stands.
func (l *line) at(base float64) float64 {
	if l.item == nil {
		return base
	}
	base *= l.item.weight
	if l.rank >= 0 && l.rank < 2 && l.item.weight == recentWeight {
		base += 0.08
	} else if l.rank > 5 {
		base -= 0.05
	}
	return base
}

const mostNumbers = 3 // cards of one line about its numbers

// defend are the cards about numbers.
func (m *maker) defend() {
	seen := map[string]bool{} // numbers of bullets
	for i := range m.lines {
		l := &m.lines[i]
		if l.bullet {
			for _, n := range l.text.numbers {
				seen[strings.ToLower(l.text.plain[n.start:n.end])] = true
			}
		}
	}
	for i := range m.lines {
		l := &m.lines[i]
		count := 0
		for j := range l.text.numbers {
			n := &l.text.numbers[j]
			key := n.kind.ID + "|" + n.unit + nth(l.text, j)
			if count >= mostNumbers && !m.isKept(Defend, l, key) {
				continue
			}
			if !l.bullet && seen[strings.ToLower(l.text.plain[n.start:n.end])] {
				continue // the bullet asks it
			}
			if l.text.isRestated(n) && !m.isKept(Defend, l, key) {
				continue // its ends stand beside it
			}
			count++
			base := 0.72
			switch n.kind.ID {
			case "availability", "latency", "throughput", "revenue", "cost", "quota", "safety":
				base = 0.8
			case "scope", "physical", "share":
				base = 0.55
			}
			if !n.change && !n.by && j > 0 {
				base -= 0.08
			}
			if n.attribute {
				base = 0.45
			}
			m.want(Defend, l, key, itoa(j), l.at(base), func() draft { return m.defense(l, n) })
		}
	}
}

// nth tells apart numbers of one kind and unit in one text.
func nth(t *text, j int) string {
	n := 0
	for i := range j {
		if t.numbers[i].kind == t.numbers[j].kind && t.numbers[i].unit == t.numbers[j].unit {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return "#" + itoa(n)
}

// defense is the card about a number.
func (m *maker) defense(l *line, n *number) draft {
	t, k := l.text, n.kind
	c := Card{Audience: k.Audience, Quote: t.quoteOf(n.start, n.end, !l.bullet), Why: k.Why, Points: slices.Clone(k.Points), FollowUps: slices.Clone(k.Then), Number: k.ID, Hash: hashOfNumbers(n.metrics), Arithmetic: []Figure{}}
	for _, f := range m.figures(t) {
		if f.Start < n.end && n.start < f.End {
			c.Arithmetic = append(c.Arithmetic, Figure{f.Text, f.Value, f.Unit})
		}
	}
	if len(c.Arithmetic) > 0 {
		c.Points = append(c.Points, "The arithmetic: "+c.Arithmetic[0].Text)
	}
	quoted := "“" + t.plain[n.from:n.to] + "”"
	field := m.fieldID(l)
	var own, all []string
	for _, q := range k.Questions {
		if n.attribute && sized[k.ID] && !slices.Contains(q.Needs, "attribute") {
			continue // how large a thing was is no choice
		}
		if !n.meets(q, t.verb) || len(q.Fields) > 0 && !slices.Contains(q.Fields, field) {
			continue
		}
		text := strings.ReplaceAll(strings.ReplaceAll(q.Text, "{n}", quoted), "{what}", "“"+n.what+"”")
		text = strings.ReplaceAll(text, "{r}", "“"+t.plain[n.start:n.end]+"”")
		if len(q.Fields) > 0 || len(q.Verbs) > 0 || q.Needs[0] != "number" {
			own = append(own, text)
		} else {
			all = append(all, text)
		}
	}
	// What fits closest is asked where there is such; the rest serves where that is asked already.
	return draft{card: c, questions: append(own, all...), first: len(own)}
}

// Units that things are done in, and none that are done.
var places = set("countries states cities regions districts counties sites locations offices stores branches schools hospitals clinics markets plants warehouses buildings neighborhoods territories languages")

// Kinds that ask in their own words about how large a thing is.
var sized = map[string]bool{"scope": true, "physical": true}

// How many can be known one by one, and by name.
const (
	fewest  = 60
	several = 200
)

// value is the larger end of a number.
func (n *number) value() (v float64) {
	for _, m := range n.metrics {
		v = max(v, m.High)
	}
	return v
}

// meets reports whether a number has what a question needs.
func (n *number) meets(q numberQuestion, verb string) bool {
	if len(q.Verbs) > 0 && !slices.Contains(q.Verbs, verb) {
		return false
	}
	for _, need := range q.Needs {
		ok := true
		switch need {
		case "change":
			ok = n.change
		case "by":
			ok = n.by
		case "what":
			ok = n.what != ""
		case "percentile":
			ok = n.percentile
		case "window":
			ok = n.window
		case "zero":
			ok = n.zero
		case "attribute":
			ok = n.attribute
		case "things":
			ok = !n.change && !places[n.unit]
		case "few":
			ok = !n.change && n.value() <= fewest
		case "some":
			ok = !n.change && n.value() <= several
		case "many":
			ok = !n.change && n.value() > fewest
		}
		if !ok {
			return false
		}
	}
	return true
}

// quoteOf is the text, or of a long one the sentence around a part of it, as it stands in the
// source.
func (t *text) quoteOf(start, end int, sentence bool) string {
	if !sentence {
		return strings.TrimSpace(t.source)
	}
	from, to := 0, len(t.plain)
	if i := strings.LastIndex(t.plain[:start], ". "); i >= 0 {
		from = i + 2
	}
	if i := strings.Index(t.plain[end:], ". "); i >= 0 {
		to = end + i + 1
	}
	return strings.TrimSpace(t.quote(from, to))
}

// option is a term of a line that may be asked about.
type option struct {
	match terms.Match
	entry *tradeOff
	rank  int // the better the lower
}

// optionsOf are the terms of a text that may be asked about, the best first: what the map of
// trade-offs knows, and rather what is specific.
func optionsOf(t *text) []option {
	d := load()
	all := []option{}
	seen := map[*terms.Term]bool{}
	for _, f := range t.found {
		if seen[f.Term] || f.Term.Category == terms.Soft || f.Term.Category == terms.Certificate || t.isCounted(f) {
			continue
		}
		seen[f.Term] = true
		o := option{match: f, entry: d.tradeOffs[f.Term.Name]}
		if o.entry == nil {
			for _, i := range terms.Default().Implied(f.Term.Name) {
				if o.entry = d.tradeOffs[i.Name]; o.entry != nil {
					o.rank++
					break
				}
			}
		}
		switch {
		case o.entry == nil:
			o.rank += 10
		case f.Term.Category == terms.Language || f.Term.Category == terms.Cloud || f.Term.Category == terms.Tool || f.Term.Category == terms.Platform:
			o.rank += 3
		case f.Term.Category == terms.Concept || f.Term.Category == terms.Protocol:
			o.rank++
		}
		all = append(all, o)
	}
	low := strings.ToLower(t.plain)
	for phrase, entry := range d.phrases {
		i := strings.Index(low, phrase)
		if i < 0 || len(low) != len(t.plain) || i > 0 && isLetter(low[i-1]) || i+len(phrase) < len(low) && isLetter(low[i+len(phrase)]) {
			continue
		}
		all = append(all, option{match: terms.Match{Term: &terms.Term{Name: phrase}, Start: i, End: i + len(phrase), Surface: t.plain[i : i+len(phrase)]}, entry: entry, rank: 2})
	}
	slices.SortFunc(all, func(a, b option) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.match.Start, b.match.Start), cmp.Compare(a.match.Term.Name, b.match.Term.Name))
	})
	return all
}

// isCounted reports whether a term is only what a number counts: "640 tickets a month".
func (t *text) isCounted(f terms.Match) bool {
	return !strings.ContainsRune(f.Surface, ' ') && !f.Term.Category.Technology() && slices.ContainsFunc(t.reading.Metrics, func(m metric.Metric) bool {
		return m.Kind == metric.Count && m.Start <= f.Start && f.End <= m.End && strings.EqualFold(m.Unit, f.Surface)
	})
}

func isLetter(b byte) bool { return b >= utf8.RuneSelf || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

const mostTerms = 2 // cards of one line about its terms

// tradeOffs are the cards about what was chosen. A term is asked about at one line: where it
// ranks best, and of equals one whatever their order. A line whose terms are all asked about
// elsewhere asks in another way about its first.
func (m *maker) tradeOffs() {
	type claim struct {
		line, rank int
		hash       uint32
		kept       bool
	}
	options := make([][]option, len(m.lines))
	best := map[string]claim{}
	for i := range m.lines {
		l := &m.lines[i]
		if !l.bullet {
			continue
		}
		if l.text.options == nil {
			l.text.options = optionsOf(l.text)
		}
		options[i] = l.text.options
		for rank, o := range options[i] {
			name := o.match.Term.Name
			c := claim{i, rank, hashOf(l.place, l.text.opening()), m.isKept(TradeOff, l, name)}
			b, there := best[name]
			if !there || c.kept && !b.kept || c.kept == b.kept && (c.rank < b.rank || c.rank == b.rank && c.hash < b.hash) {
				best[name] = c
			}
		}
	}
	for i := range m.lines {
		l := &m.lines[i]
		if !l.bullet {
			continue
		}
		n := 0
		for _, o := range options[i] {
			name := o.match.Term.Name
			if best[name].line != i || !best[name].kept && (n >= mostTerms || o.entry == nil) {
				continue
			}
			n++
			m.wantTerm(l, o)
		}
		switch {
		case n > 0:
		case len(options[i]) > 0 && options[i][0].entry != nil:
			m.wantTerm(l, options[i][0])
		case m.wantWay(l):
		case len(options[i]) > 0 && options[i][0].isChosen():
			m.wantTerm(l, options[i][0])
		case given[l.text.verb]:
			m.wantMethod(l, "given", l.text.brief())
		default:
			m.wantMethod(l, "unsaid", l.text.brief())
		}
		if n > 0 && m.isKept(TradeOff, l, "way") && !m.wantWay(l) {
			m.wantMethod(l, "unsaid", l.text.brief())
		}
	}
}

// isKept reports whether something is kept with a card of a line: then it is asked as long as
// the line says what it is about.
func (m *maker) isKept(kind Kind, l *line, key string) bool {
	if len(m.in.Prep.Cards) == 0 || !l.hard {
		return false
	}
	_, ok := m.in.Prep.Card(idOf(string(kind), l.place, key))
	return ok
}

func (m *maker) wantTerm(l *line, o option) {
	base := 0.62
	if o.entry == nil {
		base = 0.42
	}
	m.want(TradeOff, l, o.match.Term.Name, "", l.at(base), func() draft { return m.weighed(l, o) })
}

// weighed is the card about a term.
func (m *maker) weighed(l *line, o option) draft {
	d := load()
	g := d.groups["trade-off"]
	if o.entry == nil || o.entry.practice {
		g = d.groups["practice"]
	}
	c := Card{Audience: g.Audience, Quote: l.text.quoteOf(0, 0, false), Why: g.Why, FollowUps: slices.Clone(g.Then), Term: o.match.Term.Name, Arithmetic: []Figure{}}
	if o.entry != nil {
		c.Points = append(c.Points, "Where it wins: "+o.entry.Here)
		for _, choice := range o.entry.Choices {
			name, when, _ := strings.Cut(choice, ": ")
			c.Points = append(c.Points, "Where "+name+" wins: "+when)
		}
		c.Points = append(c.Points, "The classic trap: "+o.entry.Trap, "What it cost you, and when you would choose something else")
	} else {
		c.Points = slices.Clone(g.Points)
	}
	var all []string
	for _, q := range g.Questions {
		all = append(all, upper(strings.ReplaceAll(q, "{term}", o.match.Surface)))
	}
	return draft{card: c, questions: all, brief: l.text.brief()}
}

// wantWay asks about the way in which a line was done, and reports whether it says one.
func (m *maker) wantWay(l *line) bool {
	way, ok := l.text.way()
	if ok && !m.foreign {
		m.wantMethod(l, "method", way)
	}
	return ok && !m.foreign
}

// Verbs of what one is given: nobody chose a way to it.
var given = set("ranked awarded named recognized received nominated elected promoted honored")

// isChosen reports whether a term that the map does not have is something that one chooses or does, and
// no thing that one works on.
func (o option) isChosen() bool {
	return o.match.Term.Category.Technology() || o.match.Term.Category == terms.Method
}

// wantMethod asks about a part of a line as a way that was chosen, or about how it was done, in the
// questions of a group.
func (m *maker) wantMethod(l *line, group, way string) {
	if way == "" || len(strings.Fields(l.text.plain)) < 4 {
		return
	}
	m.want(TradeOff, l, "way", "", l.at(0.45), func() draft {
		g := load().groups[group]
		return draft{card: m.general(g, l.text.quoteOf(0, 0, false)), questions: fill(g.Questions, "{q}", way)}
	})
}

// general is a card of a group.
func (m *maker) general(g *group, quote string) Card {
	return Card{Audience: g.Audience, Quote: quote, Why: g.Why, Points: slices.Clone(g.Points), FollowUps: slices.Clone(g.Then), Arithmetic: []Figure{}}
}

func fill(questions []string, pairs ...string) []string {
	all := make([]string, 0, len(questions))
	if len(pairs) == 2 { // for which no replacer is worth being made
		for _, q := range questions {
			all = append(all, upper(strings.ReplaceAll(q, pairs[0], pairs[1])))
		}
		return all
	}
	r := strings.NewReplacer(pairs...)
	for _, q := range questions {
		all = append(all, upper(r.Replace(q)))
	}
	return all
}

// upper is a text with a capital, unless its first word has one inside.
func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	if strings.ContainsFunc(word[min(size, len(word)):], unicode.IsUpper) || strings.ContainsFunc(word, unicode.IsDigit) {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// stories are the cards of strong bullets.
func (m *maker) stories() {
	guard := GuardOf(m.in.Prep)
	for i := range m.lines {
		l := &m.lines[i]
		if !l.bullet || !m.isStrong(l) && !m.isKept(Star, l, "star") {
			continue
		}
		brief := l.text.brief()
		if brief == "" || guard.says(l.text) {
			continue
		}
		m.want(Star, l, "star", "", l.at(0.66), func() draft {
			g := load().groups["star"]
			c := m.general(g, l.text.quoteOf(0, 0, false))
			for _, n := range l.text.numbers {
				c.Hash += hashOfNumbers(n.metrics)
			}
			for _, f := range m.figures(l.text) {
				c.Arithmetic = append(c.Arithmetic, Figure{f.Text, f.Value, f.Unit})
			}
			return draft{card: c, questions: fill(g.Questions, "{q}", brief)}
		})
	}
}

// isStrong reports whether the score rates a bullet strong.
func (m *maker) isStrong(l *line) bool {
	t := l.text
	if t.rated == 0 {
		t.rated = 1
		var known *score.Known
		if !m.foreign {
			known = &score.Known{Found: t.found, Metrics: t.reading.Metrics, Changes: t.reading.Changes}
		}
		if _, way := t.way(); len(t.reading.Metrics) > 0 && (way || len(t.found) > 0) && score.RateOnce(t.source, known).Strength == score.Strong {
			t.rated = 2
		}
	}
	return t.rated == 2
}

// vague are the cards of lines without a number.
func (m *maker) vague() {
	for i := range m.lines {
		l := &m.lines[i]
		if !l.bullet || len(l.text.numbers) > 0 || strings.ContainsFunc(l.text.plain, unicode.IsDigit) || len(strings.Fields(l.text.plain)) < 4 || len(resume.SlotsIn(l.text.plain)) > 0 {
			continue
		}
		brief := l.text.brief()
		if brief == "" {
			continue
		}
		m.want(Vague, l, "claim", "", l.at(0.4), func() draft {
			g := load().groups["claim"]
			return draft{card: m.general(g, l.text.quoteOf(0, 0, false)), questions: fill(g.Questions, "{q}", brief)}
		})
	}
}

// Readiness is the share of likely cards that were practiced with confidence: 0 to 1. Each
// counts by its likelihood. A card counts fully at a confidence of 4 and more, half at 3, and
// half as much where its review is more than a week late or its number has changed.
func Readiness(cards []Card, p prep.Prep, today resume.Date) float64 {
	const likely = 0.5
	have, all := 0.0, 0.0
	for _, c := range cards {
		kept, ok := p.Card(c.ID)
		if c.Likelihood < likely || kept.Dismissed {
			continue
		}
		all += c.Likelihood
		if !ok || kept.Review.IsNew() {
			continue
		}
		share := 0.0
		switch {
		case kept.Confidence >= 4:
			share = 1
		case kept.Confidence == 3:
			share = 0.5
		}
		if kept.Review.Late(today) > 7 || c.isStale(kept) {
			share /= 2
		}
		have += share * c.Likelihood
	}
	if all == 0 {
		return 0
	}
	return math.Round(1000*have/all) / 1000
}

// asked are the questions of real interviews that were on no card, at the lines that they were
// about.
func (m *maker) asked() {
	byID := map[resume.ID]*line{}
	for i := range m.lines {
		if l := &m.lines[i]; l.hard {
			byID[resume.ID(l.place)] = l
		}
	}
	anchor, ok := m.anchor()
	for _, b := range m.in.Prep.Debriefs {
		for _, a := range b.Asked {
			if a.Card != "" {
				continue
			}
			l := byID[a.Of]
			if l == nil {
				if !ok {
					continue
				}
				l = &line{address: anchor.address, text: anchor.text, item: anchor.item, rank: -1, place: "role", hard: true}
			}
			m.want(Asked, l, a.Text, "", 0.82, func() draft {
				g := load().groups["asked"]
				return draft{card: m.general(g, l.text.quoteOf(0, 0, false)), questions: fill(g.Questions, "{q}", a.Text)}
			})
		}
	}
}

// Stale reports whether something is kept with the card that was about other numbers than the
// resume has now.
func (c Card) Stale(p prep.Prep) bool {
	kept, ok := p.Card(c.ID)
	return ok && c.isStale(kept)
}

func (c Card) isStale(kept prep.Card) bool {
	return kept.Hash != "" && kept.Hash != c.Hash
}
