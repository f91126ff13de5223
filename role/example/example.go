// Package example has the examples that empty fields show. They follow the resume's country
// and its field of work, so that a nurse in Ohio does not read of backend engineers in Berlin, and are in the language
// that the caller asks for.
package example

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/resume"
)

// Set are the examples for one country and one field of work, in one language. Sets are comparable.
type Set struct{ country, trade, language string }

// country is what an address and a degree look like in a country.
type country struct {
	Names                                                       []string
	City, Region, PostalCode, CountryCode, Phone, Degree, Grade string
}

// trade is what a resume says in a field of work.
type trade struct {
	Words                                                                              []string
	Headline, Employer, About, Bullet, Keywords, Project, Client, Group, Skills, Study string
	Certificate, Issuer, Award, Association, Volunteer                                 string
}

// tongue is what a language says where neither country nor field of work matters.
type tongue struct {
	Country string                       // whose addresses serve where the resume's country is not known
	Fields  map[string]map[string]string // by section, and by field
}

const unknown = "default"

var countries = sync.OnceValue(func() map[string]country {
	var all map[string]country
	tomlfile.Embedded(assets.Examples, "examples/countries.toml", &all)
	return all
})

var trades = sync.OnceValue(func() map[string]trade {
	var all map[string]trade
	tomlfile.Embedded(assets.Examples, "examples/trades.toml", &all)
	return all
})

// tongues are the languages besides English, and abroad is trades in each of them.
var tongues = sync.OnceValue(func() map[string]tongue {
	var all map[string]tongue
	tomlfile.Embedded(assets.Examples, "examples/languages.toml", &all)
	return all
})

var abroad = sync.OnceValue(func() map[string]func() map[string]trade {
	all := map[string]func() map[string]trade{}
	for id := range tongues() {
		all[id] = sync.OnceValue(func() map[string]trade {
			var list map[string]trade
			tomlfile.Embedded(assets.Examples, "examples/trades."+id+".toml", &list)
			return list
		})
	}
	return all
})

// For are the examples for a resume whose target role has the name, "" for none, in a language that a window speaks, a tag
// of BCP 47; what there is no language of is English. The field of work is that of the role, else of the headline, else
// of the newest job. Where the country is not known, it is the language's own.
func For(r *resume.Resume, role, language string) Set {
	titles := []string{role, r.Basics.Label}
	for _, w := range r.Work {
		titles = append(titles, w.Position)
	}
	t, spoken := tongues()[language]
	if !spoken {
		language = ""
	}
	s := Set{countryOf(r.Basics.Location.CountryCode), unknown, language}
	if s.country == unknown && spoken {
		s.country = t.Country
	}
	for _, title := range titles {
		if s.trade = tradeOf(title); s.trade != unknown {
			break
		}
	}
	return s
}

func countryOf(text string) string {
	text = strings.TrimSpace(text)
	for code, c := range countries() {
		if strings.EqualFold(text, code) || slices.ContainsFunc(c.Names, func(n string) bool { return strings.EqualFold(text, n) }) {
			return code
		}
	}
	return unknown
}

// tradeOf is the field of work of a job title: that of the longest word that a word of the
// title begins with.
func tradeOf(title string) string {
	title = " " + strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-'
	}), " ") + " "
	best, length := unknown, 0
	all := trades()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, w := range all[name].Words {
			found := " " + w
			if len(w) < 4 { // a whole word: "rn", "ui"
				found += " "
			}
			if len(w) > length && strings.Contains(title, found) {
				best, length = name, len(w)
			}
		}
	}
	return best
}

// Of is the example for the field at the address; "" means that the set has none for it.
func (s Set) Of(at resume.Address) string {
	c, t := countries()[s.country], trades()[s.trade]
	if own := abroad()[s.language]; own != nil {
		t = own()[s.trade]
	}
	tokens := at.Tokens()
	if at.Index() >= 0 && len(tokens) > 0 { // an item of a list of texts
		at = at.Parent()
		tokens = at.Tokens()
	}
	if len(tokens) < 2 {
		return ""
	}
	name := at.Last()
	switch at.Parent() {
	case resume.Basics:
		return cmp.Or(map[string]string{"label": t.Headline, "phone": c.Phone}[name], s.said("basics", name))
	case resume.Location:
		code := c.CountryCode
		if code == "" {
			code = s.country
		}
		return map[string]string{"city": c.City, "region": c.Region, "postalCode": c.PostalCode, "countryCode": code}[name]
	}
	section := tokens[0]
	if at.Within(resume.Profiles) {
		section = "profiles"
	}
	return cmp.Or(of(c, t, section, name), s.said(section, name))
}

// said is what the language says of a field for which country and field of work don't matter.
func (s Set) said(section, name string) string { return tongues()[s.language].Fields[section][name] }

// of is the example for a field of a section's items.
func of(c country, t trade, section, name string) string {
	switch section + " " + name {
	case "work position":
		return t.Headline
	case "work name", "awards awarder":
		return t.Employer
	case "work location":
		return c.City
	case "work description":
		return t.About
	case "work highlights", "projects highlights":
		return t.Bullet
	case "work keywords", "projects keywords":
		return t.Keywords
	case "projects name":
		return t.Project
	case "projects entity":
		return t.Client
	case "skills name":
		return t.Group
	case "skills keywords":
		return t.Skills
	case "education area":
		return t.Study
	case "education studyType":
		return c.Degree
	case "education score":
		return c.Grade
	case "certificates name":
		return t.Certificate
	case "certificates issuer":
		return t.Issuer
	case "awards title":
		return t.Award
	case "volunteer organization":
		return t.Association
	case "volunteer position":
		return t.Volunteer
	}
	return ""
}
