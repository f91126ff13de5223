package metric

import (
	"strconv"
	"strings"
	"unicode"
)

// part reads a number of a whole or a mark of the highest one: "14 of 15
// appeals", "4.8/5", "9 out of 10". For what has that form and measures nothing,
// the last word is -1.
func (r *reader) part(i int, n number) (m Metric, last int, ok bool) {
	if n.digits != "" && strings.HasPrefix(n.unit, "/") {
		whole, err := strconv.ParseFloat(strings.TrimRight(n.unit[1:], "+%"), 64)
		if err != nil {
			if digitAt(n.unit[1:]) {
				return m, -1, false // a date
			}
			return m, 0, false
		}
		return r.fractionOf(i, n, whole, n.last)
	}
	if n.money || n.unit != "" || n.lower != n.high || n.digits == "" && n.rough {
		return m, 0, false
	}
	k := n.last + 1
	if k >= len(r.tokens) || r.tokens[n.last].Comma && !strings.HasPrefix(r.text[r.tokens[n.last].End:], " /") {
		return m, 0, false
	}
	if between := strings.TrimSpace(r.text[r.tokens[n.last].End:r.tokens[k].Start]); between == "/" && r.tokens[k].Digits {
		if whole, ok := parse(r.tokens[k].Lower); ok && whole.unit == "" {
			return r.fractionOf(i, n, whole.lower, k)
		}
	}
	if r.tokens[k].Lower == "in" {
		return r.oneIn(n, k)
	}
	out := r.tokens[k].Lower == "out" && r.after(k, 1) == "of"
	if out {
		k++
	} else if r.tokens[k].Lower != "of" {
		return m, 0, false
	}
	if next := r.after(k, 1); next == "every" && out {
		k++
	} else if next == "the" || next == "all" || next == "a" && r.after(k, 2) == "possible" {
		k++
	}
	if r.after(k, 1) == "possible" {
		k++
	}
	k++
	if k >= len(r.tokens) || r.tokens[k-1].Comma {
		return m, 0, false
	}
	whole, ok := r.numberAt(k)
	if !ok || whole.lower < n.lower || whole.lower < 2 || whole.money || whole.unit != "" && magnitudes[whole.unit] == 0 || !out && year(r.tokens[k].Lower) {
		return m, 0, false
	}
	return n.partOf(whole.lower * whole.magnitude), r.nounAfter(whole.last), true
}

// oneIn reads "1 in 200", "nine in ten customers", the "in" of which is the word k. "3 in 12
// schools" and "2 in 4 weeks" are none.
func (r *reader) oneIn(n number, k int) (m Metric, last int, ok bool) {
	if r.after(n.last, 2) == "" {
		return m, 0, false
	}
	if r.after(k, 1) == "every" {
		k++
	}
	if r.after(k, 1) == "" {
		return m, 0, false
	}
	whole, ok := r.numberAt(k + 1)
	if !ok || whole.money || whole.unit != "" || whole.lower != whole.high || n.lower < 1 || whole.lower <= n.lower || year(r.tokens[k+1].Lower) || n.lower > 1 && !ofHundred[whole.lower] {
		return m, 0, false
	}
	if unit, _, ok := r.unitAfter(whole.last); ok && unit != "" {
		return m, 0, false // a time, a length
	}
	return n.partOf(whole.lower * whole.magnitude), r.nounAfter(whole.last), true
}

// ofHundred are the wholes of which parts are told with "in".
var ofHundred = map[float64]bool{3: true, 4: true, 5: true, 10: true, 20: true, 100: true, 1000: true}

// numberAt is the number that begins with the word i, in digits or in words.
func (r *reader) numberAt(i int) (number, bool) {
	if !r.tokens[i].Digits {
		return r.inWords(i)
	}
	n, ok := parse(r.tokens[i].Lower)
	n.last = i
	return n, ok
}

// partOf is the number as a part of a whole.
func (n number) partOf(whole float64) Metric {
	return Metric{Kind: Part, Value: n.lower * n.magnitude, High: n.high * n.magnitude, Unit: "of " + strconv.FormatFloat(whole, 'f', -1, 64), Rough: n.rough}
}

func isMagnitude(letters string) bool { return magnitudes[letters] != 0 }

// nounAfter is the last word of what is counted behind the word i, or i.
func (r *reader) nounAfter(i int) int {
	if unit, last, ok := r.counted(i); ok && unit != "gpa" {
		return last
	}
	return i
}

// Words beside which a number over another one is a mark: "rated 9/10".
var rating = set(`rated rating ratings score scores scored scoring satisfaction average averaging averaged avg evaluation evaluations feedback
	review reviews reviewed stars star nps csat grade graded inspection audit mark marks rank ranked survey surveys quality hygiene from to`)

const farRating = 6 // words before a mark among which such a word may stand

// fractionOf reads a number over another one: "4.8/5". Grades of studies, dates and sizes have
// the same form.
func (r *reader) fractionOf(i int, n number, whole float64, last int) (m Metric, end int, ok bool) {
	if n.lower > whole || whole < 2 || r.isGrade(i, last) {
		return m, -1, false
	}
	scale := whole == 5 || whole == 10 || whole == 100 || whole == 7
	marked := scale && strings.Contains(n.digits, ".")
	for j := 1; j <= farRating && !marked && scale; j++ {
		marked = rating[r.before(i, j)]
	}
	marked = marked || scale && rating[r.after(last, 1)]
	unit, counted, _ := r.counted(last)
	switch {
	case unit == "gpa" || !marked && unit == "" || strings.Contains(n.digits, ".") && !scale:
		return m, -1, false
	case unit != "" && (whole < n.lower || !marked && whole < 3 || strings.HasPrefix(n.digits, "0")):
		return m, -1, false
	case unit == "":
		counted = last
	}
	return n.partOf(whole), counted, true
}

// isGrade reports whether the number i is a grade of studies.
func (r *reader) isGrade(i, last int) bool {
	for j := 1; j <= 3; j++ {
		for _, word := range []string{r.before(i, j), r.after(last, j)} {
			if word == "gpa" || word == "cgpa" || word == "sgpa" || word == "cumulative" {
				return true
			}
		}
	}
	before := ""
	if i > 0 {
		before = r.tokens[i-1].Lower // "GPA: 3.8"
	}
	return strings.HasSuffix(before, "gpa")
}

// ratio reads "1:8" beside the word that tells that it is one.
func (r *reader) ratio(i int) (m Metric, last int, ok bool) {
	head, tail, _ := strings.Cut(r.tokens[i].Lower, ":")
	a, errA := strconv.ParseFloat(head, 64)
	b, errB := strconv.ParseFloat(tail, 64)
	if d, last, ok := r.clocked(i); ok {
		return d, last, true
	}
	if errA != nil || errB != nil || b == 0 || !r.isRatio(i) {
		return m, i, false
	}
	return Metric{Kind: Part, Value: a / b, High: a / b, Unit: "ratio"}, i, true
}

// clocked reads a length of time that is written as on a clock, where its unit stands behind it or
// behind what it came to: "7:30 minutes", "from 7:30 to 5:15 minutes". Times of day are none.
func (r *reader) clocked(i int) (m Metric, last int, ok bool) {
	parts := strings.Split(r.tokens[i].Lower, ":")
	seconds := 0.0
	for n, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || n > 0 && (v > 59 || len(p) != 2) || len(parts) > 3 {
			return m, i, false
		}
		seconds = 60*seconds + float64(v)
	}
	last = i
	unit := r.after(i, 1)
	if IsTime(unit) {
		last = i + 1
	} else if (unit == "to" || unit == "down" && r.after(i, 2) == "to") && strings.Contains(r.after(i, 2)+r.after(i, 3), ":") {
		if unit = r.after(i, 3); !IsTime(unit) {
			unit = r.after(i, 4)
		}
	}
	switch {
	case len(parts) == 3:
		unit = "hours"
	case !IsTime(unit) || len(unit) < 2:
		return m, i, false
	case strings.HasPrefix(unit, "h"):
		seconds *= 60
	case !strings.HasPrefix(unit, "m") || strings.HasPrefix(unit, "mo") || unit == "ms":
		return m, i, false
	}
	return Metric{Kind: Time, Value: seconds, High: seconds, Unit: unit}, last, true
}

func (r *reader) isRatio(i int) bool {
	for n := 1; n <= 4; n++ {
		if word := r.after(i, n); strings.HasPrefix(word, "ratio") || strings.HasSuffix(word, "-ratio") {
			return true
		}
		if word := r.before(i, n); strings.HasPrefix(word, "ratio") {
			return true
		}
	}
	return false
}

const lastRank = 500 // beyond which a number with a # is that of a thing

// rank is the number of a text as a rank.
func rank(i int, text string) (m Metric, last int, ok bool) {
	n, ok := parse(text)
	if !ok || n.lower < 1 || n.lower > lastRank || n.unit != "" && n.unit != "%" || strings.Contains(text, ",") {
		return m, i, false
	}
	return Metric{Kind: Rank, Value: n.lower, High: n.high, Unit: n.unit}, i, true
}

// Words before a rank.
var ranking = set("won took earned ranked ranking rank ranks placed placing finished finishing came rated voted named as was the sales consistently and a")

// rankNumber reads "#1", "#3 of 45 stores". That of a store or a license is none.
func (r *reader) rankNumber(i int, digits string) (m Metric, last int, ok bool) {
	if m, _, ok = rank(i, digits); !ok {
		return m, i, false
	}
	if of, end, ok := r.outOf(i); ok {
		m.Unit = of
		return m, end, true
	}
	before := r.before(i, 1)
	known := before == "" || ranking[before] || stops[before] || endsAsVerb(before)
	return m, i, known && m.Value <= 10 && !lists().naming[before]
}

// outOf reads how many a rank is of, behind the word i: "of 45 stores", "out of
// 120", "among 30 peers".
func (r *reader) outOf(i int) (unit string, last int, ok bool) {
	k := i + 1
	switch r.after(i, 1) {
	case "of", "among", "in":
	case "out":
		if r.after(i, 2) != "of" {
			return "", i, false
		}
		k++
	case "place":
		return r.outOf(i + 1)
	default:
		return "", i, false
	}
	for n := 0; n < 4 && (r.after(k, 1) == "a" || r.after(k, 1) == "the" || r.after(k, 1) == "all" || r.after(k, 1) == "field" || r.after(k, 1) == "of" || rounding[r.after(k, 1)]); n++ {
		k++
	}
	if r.after(k, 1) == "" {
		return "", i, false
	}
	n, ok := r.numberAt(k + 1)
	if !ok || n.lower < 2 || n.money || n.unit != "" && !isMagnitude(n.unit) || year(r.tokens[k+1].Lower) || r.tokens[i+1].Lower == "in" && !rounding[r.tokens[k].Lower] && r.tokens[k].Lower != "of" && n.lower < 10 {
		return "", i, false
	}
	return "of " + strconv.FormatFloat(n.lower*n.magnitude, 'f', -1, 64), r.nounAfter(n.last), true
}

// rankOrdinal reads "3rd of 40", "ranked second out of 120".
func (r *reader) rankOrdinal(i int) (m Metric, last int, ok bool) {
	t := r.tokens[i]
	value, inWords := map[string]float64{"first": 1, "second": 2, "third": 3}[t.Lower]
	if inWords {
		known := false
		for n := 1; n <= 3 && !known; n++ {
			word := r.before(i, n)
			known = ranking[word] && !stops[word] && !ends[word] && !articles[word]
		}
		if !known {
			return m, i, false
		}
	} else {
		value, _ = strconv.ParseFloat(strings.TrimRight(t.Lower, "stndrh"), 64)
	}
	unit, last, ok := r.outOf(i)
	if !ok || value < 1 || monthNames[r.before(i, 1)] {
		return m, i, false
	}
	return Metric{Kind: Rank, Value: value, High: value, Unit: unit}, last, true
}

// top reads "top 5%", "top 10", "top three of 80".
func (r *reader) top(i int) (m Metric, last int, ok bool) {
	if r.after(i, 1) == "" {
		return m, i, false
	}
	n, ok := r.numberAt(i + 1)
	if !ok || n.money || n.lower < 1 || n.lower > lastRank || n.unit != "" && n.unit != "%" || unicode.IsLetter(first(n.unit)) || year(r.tokens[i+1].Lower) {
		return m, i, false
	}
	m = Metric{Kind: Rank, Value: n.lower, High: n.high, Unit: n.unit}
	if unit, last, ok := r.unitAfter(n.last); ok && (unit == "%" || unit == "percent") {
		m.Unit, n.last = "%", last
	}
	if of, last, ok := r.outOf(n.last); ok {
		m.Unit = of
		return m, last, true
	}
	return m, n.last, true
}
