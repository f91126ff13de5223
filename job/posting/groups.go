package posting

import (
	"slices"
	"strings"
)

// joiner is what stands between two mentions.
type joiner uint8

const (
	apart joiner = iota // they have nothing to do with each other
	comma
	both   // "and"
	choice // "or"
	slash  // a slash, which binds tighter than commas
	such   // "such as", an opening bracket: examples of what is before
)

// groups puts mentions together of which one is enough. Mentions with only commas, "and",
// "or" and small words between them are a list. "And" parts it; a part with an "or" is one
// group, as is a list of examples or one of which "one of" is said.
func (r *reading) groups(s string, tokens []token, mentions []mention) (all []group) {
	run := 0
	for i := 0; i < len(mentions); {
		end := i + 1
		joins := []joiner{apart}
		for end < len(mentions) {
			j := r.joiner(tokens, mentions[end-1], mentions[end])
			if j == apart {
				break
			}
			joins = append(joins, j)
			end++
		}
		run++
		for _, g := range r.parted(s, tokens, mentions[i:end], joins) {
			all = append(all, group{g, run})
		}
		i = end
	}
	return all
}

// parted parts a list into groups.
func (r *reading) parted(s string, tokens []token, list []mention, joins []joiner) (all [][]mention) {
	before := tokens[max(0, list[0].from-6):list[0].from]
	after := tokens[list[len(list)-1].to:min(len(tokens), list[len(list)-1].to+4)]
	if len(list) > 1 {
		oneOf := r.words.one.in(before) && !slices.ContainsFunc(before, func(t token) bool { return t.lower == ";" || t.lower == "." })
		bracketed := len(before) > 1 && before[len(before)-1].lower == "(" && len(after) > 0 && after[0].lower == ")"
		if k := r.lastExample(before) || bracketed; k && !slices.Contains(joins, both) || oneOf {
			return [][]mention{list}
		}
	}
	// A list of examples in brackets or behind "such as" is one group with what is before it.
	for i := 1; i < len(list); i++ {
		if joins[i] != such {
			continue
		}
		end := i + 1
		for end < len(list) && joins[end] != such && s[list[end-1].end:list[end].start] != "" && !strings.Contains(s[list[end-1].end:list[end].start], ")") {
			end++
		}
		examples := joins[i+1 : end]
		if slices.Contains(examples, both) && !r.similarIn(tokens[list[end-1].to:min(len(tokens), list[end-1].to+4)]) && strings.HasPrefix(strings.TrimSpace(s[list[i-1].end:list[i].start]), "(") {
			all = append(all, r.byAnd(list[:i], joins[:i])...)
			all = append(all, r.byAnd(list[i:end], joins[i:end])...)
		} else {
			from := i - 1
			for from > 0 && joins[from] == choice { // "NetSuite, or a comparable ERP such as …"
				from--
			}
			all = append(all, r.byAnd(list[:from], joins[:from])...)
			all = append(all, list[from:end])
		}
		if end < len(list) {
			all = append(all, r.parted(s, tokens, list[end:], append([]joiner{apart}, joins[end+1:]...))...)
		}
		return all
	}
	if len(list) > 1 && r.similarIn(after) && !slices.Contains(joins, both) {
		return [][]mention{list}
	}
	return r.byAnd(list, joins)
}

// byAnd parts a list at "and"; a part with "or" is one group, others are one each.
func (r *reading) byAnd(list []mention, joins []joiner) (all [][]mention) {
	for i := 0; i < len(list); {
		end := i + 1
		or := false
		for end < len(list) && joins[end] != both {
			or = or || joins[end] == choice
			end++
		}
		part := list[i:end]
		switch {
		case or:
			// "Degree, CPA or ACCA": what is of another kind stands for itself.
			k := 0
			for k < len(part)-1 && !alikeKinds(part[k], part[len(part)-1]) && joins[i+k+1] == comma {
				all = append(all, part[k:k+1])
				k++
			}
			all = append(all, part[k:])
		default:
			for k := 0; k < len(part); {
				next := k + 1
				for next < len(part) && joins[i+next] == slash {
					next++
				}
				all = append(all, part[k:next])
				k = next
			}
		}
		i = end
	}
	return all
}

// alikeKinds reports whether one of two mentions may stand for the other.
func alikeKinds(a, b mention) bool {
	return a.kind == b.kind || a.kind == instead || b.kind == instead || a.kind == Degree && b.kind == License || a.kind == License && b.kind == Degree
}

// lastExample reports whether the last words before a list lead examples.
func (r *reading) lastExample(before []token) bool {
	for i := range before {
		if n, _ := r.words.examples.at(before, i); n > 0 && len(before)-i-n <= 1 {
			return true
		}
	}
	return false
}

// similarIn reports whether what follows a list leaves it open: "or similar", "etc."
func (r *reading) similarIn(after []token) bool {
	for i := 0; i < min(2, len(after)); i++ {
		if n, _ := r.words.similar.at(after, i); n > 0 {
			return true
		}
	}
	return false
}

// apartWords are how many words besides small ones may stand between two mentions of a list.
const apartWords = 2

// joiner is what stands between two mentions.
func (r *reading) joiner(tokens []token, a, b mention) joiner {
	between := tokens[min(a.to, b.from):b.from]
	or, and, example, commas, others, closed, slashed := false, false, false, 0, 0, false, false
	preferred := r.words.preferred.in(between)
	for i := 0; i < len(between); {
		if n, _ := r.words.similar.at(between, i); n > 1 && i+n < len(between) && b.kind != instead {
			or = true // "or other databases, …"
			i += n
			continue
		}
		if n, _ := r.words.examples.at(between, i); n > 0 {
			example = true
			i += n
			continue
		}
		if n, _ := r.words.or.at(between, i); n > 0 {
			or = true
			i += n
			continue
		}
		if n, _ := r.words.and.at(between, i); n > 0 {
			and = true
			i += n
			continue
		}
		switch t := between[i]; {
		case t.lower == "/" && len(between) == 1:
			or, slashed = true, true
		case t.lower == "," || t.lower == "•" || t.lower == "·" || t.lower == "|":
			commas++
		case t.lower == "/":
			or = true
		case t.lower == "(":
			if others <= 1 && !r.preferredInBracket(tokens[b.to:]) {
				example, others = true, 0
			} else {
				others++
			}
		case t.lower == ")":
			closed = true
		case t.lower == ";" || t.lower == ":" || t.lower == "–" || t.lower == "—":
			return apart
		case t.lower == "+":
			and = true
		case r.words.filler[t.lower]:
		default:
			others++
		}
		i++
	}
	if a.kind == Degree && b.kind == Degree && commas > 0 && !or && !and && others <= 6 {
		return comma // "Studium der Informatik, Ausbildung zum …"
	}
	if len(between) == 0 && a.kind == b.kind {
		return comma // "Git version control"
	}
	if or && commas > 0 && a.kind != b.kind && endsWithComma(between) && !slices.ContainsFunc(between, func(t token) bool { return t.lower == "instead" }) {
		or = false // "a degree in physics or chemistry, a license"
	}
	if or && (a.kind == Degree || a.kind == License || b.kind == instead) && b.kind != Term {
		if others <= 8 {
			return choice
		}
		return apart
	}
	if a.kind != b.kind && !or && (a.kind != Term || b.kind != Term) && !alikeKinds(a, b) {
		return apart
	}
	if preferred && !or {
		return apart
	}
	switch {
	case or && and && !slices.ContainsFunc(between, func(t token) bool { return t.lower == "and/or" }):
		if others > apartWords {
			return apart
		}
		return choice
	case or && others <= apartWords+1 && commas <= 2:
		if !alikeKinds(a, b) {
			return comma
		}
		if between[0].lower == "/" && together(a.name, b.name) {
			return both
		}
		if slashed && a.kind == Term && b.kind == Term {
			return slash
		}
		return choice
	case example && others <= apartWords && !closed:
		return such
	case closed && !and && commas == 0:
		return apart
	case and && others <= apartWords:
		return both
	case commas > 0 && others == 0:
		return comma
	}
	return apart
}

// endsWithComma reports whether a comma, and nothing that goes on with a list, is the last that parts
// two mentions.
func endsWithComma(between []token) bool {
	for i := len(between) - 1; i >= 0; i-- {
		switch between[i].lower {
		case ",":
			return true
		case "or", "oder", "ou", "o", "/":
			return false
		}
	}
	return false
}

// preferredInBracket reports whether what is up to a closing bracket says that it is only
// preferred: "Java (Kotlin is a plus)".
func (r *reading) preferredInBracket(after []token) bool {
	end := slices.IndexFunc(after, func(t token) bool { return t.lower == ")" })
	return end > 0 && r.words.preferred.in(after[:end])
}

// together reports whether two terms with a slash between them mean both: HTML/CSS.
func together(a, b string) bool {
	pair := a + "/" + b
	for _, p := range []string{"HTML/CSS", "CSS/HTML", "HTML5/CSS3", "CSS/JavaScript", "HTML/JavaScript", "UX/UI", "UI/UX", "TCP/IP", "P&L/budgeting"} {
		if pair == p {
			return true
		}
	}
	return false
}

// preferredGroups are the groups of a sentence of which cues say that they are only
// preferred: those behind "ideally", those in the list before "is a plus", or all.
func (r *reading) preferredGroups(tokens []token, groups []group) map[int]bool {
	soft := map[int]bool{}
	for i := 0; i < len(tokens); i++ {
		n, _ := r.words.preferred.at(tokens, i)
		if n == 0 {
			continue
		}
		from, to := bounds(tokens, i)
		forward := isForward(tokens[i].lower)
		if !forward && from > 0 && tokens[from-1].lower == "(" && !slices.ContainsFunc(groups, func(g group) bool { return g.mentions[0].from >= from && g.mentions[0].from < i }) && i-from <= 2 && (i == from || i+n < len(tokens) && tokens[i+n].lower == ")") && endsClause(tokens, closeOf(tokens, i)+1) {
			if first, _ := bounds(tokens, from-1); commaIn(tokens, first, from-1) < 0 { // "Prior authorization or utilization review experience (preferred)"
				for k, g := range groups {
					if g.mentions[0].from >= first && g.mentions[0].from < from {
						soft[k] = true
					}
				}
				i += n - 1
				continue
			}
		}
		if comma := lastComma(tokens, from, i); !forward && endsClause(tokens, i+n) && comma > from && !r.goesOn(tokens, comma+1) && r.joinsIn(tokens[from:comma]) && !r.joinsIn(tokens[comma:i]) {
			found := false // "SQL and relational databases, PostgreSQL preferred"
			for k, g := range groups {
				if g.mentions[0].from > comma && g.mentions[0].from < i {
					soft[k], found = true, true
				}
			}
			if found {
				i += n - 1
				continue
			}
		}
		if !forward && endsClause(tokens, i+n) && commaIn(tokens, from, i) < 0 && from < i && !slices.ContainsFunc(tokens[from:i], func(t token) bool { return t.lower == "." || t.lower == ":" }) {
			for k, g := range groups { // "Hazmat and tanker endorsement preferred"
				if g.mentions[0].from >= from && g.mentions[0].from < i {
					soft[k] = true
				}
			}
			i += n - 1
			continue
		}
		var before, after []int
		for k, g := range groups {
			first, last := g.mentions[0].from, g.mentions[len(g.mentions)-1].to
			switch {
			case last <= i && last > from:
				before = append(before, k)
			case first >= i+n && first < to:
				after = append(after, k)
			case first < i && last > i:
				if !forward {
					before = append(before, k)
				}
			}
		}
		if n := len(before); n > 0 && !forward {
			last := groups[before[n-1]].mentions[len(groups[before[n-1]].mentions)-1].to
			if own := commaIn(tokens, last, i); own >= 0 && own < i-1 && !r.goesOn(tokens, own+1) {
				continue // the cue has a subject of its own: "DBS check, experience is preferred"
			}
		}
		switch {
		case forward:
			for _, k := range after {
				soft[k] = true
			}
			if len(after) == 0 && len(before) > 0 && i > 0 && tokens[i-1].lower == "(" {
				soft[before[len(before)-1]] = true
			}
		case len(before) > 0:
			run := groups[before[len(before)-1]].run
			for n := len(before) - 1; n >= 0; n-- {
				k := before[n]
				if groups[k].run != run {
					continue
				}
				soft[k] = true
				if n > 0 && r.judged(tokens, groups[before[n-1]], groups[k]) {
					break // "ADN accepted, BSN preferred"
				}
			}
		case from == 0 || i-from <= 2:
			for _, k := range after {
				soft[k] = true
			}
			if len(after) == 0 && from > 0 && tokens[from-1].lower == "(" { // "Kotlin (preferred)"
				best := -1
				for k, g := range groups {
					if g.mentions[len(g.mentions)-1].to <= from {
						best = k
					}
				}
				if best >= 0 && len(groups[best].mentions) == 1 {
					soft[best] = true
				}
			}
			if len(after) == 0 && len(groups) > 0 && from > 0 && tokens[from-1].lower == "," {
				for k, g := range groups {
					if g.run == groups[len(groups)-1].run && g.mentions[0].from < i {
						soft[k] = true
					}
				}
			}
		default:
			for k := range groups {
				if g := groups[k]; g.mentions[0].from >= from && g.mentions[0].from < to {
					soft[k] = true
				}
			}
		}
		i += n - 1
	}
	return soft
}

// judged reports whether a word between two groups of a list says what the first is, before a comma:
// "accepted", "required".
func (r *reading) judged(tokens []token, a, b group) bool {
	between := tokens[a.mentions[len(a.mentions)-1].to:b.mentions[0].from]
	comma := slices.IndexFunc(between, func(t token) bool { return t.lower == "," || t.lower == ";" })
	if comma <= 0 {
		return false
	}
	last := between[comma-1].lower
	return slices.Contains([]string{"accepted", "acceptable", "required", "ok", "okay", "minimum", "fine", "essential", "necessary", "needed", "mandatory", "considered", "obligatoire", "exigé", "requis", "indispensable", "erforderlich", "zwingend", "imprescindible", "obligatorio", "obligatoria"}, last)
}

// lastComma is the last comma between two tokens, -1 for none.
func lastComma(tokens []token, from, to int) int {
	for i := to - 1; i >= from; i-- {
		if tokens[i].lower == "," {
			return i
		}
	}
	return -1
}

// joinsIn reports whether there is an "and" or an "or", which ends a list.
func (r *reading) joinsIn(tokens []token) bool {
	return r.words.and.in(tokens) || r.words.or.in(tokens)
}

// endsClause reports whether a clause ends at a token.
func endsClause(tokens []token, i int) bool {
	if i >= len(tokens) {
		return true
	}
	switch tokens[i].lower {
	case ";", ")", "!", ".", "–", "—", "but":
		return true
	}
	return false
}

// commaIn is the first comma between two tokens that is not in brackets, -1 for none.
func commaIn(tokens []token, from, to int) int {
	open := 0
	for i := from; i < to; i++ {
		switch tokens[i].lower {
		case "(":
			open++
		case ")":
			open = max(0, open-1)
		case ",":
			if open == 0 {
				return i
			}
		}
	}
	return -1
}

// goesOn reports whether a list goes on at a token: ", or an on-premises stack".
func (r *reading) goesOn(tokens []token, i int) bool {
	or, _ := r.words.or.at(tokens, i)
	and, _ := r.words.and.at(tokens, i)
	return or > 0 || and > 0
}

// isForward reports whether a cue speaks of what follows it.
func isForward(w string) bool {
	switch w {
	case "ideally", "preferably", "idealerweise", "idéalement", "idealmente", "preferiblemente", "preferentemente", "optimalerweise", "bestenfalls", "gerne", "prefer":
		return true
	}
	return strings.HasPrefix(w, "préférence")
}

// closeOf is the closing bracket behind a token, the end where there is none.
func closeOf(tokens []token, i int) int {
	for ; i < len(tokens); i++ {
		if tokens[i].lower == ")" {
			return i
		}
	}
	return i
}

// openOf is the opening bracket of a closing one, -1 for none.
func openOf(tokens []token, i int) int {
	for k := i - 1; k >= 0; k-- {
		if tokens[k].lower == "(" {
			return k
		}
	}
	return -1
}

// bounds are the tokens of the clause around one: between semicolons, brackets, and "but".
func bounds(tokens []token, i int) (from, to int) {
	stop := func(t token) bool {
		switch t.lower {
		case ";", "(", ")", "—", "–", "but", "aber", "mais", "pero", "while", "required", "erforderlich", "exigé", "imprescindible", "wobei":
			return true
		}
		return false
	}
	from, to = 0, len(tokens)
	for k := i - 1; k >= 0; k-- {
		if tokens[k].lower == ")" { // what is in brackets is of what stands before them
			if open := openOf(tokens, k); open > 0 {
				k = open
				continue
			}
		}
		if stop(tokens[k]) {
			from = k + 1
			break
		}
	}
	for k := i + 1; k < len(tokens); k++ {
		if tokens[k].lower == "(" && k > i+1 { // what is in brackets is of what stands before them
			if end := closeOf(tokens, k); end < len(tokens) && !slices.ContainsFunc(tokens[k:end], func(t token) bool { return t.lower == "required" || t.lower == "preferred" }) {
				k = end
				continue
			}
		}
		if stop(tokens[k]) {
			to = k
			break
		}
	}
	return from, to
}
