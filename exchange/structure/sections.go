package structure

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/resume"
)

// Section is what is under a heading.
type Section struct {
	Kind    string   `json:"kind"`    // "work", "education" …: the member of JSON Resume that it is; "custom" for a heading that is not known
	Heading string   `json:"heading"` // as the page has it
	Lines   []string `json:"lines"`

	Body []Line `json:"-"`

	head     span
	from, to int // lines of its body
}

// custom is the kind of sections whose headings are not known.
const custom = "custom"

// headings are the kinds of sections by the headings that name them, as normalHeading has
// them: those of a list, and those of all languages that resumes are written in. The list is
// part of the program and tested with it, so that a fault in it is one of the build: it panics.
var headings = sync.OnceValue(func() map[string]string {
	const file = "structure/headings.toml"
	var lists map[string][]string
	tomlfile.Embedded(assets.Structure, file, &lists)
	kinds := make(map[string]string)
	for kind, names := range lists {
		for _, name := range names {
			name = normalHeading(name)
			if other, taken := kinds[name]; taken && other != kind {
				panic(fmt.Sprintf("%s: %q names %s and %s", file, name, other, kind))
			}
			kinds[name] = kind
		}
	}
	for _, tag := range resume.WordingTags() { // those that resumes of this program have
		for _, key := range standard {
			if name := normalHeading(resume.WordingIn(tag).Title(key)); kinds[name] == "" {
				kinds[name] = key
			}
		}
	}
	return kinds
})

// standard are the kinds of sections that have a heading in every language.
var standard = []string{"summary", "work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer", "languages", "interests", "references"}

// headingWords is how many words a heading may have.
const headingWords = 7

// normalHeading is a heading as the list has it: in small letters, without what surrounds it.
func normalHeading(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	text = strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != ')' })
	if i := strings.IndexAny(text, "("); i > 0 {
		text = strings.TrimSpace(text[:i])
	}
	for _, dash := range []string{" — ", " – "} { // "Experience — 13 years"
		if head, rest, ok := strings.Cut(text, dash); ok && strings.ContainsFunc(rest, unicode.IsDigit) {
			text = head
		}
	}
	return withoutAccents(strings.NewReplacer("’", "'", " & ", " and ").Replace(text))
}

// withoutAccents is a text in small letters as capitals are often written: "EXPERIENCE" of
// "expérience", "ΔΕΞΙΟΤΗΤΕΣ" of "δεξιότητες".
func withoutAccents(text string) string {
	if isASCII(text) {
		return text
	}
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Mn, c):
			return -1
		case c == 'ı':
			return 'i'
		case c == 'ς':
			return 'σ'
		}
		return c
	}, norm.NFD.String(text))
}

// kindOfHeading is the kind of section that a text is the heading of, "" for none.
func kindOfHeading(text string) string {
	if strings.EqualFold(strings.Trim(text, " :"), "resume") {
		return "" // what the document is called, not the French "résumé"
	}
	name := normalHeading(text)
	if kind := headings()[name]; kind != "" {
		return kind
	}
	if kind := cmp.Or(headings()[name+"s"], headings()[strings.TrimSuffix(name, "s")]); kind != "" && len(name) > 5 {
		return kind
	}
	for _, sep := range []string{" and ", " und ", " et ", " y ", " e ", " / ", "/", " en ", ", "} {
		first, rest, ok := strings.Cut(name, sep)
		if !ok {
			continue
		}
		a, b := headings()[first], headings()[rest]
		if a != "" && (b != "" || len(strings.Fields(rest)) <= 2) {
			return a
		}
	}
	for _, w := range []string{"my ", "selected ", "relevant ", "other ", "additional ", "key ", "technical ", "professional ", "recent ", "academic "} {
		if rest, ok := strings.CutPrefix(name, w); ok && headings()[rest] != "" {
			return headings()[rest]
		}
	}
	return ""
}

// kindByWord is the kind of section that a word of a heading names, "" for none: the last
// such word in English, the first in languages that put it first.
func kindByWord(text string) string {
	list := lowerWords(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
	sections := words().sections
	kind := ""
	for i, w := range list {
		k := sections[withoutAccents(w)]
		if k == "" || k == "summary" && kind != "" { // a summary of skills is skills
			continue
		}
		if kind == "summary" {
			kind = ""
		}
		if i == len(list)-1 || !isASCII(w) || kind == "" {
			kind = k
		}
		if !isASCII(w) {
			break
		}
	}
	return kind
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c > unicode.MaxASCII })
}

// kindOf is the kind of section that a line is the heading of, "" for none. A
// heading stands alone on its line, in bold or capitals or larger than the text.
func kindOf(l Line, body float64) string {
	if len(l.Words) > headingWords || l.Item || !StandsOut(l, body) && l.Heading == 0 && !bracketed(l) {
		return ""
	}
	return kindOfHeading(l.Text())
}

// bracketed reports whether a line stands in the brackets of Japanese and Chinese headings.
func bracketed(l Line) bool {
	text := l.Text()
	return strings.HasPrefix(text, "【") && strings.HasSuffix(text, "】") || strings.HasPrefix(text, "■") && l.Ideographs()
}

// StandsOut reports whether a line stands out from text of the size body.
func StandsOut(l Line, body float64) bool { return l.Bold() || l.Capitals() || l.Size() >= body*1.15 }

// look is how a line looks, as far as headings have it in common.
type look struct {
	size           float64 // to half a point
	bold, capitals bool
	heading        int
}

func lookOf(l Line) look {
	return look{math.Round(2*l.Size()) / 2, l.Bold(), l.Capitals(), l.Heading}
}

// headingsOf tells which lines are headings, and of what kind: those that are known, and
// those that look as the known ones do and nothing else does.
func (r *reader) headingsOf() map[int]string {
	kinds := map[int]string{}
	known, all, named := map[look]int{}, map[look]int{}, map[look]int{}
	plain := true // no line looks different from others: the text has no looks
	for _, l := range r.lines {
		plain = plain && lookOf(l).size == lookOf(r.lines[0]).size && !l.Bold() && l.Heading == 0
	}
	for i, l := range r.lines {
		all[lookOf(l)]++
		kind := kindOf(l, r.size)
		if kind == "" && r.standsAlone(i, plain) {
			kind = kindOfHeading(l.Text())
			if kind != "" && headings()[normalHeading(l.Text())] == "" {
				kind = "" // of what does not stand out the whole must be known
			}
		}
		if kind != "" {
			kinds[i] = kind
			known[lookOf(l)]++
		} else if len(l.Words) <= headingWords && StandsOut(l, r.size) && kindByWord(l.Text()) != "" {
			named[lookOf(l)]++
		}
	}
	for i, l := range r.lines {
		k := lookOf(l)
		switch {
		case kinds[i] != "" || known[k] == 0 || len(l.Words) > headingWords || l.Bullet() || l.Item:
			continue
		case l.Heading > 0 && known[k] > 0: // a file's own headings of that level are headings
		case plain && r.isPlainHeading(i, known[k]):
		case plain, all[k] > 2*(known[k]+named[k])+2, !StandsOut(l, r.size), i == 0:
			continue
		case k.size <= r.size*1.05 && !k.capitals && !plain: // as titles of jobs look as well
			continue
		}
		byWord := kindByWord(l.Text())
		if w, dated := r.whenIn(r.whole(i)); dated && !w.isZero() || isContact(l.Text()) || len(kinds) > 0 && i < firstOf(kinds) && byWord == "" {
			continue
		}
		kinds[i] = cmp.Or(byWord, custom)
	}
	r.withoutEntries(kinds)
	r.withoutSubheadings(kinds, known, all)
	return kinds
}

// isPlainHeading reports whether a line of a text without looks is a heading as those that are
// known: it stands alone under an empty line, as at least one known heading does, is in
// capitals or says by a word what is under it, and is nothing else.
func (r *reader) isPlainHeading(i, known int) bool {
	l := r.lines[i]
	text := l.Text()
	const longest = 5 // words
	if known == 0 || i == 0 || len(l.Words) > longest || l.Gap <= r.pitch*1.25 || i+1 >= len(r.lines) || strings.ContainsFunc(text, unicode.IsDigit) || strings.ContainsAny(text, ",.;|") {
		return false
	}
	if titleScore(text) > 0.5 || organizationScore(text) > 0.5 {
		return false
	}
	return l.Capitals() || len(l.Words) <= 3 && kindByWord(text) != ""
}

// withoutSubheadings takes out lines that say a known heading and are less than one: under a
// heading of its own, "Languages" may name a group of skills.
func (r *reader) withoutSubheadings(kinds map[int]string, known, all map[look]int) {
	var usual look
	for k, n := range known {
		if n > known[usual] || n == known[usual] && k.size > usual.size {
			usual = k
		}
	}
	const several = 3
	if known[usual] < several {
		return
	}
	for i := range kinds {
		k := lookOf(r.lines[i])
		less := k.size < usual.size-0.7 || usual.capitals && !k.capitals || usual.bold && !k.bold || usual.heading > 0 && k.heading != usual.heading
		if k != usual && less && (known[k] < 2 || known[k]*2 < all[k]) {
			delete(kinds, i)
		}
	}
}

// withoutEntries takes out lines that look like headings and are those of entries: several
// in one section, or one that sounds like an employer or a title, or has a time under it.
func (r *reader) withoutEntries(kinds map[int]string) {
	var some []int
	under := "" // the kind of the section in which they stand
	end := func() {
		for _, i := range some {
			text := r.lines[i].Text()
			dated := false
			for j := i + 1; j < min(i+4, len(r.lines)) && kinds[j] == ""; j++ {
				_, ok := r.whenIn(r.whole(j))
				dated = dated || ok && len(r.lines[j].Words) < 14
			}
			entries := under == "" || under == "work" || under == "volunteer" || under == "education" || under == "projects"
			if len(some) > 1 && dated || entries && (titleScore(text) > 0.5 || organizationScore(text) > 0.5) {
				delete(kinds, i)
			}
		}
		some = nil
	}
	for i := range r.lines {
		switch kinds[i] {
		case "":
		case custom:
			some = append(some, i)
		default:
			end()
			under = kinds[i]
		}
	}
	end()
}

func firstOf(kinds map[int]string) int {
	first := math.MaxInt
	for i := range kinds {
		first = min(first, i)
	}
	return first
}

// standsAlone reports whether a line has more space above it than usual, or, in text
// without looks, an empty line above it or a colon at its end.
func (r *reader) standsAlone(i int, plain bool) bool {
	l := r.lines[i]
	if len(l.Words) > headingWords || l.Bullet() || l.Item {
		return false
	}
	first, _ := firstRune(l.Text())
	if plain && (strings.HasSuffix(l.Text(), ":") || len(l.Words) <= 3 && unicode.IsUpper(first) && l.Box.Left < r.margin(l)+2 && (i+1 < len(r.lines) && len(r.lines[i+1].Words) > len(l.Words))) {
		return true
	}
	return i > 0 && (l.Gap == 0 || l.Gap > r.pitch*1.25)
}

// margin is where the lines of a line's page begin on the left.
func (r *reader) margin(l Line) float64 { return r.margins[l.Page] }

// isContact reports whether a text holds a way to reach someone.
func isContact(text string) bool {
	for _, w := range strings.Fields(text) {
		if w = strings.Trim(w, "<>()[],;|·"); IsEmail(w) || strings.HasPrefix(w, "http") || strings.HasPrefix(w, "www.") {
			return true
		}
	}
	return false
}

// sections parts the lines into those before the first heading of each column, and sections.
func (r *reader) sections() (top []int, sections []Section) {
	kinds := r.headingsOf()
	name := r.nameBelow(kinds)
	open := false // a section goes on
	for i := range r.lines {
		kind := kinds[i]
		open = open && !r.lines[i].Fresh && i != name
		if kind == "" && open {
			sections[len(sections)-1].to = i + 1
			continue
		}
		if kind == "" {
			top = append(top, i)
			continue
		}
		open = true
		r.use(r.whole(i))
		sections = append(sections, Section{Kind: kind, Heading: trimmed(r.lines[i].Text()), Lines: []string{}, head: r.whole(i), from: i + 1, to: i + 1})
	}
	r.withoutSignature(sections)
	qualifications(sections)
	for i := range sections {
		s := &sections[i]
		s.Body = r.lines[s.from:s.to]
		for _, l := range s.Body {
			s.Lines = append(s.Lines, l.Text())
		}
	}
	return top, sections
}

// nameBelow is the line of the name where it stands below headings, as when all of a page is
// copied that has a column at its left, -1 for none: a name that the e-mail address or a
// profile spells, in a text that does not begin with one.
func (r *reader) nameBelow(kinds map[int]string) int {
	first := firstOf(kinds)
	if !r.flows || first == math.MaxInt {
		return -1
	}
	var addresses []string
	for i, l := range r.lines {
		if i < first && r.canBeName(l) {
			return -1
		}
		for _, w := range l.Words {
			text := strings.ToLower(strings.Trim(w.Text, "<>()[],;|·"))
			if user, _, ok := strings.Cut(text, "@"); ok && IsEmail(text) {
				addresses = append(addresses, user)
			} else if _, user := networkOf(text); IsLink(text) && user != "" {
				addresses = append(addresses, user)
			}
		}
	}
	for i, l := range r.lines {
		if i > first && kinds[i] == "" && !l.Bullet() && r.canBeName(l) && isSpelled(l.Text(), addresses) {
			return i
		}
	}
	return -1
}

// isSpelled reports whether an address of a person holds the words of a name: at least two of
// three letters or more.
func isSpelled(name string, addresses []string) bool {
	list := strings.Fields(withoutAccents(strings.ToLower(name)))
	if len(list) < 2 || len(list) > nameWords {
		return false
	}
	return slices.ContainsFunc(addresses, func(address string) bool {
		const least = 2
		n := 0
		for _, w := range list {
			if len(w) > least && strings.Contains(withoutAccents(address), w) {
				n++
			}
		}
		return n >= least
	})
}

// signed is the place and the day under a resume, as it is signed in some countries.
var signed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{Lu}[\p{L} .-]+, (den |the |le |il |am )?\d{1,2}\.? ?(\p{L}+|\d{1,2}\.) ?(de )?\d{4}$`)
})

// withoutSignature ends the last section before a place, a day and a name that sign the
// resume.
func (r *reader) withoutSignature(sections []Section) {
	const last = 3 // lines
	if len(sections) == 0 {
		return
	}
	s := &sections[len(sections)-1]
	for i := max(s.from, s.to-last); i < s.to; i++ {
		if signed().MatchString(r.lines[i].Text()) {
			s.to = i
			return
		}
	}
}

// qualifications takes a section of qualifications or training for one of certificates where
// there is one of education besides, else for education itself.
func qualifications(sections []Section) {
	isCalled := func(s Section) bool {
		name := normalHeading(s.Heading)
		return strings.HasSuffix(name, "qualifications") || name == "training"
	}
	if !slices.ContainsFunc(sections, func(s Section) bool { return s.Kind == "education" && !isCalled(s) }) {
		for i := range sections {
			if isCalled(sections[i]) {
				sections[i].Kind = "education"
			}
		}
		return
	}
	for i := range sections {
		if sections[i].Kind == "education" && isCalled(sections[i]) {
			sections[i].Kind = "certificates"
		}
	}
}
