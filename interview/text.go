package interview

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resumax/language/arithmetic"
	"resumax/language/langid"
	"resumax/language/metric"
	"resumax/language/terms"
	"resumax/resume"
)

// text reads a text, or takes what was read of it.
func (d *Deriver) text(source string) *text {
	known, key := d.texts, source
	if d.tongue != "" {
		known, key = d.others, d.tongue+"|"+source
	}
	if t, ok := known[key]; ok {
		return t
	}
	d.Read++
	t := readText(source, d.tongue)
	known[key] = t
	return t
}

// readText reads a text. Of one in another language than English, whose tag is tongue, the words
// around its numbers are put into English where they are known, and the plain numbers are read too
// that English would have no words for.
func readText(source, tongue string) *text {
	t := &text{source: source, plain: resume.Plain(source)}
	if t.plain != source {
		for _, s := range resume.Spans(source) {
			for i := range len(s.Text) {
				t.offsets = append(t.offsets, s.At+i)
			}
		}
	}
	open := blanked(t.plain)
	t.found = terms.Default().Find(open)
	named := func(start, end int) bool {
		return slices.ContainsFunc(t.found, func(m terms.Match) bool { return m.Start <= start && end <= m.End })
	}
	translation, translated := (*arithmetic.Translation)(nil), false
	if tongue != "" {
		translation, translated = arithmetic.Translate(open, tongue)
	}
	if translated {
		t.reading = translation.Read(named)
	} else {
		t.reading = arithmetic.ReadNamed(open, func(k metric.Token) bool { return named(k.Start, k.End) })
	}
	t.dropKinds(open, translation, translated)
	if len(t.reading.Metrics) > 0 {
		t.figures, t.wrong, t.claims = t.reading.Figures(), t.reading.Contradictions(), t.reading.Claims()
	}
	t.sure = tongue == "" || translated
	if first, _, _ := strings.Cut(strings.TrimSpace(t.plain), " "); first != "" {
		t.verb = strings.ToLower(strings.Trim(first, ",.:;"))
	}
	if translated {
		t.readTranslated(translation)
	} else {
		t.readNumbers()
	}
	if tongue != "" {
		t.readPlain(open, tongue)
	}
	return t
}

// dropKinds leaves out the numbers that say of which kind a thing is, about which there is nothing
// to ask: "400 V switchboards", "boilers of 35 kW", "8 mm plate". Those that are an end of a change stay.
func (t *text) dropKinds(open string, tr *arithmetic.Translation, translated bool) {
	changed := map[int]bool{}
	for _, c := range t.reading.Changes {
		if c.From == nil && c.By == nil {
			continue // "up to 55 kW"
		}
		for _, m := range []*metric.Metric{c.From, c.To, c.By} {
			if m != nil {
				changed[m.Start] = true
			}
		}
	}
	dropped := map[int]bool{}
	// Changes point into the list.
	kept := slices.DeleteFunc(slices.Clone(t.reading.Metrics), func(m metric.Metric) bool {
		start, end := m.Start, m.End
		if translated {
			start, end = tr.Span(start, end)
		}
		before, behind := beside(open, start, end)
		words := strings.Fields(open[start:end])
		kind := m.Kind == metric.Physical && !changed[m.Start] && (metric.IsSize(m.Unit, before, behind) || metric.IsRating(m.Unit, before)) ||
			len(words) > 1 && metric.IsShift(strings.ToLower(words[len(words)-1]), before)
		dropped[m.Start] = kind
		return kind
	})
	if len(kept) == len(t.reading.Metrics) {
		return
	}
	t.reading.Metrics = kept
	t.reading.Changes = slices.DeleteFunc(t.reading.Changes, func(c metric.Change) bool {
		return c.From == nil && c.By == nil && c.To != nil && dropped[c.To.Start]
	})
}

// beside are the words before and behind a part of a text, in small letters, "" where a sign parts
// them from it.
func beside(text string, start, end int) (before, behind string) {
	if all := strings.Fields(text[:start]); len(all) > 0 {
		before = strings.ToLower(all[len(all)-1])
		if i := strings.LastIndexAny(before, "'’"); i >= 0 {
			before = before[i+1:]
		}
		if before == "to" && len(all) > 1 && strings.ToLower(all[len(all)-2]) == "up" {
			before = "up"
		}
	}
	if word, _, _ := strings.Cut(strings.TrimPrefix(text[end:], " "), " "); strings.HasPrefix(text[end:], " ") {
		behind = strings.ToLower(strings.TrimRight(word, ".,;:!?)"))
	}
	return before, behind
}

// readTranslated finds the numbers to ask about in the translation, and puts them where they stand
// in the text.
func (t *text) readTranslated(tr *arithmetic.Translation) {
	english := &text{plain: tr.Text, reading: t.reading}
	if first, _, _ := strings.Cut(strings.TrimSpace(tr.Text), " "); first != "" {
		english.verb = strings.ToLower(strings.Trim(first, ",.:;"))
		t.verb = english.verb
	}
	english.readNumbers()
	moved := map[*metric.Metric]bool{}
	move := func(m *metric.Metric) {
		if m == nil || moved[m] {
			return
		}
		moved[m] = true
		m.Start, m.End = tr.Span(m.Start, m.End)
		m.Text = t.plain[m.Start:m.End]
	}
	for _, n := range english.numbers {
		n.start, n.end = tr.Span(n.start, n.end)
		n.from, n.to = tr.Span(n.from, n.to)
		if !strings.Contains(t.plain, n.what) {
			n.what = ""
		}
		t.numbers = append(t.numbers, n)
		for _, m := range n.metrics {
			move(m)
		}
	}
	for i := range t.reading.Metrics {
		move(&t.reading.Metrics[i])
	}
	for i := range t.reading.Changes {
		c := &t.reading.Changes[i]
		c.Start, c.End = tr.Span(c.Start, c.End)
		for _, m := range []*metric.Metric{c.From, c.To, c.By} {
			move(m)
		}
	}
	for i := range t.figures {
		t.figures[i].Start, t.figures[i].End = tr.Span(t.figures[i].Start, t.figures[i].End)
	}
	for i := range t.wrong {
		t.wrong[i].Start, t.wrong[i].End = tr.Span(t.wrong[i].Start, t.wrong[i].End)
	}
}

// readPlain reads the numbers of which nothing is known but that they are there, with the word
// behind them.
func (t *text) readPlain(open, tongue string) {
	d := load()
	for i := 0; i < len(open); {
		if open[i] < '0' || open[i] > '9' {
			i++
			continue
		}
		start := i
		for i < len(open) && (open[i] >= '0' && open[i] <= '9' || (open[i] == '.' || open[i] == ',') && i+1 < len(open) && open[i+1] >= '0' && open[i+1] <= '9') {
			i++
		}
		digits := open[start:i]
		attached := start > 0 && (isLetter(open[start-1]) || strings.ContainsRune("/-#", rune(open[start-1]))) || i < len(open) && (isLetter(open[i]) || open[i] == '-' || open[i] == '/')
		year := len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
		if attached || year || isDate(digits) || slices.ContainsFunc(t.reading.Metrics, func(m metric.Metric) bool { return start < m.End && m.Start < i }) ||
			slices.ContainsFunc(t.found, func(m terms.Match) bool { return start < m.End && m.Start < i }) {
			continue
		}
		unit, end := "", i
		if i < len(open) && open[i] == ' ' {
			word, _, _ := strings.Cut(open[i+1:], " ")
			if word = strings.TrimRight(word, ".,;:!?)"); word != "" && !strings.ContainsFunc(word, unicode.IsDigit) {
				unit, end = strings.ToLower(word), i+1+len(word)
			}
		}
		if namesThing(open, start, end, unit, tongue) {
			continue
		}
		kind := d.byID["scope"]
		if unit == "%" {
			kind = d.byID["share"]
		}
		m := &metric.Metric{Start: start, End: end, Text: t.plain[start:end], Value: decimal(digits), Unit: unit}
		m.High = m.Value
		t.numbers = append(t.numbers, number{kind: kind, start: start, end: end, from: start, to: end, unit: unit, metrics: []*metric.Metric{m}})
		t.plainNumbers = append(t.plainNumbers, m)
	}
}

// isDate reports whether digits with dots between them are a date or a version, not a number, in
// languages that have a comma before decimals: "01.04.2019", "1.4.19", and "30.06" without its year.
func isDate(digits string) bool {
	groups := strings.Split(digits, ".")
	if len(groups) == 2 {
		day, _ := strconv.Atoi(groups[0])
		month, _ := strconv.Atoi(groups[1])
		return len(groups[1]) == 2 && 1 <= day && day <= 31 && 1 <= month && month <= 12
	}
	return len(groups) > 2 && slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 })
}

// namesThing reports whether a number with the word behind it belongs to the name of a thing, or says
// of which kind one is: "DMU 50", "catégorie 3", "400 V", "motores de 75 CV", "in 3 Schichten".
func namesThing(open string, start, end int, unit, tongue string) bool {
	before, behind := beside(open, start, end)
	if all := strings.Fields(open[:start]); len(all) > 2 && unicode.IsDigit(rune(all[len(all)-2][0])) {
		if naming := strings.ToLower(all[len(all)-3]); metric.IsNumberedAbroad(naming) { // "Pflegegrade 2 bis 5"
			return true
		}
	}
	if metric.IsRating(unit, before) || metric.IsSize(unit, before, behind) || metric.IsNumberedAbroad(before) || metric.IsShift(unit, before) {
		return true
	}
	if counts := unit != "" && unit != "%" && !langid.IsFunctionWord(tongue, unit); counts {
		return false
	}
	all := strings.Fields(open[:start])
	if len(all) == 0 {
		return false
	}
	word := all[len(all)-1]
	letters := strings.Count(strings.ToUpper(word), "") - 1
	return len(all) > 1 && tongue != "de" && unicode.IsUpper([]rune(word)[0]) && !strings.ContainsAny(word, ".,;:()") ||
		letters > 1 && word == strings.ToUpper(word) && unicode.IsLetter([]rune(word)[0]) && !strings.ContainsAny(word, ".,;:()%")
}

// decimal is a number in which a comma or a dot before three digits parts thousands, and any
// other one is the decimal mark.
func decimal(digits string) float64 {
	parts := strings.FieldsFunc(digits, func(r rune) bool { return r == '.' || r == ',' })
	text := parts[0]
	for i, p := range parts[1:] {
		if len(p) != 3 && i == len(parts)-2 {
			text += "."
		}
		text += p
	}
	v, _ := strconv.ParseFloat(text, 64)
	return v
}

// blanked is a text with spaces in place of questions that are still to be answered.
func blanked(plain string) string {
	for _, slot := range resume.SlotsIn(plain) {
		plain = strings.Replace(plain, slot, strings.Repeat(" ", len(slot)), 1)
	}
	return plain
}

// quote is a part of the plain text as it stands in the source, with the marks inside it.
func (t *text) quote(start, end int) string {
	if t.offsets == nil {
		return t.plain[start:end]
	}
	if start >= end {
		return ""
	}
	return t.source[t.offsets[start] : t.offsets[end-1]+1]
}

// readNumbers finds the numbers to ask about: a change as one, all others each.
func (t *text) readNumbers() {
	taken := map[int]bool{}
	for i := range t.reading.Changes {
		c := &t.reading.Changes[i]
		n := number{start: c.Start, end: c.End, what: c.What}
		if !strings.Contains(t.plain, n.what) || strings.HasSuffix(n.what, " one") || strings.HasSuffix(n.what, " ones") || strings.HasSuffix(n.what, " it") {
			n.what = "" // there is a question within it, or it says no name
		}
		switch {
		case c.From != nil && c.To != nil:
			n.change, n.metrics = true, []*metric.Metric{c.From, c.To}
			taken[c.From.Start], taken[c.To.Start] = true, true
			if c.By != nil {
				taken[c.By.Start] = true
			}
		case c.By != nil:
			n.by, n.metrics = true, []*metric.Metric{c.By}
			taken[c.By.Start] = true
		case c.To != nil:
			n.metrics = []*metric.Metric{c.To}
			taken[c.To.Start] = true
		}
		t.add(n)
	}
	for i := range t.reading.Metrics {
		m := &t.reading.Metrics[i]
		if taken[m.Start] || !isAsked(m) || t.isSpan(m) {
			continue
		}
		n := number{start: m.Start, end: m.End, metrics: []*metric.Metric{m}}
		n.by = (m.Kind == metric.Percent || m.Kind == metric.Multiple) && t.reading.Direction(m) != 0
		t.add(n)
	}
	slices.SortStableFunc(t.numbers, func(a, b number) int { return a.start - b.start })
}

// isAsked reports whether a number alone is worth a question: "one of two" is not.
func isAsked(m *metric.Metric) bool {
	if m.Unit == "times" || m.Unit == "quarters" || m.Kind == metric.Multiple && !strings.ContainsFunc(m.Text, unicode.IsDigit) {
		return false // how often, and what a verb says of something else
	}
	return m.Kind != metric.Count || m.Value != 1 && m.Value != 2 || strings.ContainsFunc(m.Text, unicode.IsDigit)
}

// isSpan reports whether a time says over which time something was, and not how long it took:
// "over 18 months", "a 12-week residency".
func (t *text) isSpan(m *metric.Metric) bool {
	if m.Kind != metric.Time || m.Percentile != "" {
		return false
	}
	before := words(t.plain[:m.Start])
	if len(before) > 0 {
		switch before[len(before)-1] {
		case "over", "in", "for", "during", "through", "after", "every", "last", "past", "first":
			return true
		}
	}
	return strings.Contains(m.Text, "-")
}

func (t *text) add(n number) {
	m := n.metrics[len(n.metrics)-1]
	n.zero = m.Value == 0 && !n.change
	n.percentile, n.window = m.Percentile != "", m.Window != "" && (arithmetic.IsPeriod(m.Window) || m.Window == "shift" || m.Window == "night" || m.Window == "minute" || m.Window == "second")
	n.attribute = !n.change && (m.Kind == metric.Count || m.Kind == metric.Physical || m.Kind == metric.Time) && strings.Contains(m.Text, "-") && m.High == m.Value && !strings.Contains(m.Text, " ")
	n.group = t.groupOf(m)
	n.unit = unitOf(m)
	n.kind = t.kindOf(&n)
	n.from, n.to = t.widened(&n)
	if n.kind != nil {
		t.numbers = append(t.numbers, n)
	}
}

// groupOf is the group whose size a bare number tells: "crew" of "a crew of 5".
func (t *text) groupOf(m *metric.Metric) string {
	if m.Kind != metric.Count || m.Unit != "" {
		return ""
	}
	before := strings.Fields(t.plain[:m.Start])
	if n := len(before); n >= 2 && before[n-1] == "of" && !strings.ContainsAny(before[n-2], ".,;:()") {
		return strings.ToLower(before[n-2])
	}
	return ""
}

// isRestated reports whether a percentage says again the change that stands beside it with both its
// ends: "cut thefts 27%, from 220 to 160".
func (t *text) isRestated(n *number) bool {
	if !n.by || len(n.metrics) != 1 || n.metrics[0].Kind != metric.Percent && n.metrics[0].Kind != metric.Multiple {
		return false
	}
	const near = 60 // bytes between the two
	for i := range t.numbers {
		o := &t.numbers[i]
		if !o.change || len(o.metrics) != 2 || o.metrics[0].Value <= 0 || o.metrics[1].Value <= 0 || o.start-n.end > near || n.start-o.end > near {
			continue
		}
		from, to, said := o.metrics[0].Value, o.metrics[1].Value, n.metrics[0].Value
		if f := to / from; n.metrics[0].Kind == metric.Percent && max(100*f-100, 100-100*f)-said < 3 && said-max(100*f-100, 100-100*f) < 3 ||
			n.metrics[0].Kind == metric.Multiple && max(f, 1/f)-max(said, 1/said) < 0.3 && max(said, 1/said)-max(f, 1/f) < 0.3 {
			return true
		}
	}
	return false
}

// Words that end what a number is of.
var ending = set(`of in to and the on at for with by from a an or as that which who into via using per while when after before than over under within across through during
	between among against per plus including without is are was were be been has have had its our their his her my it they this these so but if because up down about not`)

const farthest = 3 // words that belong to a number

// widened is a number with the words that say what it is of: "99.99% availability", "paging
// noise 60%", "220 covers a night".
func (t *text) widened(n *number) (from, to int) {
	from, to = n.start, n.end
	m := n.metrics[len(n.metrics)-1]
	if n.group != "" {
		return strings.LastIndex(strings.ToLower(t.plain[:from]), n.group), to
	}
	rest := t.plain[to:]
	behind, most := 0, farthest
	if (m.Kind == metric.Count && m.Unit != "" || m.Kind == metric.Part) && !n.attribute {
		most = 0 // the text has the noun
	}
	at := to
	for f := range strings.FieldsSeq(rest) {
		i := at + strings.Index(t.plain[at:], f)
		word := strings.TrimRight(f, `.,;:!?)"”’`)
		low := strings.ToLower(word)
		opened := strings.ContainsAny(f[:1], `("“‘[–—-`) || i > at+1
		if behind == 0 && !opened && (low == "a" || low == "an" || low == "per" || low == "each" || low == "every") && m.Window != "" && !strings.Contains(m.Window, " ") {
			if j := strings.Index(t.plain[i:], m.Window); j > 0 && j < 12 {
				return from, i + j + len(m.Window)
			}
		}
		if behind == most || opened || ending[low] || word == "" || strings.HasSuffix(low, "ing") && behind > 0 || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ly") || strings.ContainsFunc(low, unicode.IsDigit) {
			break
		}
		behind++
		to = i + len(word)
		at = to
		if word != f {
			break
		}
	}
	if behind > 0 || m.Kind != metric.Percent && m.Kind != metric.Multiple || n.change {
		return from, to
	}
	before := strings.Fields(t.plain[:from])
	at = from
	for i, taken := len(before)-1, 0; i >= 0 && taken < farthest; i-- {
		low := strings.ToLower(before[i])
		if strings.ContainsAny(before[i], `.,;:()!?`) || low != "by" && ending[low] || low == "by" && i != len(before)-1 || strings.HasSuffix(low, "ing") && taken != 1 || spared[low] || gained[low] || strings.HasSuffix(low, "ed") || strings.ContainsFunc(low, unicode.IsDigit) {
			break
		}
		if i == 0 {
			break // the verb
		}
		at = strings.LastIndex(t.plain[:at], before[i])
		if low != "by" {
			taken++
			from = at
		}
	}
	return from, to
}

// unitOf is what a number counts, in one word.
func unitOf(m *metric.Metric) string {
	switch m.Kind {
	case metric.Count:
		return m.Unit
	case metric.Part:
		if f := strings.Fields(m.Text); len(f) > 0 && !strings.ContainsFunc(f[len(f)-1], unicode.IsDigit) {
			return strings.ToLower(f[len(f)-1])
		}
	}
	return m.Kind.String()
}

const (
	wordsBefore = 7 // a number that tell what it is of
	wordsBehind = 4
)

// kindOf is the first kind that fits a number.
func (t *text) kindOf(n *number) *numberKind {
	m := n.metrics[len(n.metrics)-1]
	d := load()
	kind := m.Kind.String()
	if n.zero {
		kind = "zero"
		if m.Kind != metric.Count && m.Kind != metric.Percent && m.Kind != metric.Money && m.Kind != metric.Time {
			return nil
		}
	}
	near, counted := t.around(d, n), d.bitsOf(n.unit)|d.bitsOf(n.group)
	direction := 0
	switch {
	case n.change:
		direction = 1
		if n.metrics[1].Value < n.metrics[0].Value {
			direction = -1
		}
	case m.Kind == metric.Percent || m.Kind == metric.Multiple:
		if direction = t.reading.Direction(m); direction == 0 && m.Kind == metric.Multiple && m.Value > 1 {
			direction = 1
		}
	case m.Kind == metric.Money:
		direction = t.verbDirection(m)
	}
	for i, k := range d.kinds {
		if n.zero {
			if slices.Contains(k.Metrics, kind) {
				return k
			}
			continue
		}
		if !slices.Contains(k.Metrics, kind) || k.Window && !n.window && m.Kind != metric.Rate {
			continue
		}
		if k.ID == "throughput" && m.Kind == metric.Count && !n.window {
			continue
		}
		if k.ID == "people-served" && n.change {
			continue // more or fewer of them is growth, or a reduction
		}
		if k.ID == "availability" && (m.Value < 90 || m.Value > 100) {
			continue
		}
		if k.Direction != "" && (k.Direction == "up") != (direction > 0) || k.Direction != "" && direction == 0 {
			continue
		}
		if len(k.words) == 0 {
			return k
		}
		if k.Money != "" && m.Kind == metric.Money && (k.Money == "up" && direction > 0 || k.Money == "down" && direction < 0) {
			return k
		}
		in := near
		if k.Counted || m.Kind == metric.Count && !n.change && !n.zero && !k.Window && k.ID != "throughput" {
			in = counted
		}
		if in&(1<<i) != 0 {
			return k
		}
		if k.ID == "latency" && n.percentile {
			return k
		}
	}
	return nil
}

// Verbs behind which a sum is one that is no longer spent, or one that came in.
var (
	spared = set("saved saving saves cut cutting reduced reducing deferred deferring avoided avoiding lowered lowering trimmed trimming eliminated eliminating")
	gained = set("grew growing raised raising won winning sold selling generated generating closed closing earned earning secured securing brought recovered recovering collected collecting booked")
)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// verbDirection is which way a sum goes by the verb nearest before it.
func (t *text) verbDirection(m *metric.Metric) int {
	before := words(t.plain[:m.Start])
	for i := len(before) - 1; i >= max(0, len(before)-wordsBefore); i-- {
		switch {
		case spared[before[i]]:
			return -1
		case gained[before[i]]:
			return 1
		}
	}
	return 0
}

const far = 120 // bytes beside a number in which the words lie that tell what it is of

// around are the kinds that the words around a number tell, in its clause, as bits.
func (t *text) around(d *data, n *number) (bits uint64) {
	before, behind := t.plain[:n.start], t.plain[n.end:]
	if i := strings.LastIndexAny(before, ",;"); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i+1:]
	}
	if i := strings.IndexAny(behind, ",;"); i >= 0 {
		behind = behind[:i]
	}
	if i := strings.Index(behind, ". "); i >= 0 {
		behind = behind[:i]
	}
	before, behind = before[max(0, len(before)-far):], behind[:min(len(behind), far)]
	left := strings.Fields(before)
	for _, f := range left[max(0, len(left)-wordsBefore):] {
		bits |= d.bitsOf(f)
	}
	taken := 0
	for f := range strings.FieldsSeq(behind) {
		if taken++; taken > wordsBehind {
			break
		}
		bits |= d.bitsOf(f)
	}
	return bits | d.bitsOf(n.what) | d.bitsOf(n.unit) | d.bitsOf(t.plain[n.start:n.end])
}

// bitsOf are the kinds that have one of the words of a text, or a part of one with a hyphen.
func (d *data) bitsOf(text string) (bits uint64) {
	for f := range strings.FieldsSeq(text) {
		if f = strings.Trim(f, marks); f == "" {
			continue
		}
		f = strings.ToLower(f)
		bits |= d.kindsOf[f]
		if strings.ContainsAny(f, "-/") {
			for _, part := range strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' }) {
				bits |= d.kindsOf[part]
			}
		}
	}
	return bits
}

// marks stand around words.
const marks = `"'“”‘’()[]{},.;:!?`

// words are those of a text in small letters, and the parts of those with a hyphen.
func words(text string) []string {
	var all []string
	for f := range strings.FieldsSeq(strings.ToLower(text)) {
		f = strings.Trim(f, marks)
		if f == "" {
			continue
		}
		all = append(all, f)
		if strings.Contains(f, "-") || strings.Contains(f, "/") {
			all = append(all, strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' })...)
		}
	}
	return all
}

// shortest is the length to which a quote in a question is cut, in bytes.
const shortest = 90

// brief is the beginning of a text, cut where a phrase ends, as it is quoted in a question.
func (t *text) brief() string {
	text := strings.TrimRight(strings.TrimSpace(t.plain), ".;, ")
	if len(text) <= shortest {
		return text
	}
	cut := 0
	for i := shortest / 3; i < len(text) && i <= shortest; i++ {
		rest := text[i:]
		switch {
		case text[i] == ',' || text[i] == ';' || text[i] == '(':
			cut = i
		case text[i] == ' ' && cut < shortest/2 && slices.ContainsFunc(cuts, func(c string) bool { return strings.HasPrefix(rest, c) }):
			cut = i
		}
	}
	if cut < shortest/3 {
		cut = strings.LastIndexByte(text[:shortest], ' ')
	}
	if cut <= 0 {
		return ""
	}
	text = strings.TrimRight(text[:cut], ",;( ")
	for {
		i := strings.LastIndexByte(text, ' ')
		if i < 0 || !ending[strings.ToLower(text[i+1:])] {
			return text
		}
		text = text[:i]
	}
}

// Words before which a phrase may end.
var cuts = []string{" by ", " with ", " using ", " while ", " that ", " which ", " so "}

// withoutCompany is a phrase with "with" without where and in how many it was, "" where it says who or how
// much was there, and not how it was done: "with a crew of 5", "with an error rate of 0.05%".
func withoutCompany(phrase string) string {
	const beside = 6
	fields := strings.Fields(phrase)
	for k, f := range fields[:min(len(fields), beside+1)] {
		if !strings.ContainsFunc(f, unicode.IsDigit) {
			continue
		}
		switch before := fields[max(0, k-1)]; {
		case k >= 4 && (before == "in" || before == "at" || before == "on" || before == "across" || before == "for" || before == "over"):
			return phrase[:strings.LastIndex(phrase[:strings.Index(phrase, f)], " "+before+" ")]
		}
		return ""
	}
	return phrase
}

// way is the part of a text that says how something was done: "by adding circuit breakers".
func (t *text) way() (string, bool) {
	for _, word := range []string{" by ", " using ", " through ", " via ", " with "} {
		if _, after, ok := strings.Cut(t.plain, word); ok {
			end := len(after)
			for _, stop := range []string{", ", ". ", "; ", " ("} {
				if i := strings.Index(after[:end]+" ", stop); i >= 0 {
					end = min(end, i)
				}
			}
			phrase := strings.TrimSpace(word + after[:end])
			if word == " with " {
				phrase = withoutCompany(phrase)
			}
			fields := strings.Fields(phrase)
			if n := len(fields); n >= 2 && len(phrase) <= shortest && !strings.ContainsFunc(fields[1], unicode.IsDigit) {
				return phrase, true
			}
		}
	}
	return "", false
}
