package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/resume"
)

// maxCardText is how long a card's two sentences may be, in characters, for a second piece
// of advice to be added: about two lines of a narrow panel.
const maxCardText = 96

// The kinds of places that are one card where there are several.
const (
	kindResult   = "result"
	kindMeans    = "means"
	kindVerb     = "verb"
	kindBaseline = "baseline"
	kindTense    = "tense"
	kindEntry    = "entry"
	kindJoined   = "joined" // of cards that claim the same points
)

// groupKinds are all kinds, in the order in which their cards are made.
var groupKinds = []string{kindResult, kindMeans, kindVerb, kindBaseline, kindTense, kindEntry, kindJoined}

// part is what a bullet can lack.
type part struct {
	kind  string
	alone string // what a bullet that lacks only this does, after its quotation
	lacks string // in a list
	say   string // what to say of it, in a list; "" for one that is not said
	do    string // what to do where only this is lacking
}

var (
	lacksVerb     = &part{kindVerb, "starts with no action verb", "an action verb", "", "Start with what you did"}
	lacksObject   = &part{kindMeans, "is not specific", "a specific object", "what exactly", "Say what exactly"}
	lacksResult   = &part{kindResult, "names no result", "a result", "what changed, with a number", "Say what changed, with a number"}
	lacksChange   = &part{kindResult, "names no result", "a result", "what changed", "Say what changed"}
	lacksNumber   = &part{kindResult, "has no number", "a number", "by how much", "Say by how much"}
	lacksMeans    = &part{kindMeans, "names no method, tool or trade term", "a method, tool or trade term", "what you used", "Say what you used"}
	lacksMethod   = &part{kindMeans, "does not say how", "a method", "how", "Say how you did it"}
	lacksBaseline = &part{kindBaseline, "has a number without a baseline", "a baseline", "compared with what", "Say what it was before, or per what"}
)

// lacking are the parts that a bullet lacks, as far as its findings ask for them.
func (b *bullet) lacking(found []*Finding) []*part {
	var results, form, verb, means, baseline bool
	for _, f := range found {
		switch f.Check {
		case density.id, volume.id:
			results = true
		case shape.id:
			form = true
		case openers.id:
			verb = true
		case namedMeans.id:
			means = true
		case comparators.id:
			baseline = true
		}
	}
	var parts []*part
	add := func(lacks bool, p *part) {
		if lacks {
			parts = append(parts, p)
		}
	}
	results = results || form && !b.outcome && !b.metric
	add(b.begins != action && (form || verb), lacksVerb)
	add(results && !b.outcome && !b.metric, lacksResult)
	add(results && !b.outcome && b.metric, lacksChange)
	add(results && b.outcome && !b.metric, lacksNumber)
	switch {
	case means && !b.namesTerm():
		parts = append(parts, lacksMeans)
	case form && !b.method:
		parts = append(parts, lacksMethod)
	}
	add(!b.object && form, lacksObject)
	add(baseline && b.metric && !b.compare, lacksBaseline)
	return parts
}

// kindOf is the kind of a place: "" for one whose advice is its own.
func (r *reading) kindOf(found []*Finding, b *bullet) string {
	if b == nil {
		if len(found) > 0 && !slices.ContainsFunc(found, func(f *Finding) bool { return f.Check != wholeRoles.id }) {
			return kindEntry
		}
		return ""
	}
	if isOwn(found, b) {
		return ""
	}
	parts := b.lacking(found)
	switch lead := leadOf(found); {
	case lead.Check == tense.id:
		return kindTense
	case !asksForMore[lead.Check] || len(parts) == 0:
		return ""
	}
	for _, p := range parts {
		if p.kind == kindResult {
			return kindResult
		}
	}
	return parts[0].kind
}

// isOwn reports whether a bullet has a finding that is about more than its words: it is
// a repetition, too long, one too many, or there is a notice on it.
func isOwn(found []*Finding, b *bullet) bool {
	return slices.ContainsFunc(found, func(f *Finding) bool {
		return f.Lost == 0 || f.Address != b.address || f.rewriting.takesSeveral() || f.Check == bulletsPerRole.id ||
			f.Check == bulletLength.id && b.nonNumbers > maxWords || f.Check == leftovers.id && f.Quote == b.text
	})
}

// leadOf is the finding that a card begins with: a notice, what caps the score, or what
// gains most.
func leadOf(found []*Finding) *Finding {
	lead := found[0]
	for _, f := range found[1:] {
		if lead.Check == capCheck {
			break
		}
		if f.Check == capCheck && lead.Lost > 0 {
			lead = f
		}
		if lead.Lost > 0 && (f.Gain > lead.Gain || f.Gain == lead.Gain && f.Gain == 0 && f.Lost > lead.Lost) {
			lead = f
		}
	}
	return lead
}

// cardWords are a card's sentences: what is there and what it lacks, and what to do.
func (r *reading) cardWords(c *Card, found []*Finding, b *bullet) (says, do string) {
	lead := leadOf(found)
	if n := len(c.Notices); n > 1 && lead.Check == "slot" {
		return fmt.Sprintf("%d questions are still in the text.", n), "Answer or remove them; export waits for it"
	}
	if b != nil {
		return r.wordsOfBullet(lead, found, b)
	}
	says, do = lead.Why, lead.Fix
	var lacks, more []string
	for _, f := range found {
		switch {
		case f.Check == lead.Check && f.lacks != "":
			lacks = append(lacks, f.lacks)
		case f.Check != lead.Check:
			more = append(more, f.Fix)
		}
	}
	if tell := together[lead.Check]; tell != nil && len(lacks) > 1 {
		says, do = tell(r, c.Address, lacks)
	}
	return says, withMore(says, do, more)
}

// withMore adds further advice where there is space for it.
func withMore(says, do string, more []string) string {
	for _, m := range more {
		if m != do && utf8.RuneCountInString(says+do+m) <= maxCardText {
			return do + ". " + m
		}
	}
	return do
}

// together are what several findings of a check say of one place.
var together = map[string]func(r *reading, at resume.Address, lacks []string) (says, do string){
	contact.id: func(_ *reading, _ resume.Address, lacks []string) (string, string) {
		return "Contact lacks " + list(lacks).String() + ".", "Add what you have"
	},
	wholeRoles.id: func(r *reading, at resume.Address, lacks []string) (string, string) {
		says := "A position has no " + list(lacks).String() + "."
		for _, p := range r.roles {
			if p.address == at {
				says = p.String() + " has no " + orList(lacks) + "."
			}
		}
		return says, "Add them"
	},
	signals.id: func(_ *reading, _ resume.Address, lacks []string) (string, string) {
		return "No bullet shows " + orList(lacks[:min(3, len(lacks))]) + " with a number.", "Add one on what you have worked on"
	},
	keywords.id: func(_ *reading, _ resume.Address, lacks []string) (string, string) {
		return "The resume has few of the role keywords for " + list(lacks[:min(3, len(lacks))]).String() + ".", "Add those you have used, best in a bullet"
	},
}

// orList is words as a negated sentence lists them: "a, b or c".
func orList(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " or " + words[n-1]
	}
	return list(words).String()
}

func (r *reading) wordsOfBullet(lead *Finding, found []*Finding, b *bullet) (says, do string) {
	parts := b.lacking(found)
	var edits []string
	for _, f := range found {
		if !asksForMore[f.Check] && f.Check != lead.Check {
			edits = append(edits, f.Fix)
		}
	}
	if lead.Lost == 0 || !asksForMore[lead.Check] || len(parts) == 0 {
		more := edits
		if len(parts) > 0 {
			_, ask := r.lackWords(b, parts)
			more = append(more, ask)
		}
		if lead.Lost == 0 {
			more = nil
		}
		return lead.Why, withMore(lead.Why, lead.Fix, more)
	}
	says, do = r.lackWords(b, parts)
	return says, withMore(says, do, edits)
}

// lackWords say what a bullet lacks and ask for it.
func (r *reading) lackWords(b *bullet, parts []*part) (says, do string) {
	q := b.says("brief", func() string { return brief(b.text) })
	if len(parts) == 1 {
		if parts[0] == lacksVerb && b.begins == weak {
			return "“" + titled(b.plain[b.weakStart:b.weakEnd]) + "” does not say what you did.", "Start with a verb: " + r.tongue.verbExamples()
		}
		return q + " " + parts[0].alone + ".", parts[0].do
	}
	var lacks, say []string
	for _, p := range parts[:2] {
		lacks = append(lacks, p.lacks)
		if p.say != "" {
			say = append(say, p.say)
		}
	}
	do = "Say " + strings.Join(say, ", and ")
	if parts[0] == lacksVerb {
		do = "Start with a verb, and say " + say[0]
	}
	return q + " lacks " + list(lacks).String() + ".", do
}

// brief is the beginning of a text in quotation marks, short enough for a card.
func brief(text string) string {
	const most = 34
	text = strings.TrimRight(resume.Plain(text), ". ")
	r := []rune(text)
	if len(r) <= most {
		return "“" + text + "”"
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return "“" + strings.TrimRight(cut, ",;: ") + "…”"
}

// wordsOfAll are the sentences of a card of the whole resume.
func (r *reading) wordsOfAll(kind string, places []Card) (says, do string) {
	n, of := len(places), len(r.bullets)
	switch kind {
	case kindResult:
		if n == of {
			return fmt.Sprintf("None of the %d bullets has a result with a number.", n), "Say what changed, by how much. Start with these"
		}
		return fmt.Sprintf("%d of %d bullets have no result with a number.", n, of), "Say what changed, by how much. Start with these"
	case kindMeans:
		return fmt.Sprintf("%d of %d bullets name no tool, method or trade term.", n, of), "Name the tool or method. Start with these"
	case kindVerb:
		return fmt.Sprintf("%d of %d bullets start with no action verb.", n, of), "Start with what you did: " + r.tongue.verbExamples()
	case kindBaseline:
		return fmt.Sprintf("%d bullets have a number without a baseline.", n), "Say what it was before, or per what. Start with these"
	case kindTense:
		return fmt.Sprintf("%d bullets are in another tense than their position.", n), "Use the past tense for what is over"
	}
	return fmt.Sprintf("%d positions are incomplete.", n), "Add what is missing"
}

// joinedWords are the sentences of the card that cards are joined to: what their bullets
// lack, most often first.
func (r *reading) joinedWords(rep *Report, places []Card) (says, do string) {
	bullets := map[resume.Address]*bullet{}
	for i := range r.bullets {
		bullets[r.bullets[i].address] = &r.bullets[i]
	}
	lacks := []struct {
		kind, what string
		n          int
	}{{kindResult, "a result with a number", 0}, {kindMeans, "a method", 0}, {kindVerb, "an action verb", 0}, {kindBaseline, "a baseline", 0}}
	n := 0
	var found []*Finding // of one place
	for i := range places {
		c := &places[i]
		b := bullets[c.Address]
		if b == nil {
			continue
		}
		found = rep.appendOf(found[:0], c)
		parts := b.lacking(found)
		n += number(len(parts) > 0)
		for _, p := range parts {
			for i := range lacks {
				if lacks[i].kind == p.kind {
					lacks[i].n++
				}
			}
		}
	}
	slices.SortStableFunc(lacks, func(a, b struct {
		kind, what string
		n          int
	}) int {
		return cmp.Compare(b.n, a.n)
	})
	var words []string
	for _, l := range lacks[:2] {
		if l.n > 0 {
			words = append(words, l.what)
		}
	}
	switch {
	case len(words) == 0:
		return "The positions say too little of what you did.", "Say what changed, by how much, and how. Start here"
	case n == len(r.bullets) && n > 1:
		return fmt.Sprintf("All %d bullets lack %s.", n, orList(words)), "Say what changed, by how much, and how. Start with these"
	case n == 1:
		return "A bullet lacks " + list(words).String() + ".", "Say what changed, by how much, and how"
	}
	return fmt.Sprintf("%d of %d bullets lack %s.", n, len(r.bullets), orList(words)), "Say what changed, by how much, and how. Start with these"
}
