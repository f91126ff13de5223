package score

import (
	"regexp"
	"strings"
	"unicode"

	"resumax/terms"
)

// Metric is a number that measures something.
type Metric struct {
	Start, End int    // bytes of the sentence
	Text       string // "900 ms", "80k req/s", "zero"
	Unit       string // in small letters: "ms", "req/s", "%", "$", or a count noun; "" for a bare multiple
}

// perUnit reports whether a metric is a rate: "80k req/s", "$30k/year".
func perUnit(metric string) bool {
	_, unit, ok := strings.Cut(metric, "/")
	return ok && unit != "" && unicode.IsLetter(firstRune(unit))
}

var (
	ordinal    = regexp.MustCompile(`^\d+(st|nd|rd|th)$`)
	year       = regexp.MustCompile(`^(19|20)\d\d('?s)?$|^(19|20)\d\d[-–/](19|20)?\d\d$`)
	multiple   = regexp.MustCompile(`^\d+(\.\d+)?[x×]$`)
	magnitude  = regexp.MustCompile(`^[~≈<>≤≥+-]?\d[\d.,]*(k|m|b|bn|mn|mm|million|billion)\+?$`)
	withUnit   = regexp.MustCompile(`^[~≈<>≤≥+-]?\d[\d.,]*(?:k|m|b|bn)?\+?[-]?([a-zµ%/]+)$`)
	bareNumber = regexp.MustCompile(`^[~≈<>≤≥+-]?\d[\d.,]*\+?$`)
	thousands  = regexp.MustCompile(`^[~≈<>≤≥+-]?\d{1,3}(,\d{3})+\+?$`)
	ratioGrade = regexp.MustCompile(`^\d(\.\d+)?/\d(\.\d+)?$`)
	phone      = regexp.MustCompile(`^\+?\(?\d{2,4}\)?[-.]\d{3,4}([-.]\d{3,4})?$|^\+\d{1,3}$`)
	alwaysOpen = regexp.MustCompile(`^(24/7|7/24|365)$`)
)

// Words before a number that make a name or a version of it.
var naming = map[string]bool{"iso": true, "soc": true, "rfc": true, "version": true, "v": true, "windows": true, "ios": true, "http": true,
	"tls": true, "ipv": true, "oauth": true, "level": true, "grade": true, "tier": true, "phase": true, "part": true, "chapter": true,
	"section": true, "gpa": true, "no": true, "no.": true, "number": true, "room": true, "series": true, "web": true, "industry": true,
	"iec": true, "nist": true, "pci": true, "ansi": true, "gen": true, "type": true, "class": true, "release": true, "q": true, "en": true, "din": true, "ifrs": true, "ieee": true, "usb": true}

// Words that cannot stand between a number and the noun that it counts.
var stops = map[string]bool{"of": true, "in": true, "to": true, "and": true, "the": true, "on": true, "at": true, "for": true, "with": true,
	"by": true, "from": true, "a": true, "an": true, "or": true, "as": true, "that": true, "which": true, "into": true, "via": true, "using": true, "per": true}

// isNaming reports whether a word makes a name of the number behind it, or is
// meant to.
func isNaming(t token) bool {
	if naming[t.lower] {
		return true
	}
	if len(t.lower) >= leastNear {
		for word := range naming {
			if oneSlip(t.lower, word) {
				return true
			}
		}
	}
	return false
}

// metricsIn finds the numbers of a sentence that measure something. Years and
// dates, versions (Java 8), names (EC2, HTTP/2), standards (ISO 27001), phone
// numbers, grades and ordinals measure nothing.
func metricsIn(tokens []token, found []terms.Match) []Metric {
	var metrics []Metric
	from := false // "from … to …" makes a metric of a bare number
	for i, t := range tokens {
		if t.lower == "from" {
			from = true
		}
		unit, last, ok := measure(tokens, i, from, found)
		if !ok || t.digits && isNamePart(t, found) {
			continue
		}
		m := Metric{Start: t.start, End: tokens[last].end, Unit: unit}
		metrics = append(metrics, m)
	}
	return metrics
}

// isNamePart reports whether a number belongs to the name of a technology.
func isNamePart(t token, found []terms.Match) bool {
	for _, m := range found {
		if m.Start <= t.start && t.end <= m.End {
			return true
		}
	}
	return false
}

// measure reads the token i as a number with its unit. It returns the unit and
// the last token that belongs to it. The first word of a sentence has a capital
// anyway, so a number behind it is a version only where that word is a name.
func measure(tokens []token, i int, from bool, found []terms.Match) (unit string, last int, ok bool) {
	w := lists()
	t := tokens[i]
	if !t.digits {
		return numberWord(tokens, i)
	}
	low := t.lower
	switch {
	case strings.HasSuffix(low, "%"):
		return "%", i, true
	case strings.ContainsAny(low[:min(4, len(low))], "$€£¥"):
		return "$", i, true
	case ordinal.MatchString(low), ratioGrade.MatchString(low), phone.MatchString(low), alwaysOpen.MatchString(low):
		return "", i, false
	case unicode.IsLetter(firstRune(low)):
		return "", i, false // p95, EC2, v2, HTTP/2
	case multiple.MatchString(low):
		return "x", i, true
	}
	if i > 0 && (isNaming(tokens[i-1]) || isVersioned(tokens[i-1], low) && (i > 1 || isNamePart(tokens[0], found))) {
		return "", i, false
	}
	if m := withUnit.FindStringSubmatch(low); m != nil && !magnitude.MatchString(low) {
		u := strings.TrimLeft(m[1], "-")
		if w.units[u] || w.nouns[u] || strings.Contains(u, "/") {
			return u, i, true
		}
		if head, _, slash := strings.Cut(u, "/"); slash && (w.units[head] || w.nouns[head]) {
			return u, i, true
		}
		return "", i, false
	}
	next, end := counted(tokens, i)
	if year.MatchString(low) {
		isDate := i > 0 && map[string]bool{"in": true, "since": true, "of": true, "during": true, "by": true, "until": true, "from": true, "to": true, "early": true, "late": true, "mid": true}[tokens[i-1].lower]
		if isDate || next == "" || w.units[next] && !w.nouns[next] {
			return "", i, false
		}
		return next, end, true
	}
	if magnitude.MatchString(low) {
		if next != "" {
			return next, end, true
		}
		return "", i, true
	}
	if !bareNumber.MatchString(low) {
		return "", i, false
	}
	switch {
	case next == "gpa":
		return "", i, false
	case next != "":
		return next, end, true
	case thousands.MatchString(low):
		return "", i, true
	case from && i > 0 && (tokens[i-1].lower == "to" || tokens[i-1].lower == "from" || tokens[i-1].lower == "under"):
		return "", i, true
	}
	return "", i, false
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// isVersioned reports whether a number behind a capitalised word is that
// thing's version: "Java 8", "Python 3.11", "Angular 17".
func isVersioned(before token, number string) bool {
	first := firstRune(before.text)
	if before.comma || !unicode.IsUpper(first) || before.digits {
		return false
	}
	_, isVerb := lists().past[before.lower]
	_, isPresent := lists().present[before.lower]
	return !isVerb && !isPresent && len(number) <= 5 && !strings.Contains(number, ",")
}

// counted is the unit or count noun behind the number i, with at most two
// words between ("14 downstream calls").
func counted(tokens []token, i int) (unit string, last int) {
	w := lists()
	for n := 1; n <= 3 && i+n < len(tokens); n++ {
		if tokens[i+n-1].comma {
			return "", i
		}
		low := strings.TrimSuffix(tokens[i+n].lower, "+")
		if n == 1 && (low == "gpa" || low == "percentile") {
			return "gpa", i
		}
		if n == 1 && w.units[low] {
			return low, i + n
		}
		head, _, slash := strings.Cut(low, "/")
		if w.nouns[low] || slash && (w.nouns[head] || w.units[head] || head == "req" || head == "msg") {
			return low, i + n
		}
		if _, tail, hyphen := strings.Cut(low, "-"); hyphen && n == 1 && w.nouns[tail] {
			return tail, i + n
		}
		if stops[low] || tokens[i+n].digits {
			return "", i
		}
	}
	return "", i
}

// numberWord reads a number written as a word: some tell a change by
// themselves, others count the noun behind them.
func numberWord(tokens []token, i int) (unit string, last int, ok bool) {
	low := tokens[i].lower
	if !lists().numbers[low] {
		return "", i, false
	}
	switch low {
	case "zero":
		if i+1 < len(tokens) && !tokens[i].comma {
			return tokens[i+1].lower, i + 1, true
		}
		return "", i, true
	case "half", "double", "triple":
		return "", i, false // "half of the team", "double opt-in": too loose alone
	case "halved", "halving", "doubled", "doubling", "tripled", "tripling", "quadrupled":
		return "x", i, true
	}
	next, end := counted(tokens, i)
	if next == "gpa" || next == "" && low != "dozens" && low != "hundreds" && low != "thousands" && low != "millions" {
		return "", i, false
	}
	return next, end, true
}
