package letter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/verbs"
	"resumax/resume"
)

// own is how a point of a resume becomes a sentence of one's own: see en.toml.
type own struct {
	Before         string
	Verbs          bool // what it begins with is a verb that package verbs knows
	Endings, Words []string
	Not, Next      []string
}

// plainOf is a text without its inline marks.
func plainOf(text string) string {
	var b strings.Builder
	for _, s := range resume.Spans(text) {
		b.WriteString(s.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Sentence is what a resume's point says as a sentence of its writer: "I cut p99 latency
// from 900 to 120 ms." for "Cut p99 latency from 900 to 120 ms". It reports false where no
// rule makes one of it for sure: then the point can only be quoted.
func Sentence(point, language string) (string, bool) {
	return wordsIn(language).Own.sentence(plainOf(point))
}

func (o own) sentence(point string) (string, bool) {
	point = strings.TrimSpace(strings.TrimRight(point, " ."))
	first, rest, _ := strings.Cut(point, " ")
	next, _, _ := strings.Cut(rest, " ")
	low := strings.ToLower(first)
	switch {
	case rest == "" || !isWord(first) || len(resume.SlotsIn(point)) > 0:
		return "", false
	case strings.ContainsAny(point, "\n;") || strings.Contains(point, ". ") || labeled(point):
		return "", false // more than one sentence, or a label
	case slices.Contains(o.Not, low) && !o.follows(next):
		return "", false
	case !o.begins(low, next):
		return "", false
	}
	if o.Before != "" {
		return o.Before + low + " " + rest + ".", true
	}
	return upperFirst(low) + " " + rest + ".", true
}

// labeled reports whether a text has a label before it: "Payments: cut latency".
func labeled(text string) bool {
	i := strings.IndexByte(text, ':')
	return i > 0 && len(strings.Fields(text[:i])) <= 4
}

func isWord(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// begins reports whether a word is one by which somebody says what they did.
func (o own) begins(low, next string) bool {
	if o.Verbs {
		return isDeed(low, next, o.follows(next))
	}
	ends := slices.ContainsFunc(o.Endings, func(e string) bool { return strings.HasSuffix(low, e) && len(low) > len(e)+2 })
	if !ends && !slices.Contains(o.Words, low) || slices.Contains(o.Not, low) {
		return false
	}
	return len(o.Next) == 0 || o.follows(next)
}

// isDeed reports whether an English word, and the one behind it, begin with a verb in the
// past, or in the present where an object follows for sure.
func isDeed(low, next string, object bool) bool {
	v := verbs.Of(low)
	nextLow := strings.ToLower(strings.Trim(next, ",;:"))
	if f, _ := utf8.DecodeRuneInString(next); slices.Contains(peopleWords, nextLow) || nextLow == "by" || unicode.IsUpper(f) && !isAcronym(next) && v.PastOf == "" {
		return false // "Registered nurse", "Led by"
	}
	switch {
	case v.PastOf != "" && v.PresentOf == "":
		return true
	case v.PastOf != "": // "cut", "set", "found"
		return object || v.Noun == verbs.Never || v.Noun == verbs.Also && !isPreposition(nextLow)
	case v.PresentOf != "" && !v.Third && !v.Gerund:
		return object
	}
	return false
}

func isAcronym(s string) bool { return len(s) > 1 && strings.ToUpper(s) == s }

func isPreposition(low string) bool {
	return slices.Contains([]string{"of", "in", "on", "at", "for", "from", "with", "to", "and", "or", "by"}, low)
}

// peopleWords are what people are called by their trade: a word before one of them tells
// which kind it is.
var peopleWords = []string{"nurse", "teacher", "engineer", "designer", "developer", "manager", "director", "assistant", "technician", "accountant", "driver", "chef", "cook",
	"clerk", "officer", "analyst", "architect", "consultant", "specialist", "therapist", "counselor", "electrician", "plumber", "professional", "leader", "member", "operator", "practitioner", "provider"}

// follows reports whether a word is an article, a number or the like: what stands before
// an object.
func (o own) follows(next string) bool {
	low := strings.ToLower(next)
	for _, w := range o.Next {
		elided := strings.HasSuffix(w, "’") || strings.HasSuffix(w, "'")
		if low == w || elided && strings.HasPrefix(low, w) || w == "0" && isAmount(next) {
			return true
		}
	}
	return false
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// isAmount reports whether a word begins with a digit, perhaps behind the sign of a currency.
func isAmount(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "$€£~"))
	return unicode.IsDigit(r)
}
