package score

import (
	"fmt"
	"strings"

	"resumax/language/metric"
	"resumax/language/verbs"
	"resumax/resume"
)

// clarity: the first person, passives, filler and phrases that every resume has.
var clarity = check{
	id: "clarity", name: "Clarity", dimension: "writing", max: 2, find: findClarity,
	how:    "0.4 points for each “I”, passive, filler or cliché, up to 2 points.",
	source: "In studies, counts of clichés predict nothing; they cost little here, because they take space from facts.",
	passes: "Rebuilt the importer",
	fails:  "I was successfully involved in order to leverage synergies",
}

// What is written better for a word that fills the line, where leaving it out
// is not enough.
var plainer = map[string]string{"utilized": "used", "utilised": "used", "leveraged": "used", "in order to": "to"}

// readClarity finds the first person, passives, filler and phrases that every resume
// has. Each kind counts once in a sentence, a phrase of a list each time.
func (s *sentence) readClarity() {
	w := lists()
	for i := 0; i < len(s.tokens); i++ {
		for _, list := range []struct {
			phrases map[string][]phrase
			why     string
			kind    Kind // a filler can go; without a phrase the sentence may need another one
		}{{w.cliche, "is a cliché that says nothing about you.", Ask}, {w.filler, "is filler.", Edit}} {
			n, p := longest(list.phrases, s.tokens[i:])
			if n == 0 {
				continue
			}
			said := s.plain[s.tokens[i].Start:s.tokens[i+n-1].End]
			fix, by, kind := fmt.Sprintf("Remove “%s”", said), plainer[p.text], list.kind
			if by != "" {
				fix, kind = fmt.Sprintf("Replace “%s” with “%s”", said, by), Edit
			} else if kind == Ask {
				fix += ", or show it with a result"
				by = "[what shows it?]"
			}
			s.addUnclear(s.tokens[i].Start, s.tokens[i+n-1].End, list.why, fix, by, kind)
			i += n - 1
			break
		}
	}
	main := s.begins == plain && s.first.Text == "" // the clause has no verb yet
	for i, t := range s.tokens {
		if s.isPerson(i) {
			s.addUnclear(t.Start, t.End, "is first person, which resumes leave out.", "Start with the verb", "", Edit)
			break
		}
		if i > 0 && main && s.passive(i) {
			s.addUnclear(s.tokens[i-1].Start, t.End, "is passive: it does not say who did it.", "Say that you did it: start with the verb", "[who? you?]", Ask)
			main = false
		}
		switch {
		case t.Stop:
			main = i+1 < len(s.tokens) && verbs.Of(s.tokens[i+1].Lower).PastOf == ""
		case subordinating[t.Lower] && i+1 < len(s.tokens) && s.tokens[i+1].Lower != "was" && s.tokens[i+1].Lower != "were" || relative[t.Lower]:
			main = false
		}
	}
}

// Words that begin a clause that says what belongs to another, where a passive
// is in its place: "Checked that orders were filled".
var (
	relative      = set("that which who whom whose what where when how if because since while unless until whether once ensuring ensured ensure so whatever wherever whenever as")
	subordinating = set("after before")
)

// longest is the longest phrase of a list that the tokens begin with, and how
// many of them it covers.
func longest(list map[string][]phrase, tokens []token) (n int, found phrase) {
	try := func(first string) {
		for _, p := range list[first] {
			if m := p.matches(tokens); m > n {
				n, found = m, p
			}
		}
	}
	try(tokens[0].Lower)
	for _, first := range tokens[0].like {
		try(first)
	}
	if t := tokens[0]; n == 0 && len(t.typed) <= minNear && t.isSmall() && !t.known {
		try("")
	}
	return n, found
}

// isPerson reports whether the token i is a word of the first person. "US" and
// "ME" are places, with a capital inside a sentence they belong to a name
// ("Our Lady of Hope"), and an I with nothing to do is a numeral: "Phase I", "I and II".
func (s *sentence) isPerson(i int) bool {
	t := s.tokens[i]
	if t.Text == "US" || t.Text == "ME" || !t.in(lists().person) || foreign[t.Lower] && !lists().person.all[t.Lower] { // "de"
		return false
	}
	if t.Lower != "i" {
		inside := i > 0 && !s.tokens[i-1].Stop && !strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ":\n•–—")
		capital := isCapital(t.Text[0])
		named := inside && capital && (t.Text != strings.ToUpper(t.Text) || s.tokens[i-1].Text != strings.ToUpper(s.tokens[i-1].Text))
		ours := t.Text == "Our" && i+1 < len(s.tokens) && (s.tokens[i+1].Text == "Lady" || s.tokens[i+1].Text == "Savior" || s.tokens[i+1].Text == "Saviour" || s.tokens[i+1].Text == "Redeemer")
		return !named && !ours
	}
	if t.Comma || i+1 == len(s.tokens) {
		return false
	}
	next := s.tokens[i+1]
	w := verbs.Of(next.Lower)
	acts := auxiliary[next.Lower] || w.PastOf != "" || w.PresentOf == next.Lower && w.Noun == verbs.Never || s.isAdverb(i+1) || next.isNoWord()
	if t.Text == "i" {
		return acts && next.Text == next.Lower && !strings.ContainsAny(s.plain[t.End:next.Start], ".)")
	}
	if next.Text != next.Lower || next.Digits || next.Lower == "and" || next.Lower == "to" || next.Lower == "or" {
		return false
	}
	if i == 0 || s.tokens[i-1].Comma || strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], "(-–—:•\n") {
		return acts || w.PresentOf == next.Lower
	}
	before := s.tokens[i-1]
	if leadIn[s.tokens[0].Lower] && acts { // "As Senior Planner I planned"
		return true
	}
	if metric.IsNumbered(before.Lower) || graded[before.Lower] {
		return false
	}
	if before.Digits || metric.IsStop(before.Lower) || beforeI[before.Lower] {
		return acts || w.PresentOf == next.Lower
	}
	return acts && (i == 1 || before.Text == before.Lower)
}

// isNoWord reports whether a token is in small letters and a typo of some word.
func (t token) isNoWord() bool {
	return !t.known && !t.Digits && t.isSmall() && isSpelled(t.typed)
}

// Words that a verb of the first person has before it or behind it.
var (
	auxiliary = set("am was have had can could will would did do also then personally often always never currently now usually still")
	beforeI   = set("when where while what that which who because since so then but if before after until although though whom how once than whenever where than and")
)

// Words that begin a phrase after which the subject comes.
var leadIn = set("as in while during at when being by following upon since after before although because if with on for throughout")

// Titles that come in grades, and what else is numbered: "Engineer I", "Algebra I".
var graded = set(`analyst assistant associate developer engineer manager nurse officer programmer scientist specialist technician war world stage algebra calculus
	title category schedule area section mechanic clerk teacher operator composition physiology anatomy chemistry biology physics spanish french german english
	english accounting volume book article annex appendix model mark unit division group band paramedic inspector planner administrator coordinator accountant`)

// passive reports whether the token i is the verb of "was built", "were quickly
// reduced" and the like. A misspelled word there is taken for one.
func (s *sentence) passive(i int) bool {
	before := s.tokens[i-1]
	if i > 1 && (strings.HasSuffix(before.Lower, "ly") || before.Lower == "not" || before.Lower == "all") {
		before = s.tokens[i-2]
	}
	if !before.is("was") && !before.is("were") && !before.is("been") && !before.is("being") || before.Comma {
		return false
	}
	w, t := lists(), s.tokens[i]
	if v := verbs.Of(t.Lower); v.Known() {
		return t.Text == t.Lower && v.Participle && !w.adjective[t.Lower] && !w.stative[v.PastOf]
	}
	if t.Digits || t.Text != t.Lower || w.adjective[t.Lower] || s.inTerm(t) {
		return false
	}
	return t.known && strings.HasSuffix(t.Lower, "ed") || !t.known && len(t.Lower) >= minSpelled
}

func (s *sentence) addUnclear(start, end int, why, fix, by string, kind Kind) {
	fixed := func() string {
		if by == "" {
			return tidied(s.with(start, end, by), start == 0)
		}
		return s.with(start, end, by)
	}
	s.clarity = append(s.clarity, flaw{start, end, fmt.Sprintf("“%s” %s", s.plain[start:end], why), fix, fixed, kind})
}

var spacedMarks = strings.NewReplacer(" ,", ",", " .", ".", " ;", ";", ",,", ",")

// tidied puts the spaces and the first letter right where words were taken out.
func tidied(text string, first bool) string {
	text = strings.Join(strings.Fields(text), " ")
	text = spacedMarks.Replace(text)
	text = strings.TrimLeft(text, ",;. ")
	if first {
		text = titled(text)
	}
	return text
}

const clarityPoints, clarityEach = 2, 0.4

func findClarity(r *reading) []Finding {
	const points, each = clarityPoints, clarityEach
	left := float64(points)
	var findings []Finding
	add := func(at resume.Address, s *sentence, rewrite func(func() string) rewriting) {
		for _, f := range s.clarity {
			if left <= 0 {
				return
			}
			cost := min(each, left)
			left -= cost
			found := f.finding(cost, at, s)
			found.rewriting = rewrite(f.fixed)
			findings = append(findings, found)
		}
	}
	if s := r.summary(); s != nil {
		add(resume.Summary, s, func(func() string) rewriting { return rewriting{} })
	}
	for i := range r.bullets {
		b := &r.bullets[i]
		if len(b.clarity) == 0 {
			continue
		}
		add(b.address, b.sentence, func(fixed func() string) rewriting {
			return rewritten(b, "", func(*sentence, string) string { return fixed() })
		})
	}
	return findings
}
