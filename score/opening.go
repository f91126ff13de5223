package score

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/verbs"
)

// openVerb is what is known of the verb that a sentence begins with.
type openVerb struct {
	form string // in lower case, a typo corrected
	typo bool
	verbs.Word
}

// maxLabel is how many words a label before a sentence has: "Sales: grew …".
const maxLabel = 6

// readOpener finds the verb, or the weak phrase, that a sentence begins with, after
// a label and adverbs.
func (s *sentence) readOpener() {
	if strings.HasPrefix(strings.TrimSpace(s.plain), "[") && len(s.slots) > 0 {
		s.begins = action
		return
	}
	at := slices.IndexFunc(s.tokens, func(t token) bool {
		return (!t.Digits || isASCIILetter(t.Lower[0])) && t.Lower != "%"
	})
	if at < 0 {
		return
	}
	if at+1 < len(s.tokens) && s.isBulletMarker(at) {
		at++
	}
	s.openAt(at)
	if s.begins != plain || s.first.Text != "" {
		return
	}
	for i := at; i+1 < len(s.tokens) && i < at+maxLabel; i++ {
		between := s.plain[s.tokens[i].End:s.tokens[i+1].Start]
		if isLabelEnd(between) || strings.HasSuffix(s.tokens[i].Text, "-") {
			if strings.Contains(between, "[") && len(s.slots) > 0 {
				s.begins = action
				return
			}
			s.openAt(i + 1)
			s.weakStart = s.tokens[i+1].Start
			return
		}
	}
}

// isBulletMarker reports whether the token i is what a bullet's sign became when a text was
// copied: "o Managed", "l Managed".
func (s *sentence) isBulletMarker(i int) bool {
	return strings.ContainsAny(s.tokens[i].Text, "olvqØ§ñÂüðÃ") && len([]rune(s.tokens[i].Text)) == 1 && isCapital(s.tokens[i+1].Text[0])
}

// isLabelEnd reports whether what is between two words ends a label.
func isLabelEnd(between string) bool {
	return strings.Contains(between, ":") || strings.Contains(between, " - ") || strings.Contains(between, " – ") || strings.Contains(between, " — ")
}

// Words, besides adverbs in -ly, that come before the verb or the weak phrase.
var leads = set("also always often then now never further once twice together and am was were is are been i we my our to who that had have has being")

// Those of them after which a verb is no beginning of its own: "was built", "to build".
var subordinate = set("am was were is are been i we my our to who that had have has being")

// maxLeading is how many words come before the verb.
const maxLeading = 4

// openAt reads how the part of a sentence that begins with the token at begins.
func (s *sentence) openAt(at int) {
	own, degree := true, false
	for i := at; i < len(s.tokens) && i <= at+maxLeading; i++ {
		if n, text := s.weakAt(i); n > 0 {
			s.begins, s.opener, s.openEnd, s.weakEnd = weak, text, s.tokens[i+n-1].End, s.tokens[i+n-1].End
			return
		}
		t := s.tokens[i]
		if i > at && t.Lower == "and" && !s.isAdverb(i-1) {
			return
		}
		if i == 0 && isCapital(t.Text[0]) && !t.known && (t.joining == "was" || t.joining == "were") {
			t.Lower = t.joining // "Wass responsible for"
		}
		if !leads[t.Lower] && !s.isAdverb(i) {
			if own {
				s.readVerb(i, degree)
			}
			if s.first.Text != "" || !t.isNoWord() {
				return
			}
			own = false // a misspelled word may have been one that comes before a weak phrase
			continue
		}
		if t.Lower == "was" && i == at && i+1 < len(s.tokens) && s.tokens[i+1].in(wordSet{all: lists().honor}) {
			s.begins, s.past, s.opener, s.openEnd = action, true, s.tokens[i+1].Lower, s.tokens[i+1].End
			return
		}
		own = own && !subordinate[t.Lower]
		degree = degree || degrees[t.Lower]
	}
}

// Adverbs that come before participles that describe: "highly skilled".
var degrees = set("highly fully newly very extremely deeply strongly internationally nationally federally naturally widely professionally")

// Words in -ly that come before nouns rather than verbs.
var noAdverbs = set("hourly daily nightly weekly biweekly monthly quarterly yearly early friendly timely family assembly supply anomaly monopoly homily costly elderly likely only july italy lively orderly bodily fly ally reply rally tally bully belly jelly lily")

var noAdverbWords = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(noAdverbs)) })

// isAdverb reports whether the token i is an adverb that a verb may follow.
func (s *sentence) isAdverb(i int) bool {
	t := s.tokens[i].Lower
	if i+1 == len(s.tokens) || strings.Contains(t, "-") {
		return false
	}
	return strings.HasSuffix(t, "ly") && !noAdverbs[t] && verbs.Of(t).PresentOf == "" && (s.tokens[i].known || nearestOf(noAdverbWords(), t) == "")
}

// weakAt is how many tokens from i on are a weak phrase, and the phrase.
func (s *sentence) weakAt(i int) (int, string) {
	n, p := longest(lists().weak, s.tokens[i:])
	next := func(words ...string) bool {
		return i+n < len(s.tokens) && slices.Contains(words, s.tokens[i+n].Lower)
	}
	switch {
	case n == 1 && p.text == "attended" && next("to"): // cared for
		return 0, ""
	case n == 1 && p.text == "support" && (i+1 == len(s.tokens) || s.isTitle(i+1) || s.tokens[i+1].in(lists().activity) || next("for", "of", "and", "in", "to", "from") || s.tokens[i].Comma):
		return 0, ""
	case n > 0:
		return n, p.text
	case s.servesAs(i):
		return 2, strings.ToLower(s.tokens[i].Lower) + " as"
	}
	return s.dutiesAt(i)
}

// servesAs reports whether the tokens from i on are "served as" with a typo in the second:
// one that is a small word itself, as in "served a mentor", has someone behind it.
func (s *sentence) servesAs(i int) bool {
	const near = 4
	if i+1 >= len(s.tokens) || s.tokens[i].Comma || !serves[s.tokens[i].Lower] {
		return false
	}
	t := s.tokens[i+1]
	if t.Comma || t.Text != t.Lower || !(t.Lower == "a" || spelling.OneEditApart(t.Lower, "as")) {
		return false
	}
	if !determiners[t.Lower] && !metric.IsStop(t.Lower) && t.Lower != "us" && t.Lower != "is" {
		return true
	}
	return t.Lower == "a" && slices.ContainsFunc(s.tokens[i+2:min(len(s.tokens), i+2+near)], func(t token) bool { return t.in(lists().title) })
}

var serves = set("serve serves served serving act acts acted acting work works worked working")

// Words before "duties" at the beginning of a bullet.
var whichDuties = set("my the primary main key daily job other general core additional specific major day-to-day essential basic work principal typical regular assigned routine")

// dutiesAt is how many tokens from i on say that duties follow: "Main duties were".
func (s *sentence) dutiesAt(i int) (int, string) {
	j := i
	for j < len(s.tokens) && j < i+3 && (whichDuties[s.tokens[j].Lower] || s.tokens[j].isNoWord() && !s.tokens[j].is("duties") || j > i && s.tokens[j].Lower == "and") {
		j++
	}
	for ; j+1 < len(s.tokens); j++ {
		t := s.tokens[j]
		if !t.is("duties") && !t.is("responsibilities") && !t.is("responsibility") && !t.is("tasks") {
			break
		}
		if s.tokens[j+1].Lower == "and" {
			j++
			continue
		}
		if w := s.tokens[j+1].Lower; strings.HasPrefix(w, "includ") || strings.HasPrefix(w, "involv") || strings.HasPrefix(w, "consist") || w == "were" || w == "was" || w == "are" || w == "is" {
			return j + 2 - i, "duties " + w
		}
		break
	}
	return 0, ""
}

// readVerb reads the verb that a sentence begins with, if the token i is one. A
// misspelled one keeps its tense, but is none that acts. After an adverb of degree a
// participle is an adjective.
func (s *sentence) readVerb(i int, degree bool) {
	t := s.tokens[i]
	if i+1 < len(s.tokens) && apart[t.Lower] { // "Cross trained"
		if w := verbs.Of(s.tokens[i+1].Lower); w.PastOf != "" || w.PresentOf != "" && w.Noun != verbs.Mostly && !w.Gerund {
			s.readVerb(i+1, degree)
			return
		}
	}
	form, other, joint := strings.Cut(t.Lower, "/") // "trained/coached"
	if joint = joint && min(len(form), len(other)) >= minSpelled; !joint {
		form = t.Lower
	}
	v := openVerb{form: form, Word: verbs.Of(form)}
	named := isCapital(t.Text[0]) && i+1 < len(s.tokens) && isCapital(s.tokens[i+1].Text[0]) && !s.tokens[i+1].Digits // "Debra Eaton", no typo of "debar"
	if !t.known && !v.Known() && !t.Digits && !named {
		if near := nearVerbs(t.typed); len(near) > 0 {
			v = openVerb{near[0], true, verbs.Of(near[0])}
			if v.Gerund {
				s.tokens[i].Lower = v.form // which may be a noun: "Bookkeeping"
			}
		}
	}
	if base, regular := strings.CutSuffix(form, "ed"); regular && !v.Known() { // "Troubleshooted"
		if b := verbs.Of(base); b.PresentOf == base && len(base) >= minSpelled {
			v = openVerb{form: form, Word: verbs.Word{PastOf: base, Participle: true}}
		}
	}
	w := lists()
	switch {
	case v.PastOf == "" && v.PresentOf == "", s.isDateWord(i), t.Lower == "present" && (i > 0 && s.tokens[i-1].Digits || i+1 < len(s.tokens) && isCapital(s.tokens[i+1].Text[0]) && verbs.Of(s.tokens[i+1].Lower).PastOf != ""), t.Lower == "balance" && i+1 < len(s.tokens) && strings.HasPrefix(s.tokens[i+1].Lower, "sheet"),
		t.Lower == "inter" && i+1 < len(s.tokens) && !determiners[s.tokens[i+1].Lower], t.Lower == "track" && i+1 < len(s.tokens) && s.tokens[i+1].Lower == "record":
		return // "2012 – present", "Balance sheet review", "Inter branch transfers"
	case v.PresentOf != "" && s.inOneName(i):
		return // "Spring Boot services"
	case v.PastOf == "" && v.Noun != verbs.Never && s.isHeading():
		return // "Key Market Knowledge"
	case v.Gerund && (joint || s.gerundNoun(i)), v.PastOf != "" && (degree && w.adjective[v.form] || s.describes(i, v)):
		return
	case v.PastOf == "" && !v.Gerund && (v.Noun != verbs.Never || v.Third && i+1 < len(s.tokens) && be[s.tokens[i+1].Lower]) && s.nounAt(i):
		return
	case v.PastOf != "" && v.PresentOf != "" && v.PastOf != v.PresentOf && v.Noun == verbs.Mostly && s.nounAt(i) && !s.joinsPast(i):
		return // "Wound care"
	}
	s.first, s.verb, s.openEnd = t, v, t.End
	s.past = v.PastOf != "" && !joint
	s.present = !joint && v.PastOf == "" || v.PresentOf == v.PastOf || v.form == "lay"
	s.opener = v.PastOf
	if s.opener == "" {
		s.opener = v.PresentOf
	}
	if !v.typo && (!w.stative[s.opener] || s.isDone(i)) {
		s.begins = action
	}
}

// isDone reports whether the stative verb i is done to something all the same: "Attended
// to walk-in patients", "Worked the grill".
func (s *sentence) isDone(i int) bool {
	if i+2 >= len(s.tokens) {
		return false
	}
	switch next := s.tokens[i+1]; s.opener {
	case "attend":
		return next.Lower == "to"
	case "work":
		const near = 3
		return next.Lower == "the" && !slices.ContainsFunc(s.tokens[i+2:min(len(s.tokens), i+2+near)], func(t token) bool {
			return workTimes[strings.TrimSuffix(t.Lower, "s")] || t.isNoWord()
		})
	}
	return false
}

// Words of when one works, which is nothing done.
var workTimes = set("shift day night hour week weekend holiday morning evening afternoon season summer winter year")

// isDateWord reports whether the token i, which is a verb as well, belongs to a date: "March
// 2017 till date".
func (s *sentence) isDateWord(i int) bool {
	if i+1 == len(s.tokens) {
		return false
	}
	t, next := s.tokens[i], s.tokens[i+1]
	return t.Lower == "till" && next.Lower == "date" || lists().months[t.Lower] && isCapital(t.Text[0]) && (i > 0 || next.Digits || isCapital(next.Text[0]))
}

// nearVerbs are the forms of verbs that a word is a typo away from, the likeliest first:
// one with its letters, two of them swapped or one too many; one that describes, which is
// no verb there either; any other.
func nearVerbs(wrong string) []string {
	const longest = 24 // no verb has more letters
	if len(wrong) > longest {
		return nil
	}
	var near []string
	try := func(form string) {
		if len(form) >= minSpelled && verbs.Of(form).Known() && !slices.Contains(near, form) {
			near = append(near, form)
		}
	}
	for i := range len(wrong) - 1 {
		try(wrong[:i] + wrong[i+1:i+2] + wrong[i:i+1] + wrong[i+2:])
	}
	eachLess(wrong, try)
	others := verbs.Near(wrong)
	slices.SortStableFunc(others, func(a, b string) int { return number(lists().adjective[b]) - number(lists().adjective[a]) })
	for _, form := range others {
		try(form)
	}
	return near
}

// nearVerbs are those that a token may have been meant to be, none if it is a word.
func (t token) nearVerbs() []string {
	if !t.isNoWord() {
		return nil
	}
	return nearVerbs(t.Lower)
}

// Prefixes of verbs that are written as a word of their own, too.
var apart = set("cross co cold double spot fast re pre hand")

// inName reports whether a token is part of the name of a technology.
func (s *sentence) inName(t token) bool {
	m, ok := matchAt(t.Start, s.found)
	return ok && m.Start < t.End && t.Start < m.End && m.Term.Category.Technology()
}

// inOneName reports whether the token i and the one after it name one technology.
func (s *sentence) inOneName(i int) bool {
	m, ok := matchAt(s.tokens[i].Start, s.found)
	return ok && m.Term.Category.Technology() && m.Start <= s.tokens[i].Start && i+1 < len(s.tokens) && s.tokens[i+1].End <= m.End
}

// isHeading reports whether a text is a few words with capitals, and no full stop.
func (s *sentence) isHeading() bool {
	const longest = 5
	n := len(s.tokens)
	return n > 1 && n <= longest && !s.tokens[n-1].Stop && !slices.ContainsFunc(s.tokens, func(t token) bool {
		return !isCapital(t.Text[0]) && !t.lostCapital() || t.Text == strings.ToUpper(t.Text)
	})
}

// Words after which what came before was a verb: it has an object.
var determiners = set(`a an the this that these those his her its their my our your all any both each every either no some many much few several
	more most multiple various numerous other others another such what whatever how up off out over down back away along upon it them us me him
	one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands half`)

// Prepositions that come after nouns.
var afterNouns = set("of for in on at from with by within under included includes include were was is are during among between across per through via")

// Verbs, nouns more often than not, that are verbs before a plural: "Water plants".
var takesThings = set("market water fuel field stock support fix staff transport table coin panel patrol page tour rear seat reference chart study")

// Verbs that come before a gerund.
var beforeGerunds = set("start stop keep finish begin try enjoy avoid resume continue help consider practice practise study risk support lead")

// Verbs that are more often verbs before "for": "Care for 12 residents".
var doneFor = set("care cook test search look account apply bill cater plan prepare shop check watch scan bid hunt clean budget volunteer campaign charge speak stand")

// joinsPast reports whether the token i is followed by a verb in the past that is
// joined to it: "Ground and polished floors", "Ground valves and honed cylinders".
func (s *sentence) joinsPast(i int) bool {
	const farthest = 5
	for j := i + 1; j < len(s.tokens) && j <= i+farthest; j++ {
		if (s.tokens[j-1].Lower == "and" || s.tokens[j-1].Comma) && (verbs.Of(s.tokens[j].Lower).PastOf != "" || s.tokens[j].isNoWord() && strings.HasSuffix(s.tokens[j].Lower, "ed")) {
			return true
		}
	}
	return false
}

// isDoneTo reports whether what follows the verb i, in its base form, is what is typically
// done with it, though the two may name something elsewhere: "Record data", "Partner with".
func (s *sentence) isDoneTo(i int, base string, next token) bool {
	switch {
	case next.Lower == "with":
		return doneWith[base]
	case next.Lower == "data" && dataVerbs[base], next.Lower == "management" && base == "train", next.Lower == "checks" && base == "cash":
		return true
	case base == "lead" && next.in(lists().activity) && next.Lower != "generation" && next.Lower != "management" && i+2 < len(s.tokens) && s.tokens[i+2].Lower == "of":
		return true // "Lead reconciliation of"
	case base == "stock":
		return !stockNouns[next.Lower] && !afterNouns[next.Lower] && next.Text == next.Lower
	case base == "coordinate" || base == "conduct" || base == "monitor" || base == "produce" || base == "arrange":
		return !afterNouns[next.Lower]
	}
	return false
}

// Verbs, nouns as well, that are verbs before "with" and before "data".
var (
	doneWith  = set("partner interface consult meet deal contract network experiment team group liaise interact contact")
	dataVerbs = set("record import export load report process input present load enter research review")
)

// What stock is besides what shelves are filled with.
var stockNouns = set("market markets exchange control management trading option options plan plans analysis broker brokers photography photo photos clerk room taking rotation counts count keeping audit inventory price prices purchase transfer levels level valuation associate assistant controller manager replenishment and")

// Words before which there is no verb.
var be = set("is are was were has have had will")

// Verbs that are more often nouns before "for": "Design for a bridge".
var nounsFor = set("design support demand request access need help review proof repair contract permit proposal order estimate research control document quote reward display draft")

// nounAt reports whether the token i, which has the form of a verb in the
// present, is a noun: as what comes after it says, and whether it is
// one more often than not.
func (s *sentence) nounAt(i int) bool {
	w := verbs.Of(s.tokens[i].Lower)
	if near := s.tokens[i].nearVerbs(); len(near) > 0 {
		w = verbs.Of(near[0])
	}
	if w.PresentOf == "" {
		return w.PastOf == ""
	}
	base := w.PresentOf
	if i+1 >= len(s.tokens) {
		return true
	}
	mostly := w.Noun == verbs.Mostly
	between := s.plain[s.tokens[i].End:s.tokens[i+1].Start]
	if strings.ContainsAny(between, ":–—;()") {
		return true
	}
	next := s.tokens[i+1]
	if next.Lower == "and" || next.Lower == "or" || strings.ContainsAny(between, ",/&") {
		return s.nounInList(i, mostly)
	}
	if s.isDoneTo(i, base, next) {
		return false
	}
	switch {
	case next.Digits, determiners[next.Lower]:
		return false
	case next.Lower == "of":
		return true
	case next.Lower == "for":
		return !doneFor[base] && (mostly || w.Third || nounsFor[base])
	case next.Lower == "to":
		return mostly && !w.Third
	case w.Third && (afterNouns[next.Lower] || be[next.Lower]):
		return true
	case afterNouns[next.Lower]:
		return mostly || next.Lower == "by" || verbs.Of(next.Lower).Known()
	case s.isAdverb(i + 1):
		return false
	}
	n := verbs.Of(next.Lower)
	near := next
	if !next.known && !n.Known() && next.Text == next.Lower { // a typo makes no verb of a noun
		for _, form := range verbs.Near(next.Lower) {
			if verbs.Of(form).Gerund {
				n = verbs.Of(form)
				near.Lower = form
				break
			}
		}
	}
	switch {
	case n.Gerund && strings.HasSuffix(near.Lower, "ing") && !s.hasObject(i+1):
		return !beforeGerunds[base]
	case next.in(lists().title) && !(base == "support" || base == "train" || base == "coach" || base == "mentor" || base == "brief" || base == "schedule" || base == "contact"):
		return mostly || lists().compound[base]
	case next.in(lists().activity) || next.isNoWord():
		return mostly || lists().compound[base]
	case n.PastOf != "" && n.PresentOf == "" && !n.Participle:
		return true // "Sales grew"
	}
	return mostly && !(takesThings[base] && plural(next))
}

// nounInList reports whether the token i is a noun where others are listed with
// it: "Design and implementation of" has nouns, "Design and build" verbs.
func (s *sentence) nounInList(i int, mostly bool) bool {
	for j := i + 1; j < len(s.tokens) && j <= i+4; j++ {
		t := s.tokens[j]
		if t.Lower == "and" || t.Lower == "or" {
			continue
		}
		w := verbs.Of(t.Lower)
		if near := t.nearVerbs(); len(near) > 0 {
			w = verbs.Of(near[0])
		}
		switch {
		case !t.known && len(t.typed) <= minSpelled: // which may be either
			continue
		case s.isAdverb(j):
			continue
		case j == i+2 && w.PastOf != "" && w.PresentOf == "" && !lists().adjective[t.Lower] && j+1 < len(s.tokens) && !afterNouns[s.tokens[j+1].Lower] && s.tokens[i+1].Lower == "and":
			return false // "Review and processed claims"
		case w.PresentOf == "" || w.Gerund:
			return true
		case w.Noun == verbs.Never:
			return false
		case j+1 == len(s.tokens):
			return true
		case s.tokens[j+1].Digits || determiners[s.tokens[j+1].Lower]:
			return false
		case s.tokens[j+1].Lower == "of" || s.tokens[j+1].Lower == "for":
			return true
		case !t.Comma && s.tokens[j+1].Lower != "and" && s.tokens[j+1].Lower != "or":
			return mostly && w.Noun == verbs.Mostly
		}
	}
	return mostly
}

// hasObject reports whether what follows the token i is what a verb is done to.
func (s *sentence) hasObject(i int) bool {
	return i+1 < len(s.tokens) && (s.tokens[i+1].Digits || determiners[s.tokens[i+1].Lower]) && !s.tokens[i].Comma
}

func (s *sentence) isTitle(i int) bool { return s.tokens[i].in(lists().title) }

// plural reports whether a word has the look of a plural.
func plural(t token) bool {
	return strings.HasSuffix(t.Lower, "s") && !strings.HasSuffix(t.Lower, "ss") && !strings.HasSuffix(t.Lower, "us") && !strings.HasSuffix(t.Lower, "is")
}

// Gerunds that name a trade or a thing: "Marketing campaigns".
var trades = set(`accounting advertising banking bookkeeping building catering clothing computing engineering farming fundraising housing housekeeping
	manufacturing marketing meeting merchandising modeling modelling networking nursing parenting plumbing pricing publishing roofing
	schooling surroundings timekeeping wedding welding wiring outstanding upcoming ongoing existing following including pending according regarding
	excluding concerning during interesting challenging outgoing underlying lasting leading working standing living closing opening boarding depending continuing considering resulting
	packaging lighting mining shipping trucking landscaping`)

// gerundNoun reports whether the gerund i is a noun or an adjective: "Engineering of",
// "Teaching assistant", "Marketing campaigns".
func (s *sentence) gerundNoun(i int) bool {
	t := s.tokens[i]
	if i+1 == len(s.tokens) {
		return true
	}
	next := s.tokens[i+1]
	switch {
	case next.is("of") && !t.Comma, strings.HasPrefix(s.plain[t.End:], ":"), isLabelEnd(s.plain[t.End:next.Start]):
		return true
	case next.Lower == "and" && i+3 < len(s.tokens) && s.tokens[i+3].Lower == "of":
		return true // "Hiring and training of"
	case next.Lower == "and" && i+3 == len(s.tokens) && verbs.Of(s.tokens[i+2].Lower).Gerund, s.isHeading() && s.headsNouns(i):
		return true // "Planning and budgeting"
	case determiners[next.Lower] || next.Digits:
		return false
	case next.in(lists().title) && !t.Comma && (i+2 == len(s.tokens) || !plural(s.tokens[i+2])):
		return true // but "Processing teller transactions"
	case t.Lower == "leading":
		return s.leadsNoun(i)
	case trades[t.Lower]:
		return !s.isTradeDone(i)
	case next.Lower == "for" && verbs.Of(t.Lower).Noun == verbs.Never:
		base := verbs.Of(verbs.Of(t.Lower).PresentOf)
		return base.Noun != verbs.Never && !doneFor[base.PresentOf] // "Caching for the shop"
	}
	return false
}

// headsNouns reports whether the gerund i, in a heading, is a noun: "Learning Management
// System", but not "Preparing Monthly Reports".
func (s *sentence) headsNouns(i int) bool {
	t := s.tokens[i]
	return len(s.tokens) < 3 || trades[t.Lower] || s.tokens[i+1].in(lists().activity) || s.tokens[i+1].in(lists().title) || s.tokens[i+1].Lower == "and" || verbs.Of(verbs.Of(t.Lower).PresentOf).Noun != verbs.Never
}

// isTradeDone reports whether the gerund i, which names a trade most often, is done to
// something: "Building new databases", "Meeting with clients", "Closing accounts".
func (s *sentence) isTradeDone(i int) bool {
	t, next := s.tokens[i], s.tokens[i+1]
	switch {
	case next.Lower == "new" || next.Lower == "existing" || next.Lower == "potential" || next.Lower == "prospective":
		return true
	case next.Lower == "with":
		return t.Lower == "meeting" || t.Lower == "networking"
	case t.Lower == "closing" || t.Lower == "opening":
		return plural(next)
	case next.Lower == "and" && i+3 < len(s.tokens):
		return verbs.Of(s.tokens[i+2].Lower).Gerund && !trades[s.tokens[i+2].Lower] && s.hasObject(i+2)
	}
	return false
}

// leadsNoun reports whether "Leading", the token i, says how good someone is: "Leading sales
// counselor", "Leading provider of".
func (s *sentence) leadsNoun(i int) bool {
	const near = 3
	for j := i + 1; j < len(s.tokens) && j <= i+near; j++ {
		if s.isTitle(j) || leadingRanks[s.tokens[j].Lower] {
			return true
		}
		if s.tokens[j].Comma || metric.IsStop(s.tokens[j].Lower) {
			break
		}
	}
	return false
}

// What is called leading for its rank.
var leadingRanks = set("role provider supplier company firm manufacturer brand edge authority institution vendor distributor retailer bank hospital university indicator cause")

// describes reports whether the participle i describes someone: "Certified nurse",
// "Dedicated to".
func (s *sentence) describes(i int, v openVerb) bool {
	if !lists().adjective[v.form] {
		return false
	}
	if i+1 == len(s.tokens) {
		return true
	}
	next := s.tokens[i+1]
	switch {
	case next.Digits, determiners[next.Lower] && next.Lower != "other":
		return false
	case next.Lower == "and", s.tokens[i].Comma:
		j := i + 1
		if next.Lower == "and" {
			j++
		}
		if j >= len(s.tokens) {
			return true
		}
		w := verbs.Of(s.tokens[j].Lower)
		return w.PastOf == "" || lists().adjective[s.tokens[j].Lower] && s.describes(j, openVerb{form: s.tokens[j].Lower, Word: w})
	case s.isAdverb(i + 1):
		return false
	case v.form == "advanced" && next.Lower == "to", v.form == "retired" && next.Lower != "from", v.form == "motivated" && people[next.Lower]:
		return next.in(lists().title)
	}
	if !toPeople[v.form] || next.Lower == "and" || afterNouns[next.Lower] || next.is("to") || next.is("as") || next.is("with") || next.is("in") {
		return true
	}
	if v.form == "accomplished" && !s.tokens[i].Comma && metric.IsStop(next.Lower) {
		return true
	}
	const near = 3 // "Certified personal fitness trainer", but "Qualified subcontractor bids"
	for j := i + 1; j < len(s.tokens) && j <= i+near; j++ {
		if s.isTitle(j) || s.isTitleless(j) {
			return true
		}
	}
	return false
}

// isTitleless reports whether the token i says what someone is without a title.
func (s *sentence) isTitleless(i int) bool {
	return s.tokens[i].Lower == "professional" || s.tokens[i].Lower == "individual" || s.tokens[i].Lower == "member"
}

// Participles that are verbs before those whom it is done to: "Certified welders".
var toPeople = set("certified licensed registered motivated inspired satisfied accredited qualified exposed accomplished")

// Groups of people, who are led.
var people = set("staff team teams crew personnel people employees volunteers students others children youth")
