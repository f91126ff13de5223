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

	bullets, weight          int
	lackWeight               int // bullets without a number and an outcome
	results                  int // halves of results, see [sentence.results]
	named                    int // bullets that name their means
	shape                    int // weights times parts that are lacking
	compare, begin, length   int // weights
	miswritten, unclear      int
	verbs, wrongTense        int
	repeated                 int
	illSized                 int // positions with too many or too few bullets
	perRole                  []int
	said                     map[resume.Address]bool // the texts that are counted
	tenses                   []tenses
	openers                  map[string]*opening
	threshold                int    // of the bullets that may begin alike
	alike                    [3]int // bullets that begin like too many, for one less as threshold, it, and one more
	used                     map[*terms.Term]int
	credits                  []int // of the groups of keywords, in tenths
	asking                   map[*terms.Term][]int
	signals                  []int
	shown                    int // signals
	skills                   []int
	skillsOf                 map[*terms.Term][]int
	backed                   int
	words, sure, lines       int
	typos, leftovers         int
	american, british        int
	ize, ise                 int
	misspelled               int
	counts                   langid.Counts
	spelled                  map[string]usage // words that are misspelled, or names
	otherNames, otherUnclear int
	otherWords, otherSure    int
	otherLines, otherRoles   int
}

// tenses are the bullets of a position by the tense of their verb.
type tenses struct{ pastDuties, present, verbs int }

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
		used: map[*terms.Term]int{}, said: map[resume.Address]bool{}, asking: map[*terms.Term][]int{}, skillsOf: map[*terms.Term][]int{},
		skills: make([]int, len(r.skills)), threshold: max(alikeInRole, len(r.bullets)/alikeOfAll)}
	for i, p := range r.roles {
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
		for i, g := range r.role.Keywords {
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
	for _, b := range r.bullets {
		t.bullet(b, 1)
	}
	for _, b := range r.repeated {
		t.repeated += number(b.isCopy())
	}
	for _, l := range r.sentences {
		t.said[l.address] = true
		t.sentence(l.sentence, 1)
	}
	for _, l := range r.lines {
		t.line(l.sentence, 1)
	}
	t.others()
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
func (t *tally) bullet(b bullet, sign int) {
	t.writing(b, sign)
	t.inRole(b.role, sign)
	t.tense(b, sign)
	t.opens(b, sign)
	t.evidence(b, sign)
	t.names(b, sign)
}

// swap puts a bullet in the place of another one of the same position: what both have
// alike is not counted again.
func (t *tally) swap(from, to bullet) {
	t.writing(to, 1)
	t.writing(from, -1)
	if from.past || from.present || to.past || to.present {
		t.tense(to, 1)
		t.tense(from, -1)
	}
	if from.opener != to.opener {
		t.opens(to, 1)
		t.opens(from, -1)
	}
	t.evidence(to, 1)
	t.evidence(from, -1)
	if !t.namesSame(from.sentence, to.sentence) {
		t.names(to, 1)
		t.names(from, -1)
	}
	t.sentence(to.sentence, 1)
	t.sentence(from.sentence, -1)
	if from.letters != to.letters {
		t.counts.Add(to.letters, 1)
		t.counts.Add(from.letters, -1)
	}
	if !slices.EqualFunc(from.misspelled, to.misspelled, func(a, b word) bool { return a.text == b.text }) || !slices.Equal(from.proper, to.proper) {
		t.spelling(to.sentence, 1)
		t.spelling(from.sentence, -1)
	}
}

// namesSame reports whether two sentences name the same terms and skills.
func (t *tally) namesSame(a, b *sentence) bool {
	return len(t.skills) == 0 && slices.Equal(a.asked, b.asked) &&
		slices.EqualFunc(a.found[:min(maxTerms, len(a.found))], b.found[:min(maxTerms, len(b.found))], func(x, y terms.Match) bool { return x.Term == y.Term })
}

// writing counts what is a number of the bullet itself.
func (t *tally) writing(b bullet, sign int) {
	w := sign * tenths(b.weight)
	t.bullets, t.weight = t.bullets+sign, t.weight+w
	if !b.quantified() {
		t.lackWeight += w
	}
	t.results += sign * b.results()
	t.named += sign * number(b.namesMeans())
	t.shape += w * b.lackCount()
	if b.compare {
		t.compare += w
	}
	t.begin += int(2 * b.begins.cost() * float64(w))
	if !b.isOfLength() {
		t.length += w
	}
	if b.miswritten() {
		t.miswritten += sign
	}
	t.unclear += sign * b.unclear
}

// evidence counts the signals that a bullet with a number shows.
func (t *tally) evidence(b bullet, sign int) {
	if !b.metric {
		return
	}
	if len(t.signals) == 0 {
		return
	}
	all := t.r.scorer.signalsOf(t.r.role.Signals)
	for i := range t.signals {
		if b.evidence(all, i) {
			t.signals[i], t.shown = counted(t.signals[i], sign, t.shown)
		}
	}
}

// names counts the terms and skills that a bullet names.
func (t *tally) names(b bullet, sign int) {
	for _, m := range b.found[:min(maxTerms, len(b.found))] {
		t.uses(m.Term, sign)
	}
	for _, term := range b.asked {
		t.uses(term, sign)
	}
	for _, i := range t.r.skillsIn(b.sentence) {
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
	p := t.r.roles[role]
	return bullets > p.maxBullets() || role == t.first && p.weight == recentWeight && bullets < minRecent
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (t *tally) tense(b bullet, sign int) {
	if b.project || !b.past && !b.present {
		return
	}
	s := &t.tenses[b.role]
	t.verbs -= s.verbs
	t.wrongTense -= s.wrongTense(t.r.roles[b.role])
	s.verbs += sign
	if b.isPastDuty() {
		s.pastDuties += sign
	}
	if b.present && !b.past {
		s.present += sign
	}
	t.verbs += s.verbs
	t.wrongTense += s.wrongTense(t.r.roles[b.role])
}

// wrongTense is how many bullets of a position are in the wrong tense.
func (s tenses) wrongTense(p position) int {
	switch {
	case p.ended:
		return s.present
	case p.current && s.present >= minPresent:
		return s.pastDuties
	}
	return 0
}

// opens counts the word that a bullet begins with.
func (t *tally) opens(b bullet, sign int) {
	if b.opener == "" {
		return
	}
	o := t.openers[b.opener]
	if o == nil {
		o = &opening{in: map[int]int{}}
		t.openers[b.opener] = o
	}
	for i := range t.alike {
		t.alike[i] -= o.alike(t.threshold + i - 1)
	}
	o.all += sign
	n, known := o.in[b.role]
	if !known {
		at, _ := slices.BinarySearch(o.roles, b.role)
		o.roles = slices.Insert(o.roles, at, b.role)
	}
	o.in[b.role] = n + sign
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
	t.words, t.sure, t.lines = t.words+sign*s.words, t.sure+sign*s.nonNumbers, t.lines+sign*s.lines()
	t.typos += sign * s.typoCount
	t.leftovers += sign * s.leftoverCount
	for _, d := range []struct {
		word  string
		count *int
	}{{s.dialect.american, &t.american}, {s.dialect.british, &t.british}, {s.dialect.ize, &t.ize}, {s.dialect.ise, &t.ise}} {
		if d.word != "" {
			*d.count += sign
		}
	}
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
	if full := min(fullSignals, len(t.signals)); full > 0 {
		lost += signalPoints * max(0, float64(full-t.shown)/float64(full))
	}
	for i, g := range t.r.role.Keywords {
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

// rewriting is a fix that puts other texts in the place of bullets, nothing for
// none.
type rewriting struct {
	out []bullet
	by  string          // what makes the text of the one bullet that is out; "" where it is not kept
	one func() string   // that text
	in  func() []string // the texts, where there is not one in the place of one
}

// rewritten makes the rewriting of one bullet, whose text is kept by what makes it, if
// that is told.
func rewritten(b bullet, by string, text func() string) rewriting {
	return rewriting{out: []bullet{b}, by: by, one: text}
}

func (w rewriting) isNone() bool { return len(w.out) == 0 }

// texts are those that are put in the place of the bullets.
func (w rewriting) texts() []string {
	if w.one == nil {
		return w.in()
	}
	return []string{w.text()}
}

// text is the one text of a rewriting that has one.
func (w rewriting) text() string {
	if w.by == "" {
		return w.one()
	}
	return w.out[0].fixBy(w.by, w.one).text
}

// sentences are the texts as they are read.
func (s *Scorer) sentencesOf(w rewriting) []*sentence {
	if w.by == "" {
		var all []*sentence
		for _, text := range w.texts() {
			all = append(all, s.fixedSentence(strings.TrimSpace(text)))
		}
		return all
	}
	f := w.out[0].fixBy(w.by, w.one)
	if text := strings.TrimSpace(f.text); f.read == nil {
		if f.read = w.out[0].fixed(text); f.read == nil {
			f.read = s.readFixed(text)
		}
	}
	return []*sentence{f.read}
}

// fixed is a text as it was read when a fix made it of the sentence, nil if none did.
func (s *sentence) fixed(text string) *sentence {
	for _, f := range s.fixes {
		if f.read != nil && f.read.text == text {
			return f.read
		}
	}
	return nil
}

// fix is a text that a fix makes of a sentence, kept with that.
type fix struct {
	by, text string
	read     *sentence // nil until it is asked for
}

func (s *sentence) fixBy(by string, text func() string) *fix {
	for _, f := range s.fixes {
		if f.by == by {
			return f
		}
	}
	f := &fix{by: by, text: text()}
	s.fixes = append(s.fixes, f)
	return f
}

// after is what is lost once a fix is done, and how many bullets there are then;
// false where the fix has effects that are not counted: then all is to be read
// again.
func (t *tally) after(w rewriting) (lost float64, bullets int, ok bool) {
	in := t.r.scorer.sentencesOf(w)
	for _, s := range in {
		if s.text == "" || t.r.isNames(s) || !t.isNew(s, w.out) {
			return 0, 0, false
		}
	}
	var lines []line // that count once those that say the same are out
	var more []bullet
	for _, b := range w.out {
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
	if len(w.out) == 1 && len(in) == 1 && len(more) == 0 && len(lines) == 0 {
		to := w.out[0]
		to.sentence = in[0]
		t.swap(w.out[0], to)
		lost = t.lost()
		same := t.r.resume.Meta.Language != "" || t.counts.Language() == t.r.tongue.Language
		t.swap(to, w.out[0])
		return lost, t.bullets, same
	}
	put := func(sign int) {
		for _, s := range in {
			b := w.out[0]
			b.sentence = s
			t.bullet(b, sign)
			t.sentence(s, sign)
			t.line(s, sign)
		}
		for _, b := range more {
			t.bullet(b, sign)
			t.repeated -= sign * number(b.isCopy())
		}
		for _, l := range lines {
			t.sentence(l.sentence, sign)
		}
	}
	take := func(sign int) {
		for _, b := range w.out {
			t.bullet(b, -sign)
			t.sentence(b.sentence, -sign)
			t.line(b.sentence, -sign)
		}
	}
	put(1) // first, so that few counts are zero in between
	take(1)
	lost, bullets = t.lost(), t.bullets
	same := t.r.resume.Meta.Language != "" || t.counts.Language() == t.r.tongue.Language
	take(-1)
	put(-1)
	return lost, bullets, bullets > 0 && same
}

// scoreAfter is the score once a fix is done; false where all is to be read again
// to know it.
func (t *tally) scoreAfter(w rewriting) (float64, bool) {
	if len(w.out) == 0 {
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
				t.bullet(r.told[i], sign)
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
	lost, bullets := t.lost(), t.bullets
	put(b, goneBullets, goneTexts, goneLines, 1)
	put(r, comeBullets, comeTexts, comeLines, -1)
	if bullets == 0 {
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
func (t *tally) mayGo(b bullet) bool {
	if b.role == t.newest { // numberNearTop looks at the first ones
		first := t.r.roles[b.role].bullets
		for _, f := range first[:min(nearTopBullets, len(first))] {
			if f.address == b.address {
				return false
			}
		}
	}
	return t.said[b.address]
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
func (t *tally) again(b bullet) ([]bullet, bool) {
	echoes := t.r.bulletTexts.texts.echoes[b.sentence]
	if len(b.slots) > 0 || len(echoes) == 0 {
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
func (t *tally) saidAgain(b bullet) ([]line, bool) {
	echoes := t.r.sentenceTexts.texts.echoes[b.sentence]
	if len(b.slots) > 0 || len(echoes) == 0 {
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
