package letter

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/job/posting"
	"resumax/resume"
)

// form is how letters are laid out in a country: see assets/letters/forms.toml.
type form struct {
	Names, Regions []string
	Language       string
	Order, Aside   []string
	Place, Sender  bool
	Subject        string // "after" for a subject line under the salutation
	Date           map[string]string
	Ends           *string
	To             []string
}

func (f form) end(usual string) string {
	if f.Ends != nil {
		return *f.Ends
	}
	return usual
}

// words are those of a language: see assets/letters/en.toml.
type words struct {
	Name       string
	Months     []string
	Date       string
	First      string
	Dateline   string
	Subject    string
	Enclosures string
	Letter     string
	Join       []string
	Salutation salutation
	Closing    struct {
		Usual, Named string
		Country      map[string]ending
	}
	Skeleton struct{ Opening, Plain, Proof, Words, Quoted, Open, More, Why, Closing, Title, Employer string }
	Own      own
	Writing  struct {
		I, Cliches, Begging, Hyperbole []string
		Position                       struct{ Before, Behind []string }
	}

	tag string
}

type salutation struct {
	Unknown, Named string
	Titled         map[string]string
	Persons        []string
	End            string
}

type ending struct{ Usual, Named string }

// fallback is the country and the language of letters whose own have no form.
const (
	fallbackCountry  = "US"
	fallbackLanguage = "en"
)

var forms = sync.OnceValue(func() map[string]form {
	all := map[string]form{}
	tomlfile.Embedded(assets.Letters, "letters/forms.toml", &all)
	return all
})

// languages are those that letters have words in.
var languages = []string{"en", "de", "fr", "es", "pt"}

var loaded = func() map[string]func() *words {
	all := map[string]func() *words{}
	for _, tag := range languages {
		all[tag] = sync.OnceValue(func() *words {
			w := &words{tag: tag}
			tomlfile.Embedded(assets.Letters, "letters/"+tag+".toml", w)
			return w
		})
	}
	return all
}()

// wordsIn are the words of a language, English ones for a language without.
func wordsIn(tag string) *words {
	name, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if f, ok := loaded[name]; ok {
		return f()
	}
	return loaded[fallbackLanguage]()
}

func (l Letter) words() *words { return wordsIn(l.Language) }

func (l Letter) form() form {
	if f, ok := forms()[l.Country]; ok {
		return f
	}
	return forms()[fallbackCountry]
}

// Languages are the languages that letters have words in, with their English names.
func Languages() (tags, names []string) {
	for _, tag := range languages {
		tags, names = append(tags, tag), append(names, wordsIn(tag).Name)
	}
	return tags, names
}

// Countries are the countries whose letters have a form, codes of ISO 3166-1 alpha-2, with
// their English names, in the order of these.
func Countries() (codes, names []string) {
	name := func(code string) string { return titled(forms()[code].Names[0]) }
	codes = slices.SortedFunc(maps.Keys(forms()), func(a, b string) int { return strings.Compare(name(a), name(b)) })
	for _, c := range codes {
		names = append(names, name(c))
	}
	return codes, names
}

// titled is a name with capitals at the beginnings of its words.
func titled(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// date is a day in words. The pattern is the country's, "" for the language's own.
func (w *words) date(d resume.Date, pattern string) string {
	if pattern == "" {
		pattern = w.Date
	}
	day := strconv.Itoa(d.Day)
	if d.Day == 1 && w.First != "" {
		day = w.First
	}
	return strings.NewReplacer("{d}", day, "{m}", w.Months[d.Month-1], "{y}", strconv.Itoa(d.Year)).Replace(pattern)
}

// CountryOf is the country whose form a letter to a posting has: where the job is, else
// where most read the posting's language, if there is one such country, else the resume's.
func CountryOf(p posting.Posting, r *resume.Resume) string {
	if c := countryIn(p.Location); c != "" {
		return c
	}
	own := strings.ToUpper(r.Basics.Location.CountryCode)
	if f, ok := forms()[own]; ok && (p.Language == "" || language(p.Language) == f.Language) {
		return own
	}
	switch language(p.Language) {
	case "de":
		return "DE"
	case "fr":
		return "FR"
	case "es":
		return "ES"
	case "pt":
		return "BR"
	}
	return fallbackCountry
}

func language(tag string) string {
	name, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return name
}

// countryIn is the country that a place names, "" for none: "Leeds, UK", "Tulsa, OK 74103".
func countryIn(place string) string {
	parts := strings.FieldsFunc(place, func(r rune) bool { return strings.ContainsRune(",;|/()·–", r) })
	for i := len(parts) - 1; i >= 0; i-- {
		part := strings.TrimSpace(parts[i])
		low := strings.ToLower(part)
		for _, code := range slices.Sorted(maps.Keys(forms())) {
			if slices.Contains(forms()[code].Names, low) || part == code && i > 0 && !isRegion(part) {
				return code
			}
		}
	}
	for _, part := range parts[min(1, len(parts)):] {
		for _, word := range strings.Fields(part) {
			for _, code := range []string{"US", "CA"} {
				if slices.Contains(forms()[code].Regions, word) {
					return code
				}
			}
		}
	}
	return ""
}

// isRegion reports whether a code is that of a state as well: "CA" and "DE" are.
func isRegion(code string) bool { return slices.Contains(forms()["US"].Regions, code) }
