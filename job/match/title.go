package match

import (
	"slices"
	"strings"

	"resumax/job/posting"
	"resumax/resume"
	"resumax/role"
)

// title is a job title as it is compared.
type title struct {
	words []string // without grades, by their stems, synonyms made one
	main  []string // those of its first part: of "Product Manager – Activation" the first two
	level int      // 0 for none, 1 for interns, 2 junior, 3 senior, 4 above
	packs []*role.Pack
}

// title reads a job title.
func (m *Matcher) title(text string) *title {
	t := m.text(text, false)
	if t.title == nil {
		t.title = readTitle(text)
	}
	return t.title
}

func readTitle(text string) *title {
	j := role.ReadTitle(text)
	t := &title{packs: j.Packs, words: words().titleStems(j.Words)}
	for _, g := range j.Grades {
		t.level = max(t.level, words().levels[g])
	}
	if main := firstPart(text); main != text {
		t.main = words().titleStems(role.ReadTitle(main).Words)
	}
	if len(t.main) == 0 {
		t.main = t.words
	}
	return t
}

// firstPart is a title without what comes behind a dash, a comma and the like.
func firstPart(text string) string {
	for _, end := range []string{" – ", " — ", " - ", ", ", " (", " | ", ": ", " @ ", " / ", " at "} {
		if before, _, ok := strings.Cut(text, end); ok && strings.TrimSpace(before) != "" {
			text = before
		}
	}
	return text
}

// titleStems are the stems of a title's words, of words that mean the same the first.
func (v *vocabulary) titleStems(list []string) (all []string) {
	joined := " " + strings.Join(list, " ") + " "
	for _, s := range v.same {
		joined = strings.ReplaceAll(joined, " "+s.from+" ", " "+s.to+" ")
	}
	for _, w := range strings.Fields(joined) {
		if s := stemOf(w); !v.stop[w] && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// What titles share tells how near they are.
const (
	commonWord = 0.4  // of a word that titles of many trades have, beside one that few have
	samePack   = 0.9  // of two titles of one role
	sameFamily = 0.35 // of two titles of roles that are kin
)

// partOnly is what counts of a likeness that is one of the first parts of titles alone.
const partOnly = 0.95

// kin is how near a title is to the posting's, 0 to 1.
func (m *Matcher) kin(wanted *title, have *text) float64 {
	h := m.title(have.source)
	near := max(alike(wanted.words, h.words), partOnly*max(alike(wanted.main, h.words), alike(wanted.words, h.main), alike(wanted.main, h.main)))
	for _, p := range wanted.packs {
		for _, q := range h.packs {
			switch {
			case p == q:
				near = max(near, samePack)
			case p.Family == q.Family && !words().mixed[p.Family]:
				near = max(near, sameFamily)
			}
		}
	}
	return near
}

// sameLicense is how near titles are that name the same profession in other words: RN and
// registered nurse, Pflegefachkraft and Krankenpflegerin.
const sameLicense = 0.85

// related is how near a title is to the posting's, by its words or by the profession it names.
func (e *evaluation) related(have *text) float64 {
	near := e.m.kin(e.c.title, have)
	if near >= sameLicense || len(e.c.licensed) == 0 {
		return near
	}
	for _, n := range have.namedIn(e.c.posting.Language) {
		if n.Kind == posting.License && slices.Contains(e.c.licensed, n.Name) {
			return sameLicense
		}
	}
	return near
}

// alike is how much the words of two titles have in common: twice what both have by weight,
// of all (Dice's coefficient). Where that is only words that titles of many trades have, as in
// "project manager" and "account manager", it is half as much.
func alike(a, b []string) float64 {
	both, all, own := 0.0, 0.0, false
	for _, w := range a {
		weight := titleWeight(w)
		all += weight
		if slices.Contains(b, w) {
			both += 2 * weight
			own = own || weight == 1
		}
	}
	for _, w := range b {
		all += titleWeight(w)
	}
	if all == 0 {
		return 0
	}
	if near := both / all; own || near > 1-1e-9 {
		return near
	}
	return both / all / 2
}

func titleWeight(stem string) float64 {
	if words().shared[stem] {
		return commonWord
	}
	return 1
}

// titleResult is the title that comes nearest to the posting's.
type titleResult struct {
	credit   float64
	evidence Evidence
}

// headlineCredit is what a headline counts: it says what someone wants to be.
const headlineCredit = 0.85

func (e *evaluation) nearestTitle() (best titleResult) {
	if len(e.c.title.words) == 0 {
		return best
	}
	wanted := e.c.level()
	for i := range e.here.places {
		p := &e.here.places[i]
		if p.use != titled {
			continue
		}
		credit := e.related(p.text)
		if p.address == resume.Basics.Child("label") {
			credit *= headlineCredit
		} else {
			credit *= 0.7 + 0.3*p.weight
		}
		if a, b := wanted, e.m.title(p.source).level; a > 0 && b > 0 {
			credit *= 1 - 0.1*float64(min(3, max(a-b, b-a)))
		}
		if credit > best.credit {
			best = titleResult{credit, Evidence{Address: p.address, Quote: p.source}}
		}
	}
	return best
}

// level is the level that the posting asks for, by its title or by what it says of it.
func (c *compiled) level() int {
	if c.title.level > 0 {
		return c.title.level
	}
	return map[string]int{"intern": 1, "junior": 2, "senior": 3}[c.posting.Level]
}
