package score

import (
	"math"
	"slices"
	"strings"

	"resumax/language/langid"
	"resumax/language/terms"
	"resumax/resume"
)

// tally is what bullets put into the score, counted. Most findings ask for other
// words in one bullet; what that gains is found by taking the bullet's counts out
// and putting those of the fixed one in. So a gain costs the same in a long
// resume as in a short one.
//
// Weights are counted in tenths, so that what was put in and taken out again
// leaves nothing behind.
type tally struct {
	r           *reading
	first       int     // the first position, -1 for none
	newest      int     // the role whose first bullets [numberNearTop] looks at, -1 for none
	before      float64 // what is lost before any fix
	cap         float64 // the most that the score can be, however many bullets there are
	resumeWords Words   // words that are spelled right, besides the user's
	totals

	perRole                  []int
	said                     map[resume.Address]bool // the texts that are counted, nil for all
	judged                   langid.Counts           // those of which it was found out whether they are of the tongue
	inTongue                 bool
	tenses                   []tenses
	openers                  map[string]*opening
	threshold                int    // of the bullets that may begin alike
	alike                    [3]int // bullets that begin like too many, for one less as threshold, it, and one more
	used                     map[*terms.Term]int
	credits                  []int // of the groups of keywords, in tenths
	asking                   map[*terms.Term][]int
	signals                  []int
	skills                   []int
	skillsOf                 map[*terms.Term][]int
	counts                   langid.Counts
	spelled                  map[string]usage // words that are misspelled, or names
	otherNames, otherUnclear int
	otherWords, otherSure    int
	otherLines, otherRoles   int
}

// totals are what is counted of all bullets and texts.
type totals struct {
	bullets, weight        int
	lackWeight             int // bullets without a number and an outcome
	results                int // halves of results, see [sentence.results]
	named                  int // bullets that name their means
	shape                  int // weights times parts that are lacking
	compare, begin, length int // weights
	miswritten, unclear    int
	verbs, wrongTense      int
	repeated               int
	illSized               int // positions with too many or too few bullets
	shown                  int // signals
	backed                 int // skills
	words, sure, lines     int
	typos, leftovers       int
	american, british      int
	ize, ise               int
	misspelled             int
}

// tenses are the bullets of a position by the tense of their verb.
type tenses struct{ pastDuties, present, verbs int }

// add counts a bullet that has a verb in a tense, or takes it out.
func (s *tenses) add(b *sentence, sign int) {
	own := b.ownCounts()
	s.verbs += sign
	s.pastDuties += sign * int(own.pastDuty)
	s.present += sign * number(b.present && !b.past)
}

// opening is how often bullets begin with a word: in all, in each position, and
// beyond what a position may have.
type opening struct {
	all, beyond int
	roles       []int // in order
	in          map[int]int
}

func newTally(r *reading) *tally {
	t := &tally{r: r, newest: -1, first: -1, resumeWords: WordsOf(r.resume.Meta.Words), spelled: map[string]usage{},
		perRole: make([]int, len(r.roles)), tenses: make([]tenses, len(r.roles)), openers: map[string]*opening{},
		used: map[*terms.Term]int{}, asking: map[*terms.Term][]int{}, skillsOf: map[*terms.Term][]int{},
		skills: make([]int, len(r.skills)), threshold: max(alikeInRole, len(r.bullets)/alikeOfAll)}
	for i := range r.roles {
		p := &r.roles[i]
		if p.section == "work" {
			t.otherRoles++
			if t.newest < 0 && len(p.bullets) > 0 {
				t.newest = i
			}
			if t.first < 0 {
				t.first = i
			}
			t.illSized += number(t.illSizedWith(i, 0))
		}
	}
	if r.role != nil {
		t.signals = make([]int, len(r.role.Signals))
		for i, g := range r.keywordGroups() {
			t.credits = append(t.credits, 0)
			for _, name := range g.Terms {
				if term, ok := r.list.Lookup(name); ok {
					t.asking[term] = append(t.asking[term], i)
					if r.isListed(term) {
						t.credits[i] += listedTenths
					}
				}
			}
		}
	}
	for i, s := range r.skills {
		if !s.provable {
			continue
		}
		for _, term := range s.terms {
			if list := t.skillsOf[term]; len(list) == 0 || list[len(list)-1] != i {
				t.skillsOf[term] = append(list, i)
			}
		}
	}
	for i := range r.bullets {
		t.bullet(&r.bullets[i], 1)
	}
	for _, b := range r.repeated {
		t.repeated += number(b.isCopy())
	}
	if len(r.sentences) < len(r.running) {
		t.said = make(map[resume.Address]bool, len(r.sentences))
	}
	for i := range r.sentences {
		if t.said != nil {
			t.said[r.sentences[i].address] = true
		}
		t.sentence(r.sentences[i].sentence, 1)
	}
	for _, l := range r.lines {
		t.line(l.sentence, 1)
	}
	t.others()
	t.judge()
	t.before, t.cap = t.lost(), 100
	for _, c := range r.caps() {
		if c.limit != capFewBullet {
			t.cap = min(t.cap, c.limit)
		}
	}
	return t
}

const listedTenths = 6 // listedCredit

func tenths(weight float64) int { return int(math.Round(10 * weight)) }

// others counts what does not come from bullets.
func (t *tally) others() {
	r := t.r
	t.otherNames = r.miswrittenSkills()
	if s := r.summary(); s != nil {
		t.otherUnclear = len(s.clarity)
	}
	all, sure := r.countWords()
	t.otherWords, t.otherSure = all-t.words, sure-t.sure
	t.otherLines = r.countLines() - t.lines
}

// bullet puts a bullet in, or takes it out.
func (t *tally) bullet(b *bullet, sign int) {
	t.writing(b.sentence, b.weight, sign)
	t.inRole(b.role, sign)
	t.tense(b, b.sentence, sign)
	t.opens(b.sentence, b.role, sign)
	t.evidence(b.sentence, sign)
	t.names(b.sentence, sign)
}

// swap puts a text in the place of a bullet's: what both have alike is not counted again.
func (t *tally) swap(b *bullet, from, to *sentence) {
	t.writing(to, b.weight, 1)
	t.writing(from, b.weight, -1)
	t.sentence(to, 1)
	t.sentence(from, -1)
	if hasTense(from) || hasTense(to) {
		t.tense(b, to, 1)
		t.tense(b, from, -1)
	}
	t.evidence(to, 1)
	t.evidence(from, -1)
}

// swapNames is swap for what is counted by name: words, terms, skills and letters.
func (t *tally) swapNames(b *bullet, from, to *sentence) {
	if from.opener != to.opener {
		t.opens(to, b.role, 1)
		t.opens(from, b.role, -1)
	}
	if len(t.skills) > 0 || !sameTerms(from, to) {
		t.names(to, 1)
		t.names(from, -1)
	}
	if !sameLetters(from, to) {
		t.counts.Add(to.letters, 1)
		t.counts.Add(from.letters, -1)
	}
	if !sameSpelling(from, to) {
		t.spelling(to, 1)
		t.spelling(from, -1)
	}
}

// sameTerms reports whether two sentences name the same terms.
func sameTerms(a, b *sentence) bool {
	return slices.Equal(a.asked, b.asked) &&
		slices.EqualFunc(a.found[:min(maxTerms, len(a.found))], b.found[:min(maxTerms, len(b.found))], func(x, y terms.Match) bool { return x.Term == y.Term })
}

// sameLetters reports whether two sentences tell the same of their language.
func sameLetters(a, b *sentence) bool {
	return a.letters == b.letters || a.letters != nil && b.letters != nil && *a.letters == *b.letters
}

// sameSpelling reports whether two sentences misspell the same words, and have the same names.
func sameSpelling(a, b *sentence) bool {
	return slices.EqualFunc(a.misspelled, b.misspelled, func(a, b word) bool { return a.text == b.text }) && slices.Equal(a.proper, b.proper)
}

// hasTense reports whether a bullet begins with a verb whose tense is known.
func hasTense(s *sentence) bool { return s.past || s.present }

// ownCounts are what a sentence counts by itself, whatever else is on the page.
type ownCounts struct {
	lacks, results, named, shape, compare, badLength, miswritten, pastDuty int8
	begin                                                                  int8 // twice its cost
	american, british, ize, ise                                            int8
	counted                                                                bool
	lines                                                                  int32
}

// ownCounts are those of a sentence, found once.
func (s *sentence) ownCounts() *ownCounts {
	if own := &s.own; !own.counted {
		is := func(is bool) int8 { return int8(number(is)) }
		*own = ownCounts{is(!s.quantified()), int8(s.results()), is(s.namesMeans()), int8(s.lackCount()), is(s.compare), is(!s.isOfLength()), is(s.miswritten()), is(s.isPastDuty()),
			int8(2 * s.begins.cost()),
			is(s.dialect.american != ""), is(s.dialect.british != ""), is(s.dialect.ize != ""), is(s.dialect.ise != ""),
			true, int32(s.lines())}
	}
	return &s.own
}

// writing counts what is a number of the bullet itself.
func (t *tally) writing(s *sentence, weight float64, sign int) {
	w, own := sign*tenths(weight), s.ownCounts()
	t.bullets, t.weight = t.bullets+sign, t.weight+w
	t.lackWeight += w * int(own.lacks)
	t.results += sign * int(own.results)
	t.named += sign * int(own.named)
	t.shape += w * int(own.shape)
	t.compare += w * int(own.compare)
	t.begin += w * int(own.begin)
	t.length += w * int(own.badLength)
	t.miswritten += sign * int(own.miswritten)
	t.unclear += sign * s.unclear
}

// evidence counts the signals that a bullet with a number shows.
func (t *tally) evidence(s *sentence, sign int) {
	if !s.metric || len(t.signals) == 0 {
		return
	}
	all := t.r.scorer.signalsOf(t.r.role.Signals)
	for i := range t.signals {
		if s.evidence(all, i) {
			t.signals[i], t.shown = counted(t.signals[i], sign, t.shown)
		}
	}
}

// names counts the terms and skills that a bullet names.
func (t *tally) names(s *sentence, sign int) {
	for _, m := range s.found[:min(maxTerms, len(s.found))] {
		t.uses(m.Term, sign)
	}
	for _, term := range s.asked {
		t.uses(term, sign)
	}
	for _, i := range t.r.skillsIn(s) {
		t.skills[i], t.backed = counted(t.skills[i], sign, t.backed)
	}
}

// counted is a count with something put in or taken out, and how many of such
// counts are not zero.
func counted(n, sign, notZero int) (int, int) {
	switch {
	case n == 0:
		notZero++
	case n+sign == 0:
		notZero--
	}
	return n + sign, notZero
}

// uses counts a term that a bullet names.
func (t *tally) uses(term *terms.Term, sign int) {
	n := t.used[term]
	t.used[term] = n + sign
	if n > 0 && n+sign > 0 {
		return
	}
	credit := 10
	if t.r.isListed(term) {
		credit -= listedTenths
	}
	for _, group := range t.asking[term] {
		t.credits[group] += sign * credit
	}
	for _, implied := range t.r.scorer.withImplied(term) {
		for _, i := range t.skillsOf[implied] {
			t.skills[i], t.backed = counted(t.skills[i], sign, t.backed)
		}
	}
}

func (t *tally) inRole(role, sign int) {
	if t.r.roles[role].section == "work" {
		t.illSized -= number(t.illSizedWith(role, t.perRole[role]))
		t.illSized += number(t.illSizedWith(role, t.perRole[role]+sign))
	}
	t.perRole[role] += sign
}

// illSizedWith reports whether a position with so many bullets has too many or too
// few.
func (t *tally) illSizedWith(role, bullets int) bool {
	p := &t.r.roles[role]
	return bullets > p.maxBullets() || role == t.first && p.weight == recentWeight && bullets < minRecent
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

// tense counts the tense of a text that a bullet has.
func (t *tally) tense(b *bullet, text *sentence, sign int) {
	if b.project || !hasTense(text) {
		return
	}
	s, p := &t.tenses[b.role], &t.r.roles[b.role]
	t.verbs -= s.verbs
	t.wrongTense -= s.wrongTense(p)
	s.add(text, sign)
	t.verbs += s.verbs
	t.wrongTense += s.wrongTense(p)
}

// wrongTense is how many bullets of a position are in the wrong tense.
func (s *tenses) wrongTense(p *position) int {
	switch {
	case p.ended:
		return s.present
	case p.current && s.present >= minPresent:
		return s.pastDuties
	}
	return 0
}

// opens counts the word that a bullet begins with.
func (t *tally) opens(s *sentence, role, sign int) {
	if s.opener == "" {
		return
	}
	o := t.openers[s.opener]
	if o == nil {
		o = &opening{in: map[int]int{}}
		t.openers[s.opener] = o
	}
	for i := range t.alike {
		t.alike[i] -= o.alike(t.threshold + i - 1)
	}
	o.all += sign
	n, known := o.in[role]
	if !known {
		at, _ := slices.BinarySearch(o.roles, role)
		o.roles = slices.Insert(o.roles, at, role)
	}
	o.in[role] = n + sign
	o.beyond += max(0, n+sign-alikeInRole) - max(0, n-alikeInRole)
	for i := range t.alike {
		t.alike[i] += o.alike(t.threshold + i - 1)
	}
}

// alike is how many bullets are beyond what may begin alike, in their position or
// in all, of which there may be so many; all that matter.
func (o *opening) alike(threshold int) int {
	last := max(0, o.all-threshold) // the last ones are too many
	if last >= maxAlike {
		return maxAlike
	}
	n := last + o.beyond
	for i := len(o.roles) - 1; i >= 0 && last > 0; i-- { // some are so in their position as well
		in := o.in[o.roles[i]]
		n -= min(last, max(0, in-alikeInRole))
		last -= min(last, in)
	}
	return min(n, maxAlike)
}

// sentence puts in a sentence that says what no other one says, or takes it out.
func (t *tally) sentence(s *sentence, sign int) {
	own := s.ownCounts()
	t.words, t.sure, t.lines = t.words+sign*s.words, t.sure+sign*s.nonNumbers, t.lines+sign*int(own.lines)
	t.typos += sign * s.typoCount
	t.leftovers += sign * s.leftoverCount
	t.american += sign * int(own.american)
	t.british += sign * int(own.british)
	t.ize += sign * int(own.ize)
	t.ise += sign * int(own.ise)
}

// line puts in a text of the page, or takes it out.
func (t *tally) line(s *sentence, sign int) {
	t.counts.Add(s.letters, int32(sign))
	t.spelling(s, sign)
}

// spelling counts the words of a text that are misspelled, and the names.
func (t *tally) spelling(s *sentence, sign int) {
	for _, w := range s.misspelled {
		if lower := strings.ToLower(w.text); !t.resumeWords[lower] && !t.r.words[lower] {
			t.spells(lower, sign, 0)
		}
	}
	for _, name := range s.proper {
		t.spells(name, 0, sign)
	}
}

// usage is how often a word is misspelled, and how often it is a name.
type usage struct{ wrong, name int }

// spells counts a word that is misspelled, or a name.
func (t *tally) spells(word string, wrong, name int) {
	before := t.spelled[word]
	now := usage{before.wrong + wrong, before.name + name}
	t.misspelled += number(now.isTypo()) - number(before.isTypo())
	t.spelled[word] = now
}

func (u usage) isTypo() bool { return u.wrong > 0 && u.name == 0 }

// lost is how many points all that is counted costs.
func (t *tally) lost() float64 {
	r, all := t.r, float64(t.weight)
	share := func(part int) float64 { return float64(part) / all }
	impact := densityPoints*(1-clamp((1-share(t.lackWeight))/r.fullShare())) +
		r.volumeLost(t.results) +
		shapePoints*share(t.shape)/float64(r.tongue.shapeParts()) +
		t.ifOn(&comparators)*comparePoints*(1-clamp(share(t.compare)/(fullCompare*r.fullShare())))
	specific := r.meansLost(t.named) +
		nameEach*float64(min(maxNames, t.miswritten+t.otherNames))
	if n := r.provableSkills(); n > 0 {
		specific += backedPoints * (1 - clamp(float64(t.backed)/float64(n)/fullBacked))
	}
	writing := t.ifOn(&openers)*openerPoints*clamp(share(t.begin)/2) + lengthPoints*share(t.length) +
		t.ifOn(&repetition)*alikeEach*float64(min(maxAlike, t.alikeNow())) + t.ifOn(&clarity)*min(clarityPoints, clarityEach*float64(t.unclear+t.otherUnclear))
	if t.verbs > 0 && !r.tongue.isOff(tense.id) {
		writing += tensePoints * float64(t.wrongTense) / float64(t.verbs)
	}
	lowest, highest := r.typicalWords()
	length := wordsLost(t.words+t.otherWords, t.sure+t.otherSure, lowest, highest)
	if t.lines+t.otherLines > r.mostLines() {
		length++
	}
	if t.otherRoles > 0 {
		length += perRolePoints * float64(t.illSized) / float64(t.otherRoles)
	}
	lost := impact*r.scale("impact") + specific*r.scale("specificity") + writing + length + t.mechanics() + leftoverEach*float64(min(maxLeftovers, t.leftovers+t.repeated))
	if r.role != nil {
		lost += t.roleFit()
	}
	return lost * r.spread
}

// ifOn is 1 for a check that does not step aside for the language, else 0.
func (t *tally) ifOn(c *check) float64 { return float64(number(!t.r.tongue.isOff(c.id))) }

func (t *tally) roleFit() (lost float64) {
	if full := min(fullSignals, len(t.signals)); full > 0 && !t.r.tongue.isOff(signals.id) {
		lost += signalPoints * max(0, float64(full-t.shown)/float64(full))
	}
	for i, g := range t.r.keywordGroups() {
		if need := float64(len(g.Terms)) / 2; need > 0 {
			lost += keywordPoints / float64(len(t.credits)) * max(0, 1-float64(t.credits[i])/10/need)
		}
	}
	return lost
}

func (t *tally) alikeNow() int {
	now := max(alikeInRole, t.bullets/alikeOfAll)
	if i := now - t.threshold + 1; 0 <= i && i < len(t.alike) {
		return t.alike[i]
	}
	n := 0
	for _, o := range t.openers {
		n += o.alike(now)
	}
	return n
}

func (t *tally) mechanics() float64 {
	n := t.typos
	n += min(maxTypos, t.misspelled)
	lost := 0.0
	if n > 0 {
		lost = firstTypo + nextTypo*float64(n-1)
	}
	if t.british > 0 && (t.american > 0 || t.ise > 0 && t.ize > 0) {
		lost += mixedSpelling
	}
	return min(mechanicsPoints, lost)
}

// after is what is lost once a fix is done, and how many bullets there are then;
// false where the fix has effects that are not counted: then all is to be read
// again.
func (t *tally) after(w rewriting) (lost float64, bullets int, ok bool) {
	if w.of != nil {
		f := t.r.scorer.fixOf(w)
		if !t.mayReplace(w.of, f.read) {
			return 0, 0, false
		}
		if t.isEchoed(w.of) {
			return t.afterAll(w, []*sentence{f.read})
		}
		t.replace(w.of, f)
		lost, bullets, ok = t.lost(), t.bullets, t.isInTongue()
		t.restore(w.of, f)
		return lost, bullets, ok
	}
	return t.afterAll(w, t.r.scorer.sentencesOf(w))
}

// mayReplace reports whether a text may be put in the place of a bullet's: both are counted
// by themselves.
func (t *tally) mayReplace(b *bullet, by *sentence) bool {
	return by.text != "" && !t.r.isNames(by) && t.mayGo(b) && t.isNew(by, []bullet{*b})
}

// standsAlone reports whether a text may be put in the place of a bullet's, whatever is put
// in the place of others at the same time.
func (t *tally) standsAlone(b *bullet, by *sentence) bool {
	return len(by.slots) > 0 && t.mayReplace(b, by) && !t.isEchoed(b)
}

// isEchoed reports whether another text repeats a bullet.
func (t *tally) isEchoed(b *bullet) bool {
	return len(t.r.bulletTexts.echoesOf(b.sentence))+len(t.r.sentenceTexts.echoesOf(b.sentence)) > 0
}

// replace puts what a fix makes of a bullet in its place.
func (t *tally) replace(b *bullet, f *fix) {
	t.swap(b, b.sentence, f.read)
	if !f.namesSame(b.sentence, t.r) {
		t.swapNames(b, b.sentence, f.read)
	}
}

// restore takes back what replace did.
func (t *tally) restore(b *bullet, f *fix) {
	t.swap(b, f.read, b.sentence)
	if !f.namesSame(b.sentence, t.r) {
		t.swapNames(b, f.read, b.sentence)
	}
}

// afterAll is after for any texts in the place of any bullets.
func (t *tally) afterAll(w rewriting, in []*sentence) (lost float64, bullets int, ok bool) {
	out := w.bullets()
	for _, s := range in {
		if s.text == "" || t.r.isNames(s) || !t.isNew(s, out) {
			return 0, 0, false
		}
	}
	var lines []line // that count once those that say the same are out
	var more []bullet
	for i := range out {
		b := &out[i]
		if !t.mayGo(b) {
			return 0, 0, false
		}
		again, ok := t.again(b)
		if !ok {
			return 0, 0, false
		}
		more = append(more, again...)
		said, ok := t.saidAgain(b)
		if !ok {
			return 0, 0, false
		}
		lines = append(lines, said...)
	}
	for _, f := range more {
		if slices.ContainsFunc(in, func(s *sentence) bool { return len(s.slots) == 0 && sameWords(s, f.sentence) }) {
			return 0, 0, false
		}
	}
	put := func(sign int) {
		for _, s := range in {
			b := w.as(s)
			t.bullet(&b, sign)
			t.sentence(s, sign)
			t.line(s, sign)
		}
		for i := range more {
			t.bullet(&more[i], sign)
			t.repeated -= sign * number(more[i].isCopy())
		}
		for _, l := range lines {
			t.sentence(l.sentence, sign)
		}
	}
	take := func(sign int) {
		for i := range out {
			t.bullet(&out[i], -sign)
			t.sentence(out[i].sentence, -sign)
			t.line(out[i].sentence, -sign)
		}
	}
	put(1) // first, so that few counts are zero in between
	take(1)
	lost, bullets, ok = t.lost(), t.bullets, t.isInTongue()
	take(-1)
	put(-1)
	return lost, bullets, ok && bullets > 0
}

// isInTongue reports whether the language is still the one that all was read in.
func (t *tally) isInTongue() bool {
	if t.counts != t.judged {
		t.judge()
	}
	return t.inTongue
}

func (t *tally) judge() {
	t.judged, t.inTongue = t.counts, t.r.resume.Meta.Language != "" || t.counts.Language() == t.r.tongue.Language
}

// scoreNow is the score of what is counted; false where all is to be read again to know it.
func (t *tally) scoreNow() (float64, bool) {
	if t.bullets == 0 || !t.isInTongue() {
		return 0, false
	}
	return t.capped(t.r.uncapped+t.before-t.lost(), t.bullets), true
}

// scoreAfter is the score once a fix is done; false where all is to be read again
// to know it.
func (t *tally) scoreAfter(w rewriting) (float64, bool) {
	if w.isNone() {
		return 0, false
	}
	lost, bullets, ok := t.after(w)
	if !ok {
		return 0, false
	}
	return t.capped(t.r.uncapped+t.before-lost, bullets), true
}

// scoreOf is the score of another reading that differs from the tally's in bullets alone;
// false where it may differ in more, or in what is not counted.
func (t *tally) scoreOf(r *reading) (float64, bool) {
	b := t.r
	const shared = ofPositions | ofSkills | ofBasics | ofHistory | ofSettings
	if r.base != b || len(b.bullets) == 0 || r.same&shared != shared || r.tongue != b.tongue || r.level != b.level || r.isTechnical() != b.isTechnical() ||
		!slices.Equal(r.resume.Sections, b.resume.Sections) || !r.bulletTexts.follows(&b.bulletTexts) || !r.sentenceTexts.follows(&b.sentenceTexts) {
		return 0, false
	}
	same := func(a, b *line) bool { return a.sentence == b.sentence }
	goneBullets, comeBullets := changed(b.told, r.told, func(a, b *bullet) bool { return a.sentence == b.sentence && a.role == b.role })
	goneTexts, comeTexts := changed(b.running, r.running, same)
	goneLines, comeLines := changed(b.lines, r.lines, same)
	put := func(r *reading, bullets, texts, lines []int, sign int) {
		for _, i := range bullets {
			if r.bulletTexts.isNew[i] {
				t.bullet(&r.told[i], sign)
			} else {
				t.repeated += sign * number(r.told[i].isCopy())
			}
		}
		for _, i := range texts {
			if r.sentenceTexts.isNew[i] {
				t.sentence(r.running[i].sentence, sign)
			}
		}
		for _, i := range lines {
			t.line(r.lines[i].sentence, sign)
		}
	}
	put(r, comeBullets, comeTexts, comeLines, 1)
	put(b, goneBullets, goneTexts, goneLines, -1)
	lost, bullets, inTongue := t.lost(), t.bullets, t.isInTongue()
	put(b, goneBullets, goneTexts, goneLines, 1)
	put(r, comeBullets, comeTexts, comeLines, -1)
	if bullets == 0 || !inTongue {
		return 0, false
	}
	_, near := r.found(numberNearTop)
	return t.capped(b.uncapped+t.before-lost+b.lost[numberNearTop.id]-near, bullets), true
}

// capped is a score within its bounds, where there are so many bullets.
func (t *tally) capped(score float64, bullets int) float64 {
	score = min(score, t.cap)
	if bullets < minBullets {
		score = min(score, capFewBullet)
	}
	return rounded(max(0, score))
}

// mayGo reports whether a bullet is counted by itself in every count.
func (t *tally) mayGo(b *bullet) bool {
	if b.role == t.newest { // numberNearTop looks at the first ones
		first := t.r.roles[b.role].bullets
		for _, f := range first[:min(nearTopBullets, len(first))] {
			if f.address == b.address {
				return false
			}
		}
	}
	return t.said == nil || t.said[b.address]
}

// isNew reports whether a text says what no other one says, but for those that go.
func (t *tally) isNew(s *sentence, out []bullet) bool {
	if len(s.slots) > 0 {
		return true
	}
	var but map[*sentence]bool
	if len(out) == 1 {
		but = map[*sentence]bool{out[0].sentence: true}
	}
	return t.r.bulletTexts.texts.find(s, but) == nil && t.r.sentenceTexts.texts.find(s, but) == nil
}

// again are the bullets that count once the one which they repeat is out: the
// first of them, and false where the others do not repeat that one in turn.
func (t *tally) again(b *bullet) ([]bullet, bool) {
	echoes := t.r.bulletTexts.echoesOf(b.sentence)
	if len(echoes) == 0 {
		return nil, true
	}
	first := t.r.told[echoes[0]]
	for _, e := range echoes[1:] {
		if !sameWords(first.sentence, t.r.told[e].sentence) {
			return nil, false
		}
	}
	return []bullet{first}, t.r.bulletTexts.texts.find(first.sentence, map[*sentence]bool{b.sentence: true}) == nil
}

// saidAgain is again, for all texts of the page.
func (t *tally) saidAgain(b *bullet) ([]line, bool) {
	echoes := t.r.sentenceTexts.echoesOf(b.sentence)
	if len(echoes) == 0 {
		return nil, true
	}
	first := t.r.running[echoes[0]]
	for _, e := range echoes[1:] {
		if !sameWords(first.sentence, t.r.running[e].sentence) {
			return nil, false
		}
	}
	return []line{first}, t.r.sentenceTexts.texts.find(first.sentence, map[*sentence]bool{b.sentence: true}) == nil
}
