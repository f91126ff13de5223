package score

import (
	"strings"
	"sync"

	"resumax/assets/tomlfile"
	"resumax/language/metric"
	"resumax/language/spelling"
)

// phrase is a listed phrase, word by word.
type phrase struct {
	text  string
	words []string
}

func phraseOf(text string) phrase { return phrase{text, strings.Fields(text)} }

// matches is how many of the tokens the phrase covers, from the first on, 0 if
// they are other words. Neither a typo nor a doubled word
// hides it, not even a typo that makes another word: "team plyer".
func (p phrase) matches(tokens []token) int {
	n := 0
	for i, w := range p.words {
		if i > 0 && n+1 < len(tokens) && twice(tokens[n-1], tokens[n]) {
			n++
		}
		if n < len(tokens) && i > 0 && w == "on" && tokens[n].Lower == "no" && n+1 < len(tokens) && determiners[tokens[n+1].Lower] {
			n++ // "worked no the line"
			continue
		}
		if n < len(tokens) && i > 0 && w != "" && slipOf[tokens[n].Lower] == w && !(i+1 < len(p.words) && tokens[n].Comma) {
			n++
			continue
		}
		if n == len(tokens) || !tokens[n].is(w) && (i == 0 || len(w) < minNear || !spelling.OneEditApart(tokens[n].Lower, w)) || i+1 < len(p.words) && tokens[n].Comma {
			return 0
		}
		n++
	}
	return n
}

// slipOf are words inside of phrases that are typos of smaller ones there.
var slipOf = map[string]string{"too": "to", "off": "of", "inn": "in"}

// wordSet are words, those too short for typos of them to be listed as near
// once more by themselves.
type wordSet struct {
	all   map[string]bool
	short []string
}

func wordSetOf(words []string) wordSet {
	s := wordSet{all: make(map[string]bool, len(words))}
	for _, w := range words {
		if !s.all[w] && len(w) < minNear {
			s.short = append(s.short, w)
		}
		s.all[w] = true
	}
	return s
}

// wordLists are the words that writing is judged by.
type wordLists struct {
	stative   map[string]bool     // verbs, in their base form, that say of nothing that it was done
	adjective map[string]bool     // participles that describe someone rather than tell what was done
	duty      map[string]bool     // verbs, in their base form, of what is done again and again
	honor     map[string]bool     // participles of what was done to someone for what they did
	compound  map[string]bool     // verbs that are nouns before a title or the name of an activity
	title     wordSet             // what people are called by their work
	activity  wordSet             // nouns of what is done: "management"
	weak      map[string][]phrase // by their first word
	outcome   map[string]bool
	routine   map[string]map[string]bool // what follows such a word where it tells of no result
	upheld    map[string]bool            // words that tell a result with a share
	attained  map[string]bool            // with an amount
	change    map[string]bool            // with either
	results   map[string][]phrase        // by their first word

	resultsWithNumber map[string][]phrase // those that are none without a number
	compare           map[string]bool
	comparePhrases    []string
	method            map[string][]phrase // by their first word
	vague             wordSet
	filler            map[string][]phrase // by their first word
	cliche            map[string][]phrase
	leftover          map[string][]phrase // that templates have where one's own words belong
	blank             wordSet             // names of what belongs there, see [sentence.isBlank]
	fill              map[string]bool     // words beside them
	counted           map[string]bool     // what X stands before as a number
	person            wordSet
	praise            map[string]bool   // words that say how much of a trait there is, see skill_kinds.go
	trait             map[string]bool   // words of traits that are no terms
	paper             map[string]bool   // words of certificates, licenses and spoken languages
	practiced         map[string]bool   // traits, by their name as terms, that are work as well
	slips             map[string]bool   // names of terms that are typos more often, in small letters
	label             wordSet           // before a colon, of a line of facts
	months, present   map[string]bool   // words of dates
	american          map[string]string // American spelling → British
	british           map[string]string // and the other way round
	dialects          map[string]bool   // the words of both
	near              *nearWords        // the words by which points are lost
}

var lists = sync.OnceValue(func() *wordLists { return shipped().words.lists() })

// wordsFile is what words.toml holds.
type wordsFile struct {
	Outcome, Spelling, Vague                                   string
	Stative, Adjective, Duty, Honor, Compound, Title, Activity string // of verbs, see opening.go
	Upheld, Attained, Change                                   string
	Blank, Fill, Counted                                       string // of placeholders, see leftovers.go
	Slips                                                      string
	Praise, Papers, Traits                                     string // of skills, see skill_kinds.go
	Practiced                                                  []string
	Label, Months, Present                                     string // of lines of facts, see names_only.go
	Routine                                                    []string
	Leftover                                                   []string
	Results                                                    []string
	ResultsWithNumber                                          []string `toml:"results-with-number"`
	Weak, Comparator, Method, Filler, Cliche, Person           []string
}

// readWords reads a file of words. All its errors are of type [*tomlfile.Error].
func readWords(data []byte) (*wordsFile, error) {
	f := &wordsFile{}
	t := tomlfile.Text{File: "words.toml", Data: data}
	meta, err := t.Decode(f)
	if err != nil {
		return nil, err
	}
	if err := t.Unknown(meta, "list of words", nil); err != nil {
		return nil, err
	}
	for _, entry := range f.Routine {
		if !strings.Contains(entry, ": ") {
			return nil, t.Errorf(t.LineWith(entry), "routine: %q has no colon", entry)
		}
	}
	for _, pair := range strings.Fields(f.Spelling) {
		if !strings.Contains(pair, "/") {
			return nil, t.Errorf(t.LineWith(pair), "spelling: %q is no pair", pair)
		}
	}
	return f, nil
}

func (f *wordsFile) lists() *wordLists {
	l := &wordLists{weak: byFirst(f.Weak), outcome: set(f.Outcome), stative: set(f.Stative), adjective: set(f.Adjective), duty: set(f.Duty), honor: set(f.Honor),
		compound: set(f.Compound), title: wordSetOf(strings.Fields(f.Title)), activity: wordSetOf(strings.Fields(f.Activity)),
		slips: set(f.Slips), praise: set(f.Praise), paper: set(f.Papers), trait: set(f.Traits), practiced: map[string]bool{},
		upheld: set(f.Upheld), attained: set(f.Attained), change: set(f.Change), results: byWord(f.Results), resultsWithNumber: byWord(f.ResultsWithNumber),
		leftover: byFirst(f.Leftover), blank: wordSetOf(strings.Fields(f.Blank)), fill: set(f.Fill), counted: set(f.Counted),
		method: byFirst(f.Method), vague: wordSetOf(strings.Fields(f.Vague)), filler: byFirst(f.Filler), cliche: byFirst(f.Cliche), compare: map[string]bool{}, routine: map[string]map[string]bool{},
		american: map[string]string{}, british: map[string]string{}}
	l.label, l.months, l.present = wordSetOf(strings.Fields(f.Label)), set(f.Months), set(f.Present)
	for _, entry := range f.Routine {
		words, objects, _ := strings.Cut(entry, ": ")
		for word := range strings.FieldsSeq(words) {
			l.routine[word] = set(objects)
		}
	}
	for _, p := range f.Comparator {
		if strings.Contains(p, " ") {
			l.comparePhrases = append(l.comparePhrases, p)
		} else {
			l.compare[p] = true
		}
	}
	person := f.Person
	for _, p := range f.Person {
		person = append(person, strings.ReplaceAll(p, "'", "’"))
	}
	l.person = wordSetOf(person)
	for _, name := range f.Practiced {
		l.practiced[name] = true
	}
	for _, pair := range strings.Fields(f.Spelling) {
		us, uk, _ := strings.Cut(pair, "/")
		us, both := strings.CutPrefix(us, "~")
		if l.british[uk] = us; !both {
			l.american[us] = uk
		}
	}
	l.dialects = map[string]bool{}
	for _, words := range []map[string]string{l.american, l.british} {
		for word := range words {
			l.dialects[word] = true
		}
	}
	l.near = l.nearWords(f.Weak, f.Leftover, strings.Fields(f.Blank), f.Filler, f.Cliche, strings.Fields(f.Vague), person, strings.Fields(f.Title), strings.Fields(f.Activity), strings.Fields(f.Label))
	return l
}

// nearWords are all words by which points are lost. Ordinary words that are
// listed for other reasons are never taken for a typo of one of them.
func (l *wordLists) nearWords(lists ...[]string) *nearWords {
	words := make([]string, 0, 2*len(l.dialects)+2048)
	for _, list := range lists {
		for _, p := range list {
			for word := range strings.FieldsSeq(p) {
				if !strings.Contains(word, "'") { // "we're" is no typo of "were"
					words = append(words, word)
				}
			}
		}
	}
	for word := range l.dialects {
		words = append(words, word)
	}
	return newNearWords(words, func(word string) bool { return l.outcome[word] || metric.IsListed(word) })
}

func phrases(texts []string) []phrase {
	list := make([]phrase, len(texts))
	for i, t := range texts {
		list[i] = phraseOf(t)
	}
	return list
}

// byWord is phrases by their first word.
func byWord(texts []string) map[string][]phrase {
	m := map[string][]phrase{}
	for _, p := range phrases(texts) {
		m[p.words[0]] = append(m[p.words[0]], p)
	}
	return m
}

func byFirst(texts []string) map[string][]phrase {
	m := map[string][]phrase{}
	for _, p := range phrases(texts) {
		m[p.words[0]] = append(m[p.words[0]], p)
		if len(p.words[0]) < minNear {
			m[""] = append(m[""], p) // for a typo in a word too short to be listed as near
		}
	}
	return m
}

func set(words string) map[string]bool {
	all := strings.Fields(words)
	m := make(map[string]bool, len(all))
	for _, w := range all {
		m[w] = true
	}
	return m
}
