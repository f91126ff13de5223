// Package terms finds technologies, methods, concepts and the terms of trades in
// running text.
//
// A [List] is read from a data file and turned into a trie over tokens. A text
// is cut into tokens that keep C++, C#, .NET, Node.js, CI/CD and R&D whole, and
// walked once: at each token the longest phrase of the trie wins. Words of
// concepts and methods are compared by their stems ("sharded", "message
// queues"), names of products as they are, in any casing.
//
// Some names are ordinary words too (Go, R, Spring, Teams). They are found as
// candidates first and then judged by what is around them: casing, place in
// the sentence, neighbors in a list, unambiguous terms nearby. See ambiguous.go.
//
// Nothing here depends on locale, clock or files. A List never changes after it
// was loaded and is safe for concurrent use.
package terms

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Category says what kind of thing a term is. The set is closed.
type Category string

// The categories of technology and of what all trades share. Terms of the last
// three (Method, Concept, Soft) are common nouns: their lower-case words match in
// any casing and inflection.
const (
	Language       Category = "language"       // programming, query and markup languages
	Framework      Category = "framework"      // frameworks, libraries and runtimes
	Database       Category = "database"       // databases, warehouses, search engines and caches
	Messaging      Category = "messaging"      // brokers, queues and stream processors
	Cloud          Category = "cloud"          // cloud providers and their services
	Infrastructure Category = "infrastructure" // containers, provisioning, proxies, build and delivery
	Observability  Category = "observability"  // metrics, logs, traces and paging
	Tool           Category = "tool"           // programs that people work with
	Platform       Category = "platform"       // operating systems, devices and business platforms
	Protocol       Category = "protocol"       // protocols, formats and standards
	Certificate    Category = "certificate"    // certifications that people hold
	Method         Category = "method"         // ways of working
	Concept        Category = "concept"        // ideas, techniques and fields of work
	Soft           Category = "soft"           // personal skills, which a skills list does better without
)

// The trades: the tools, methods, equipment, procedures, software and certificates
// that a recruiter of the trade looks for. Their terms are common nouns, but for
// spellings with a capital (Hoyer lift), which have no inflection but a plural s.
const (
	Nursing      Category = "nursing"      // nursing, medicine and hospitals
	Care         Category = "care"         // personal care and support
	Therapy      Category = "therapy"      // physical, occupational, speech and psychological therapy
	Dental       Category = "dental"       // dentistry
	Pharmacy     Category = "pharmacy"     // pharmacy
	Education    Category = "education"    // schools and universities
	Childcare    Category = "childcare"    // care and education of small children
	Hospitality  Category = "hospitality"  // kitchens, restaurants, hotels, events and travel
	Retail       Category = "retail"       // shops and fashion
	Sales        Category = "sales"        // selling, real estate, call centers and fundraising
	Marketing    Category = "marketing"    // marketing and public relations
	HR           Category = "hr"           // human resources
	Finance      Category = "finance"      // accounting, banking and insurance
	Law          Category = "law"          // law
	Construction Category = "construction" // building, its safety and the upkeep of buildings
	Electrical   Category = "electrical"   // electricians' work
	Plumbing     Category = "plumbing"     // plumbing, heating and cooling
	Machining    Category = "machining"    // machining, welding and manufacturing
	Automotive   Category = "automotive"   // repair of vehicles
	Logistics    Category = "logistics"    // warehouses, freight and purchasing
	Driving      Category = "driving"      // driving of trucks, buses and vans
	Aviation     Category = "aviation"     // aircraft, airlines and airports
	PublicSafety Category = "publicsafety" // police, fire, rescue, security, military and government
	Science      Category = "science"      // laboratories and field research
	Media        Category = "media"        // film, sound, print, art, stage and libraries
	Fitness      Category = "fitness"      // training, sports and wellness
	Beauty       Category = "beauty"       // hair, skin and nails
	Agriculture  Category = "agriculture"  // farming, gardens, forests and animals
	Social       Category = "social"       // social work
	Office       Category = "office"       // administration
)

// Trades are the categories that are trades, in the order of the data file.
func Trades() []Category {
	return []Category{
		Nursing, Care, Therapy, Dental, Pharmacy, Education, Childcare, Hospitality, Retail, Sales,
		Marketing, HR, Finance, Law, Construction, Electrical, Plumbing, Machining, Automotive, Logistics,
		Driving, Aviation, PublicSafety, Science, Media, Fitness, Beauty, Agriculture, Social, Office,
	}
}

// Trade reports whether the category is the vocabulary of a trade.
func (c Category) Trade() bool {
	switch c {
	case Language, Framework, Database, Messaging, Cloud, Infrastructure, Observability, Tool, Platform, Protocol,
		Certificate, Method, Concept, Soft, "":
		return false
	}
	return true
}

// Technology reports whether the category's terms are technologies: evidence that
// a text speaks of them, where methods and concepts may belong to any trade.
func (c Category) Technology() bool {
	return !c.commonNoun() && c != Certificate
}

// Computing reports whether only computing has terms of the category. Protocols and
// standards such as HIPAA, and programs such as Excel, belong to any trade.
func (c Category) Computing() bool {
	switch c {
	case Language, Framework, Database, Messaging, Cloud, Infrastructure, Observability:
		return true
	}
	return false
}

// Categories are all the categories, in the order of the data file.
func Categories() []Category {
	return append([]Category{Language, Framework, Database, Messaging, Cloud, Infrastructure, Observability,
		Tool, Platform, Protocol, Certificate, Method, Concept, Soft}, Trades()...)
}

// commonNoun reports whether the category's terms are inflected like ordinary
// words, instead of being names.
func (c Category) commonNoun() bool {
	return c == Method || c == Concept || c == Soft || c.Trade()
}

// Term is one entry of the list.
type Term struct {
	Name       string   // the canonical name, in its canonical casing
	Aliases    []string // other names, each in an accepted casing
	Cased      []string // other names that are this term's in this very casing alone: ADLS, but not ADLs
	Misspelled []string // spellings that are found but are never canonical, such as "Mongo DB"
	Category   Category
	Implies    []string // names of terms that whoever knows this one knows too
	Word       bool     // the name, or an alias, is an ordinary word as well
	Proper     bool     // and so a name of people, places or firms, that its capital proves nothing
	Fixed      bool     // matched without inflection, though a common noun
	Not        []string // phrases around the name that mean something else
}

// inflects reports whether the term's words are compared by their stems.
func (t *Term) inflects() bool {
	return t.Category.commonNoun() && !t.Word && !t.Fixed
}

// Match is one occurrence of a term in a text.
type Match struct {
	Term       *Term
	Start, End int    // byte offsets in the text
	Surface    string // the text between them, and what follows a number in a phrase
}

// Canonical reports whether the surface is spelled as it should be, see [Match.Spelling].
func (m Match) Canonical() bool { return m.Spelling() == m.Surface }

// Spelling is how what the surface says is spelled: as it is, where it is the name of the
// term or one of its aliases, a plural, a version of it ("Python3") or, for common nouns,
// any inflection and any casing of words that have no capital; as the name or alias of
// which it has the letters and digits; and as the name for a listed misspelling.
// A surface of other letters is another way to say it, and right.
func (m Match) Spelling() string {
	t := m.Term
	surface := strings.ReplaceAll(strings.Join(strings.Fields(m.Surface), " "), " / ", "/")
	proper, plural := "", ""
	folded := folded(surface)
	many := strings.HasSuffix(surface, "s")
	for i := -1; i < len(t.Aliases)+len(t.Cased); i++ {
		name := t.spelling(i)
		if accepts(t, name, surface) {
			return m.Surface
		}
		switch {
		case proper == "" && foldsTo(name, folded):
			proper = name
		case plural == "" && many && foldsTo(name+"s", folded):
			plural = name + "s"
		}
	}
	if proper == "" && plural == "" && slices.ContainsFunc(t.Misspelled, func(wrong string) bool { return foldsTo(wrong, folded) }) {
		return t.Name
	}
	return cmp.Or(proper, plural, m.Surface)
}

// spelling is the name, for -1, or another way in which the term is spelled.
func (t *Term) spelling(i int) string {
	switch {
	case i < 0:
		return t.Name
	case i < len(t.Aliases):
		return t.Aliases[i]
	}
	return t.Cased[i-len(t.Aliases)]
}

// folded is the letters, digits and + and # of a name, in lower case.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '#' {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func foldsTo(name, to string) bool { return folded(name) == to }

// accepts reports whether surface is an accepted way to write name.
func accepts(t *Term, name, surface string) bool {
	switch name {
	case surface, strings.TrimSuffix(surface, "s"), strings.TrimRight(surface, "0123456789"):
		return true // as listed, APIs, Python3
	}
	if name == strings.ToLower(name) && strings.Contains(name, " ") && strings.EqualFold(name, surface) {
		return true // the name is words: "Logic Analyzer"
	}
	return t.Category.commonNoun() && acceptsNoun(name, surface)
}

// acceptsNoun compares a common noun's words: the surface is known to match by
// stems, so only words with capitals in their canonical form are held to them.
func acceptsNoun(name, surface string) bool {
	names, words := splitWords(name), splitWords(surface)
	if len(names) != len(words) {
		return false
	}
	for i, n := range names {
		w := words[i]
		switch {
		case n == strings.ToLower(n):
			if stem(strings.ToLower(w)) != stem(n) {
				return false
			}
		case strings.TrimSuffix(w, "s") != strings.TrimSuffix(n, "s"):
			return false
		}
	}
	return true
}

// splitWords cuts a phrase at spaces, hyphens and slashes.
func splitWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == '/' || r == '\u2010' || r == '\u2011' || r == '\u00a0'
	})
}
