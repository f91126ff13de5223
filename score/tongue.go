package score

import (
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/language/langid"
	"resumax/language/spelling"
	"resumax/resume"
)

// tongue is the language that a resume is read in. For a language other than English
// the program has fewer words, or none: the checks of what it cannot read step aside,
// and their points go to the others in proportion.
type tongue struct {
	langid.Language
	words *writing         // nil for English, whose words are in lists, and for languages without any
	right *spelling.Tongue // nil for English, whose words a speller knows, and for languages without any
}

var english = &tongue{Language: langid.Language{Tag: langid.English, Name: "English"}}

// tongues are the languages met so far, by tag.
var tongues sync.Map

func tongueOf(l langid.Language) *tongue {
	if l.Tag == langid.English {
		return english
	}
	if known, ok := tongues.Load(l.Tag); ok {
		return known.(*tongue)
	}
	t := &tongue{Language: l, right: spelling.In(l.Tag)}
	if data, ok := assets.WritingIn(l.Tag); ok {
		w, err := loadWriting(l.Tag, data)
		if err != nil {
			panic(err) // the lists are embedded; a test loads them
		}
		t.words = w
	}
	known, _ := tongues.LoadOrStore(l.Tag, t)
	return known.(*tongue)
}

func (t *tongue) isEnglish() bool { return t == english }

// isWordless reports whether the program has no words of the language at all.
func (t *tongue) isWordless() bool { return t.words == nil && !t.isEnglish() }

// needs is what a check must know of a language.
type needs uint8

const (
	anyLanguage needs = iota
	someWords         // its openers, results and the like
	onlyEnglish
)

// needed is what the checks must know that not every language lets them know.
var needed = map[string]needs{"openers": someWords, "repetition": someWords, "clarity": someWords, "comparator": someWords, "tense": onlyEnglish, "signals": onlyEnglish}

// isOff reports whether a check steps aside for a language.
func (t *tongue) isOff(check string) bool {
	switch needed[check] {
	case someWords:
		return t.isWordless()
	case onlyEnglish:
		return !t.isEnglish()
	}
	return false
}

// share is what the points of a check are multiplied by: those of its dimension, and
// what the checks that step aside leave.
func (r *reading) share(c *check) float64 {
	if r.tongue.isEnglish() {
		return r.scale(c.dimension)
	}
	if r.tongue.isOff(c.id) {
		return 0
	}
	return r.scale(c.dimension) * r.spread
}

// spreadOf is what the points of the checks that do not step aside are multiplied by,
// so that all are 100.
func (r *reading) spreadOf() float64 {
	if r.tongue.isEnglish() {
		return 1
	}
	all, off := 0.0, 0.0
	for i := range checks {
		points := checks[i].max * r.scale(checks[i].dimension)
		all += points
		if r.tongue.isOff(checks[i].id) {
			off += points
		}
	}
	return all / (all - off)
}

// verbExamples are verbs to begin a bullet with.
func (t *tongue) verbExamples() string {
	if t.words == nil {
		return "built, cut, led, wrote …"
	}
	return t.words.examples + " …"
}

// shapeParts is how many parts of a bullet's shape can be told.
func (t *tongue) shapeParts() int {
	if t.isWordless() {
		return shapeParts - 2 // neither verb nor method
	}
	return shapeParts
}

// countsOf are what tells a text's language.
func (s *Scorer) countsOf(text string) *langid.Counts {
	got, ok := s.counts[text]
	if !ok {
		got = langid.Count(blanked(text, resume.SlotsIn(text)))
		s.counts[text] = got
	}
	return got
}

// findTongue decides in which language the resume is read: as its settings say, or as
// its texts suggest. A typo in a word does not change that.
func (r *reading) findTongue() *tongue {
	if tag := r.resume.Meta.Language; tag != "" {
		return tongueOf(langid.Named(tag))
	}
	all := r.countLetters()
	return tongueOf(all.Language())
}

// isEnglish reports whether the resume is read in English.
func (r *reading) isEnglish() bool { return r.tongue.isEnglish() }

// languageCheck is the check of the notice that some checks step aside.
const languageCheck = "language"

// languageNotice says, once, which checks step aside for the language.
func (r *reading) languageNotice() (Finding, bool) {
	why := "Tense isn't checked: this resume is in " + r.tongue.Name + "."
	switch {
	case r.tongue.isEnglish():
		return Finding{}, false
	case r.tongue.isWordless():
		why = "Checks of wording are off: this resume is in " + r.tongue.Name + "."
	}
	return Finding{Check: languageCheck, Dimension: "writing", Address: resume.LanguageSetting, Kind: Edit,
		Why: why, Fix: "Choose the resume's language if this is wrong"}, true
}

// writing is the words that writing in a language is judged by; see
// assets/languages/de.toml.
type writing struct {
	examples              string
	endings, states       []string
	adverbs, closing      []string
	prefixes, separable   []string
	participle            string
	verbs, never          map[string]bool
	persons, numbers      map[string]bool
	double, joins         map[string]bool
	outcome, joint, glued []string
	present               []string // endings of verbs in the present, and what their objects begin with
	objects, versus       map[string]bool
	traits                map[string]bool // skills that are traits of character, as they are listed
	capitals              bool
	weak, filler, cliche  phraseList
	method, compare       phraseList
}

func loadWriting(tag string, data []byte) (*writing, error) {
	var f struct {
		Examples, Participle, Verbs, Never, Person, Numbers, Double, Separable, And string
		Endings, Closing, Prefixes, Weak, Filler, Cliche, Outcome, Method, Compare  []string
		States, Adverbs, Joint, Glued, Present, Traits                              []string
		Objects, Versus                                                             string
		Capitals                                                                    bool
	}
	t := tomlfile.Text{File: tag + ".toml", Data: data}
	meta, err := t.Decode(&f)
	if err != nil {
		return nil, err
	}
	if err := t.Unknown(meta, "list of words", nil); err != nil {
		return nil, err
	}
	return &writing{examples: f.Examples, endings: f.Endings, closing: f.Closing, prefixes: f.Prefixes, participle: f.Participle,
		states: f.States, adverbs: f.Adverbs, separable: strings.Fields(f.Separable), joint: f.Joint, glued: f.Glued, capitals: f.Capitals,
		verbs: set(f.Verbs), never: set(f.Never), persons: set(f.Person), numbers: set(f.Numbers), double: set(f.Double), joins: set(f.And), outcome: f.Outcome,
		present: f.Present, objects: set(f.Objects), versus: set(f.Versus), traits: setOfTexts(f.Traits),
		weak: phraseListOf(f.Weak), filler: phraseListOf(f.Filler), cliche: phraseListOf(f.Cliche), method: phraseListOf(f.Method), compare: phraseListOf(f.Compare)}, nil
}

func setOfTexts(list []string) map[string]bool {
	all := make(map[string]bool, len(list))
	for _, text := range list {
		all[text] = true
	}
	return all
}

// acts reports whether a bullet that begins with a word says that something was done.
func (w *writing) acts(lower string) bool {
	const shortest = 2 // letters before an ending
	if w.verbs[lower] {
		return true
	}
	return !w.isNever(lower) && endsIn(lower, w.endings, shortest)
}

// isPresent reports whether a text begins with a verb in the present, which only what stands behind
// it tells from a noun: "Enseigne les sciences", "Llevo la contabilidad", "Oriento 3 colegas".
func (w *writing) isPresent(tokens []token) bool {
	const shortest = 3 // letters before an ending
	if len(tokens) < 2 || w.isNever(tokens[0].Lower) || tokens[0].Comma || !endsIn(tokens[0].Lower, w.present, shortest) {
		return false
	}
	next := tokens[1]
	if before, _, ok := strings.Cut(strings.ReplaceAll(next.Lower, "’", "'"), "'"); ok && w.objects[before+"'"] {
		return true
	}
	if next.Lower == "à" && len(tokens) > 2 && (tokens[2].Lower == "un" || tokens[2].Lower == "une") { // "Enseigne à une classe"
		return true
	}
	return next.Digits || w.objects[next.Lower]
}

func (w *writing) isNever(lower string) bool { return w.never[lower] || endsIn(lower, w.states, 0) }

// isParticiple reports whether a word is a participle, as bullets end with in German.
func (w *writing) isParticiple(lower string) bool {
	if w.participle == "" || w.isNever(lower) {
		return false
	}
	if endsIn(lower, w.closing, 2) {
		return true
	}
	if !strings.HasSuffix(lower, "t") && !strings.HasSuffix(lower, "en") {
		return false
	}
	const shortest = 3 // letters behind what participles begin with
	before, behind, ok := strings.Cut(lower, w.participle)
	if ok && len(behind) > shortest && (before == "" || slices.Contains(w.separable, before)) { // "geleitet", "aufgebaut"
		return true
	}
	for _, p := range w.prefixes {
		if strings.HasPrefix(lower, p) && len(lower) > len(p)+shortest {
			return true
		}
	}
	return false
}

func endsIn(word string, endings []string, before int) bool {
	for _, e := range endings {
		if len(word) >= len(e)+before && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// changes reports whether a word says that something changed.
func (w *writing) changes(lower string) bool {
	for _, p := range w.outcome {
		if strings.HasPrefix(lower, p) {
			return true
		}
	}
	return false
}
