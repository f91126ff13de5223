package match

import (
	"slices"
	"strings"

	"resumax/resume"
	"resumax/role"
)

// title is a job title as it is compared.
type title struct {
	words []string // without grades, by their stems, synonyms made one
	level int      // 0 for none, 1 intern, 2 junior, 3 senior, 4 head
	packs []*role.Pack
}

// grades that say something of a level.
var levels = map[string]int{"intern": 1, "internship": 1, "trainee": 1, "apprentice": 1, "student": 1, "werkstudent": 1, "praktikant": 1, "stagiaire": 1,
	"junior": 2, "jr": 2, "graduate": 2, "entry": 2, "assistant": 2, "asst": 2, "associate": 2, "i": 2, "1": 2,
	"senior": 3, "sr": 3, "snr": 3, "iii": 3, "3": 3, "lead": 3, "staff": 3, "principal": 4, "head": 4, "chief": 4, "founding": 4, "vice": 4}

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
	t := &title{packs: j.Packs}
	for _, g := range j.Grades {
		t.level = max(t.level, levels[g])
	}
	joined := " " + strings.Join(j.Words, " ") + " "
	for _, phrase := range slices.Sorted(func(yield func(string) bool) {
		for from := range words().same {
			if !yield(from) {
				return
			}
		}
	}) {
		if strings.Contains(joined, " "+phrase+" ") {
			joined = strings.ReplaceAll(joined, " "+phrase+" ", " "+words().same[phrase]+" ")
		}
	}
	for _, w := range strings.Fields(joined) {
		if s := stemOf(w); !words().stop[w] && !slices.Contains(t.words, s) {
			t.words = append(t.words, s)
		}
	}
	return t
}

// What titles share tells how near they are.
const (
	commonWord = 0.4  // of a word that titles of many trades have, beside one that few have
	samePack   = 0.9  // of two titles of one role
	sameFamily = 0.35 // of two titles of roles that are kin
)

// mixed are the families of role packs whose roles have little to do with each other.
var mixed = map[string]bool{"Beyond software": true, "Starting out": true}

// kin is how near a title is to the posting's, 0 to 1.
func (m *Matcher) kin(wanted *title, have *text) float64 {
	h := m.title(have.source)
	weight := func(w string) float64 {
		if role.IsSharedTitleWord(w) {
			return commonWord
		}
		return 1
	}
	both, all, own := 0.0, 0.0, false
	for _, w := range wanted.words {
		all += weight(w)
		if slices.Contains(h.words, w) {
			both += 2 * weight(w)
			own = own || weight(w) == 1
		}
	}
	for _, w := range h.words {
		all += weight(w)
	}
	near := 0.0
	if all > 0 {
		near = both / all
	}
	if !own && near < 1 {
		near *= 0.5 // "project manager" and "account manager"
	}
	for _, p := range wanted.packs {
		for _, q := range h.packs {
			switch {
			case p == q:
				near = max(near, samePack)
			case p.Family == q.Family && !mixed[p.Family]:
				near = max(near, sameFamily)
			}
		}
	}
	return near
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
	for i := range e.here.places {
		p := &e.here.places[i]
		if p.use != titled {
			continue
		}
		credit := e.m.kin(e.c.title, p.text)
		if p.address == resume.Basics.Child("label") {
			credit *= headlineCredit
		} else {
			credit *= 0.7 + 0.3*p.weight
		}
		if a, b := e.c.title.level, e.m.title(p.source).level; a > 0 && b > 0 {
			credit *= 1 - 0.1*float64(min(3, max(a-b, b-a)))
		}
		if credit > best.credit {
			best = titleResult{credit, Evidence{Address: p.address, Quote: p.source}}
		}
	}
	return best
}
