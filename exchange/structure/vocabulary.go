package structure

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// vocabulary is the words by which fields are told apart; see assets/structure/words.toml.
type vocabulary struct {
	title, organization, school, degree, fluency, country, state, region, city map[string]bool
	subheading, honors, documents, columns, contract, legal                    map[string]bool
	degreeCapitals, breaks, timeLead, schooling                                map[string]bool
	titleEnds                                                                  []string // long titles that end joined words
	organizationEnds                                                           []string
	labels                                                                     map[string]string
	networks                                                                   map[string]string
	remote                                                                     []string
	connector                                                                  map[string]bool   // small words within the names of towns
	fields                                                                     map[string]string // kinds of the fields of entries, by their labels
	sections                                                                   map[string]string // kinds by a word of their headings
}

// The kinds of labels.
const (
	labelName     = "name"
	labelEmail    = "email"
	labelPhone    = "phone"
	labelLocation = "location"
	labelURL      = "url"
	labelGrade    = "grade"
	labelCourses  = "courses"
	labelKeywords = "keywords"
)

var words = sync.OnceValue(func() *vocabulary {
	var f struct {
		Title, Organization, School, Degree, Fluency, Country, State, Region                   string
		Subheadings, Name, Documents                                                           []string
		Honors, Columns, Legal, Connector, DegreeCapitals, Breaks, Schooling, OrganizationEnds string
		Contract, City, TimeLeads                                                              []string
		Grade, Courses, Keywords, Email, Phone, Location, URL, Networks, Remote                []string
		Sections                                                                               map[string]string
		Fields                                                                                 map[string][]string
	}
	tomlfile.Embedded(assets.Structure, "structure/words.toml", &f)
	v := &vocabulary{title: set(f.Title), organization: set(f.Organization + " " + f.School), school: set(f.School), degree: set(f.Degree), fluency: set(f.Fluency), country: set(f.Country),
		state: set(f.State), region: map[string]bool{}, labels: map[string]string{}, networks: map[string]string{}, remote: f.Remote}
	for w := range set(f.Region) {
		v.region[w], v.region[strings.ReplaceAll(w, "-", " ")] = true, true
	}
	for w := range set(f.Country) {
		v.country[strings.ReplaceAll(w, "-", " ")] = true
	}
	v.connector = set(f.Connector)
	v.city = map[string]bool{}
	for _, w := range f.City {
		v.city[w] = true
	}
	v.subheading, v.contract = map[string]bool{}, map[string]bool{}
	for _, w := range f.Contract {
		v.contract[w] = true
	}
	for _, w := range f.Subheadings {
		v.subheading[normalHeading(w)] = true
	}
	v.degreeCapitals, v.breaks, v.timeLead, v.schooling = set(f.DegreeCapitals), set(f.Breaks), map[string]bool{}, set(f.Schooling)
	v.organizationEnds = strings.Fields(f.OrganizationEnds)
	for _, w := range f.TimeLeads {
		v.timeLead[w] = true
		if i := strings.LastIndexByte(w, ' '); i > 0 { // "obtenu" before "en 2011"
			v.timeLead[w[:i]] = true
		}
	}
	v.honors, v.columns, v.legal, v.documents = set(f.Honors), set(f.Columns), set(f.Legal), map[string]bool{}
	for _, d := range f.Documents {
		v.documents[d] = true
	}
	for kind, list := range map[string][]string{labelName: f.Name, labelEmail: f.Email, labelPhone: f.Phone, labelLocation: f.Location, labelURL: f.URL} {
		for _, w := range list {
			v.labels[w] = kind
		}
	}
	for kind, list := range map[string][]string{labelGrade: f.Grade, labelCourses: f.Courses, labelKeywords: f.Keywords} {
		for _, w := range list {
			v.labels[kind+":"+w] = kind
		}
	}
	for _, n := range f.Networks {
		domain, name, _ := strings.Cut(n, "=")
		v.networks[domain] = name
	}
	v.fields = map[string]string{}
	for kind, list := range f.Fields {
		for _, label := range list {
			v.fields[label] = kind
		}
	}
	v.sections = map[string]string{}
	for kind, list := range f.Sections {
		for w := range set(list) {
			v.sections[withoutAccents(strings.ReplaceAll(w, "-", " "))] = kind
		}
	}
	const longest = 6
	for w := range v.title {
		if len(w) >= longest && w != "caster" { // Doncaster is a town
			v.titleEnds = append(v.titleEnds, w)
		}
	}
	slices.Sort(v.titleEnds)
	return v
})

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// lowerWords are the words of a text in small letters, without what surrounds them.
func lowerWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()[]{}/|·•–—\"“”", r)
	})
}

// ofWhat are the words between a title and its field in languages that put the title first.
var ofWhat = set("de del da do das dos des du en em")

// titleScore is how much a text sounds like a title, 0 to 1.
func titleScore(text string) float64 {
	v, best := words(), 0.0
	list := lowerWords(text)
	for i, w := range list {
		w = strings.TrimRight(w, ".")
		switch {
		case v.title[w] || v.title[strings.TrimSuffix(w, "s")] || slices.ContainsFunc(otherGenders(w), func(o string) bool { return v.title[o] }):
			best = max(best, 0.9)
			if i == len(list)-1 {
				best = 1
			} else if i == 0 && !strings.HasSuffix(w, "s") && ofWhat[list[1]] {
				best = max(best, 0.95) // "Ingeniero de software" is no firm
			}
		case len(w) > 6 && (strings.HasSuffix(w, "person") || strings.HasSuffix(w, "worker")):
			best = max(best, 0.9)
		case len(w) > 8 && slices.ContainsFunc(v.titleEnds, func(end string) bool { return strings.HasSuffix(w, end) }):
			best = max(best, 0.9)
		case strings.HasSuffix(w, "ologist") || strings.HasSuffix(w, "ician") || len(w) > 6 && (strings.HasSuffix(w, "eur") || strings.HasSuffix(w, "ist")):
			best = max(best, 0.5)
		}
	}
	if n := len(list); n > 9 {
		best *= 0.5
	}
	return best
}

// genders are the endings of titles for women and men in languages that have both, and what
// their words end in instead in the list. The longest that fits is meant.
var genders = [][2]string{
	{"trice", "teur"}, {"ienne", "ien"}, {"ière", "ier"}, {"euse", "eur"}, {"eure", "eur"}, {"ère", "er"},
	{"innen", ""}, {"/in", ""}, {"*in", ""}, {"_in", ""}, {"in", ""}, {"frau", "mann"},
	{"ora", "or"}, {"era", "ero"}, {"ária", "ário"}, {"ária", "ario"}, {"eira", "eiro"}, {"a", "o"}, {"a", ""}, {"e", ""}, {"/a", ""}, {"/o", ""}, {"-a", ""}, {"·e", ""}, {".e", ""},
}

// otherGenders are a word's forms for the other gender, as far as endings tell.
func otherGenders(w string) (all []string) {
	const stem = 4 // letters that have to stay
	w = strings.TrimSuffix(w, "s")
	for _, g := range genders {
		if rest, ok := strings.CutSuffix(w, g[0]); ok && len(rest) >= stem {
			all = append(all, rest+g[1])
		}
	}
	return all
}

// isBreak reports whether a title says why there was no employer: "Elternzeit".
func isBreak(text string) bool {
	return slices.ContainsFunc(lowerWords(text), func(w string) bool { return words().breaks[w] })
}

// organizationScore is how much a text sounds like an employer or a school, 0 to 1.
func organizationScore(text string) float64 {
	v, best := words(), 0.0
	list := lowerWords(text)
	for i, w := range list {
		switch {
		case v.organization[w] || v.organization[strings.TrimRight(w, ".")]:
			best = max(best, 0.7)
			if i == len(list)-1 {
				best = 0.9
			}
		case len(w) >= 8 && slices.ContainsFunc(v.organizationEnds, func(end string) bool { return strings.HasSuffix(w, end) }):
			best = max(best, 0.7)
		case strings.HasSuffix(w, "schule") || strings.HasSuffix(w, "universität") || strings.HasSuffix(w, "klinik") || strings.HasSuffix(w, "bank") || strings.HasSuffix(w, ".com") || strings.HasSuffix(w, ".io"):
			best = max(best, 0.7)
		}
	}
	return best
}

// isSchool reports whether a text sounds like a school.
func isSchool(text string) bool {
	return slices.ContainsFunc(lowerWords(text), func(w string) bool {
		return words().school[w] || strings.HasSuffix(w, "schule") || strings.HasSuffix(w, "universität") || strings.HasSuffix(w, "gymnasium")
	})
}

// degreeScore is how much a text sounds like a degree, 0 to 1.
func degreeScore(text string) float64 {
	v := words()
	for i, w := range strings.Fields(text) {
		if text != strings.ToUpper(text) && v.degreeCapitals[strings.Trim(w, ",.:;()")] {
			if i == 0 {
				return 1
			}
			return 0.8
		}
	}
	for i, w := range lowerWords(text) {
		if v.degree[w] || v.degree[strings.TrimRight(w, ".")] || i == 0 && isDegreeShape(text) {
			if i == 0 {
				return 1
			}
			return 0.8
		}
	}
	return 0
}

// degreeShape is a degree in letters: "BDes", "MChem", "B.Arch.".
var degreeShape = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(B|M|D|Ph|Ed|Ll)\.?[A-Z][A-Za-z]{0,5}\.?( ?\((Hons|Honou?rs)\))?([ ,]|$)`)
})

func isDegreeShape(text string) bool {
	return degreeShape().MatchString(strings.TrimSpace(text))
}

// placeScore is how much a text sounds like a place, 0 to 1.
func placeScore(text string) float64 {
	v := words()
	text = strings.Trim(text, " ,.()")
	lower := strings.ToLower(text)
	for _, w := range v.remote {
		if lower == w || strings.HasPrefix(lower, w+" ") || strings.HasSuffix(lower, " "+w) || strings.HasSuffix(lower, "("+w) {
			return 1
		}
	}
	if code := postalCode().FindString(text); code != "" && strings.Count(text, ",") > 0 {
		text = strings.Trim(strings.Replace(text, code, "", 1), " ,") // "17 Harebell Close, Exeter EX4 0ZZ"
		if street, town, ok := strings.Cut(text, ","); ok && strings.ContainsFunc(street, unicode.IsDigit) && len(strings.Fields(street)) <= 5 {
			if !strings.Contains(town, ",") && isCapital(strings.TrimSpace(town)) && len(strings.Fields(town)) <= 3 {
				return 0.8
			}
			text = strings.TrimSpace(town)
		}
		if i := strings.LastIndexByte(text, ','); i > 0 && strings.ContainsFunc(text[:i], unicode.IsDigit) { // "Calle Mayor 5, 3.º B, Madrid"
			if town := strings.Fields(text[i+1:]); len(town) > 0 && len(town) <= 4 && isCapital(town[0]) && !strings.ContainsFunc(text[i+1:], unicode.IsDigit) && len(strings.Fields(text[:i])) <= 9 {
				return 0.8
			}
		}
		lower = strings.ToLower(text)
	} else if code != "" {
		town := strings.Fields(strings.Replace(text, code, " ", 1))
		if n := len(town); n > 0 && n <= 3 && !slices.ContainsFunc(town, func(w string) bool { return !isCapital(w) || strings.ContainsFunc(w, unicode.IsDigit) }) {
			return 0.8 // "29200 Brest"
		}
	}
	if townInBrazil().MatchString(text) {
		return 1
	}
	parts := strings.Split(text, ",")
	last := strings.TrimSpace(parts[len(parts)-1])
	if strings.ContainsFunc(text, unicode.IsDigit) && len(parts) < 2 {
		return 0
	}
	for _, p := range parts {
		if len(strings.Fields(p)) > 4 || strings.TrimSpace(p) == "" {
			return 0
		}
	}
	fields := strings.Fields(last)
	switch {
	case len(parts) > 4 || len(fields) == 0:
		return 0
	case len(parts) == 1 && v.city[lower]:
		return 0.8
	case v.country[strings.ToLower(last)]:
		if len(parts) > 1 {
			return 1
		}
		return 0.9
	case len(parts) > 1 && (v.state[strings.TrimRight(fields[0], ".")] || v.region[strings.ToLower(last)]):
		return 1
	case len(parts) == 1 && len(fields) > 1 && v.state[fields[len(fields)-1]]:
		return 0.7 // "Austin TX"
	case len(parts) > 1 && places().MatchString(text):
		return 0.5
	case strings.HasPrefix(lower, "greater ") || strings.HasSuffix(lower, " area") || strings.HasSuffix(lower, " y alrededores") || strings.HasSuffix(lower, " e região") || strings.HasSuffix(lower, " et périphérie") || strings.HasSuffix(lower, " und umgebung"):
		return 0.8
	}
	return 0
}

// townInBrazil is a town with its state as it is written in Brazil: "Contagem/MG",
// "Rio de Janeiro - RJ".
var townInBrazil = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\p{Lu}[\p{L}'.]*(?: (?:\p{Lu}[\p{L}'.]*|d[aeo]s?|d'\p{L}+)){0,4}) ?(?:[/–-]|\() ?(A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)\)?$`)
})

// labelOf is what a label says that something is, "" for nothing known: "E-mail:".
func labelOf(text, prefix string) string {
	lower := strings.ToLower(strings.Trim(text, " :.-–\u00a0"))
	if prefix != "" {
		return words().labels[prefix+":"+lower]
	}
	return words().labels[lower]
}
