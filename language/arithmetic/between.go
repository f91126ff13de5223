package arithmetic

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"resumax/language/metric"
)

// Statement is what one text of several claims that tell of one person's work.
type Statement struct {
	Claims []Claim
	// Group is what the text is about, such as a position: two texts of one group may tell of
	// the same. A text without a group, such as a summary or a letter, may tell of any.
	Group string
	Text  string // where numbers are looked for that are no claims; may be empty
}

// Conflict is what two statements say of the same thing, one number each.
type Conflict struct {
	A, B         int // indexes of the statements, A the one without a group if one has none
	AStart, AEnd int // bytes of their texts
	BStart, BEnd int
	AText, BText string // the numbers as they are written

	SameGroup  bool
	similarity int
}

// Claim is a number of a text with what it is of.
type Claim struct {
	m     *metric.Metric
	role  role
	bound bound
	near  []string // stems of the words beside the number, in its clause
	all   []string // stems of the clause
	what  []string // stems of what changed
	sign  string   // currency
	up    bool     // an availability
	of    string   // see key
}

type role uint8

const (
	plain role = iota
	before
	after
	by
)

// Claims are the numbers of a text that can be compared with those of others.
func (r Reading) Claims() []Claim {
	s := r
	c := &checker{worker: worker{Reading: r, low: r.lower(), changed: map[int]bool{}}}
	roles := map[int]role{}
	whats := map[int]string{}
	units := map[int]*metric.Metric{}
	for i := range s.Changes {
		ch := &s.Changes[i]
		for role, m := range map[role]*metric.Metric{before: ch.From, after: ch.To, by: ch.By} {
			if m != nil {
				roles[m.Start], whats[m.Start], units[m.Start] = role, ch.What, m
			}
		}
	}
	var all []Claim
	for i := range s.Metrics {
		m := &s.Metrics[i]
		if u := units[m.Start]; u != nil {
			m = u // which has the unit of the other end
		}
		if m.High != m.Value || m.Value <= 0 || m.Kind == metric.Multiple || m.Kind == metric.Part || m.Kind == metric.Rank {
			continue
		}
		as := roles[m.Start]
		if as == plain && m.Kind == metric.Percent && c.direction(m) != 0 {
			as = by
		}
		start, end := clause(c.low, m.Start, m.End)
		left := stems(s.Text[start:m.Start])
		right := stems(s.Text[m.End:end])
		const beside = 4
		near := append(slices.Clone(left[max(0, len(left)-beside):]), right[:min(len(right), beside)]...)
		if m.Kind == metric.Count || m.Kind == metric.Physical {
			near = append(near, stems(m.Text)...)
			left = append(left, stems(m.Text)...)
		}
		if m.Kind != metric.Count {
			led := func(s string) bool { return s == "lead" } // people are led, sums are not
			near, left, right = slices.DeleteFunc(near, led), slices.DeleteFunc(left, led), slices.DeleteFunc(right, led)
		}
		claim := Claim{m: m, role: as, bound: c.boundOf(m), near: set(near), all: set(append(append(left, right...), stems(m.Unit)...)), what: set(stems(whats[m.Start])),
			up: m.Kind == metric.Percent && c.isAvailability(m, "")}
		if m.Kind == metric.Money {
			claim.sign = currency(m.Text)
		}
		claim.of = claim.key()
		all = append(all, claim)
	}
	return all
}

// clause is the part of a text around a number that is about it.
func clause(low string, start, end int) (from, to int) {
	from, to = max(0, start-context), min(len(low), end+context)
	for _, sep := range []string{". ", "; ", ", ", " and ", " while ", " – ", " — ", "("} {
		if i := strings.LastIndex(low[from:start], sep); i >= 0 {
			from += i + len(sep)
		}
		if i := strings.Index(low[end:to], sep); i >= 0 {
			to = min(to, end+i)
		}
	}
	return from, to
}

// Words that tell nothing of what a number is of.
var general = words(`with from that this have were which their your them into when where after before about would could more than over each also every other year years month months
	week weeks days hours minutes work using used made make while been being what they ours year-over-year per through across within between under during
	reduced reducing increased increasing improved improving managed managing built building developed helped including total average annual annually monthly daily weekly
	cutting grew growing raised raising lowered lowering achieved delivered brought taking saved saving roughly nearly almost approximately seconds million thousand billion percent`)

const stemLength = 5

// Verbs that all say that somebody is in charge of people.
var leads = words("lead leads led leading manage manages managed managing supervise supervises supervised supervising direct directed directing head headed heading oversee oversees oversaw overseeing")

// stems are the beginnings of a text's words that are about something. Acronyms stay whole.
func stems(text string) []string {
	var all []string
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#' }) {
		low := strings.ToLower(f)
		letters := []rune(low)
		acronym := len(letters) >= 2 && strings.ToUpper(f) == f && unicode.IsLetter(letters[0])
		if leads[low] {
			all = append(all, "lead")
			continue
		}
		if strings.ContainsFunc(low, unicode.IsDigit) || general[low] || len(letters) < 4 && !acronym {
			continue
		}
		for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
			if stem, ok := strings.CutSuffix(low, ending); ok && len(stem) >= 4 && !strings.HasSuffix(low, "ss") {
				letters = []rune(stem)
				break
			}
		}
		all = append(all, string(letters[:min(len(letters), stemLength)]))
	}
	return all
}

// common is how many stems two sets share.
func common(a, b []string) (n int) {
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

// comparable reports whether two Claims are numbers of one kind in one unit.
func comparable(p, q Claim) bool {
	if p.of != q.of || p.sign != q.sign || p.up != q.up {
		return false
	}
	if p.m.Window != q.m.Window && periodOf(p.m.Window) > 0 && periodOf(q.m.Window) > 0 || p.m.Percentile != q.m.Percentile && p.m.Percentile != "" && q.m.Percentile != "" {
		return false
	}
	if (periodOf(p.m.Window) == 0) != (periodOf(q.m.Window) == 0) && p.m.Kind != metric.Percent {
		return false
	}
	return p.role == q.role || p.role == plain && q.role == after || p.role == after && q.role == plain
}

func rateNoun(unit string) string {
	head, _, _ := strings.Cut(unit, "/")
	if n := counted[head]; n != "" {
		return n
	}
	return head
}

// equal reports whether two numbers are one, perhaps with fewer digits.
func equal(p, q *Claim) bool {
	return p.m.Value == q.m.Value || rounds(p.m.Value, q.m.Value) || rounds(q.m.Value, p.m.Value)
}

// agree reports whether two numbers may be one: rounding and bounds explain the rest.
func agree(p, q Claim) bool {
	a, b := p.m.Value, q.m.Value
	if equal(&p, &q) {
		return true
	}
	switch {
	case p.bound == least && b > a, q.bound == least && a > b, p.bound == atMost && b < a, q.bound == atMost && a < b:
		return true
	case p.bound == about || q.bound == about || p.bound != exact || q.bound != exact:
		return math.Abs(a-b) <= 0.2*max(a, b)
	}
	return false
}

// rounds reports whether a number is another one with fewer digits.
func rounds(exact, round float64) bool {
	if exact <= 0 || round <= 0 {
		return false
	}
	for digits := 1; digits <= 4; digits++ {
		if math.Abs(significant(exact, digits)-round) <= 1e-9*round {
			return math.Abs(exact-round) <= 0.1*exact
		}
	}
	return false
}

// mostAlike is how many numbers of one kind and unit are compared with each other: no resume
// has as many, and what has more is compared in part rather than for hours.
const mostAlike = 48

// key names the numbers that are alike: of one kind, and of one unit where that says what is
// counted.
func (p *Claim) key() string {
	k := p.m.Kind.String()
	switch p.m.Kind {
	case metric.Count:
		return k + singular(p.m.Unit)
	case metric.Physical:
		return k + p.m.Unit
	case metric.Rate:
		return k + rateNoun(p.m.Unit)
	}
	return k
}

type placed struct {
	at    int // statement
	group string
	claim *Claim
}

// Between are the conflicts between statements, in their order.
func Between(statements []Statement) []Conflict {
	free, grouped := map[string][]placed{}, map[string][]placed{}
	var keys []string
	bare := map[int]map[float64]bool{} // numbers of which a text does not say what they count
	for i := range statements {
		to := grouped
		if statements[i].Group == "" {
			to = free
		}
		for j := range statements[i].Claims {
			c := &statements[i].Claims[j]
			if c.m.Kind == metric.Count && c.m.Unit == "" {
				if bare[i] == nil {
					bare[i] = map[float64]bool{}
				}
				bare[i][c.m.Value] = true
				continue
			}
			k := c.of
			if len(free[k])+len(grouped[k]) == 0 {
				keys = append(keys, k)
			}
			if len(to[k]) < mostAlike {
				to[k] = append(to[k], placed{i, statements[i].Group, c})
			}
		}
	}
	// linked are two texts that count as much of the same.
	linked := func(a, b int) bool {
		return slices.ContainsFunc(statements[a].Claims, func(p Claim) bool {
			return slices.ContainsFunc(statements[b].Claims, func(q Claim) bool {
				return p.of == q.of && p.m.Kind == metric.Count && p.m.Unit != "" && p.m.Value == q.m.Value
			})
		})
	}
	var all []Conflict
	for _, k := range keys {
		for _, p := range free[k] {
			if !slices.ContainsFunc(grouped[k], func(q placed) bool { return equal(p.claim, q.claim) }) && !isSum(p.claim, grouped[k]) {
				all = append(all, conflicts(p, grouped[k], free[k], bare, linked, true)...)
			}
		}
		for n, p := range grouped[k] {
			all = append(all, conflicts(p, grouped[k][n+1:], grouped[k], bare, linked, false)...)
		}
	}
	all = slices.DeleteFunc(all, func(c Conflict) bool {
		return says(statements[c.B].Text, c.AText) || says(statements[c.A].Text, c.BText)
	})
	all = closest(all)
	slices.SortStableFunc(all, func(a, b Conflict) int { return cmp.Or(a.A-b.A, a.B-b.B, a.AStart-b.AStart, a.BStart-b.BStart) })
	return all
}

// says reports whether a text has the digits of a number too: "180 covers at noon and 250 at night".
func says(text, number string) bool {
	digits := strings.TrimFunc(number, func(r rune) bool { return !unicode.IsDigit(r) })
	if i := strings.IndexFunc(digits, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' }); i > 0 {
		digits = digits[:i]
	}
	if digits == "" {
		return false
	}
	for at := 0; ; {
		i := strings.Index(text[at:], digits)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(digits)
		inside := func(b byte) bool { return b >= '0' && b <= '9' || b == '.' || b == ',' }
		if (i == 0 || !inside(text[i-1])) && (at == len(text) || !inside(text[at]) || at+1 == len(text) || text[at] > '9' || text[at+1] == ' ') {
			return true
		}
	}
}

// isSum reports whether a number is the sum of several: what a summary tells of all positions.
func isSum(p *Claim, parts []placed) bool {
	sum := 0.0
	for _, q := range parts {
		sum += q.claim.m.Value
	}
	return len(parts) > 1 && math.Abs(sum-p.m.Value) <= 0.02*p.m.Value
}

// conflicts are those of one number with others, given the numbers alike of its own statement.
func conflicts(p placed, others, own []placed, bare map[int]map[float64]bool, linked func(a, b int) bool, free bool) (all []Conflict) {
	for _, q := range others {
		if p.at == q.at || !free && p.group != q.group || !comparable(*p.claim, *q.claim) || agree(*p.claim, *q.claim) || !sameThing(*p.claim, *q.claim, free) && !(free && p.claim.up && common(p.claim.near, q.claim.near) > 0 && linked(p.at, q.at)) {
			continue
		}
		// Where either text has the other's number too, they tell of the same two things.
		has := func(list []placed, at int, c *Claim) bool {
			return slices.ContainsFunc(list, func(o placed) bool { return o.at == at && equal(o.claim, c) }) || bare[at][c.m.Value]
		}
		if has(others, q.at, p.claim) || has(own, p.at, q.claim) {
			continue
		}
		all = append(all, Conflict{A: p.at, B: q.at, AStart: p.claim.m.Start, AEnd: p.claim.m.End, BStart: q.claim.m.Start, BEnd: q.claim.m.End,
			AText: p.claim.m.Text, BText: q.claim.m.Text, SameGroup: !free, similarity: common(p.claim.all, q.claim.all)})
	}
	return all
}

// sameThing reports whether two Claims are surely of one thing.
func sameThing(p, q Claim, free bool) bool {
	near, all := common(p.near, q.near), common(p.all, q.all)
	fewer := min(len(p.all), len(q.all))
	if !free {
		if len(p.what) >= 2 && len(q.what) >= 2 && p.role == q.role {
			n := common(p.what, q.what)
			return n >= 2 && n == min(len(p.what), len(q.what)) && p.role != before && n*2 > max(len(p.what), len(q.what))
		}
		return near >= 2 && all >= 3 && all == fewer // each word that one has beside tells of another thing
	}
	return near >= 1 && all >= 2 && 10*all >= 3*fewer
}

func set(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// Start is where the number stands in its text.
func (p Claim) Start() int { return p.m.Start }

// Same reports whether two claims are one number of one thing, told twice.
func Same(p, q Claim) bool {
	if p.m.Value != q.m.Value || p.m.High != q.m.High || !comparable(p, q) {
		return false
	}
	return p.m.Kind == metric.Rate || p.m.Kind == metric.Data || p.up || common(p.near, q.near) > 0
}

// Alike reports whether two claims are one number of one kind and unit, of whatever. Of percentages and
// factors, which are of anything, none are alike.
func Alike(p, q Claim) bool {
	return p.m.Kind != metric.Percent && p.m.Kind != metric.Multiple && (p.m.Kind != metric.Count || p.m.Unit != "") && p.m.Value == q.m.Value && p.of == q.of && p.sign == q.sign
}

// Currency is the sign of the currency of a sum, "$" where the text has none.
func Currency(text string) string { return strings.TrimSpace(currency(text)) }

// closest keeps, of the conflicts of one number, those with the statement that tells most
// alike.
func closest(all []Conflict) []Conflict {
	best := map[[2]int]int{}
	for _, c := range all {
		key := [2]int{c.A, c.AStart}
		best[key] = max(best[key], c.similarity)
	}
	return slices.DeleteFunc(all, func(c Conflict) bool { return c.similarity < best[[2]int{c.A, c.AStart}] })
}

// Text says what a conflict is.
func (c Conflict) Text() string {
	if c.SameGroup {
		return "One bullet says “" + c.AText + "”, another “" + c.BText + "” of the same"
	}
	return "This says “" + c.AText + "”, and the bullet “" + c.BText + "”"
}
