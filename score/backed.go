package score

import (
	"hash/maphash"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/terms"
	"resumax/resume"
)

// backedSkills: the share of listed skills that a bullet shows in use.
var backedSkills = check{
	id: "backed", name: "Skills backed by bullets", dimension: "specificity", max: 4, find: findBackedSkills,
	how:    "The share of listed skills that a bullet uses, or that something it uses implies (Next.js implies JavaScript). Half of them earns full points. Certificates, languages and traits don't count.",
	source: convention,
	passes: "Terraform in the list, and a bullet that says what it built",
	fails:  "thirty skills in the list, three of them in bullets",
}

const backedPoints, fullBacked = 4, 0.5

func findBackedSkills(r *reading) []Finding {
	const points, full = backedPoints, fullBacked
	var bare []skill
	have, all := 0, 0
	for i, s := range r.skills {
		if !s.provable {
			continue
		}
		if all++; r.backed(i) {
			have++
		} else {
			bare = append(bare, s)
		}
	}
	if all == 0 && !(len(r.skills) == 0 && r.needsSkills()) {
		return nil // many trades list none
	}
	if all == 0 {
		return []Finding{{Lost: points, Address: r.skillsAddress(), Kind: Add, patch: r.addSkillsUsed(),
			Why: "No skills are listed, so no bullet can back them.", Fix: "List the skills your bullets show"}}
	}
	lost := points * (1 - clamp(float64(have)/float64(all)/full))
	if lost == 0 {
		return nil
	}
	need := min(len(bare), (all+1)/2-have)
	slices.SortStableFunc(bare, func(a, b skill) int { return number(len(a.terms) == 0) - number(len(b.terms) == 0) }) // known ones first
	var names []string
	for _, s := range bare[:min(len(bare), need)] {
		text := s.text
		if _, name, ok := strings.Cut(text, ": "); ok && !isSlot(text) {
			text = name // behind the name of a kind: "Languages: Go"
		}
		names = append(names, strings.TrimFunc(text, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("+#.()[]?", c)
		}))
	}
	where := "bullets"
	if need == 1 {
		where = "a bullet"
	}
	return []Finding{{Lost: lost, Address: bare[0].address, Quote: bare[0].text, Kind: Ask, place: r.skillsAddress(),
		Why:   r.say("%s in no bullet.", isAre(len(bare), all, "listed skill")),
		Fix:   r.say("Use %s in %s, or remove what you don't use", list(names[:min(maxNamed, len(names))]), where),
		patch: r.addBullet("[What did you do with " + list(names).String() + "? How much, how many, using which method?]")}}
}

// backed reports whether a bullet uses a skill: one of its terms or what implies it, or
// its very words where it is no known term.
func (r *reading) backed(i int) bool {
	if !r.skills[i].provable {
		return false
	}
	for _, t := range r.skills[i].terms {
		if r.termsImplied()[t] {
			return true
		}
	}
	if r.inBullets == nil {
		r.inBullets = map[int]bool{}
		for i := range r.bullets {
			if r.unknown != nil && len(r.unknown.lengths) == 0 && r.worded != nil && len(r.worded) == 0 {
				break // there is none to be found
			}
			for _, k := range r.skillsIn(r.bullets[i].sentence) {
				r.inBullets[k] = true
			}
		}
	}
	return r.inBullets[i]
}

// addSkillsUsed makes a patch that lists the terms which bullets use.
func (r *reading) addSkillsUsed() patch {
	var names []string
	for t := range r.termsUsed() {
		if t.Category != terms.Soft {
			names = append(names, t.Name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return both(r.addSkills("[Which kind?]", []string{"Which skill"}),
			r.addBullet("[Which skill?] [What did you do with it? How much, from what, to what, using which method?]"))
	}
	at := r.skillsAddress()
	return func(d resume.Document) (resume.Document, error) {
		return d.Insert(at.Item(d.ListLen(at)), resume.Struct(
			resume.Member{Name: "name", Value: resume.Text("Skills")},
			resume.Member{Name: "keywords", Value: resume.Texts(names...)}))
	}
}

// skillsIn are the skills that a sentence names, by index: those that are no known terms
// by their very words, and all by the stems of theirs.
func (r *reading) skillsIn(s *sentence) []int {
	if r.unknown == nil {
		r.unknown, r.worded = unknownIn(r.skills), wordedOf(r.skills)
		r.unknown.sought = soughtOf(r.unknown, r.worded)
	}
	if !r.unknown.mayBeIn(s) {
		return nil
	}
	found := r.wordedIn(s)
	if len(r.unknown.lengths) == 0 {
		slices.Sort(found)
		return found
	}
	lower := strings.ToLower(s.plain)
	for at := range len(lower) {
		if !r.unknown.begins[lower[at]] || at > 0 && isWordByte(lower[at-1]) {
			continue
		}
		for _, n := range r.unknown.lengths[leading(lower[at:])] {
			if end := at + n; end == len(lower) || end < len(lower) && !isWordByte(lower[end]) {
				if i, ok := r.unknown.skills[lower[at:end]]; ok {
					found = append(found, i)
				}
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// unknownSkills are skills that are no known terms: by their text, and how long those are
// that begin with a word. So what a sentence costs does not depend on how many there are.
type unknownSkills struct {
	skills  map[string]int
	lengths map[string][]int
	begins  [256]bool // the bytes that one begins with
	sought  []marks   // one of which a sentence has that names one of these, or one by its stems; nil for any
}

// marks are some bits for each of a set of words, and for each of a set of stems: a sentence
// without those of a skill's words does not name it.
type marks struct{ words, stems uint64 }

func markOf(word string) uint64 { return 1 << (maphash.String(seed, word) % 64) }

// maxSought is how many skills are compared with a sentence by marks: for more of them it
// is more work than it saves.
const maxSought = 16

func soughtOf(u *unknownSkills, worded map[string][]worded) []marks {
	sought := []marks{}
	for lower := range u.skills {
		if len(sought) > maxSought {
			return nil
		}
		m := marks{}
		for word := range wordRuns(leading(lower)) {
			m.words = markOf(word)
		}
		sought = append(sought, m)
	}
	for _, all := range worded {
		for _, w := range all {
			if len(sought) > maxSought {
				return nil
			}
			m := marks{}
			for _, stem := range w.stems {
				m.stems |= markOf(stem)
			}
			sought = append(sought, m)
		}
	}
	return sought
}

// mayBeIn reports whether a sentence may name one of the skills that are sought.
func (u *unknownSkills) mayBeIn(s *sentence) bool {
	if u.sought == nil {
		return true
	}
	if s.marks == nil && len(u.sought) > 0 {
		s.marks = s.readMarks()
	}
	for _, m := range u.sought {
		if s.marks.words&m.words == m.words && s.marks.stems&m.stems == m.stems {
			return true
		}
	}
	return false
}

// readMarks are the marks of a sentence's words.
func (s *sentence) readMarks() *marks {
	m := &marks{}
	for word := range wordRuns(strings.ToLower(s.plain)) {
		m.words |= markOf(word)
	}
	for stem := range s.allStems() {
		m.stems |= markOf(stem)
	}
	return m
}

// wordRuns are the words of a text in lower case, as [leading] ends them.
func wordRuns(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(text, func(r rune) bool { return r < utf8.RuneSelf && !isWordByte(byte(r)) })
}

func unknownIn(skills []skill) *unknownSkills {
	u := &unknownSkills{skills: map[string]int{}, lengths: map[string][]int{}}
	for i, sk := range skills {
		lower := strings.ToLower(sk.text)
		if !sk.provable || len(sk.terms) > 0 || len(lower) > longestSkill {
			continue
		}
		u.skills[lower] = i // each is listed once
		u.begins[lower[0]] = true
		if first := leading(lower); !slices.Contains(u.lengths[first], len(lower)) {
			u.lengths[first] = append(u.lengths[first], len(lower))
		}
	}
	return u
}

// longestSkill is the length in bytes up to which a skill is looked for in
// bullets by its very words: a longer one is text.
const longestSkill = 100

// leading is what a text begins with: what is no word, and a word.
func leading(text string) string {
	text = text[:min(len(text), longestSkill)]
	i := 0
	for i < len(text) && !isWordByte(text[i]) {
		i++
	}
	for i < len(text) && isWordByte(text[i]) {
		i++
	}
	return text[:i]
}
