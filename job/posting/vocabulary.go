package posting

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// withinOrder is the order in which the phrases within headings are looked for.
var withinOrder = []Section{Preferred, Benefits, EqualOpportunity, HowToApply, Required, Responsibilities, About, RoleText}

// language is a file of assets/postings.
type language struct {
	Headings, Within map[string][]string
	Cues             struct {
		Preferred, Required, Strict, Firm, Applying, None, One, Examples, Or, And, Similar, Filler, Equal, Benefits, Employer, Join, Named, Articles, Legal, Places, Seats, Openings, Asking, Skill, Credentials, Questions, Answers, Duties, AboutMode, NotMode, Sites, InPlace, Homonyms, NotTerms, NotNames, PayWords, LicenseWords, LicenseHeads, LicenseTails, NotLicense []string
	}
	Title                                     struct{ Leads, Skips, Stops, Prefixes, Ends, Advertising []string }
	Labels, Types, Levels, SaidLevels, Remote map[string][]string
	Degrees                                   map[string][]string
	Years                                     struct {
		Units, Months, Experience, Not, Floor []string
		Numbers, Vague                        map[string]int
	}
	Languages              map[string][]string
	Spoken                 struct{ With, Not []string }
	Licenses, Endorsements map[string][]string
	// A license that a word names with another near it: "admitted to the Illinois bar".
	NearLicenses map[string]struct {
		Word string
		Near []string
	}
}

// nearLicense is a license that a word names beside one of others.
type nearLicense struct {
	name string
	near []string
}

// words is what postings of a language are read by: its words, and those in English.
type words struct {
	headings                                                                                                                                                                                            map[string]Section // whole, normalized
	within                                                                                                                                                                                              []*phrases         // by withinOrder
	preferred, required, strict, firm, applying, none, one, examples, or, and, similar, equal, benefits, employer, join, named, places, seats, openings, asking, skill, credentials, questions, answers phrases
	filler, homonyms, articles, legal, duties, aboutMode, notMode, sites, inPlace, licensed, notNames, licenseWords, licenseHeads, licenseTails, notLicense                                             map[string]bool
	licenseNames                                                                                                                                                                                        map[string]string // what each is called in the language
	labels                                                                                                                                                                                              map[string]string
	titleLeads, titleSkips, titleStops, titlePrefixes, titleEnds                                                                                                                                        []string
	advertising, notTerms, payWords, saidLevels, types, levels, remote, degrees, languages, spokenWith, spokenNot, licenses                                                                             phrases
	units, months, experience, notYears, floor                                                                                                                                                          phrases
	endorsements                                                                                                                                                                                        map[string]string
	nearLicenses                                                                                                                                                                                        map[string]nearLicense
	numbers                                                                                                                                                                                             map[string]int
	vague                                                                                                                                                                                               map[string]int // adjectives of experience that stand for a number of years
}

// readable are the languages that have a file.
var readable = []string{"en", "de", "fr", "es", "pt"}

// wordsOf are the words of a language; English for one without a file.
func wordsOf(tag string) *words {
	i := max(0, slices.Index(readable, tag))
	return loaded[i]()
}

var loaded = func() (all []func() *words) {
	for _, tag := range readable {
		all = append(all, sync.OnceValue(func() *words { return load(tag) }))
	}
	return all
}()

// fileOf is the file of a language.
func fileOf(tag string) *language {
	l := new(language)
	tomlfile.Embedded(assets.Postings, "postings/"+tag+".toml", l)
	return l
}

func load(tag string) *words {
	w := &words{headings: map[string]Section{}, filler: map[string]bool{}, homonyms: map[string]bool{}, articles: map[string]bool{}, legal: map[string]bool{}, duties: map[string]bool{}, aboutMode: map[string]bool{}, notMode: map[string]bool{}, sites: map[string]bool{}, inPlace: map[string]bool{}, licensed: map[string]bool{}, notNames: map[string]bool{}, licenseWords: map[string]bool{}, licenseHeads: map[string]bool{}, licenseTails: map[string]bool{}, notLicense: map[string]bool{}, nearLicenses: map[string]nearLicense{}, endorsements: map[string]string{}, labels: map[string]string{}, numbers: map[string]int{}, vague: map[string]int{}}
	for range withinOrder {
		w.within = append(w.within, new(phrases))
	}
	w.licenseNames = map[string]string{}
	for name, said := range fileOf(tag).Licenses {
		if tag != "en" && len(said) > 0 {
			w.licenseNames[name] = said[0]
		}
	}
	for _, tag := range slices.Compact([]string{tag, "en"}) {
		w.addLanguage(fileOf(tag))
	}
	return w
}

func (w *words) addLanguage(l *language) {
	for _, kind := range slices.Sorted(maps.Keys(l.Headings)) {
		for _, text := range l.Headings[kind] {
			if _, ok := w.headings[normal(text)]; !ok {
				w.headings[normal(text)] = Section(kind)
			}
		}
	}
	for i, kind := range withinOrder {
		w.within[i].add(string(kind), l.Within[string(kind)]...)
	}
	for _, c := range []struct {
		to   *phrases
		from []string
	}{
		{&w.preferred, l.Cues.Preferred}, {&w.required, l.Cues.Required}, {&w.strict, l.Cues.Strict}, {&w.firm, l.Cues.Firm}, {&w.applying, l.Cues.Applying}, {&w.none, l.Cues.None}, {&w.one, l.Cues.One},
		{&w.examples, l.Cues.Examples}, {&w.or, l.Cues.Or}, {&w.and, l.Cues.And}, {&w.similar, l.Cues.Similar}, {&w.equal, l.Cues.Equal}, {&w.benefits, l.Cues.Benefits},
		{&w.employer, l.Cues.Employer}, {&w.join, l.Cues.Join}, {&w.named, l.Cues.Named}, {&w.places, l.Cues.Places}, {&w.seats, l.Cues.Seats}, {&w.openings, l.Cues.Openings}, {&w.asking, l.Cues.Asking}, {&w.skill, l.Cues.Skill}, {&w.credentials, l.Cues.Credentials}, {&w.questions, l.Cues.Questions}, {&w.answers, l.Cues.Answers}, {&w.spokenWith, l.Spoken.With}, {&w.spokenNot, l.Spoken.Not},
		{&w.advertising, l.Title.Advertising}, {&w.notTerms, l.Cues.NotTerms}, {&w.payWords, l.Cues.PayWords}, {&w.units, l.Years.Units}, {&w.months, l.Years.Months}, {&w.experience, l.Years.Experience}, {&w.notYears, l.Years.Not}, {&w.floor, l.Years.Floor},
	} {
		c.to.add("yes", c.from...)
	}
	for _, f := range l.Cues.Filler {
		w.filler[f] = true
	}
	for _, set := range []struct {
		to   map[string]bool
		from []string
	}{{w.homonyms, l.Cues.Homonyms}, {w.articles, l.Cues.Articles}, {w.legal, l.Cues.Legal}, {w.duties, l.Cues.Duties}, {w.aboutMode, l.Cues.AboutMode}, {w.notMode, l.Cues.NotMode}, {w.sites, l.Cues.Sites}, {w.inPlace, l.Cues.InPlace}, {w.licenseWords, l.Cues.LicenseWords}, {w.licenseHeads, l.Cues.LicenseHeads}, {w.licenseTails, l.Cues.LicenseTails}, {w.notNames, l.Cues.NotNames}, {w.notLicense, l.Cues.NotLicense}} {
		for _, word := range set.from {
			set.to[word] = true
		}
	}
	w.titleLeads = append(w.titleLeads, l.Title.Leads...)
	w.titleSkips = append(w.titleSkips, l.Title.Skips...)
	w.titleStops = append(w.titleStops, l.Title.Stops...)
	w.titlePrefixes = append(w.titlePrefixes, l.Title.Prefixes...)
	w.titleEnds = append(w.titleEnds, l.Title.Ends...)
	for _, label := range slices.Sorted(maps.Keys(l.Labels)) {
		for _, text := range l.Labels[label] {
			if w.labels[normal(text)] == "" {
				w.labels[normal(text)] = label
			}
		}
	}
	for _, c := range []struct {
		to   *phrases
		from map[string][]string
	}{{&w.types, l.Types}, {&w.levels, l.Levels}, {&w.saidLevels, l.SaidLevels}, {&w.remote, l.Remote}, {&w.languages, l.Languages}, {&w.licenses, l.Licenses}} {
		for _, value := range slices.Sorted(maps.Keys(c.from)) {
			c.to.add(value, c.from[value]...)
		}
	}
	for _, value := range slices.Sorted(maps.Keys(l.Degrees)) {
		list := l.Degrees[value]
		if value == string(instead) {
			value = equivalent
		}
		w.degrees.add(value, list...)
	}
	for name := range l.Licenses {
		w.licensed[name] = true
	}
	for name, alone := range l.Endorsements {
		for _, word := range alone {
			w.endorsements[word] = name
		}
	}
	for name, n := range l.NearLicenses {
		w.nearLicenses[n.Word] = nearLicense{name, n.Near}
	}
	for word, n := range l.Years.Numbers {
		w.numbers[word] = n
	}
	for word, n := range l.Years.Vague {
		w.vague[word] = n
	}
}

// normal is a heading or a label as the lists have it.
func normal(text string) string {
	var b strings.Builder
	for _, t := range tokensOf(text) {
		if t.lower == ":" || t.lower == "?" || t.lower == "!" || t.lower == "•" || t.lower == "–" || t.lower == "—" || t.lower == "," {
			continue
		}
		if t.lower == "&" || t.lower == "/" {
			t.lower = "and"
		}
		if t.lower == "e-mail" {
			t.lower = "email"
		}
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "'") {
			b.WriteByte(' ')
		}
		b.WriteString(t.lower)
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), "and and or ", "and "), "and or ", "and ")
}

// leads is the section that a heading's or a leading line's words tell, by phrases in it.
func (w *words) leads(tokens []token) Section {
	for i, p := range w.within {
		if p.in(tokens) {
			return withinOrder[i]
		}
	}
	return NoSection
}

// sites are those of sites.toml.
type sites struct {
	Roles, Words, Lines, Starts, Contains, Titles, Others, Ends, Headers, Generic, Units, Openers, NotEmployers, NamesEnd, NamesBegin, Boards, Hosts, Subdomains []string
	Site                                                                                                                                                         []site
}

type site struct {
	Name                                                               string
	Known, Title, Company, Location, Type, Remote, Salary, Facts, Body []string
}

var knownSites = sync.OnceValue(func() *sites {
	s := new(sites)
	tomlfile.Embedded(assets.Postings, "postings/sites.toml", s)
	return s
})
