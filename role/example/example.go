// Package example has the examples that empty fields show. They follow the resume's country
// and its field of work, so that a nurse in Ohio does not read of backend engineers in Berlin.
package example

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets"
	"resumax/assets/tomlfile"
	"resumax/resume"
)

// Set are the examples for one country and one field of work. Sets are comparable.
type Set struct{ country, trade string }

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

// For are the examples for a resume whose target role has the name, "" for none. The field of
// work is that of the role, else of the headline, else of the newest job.
func For(r *resume.Resume, role string) Set {
	titles := []string{role, r.Basics.Label}
	for _, w := range r.Work {
		titles = append(titles, w.Position)
	}
	s := Set{countryOf(r.Basics.Location.CountryCode), unknown}
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
		return map[string]string{"label": t.Headline, "phone": c.Phone}[name]
	case resume.Location:
		code := c.CountryCode
		if code == "" {
			code = s.country
		}
		return map[string]string{"city": c.City, "region": c.Region, "postalCode": c.PostalCode, "countryCode": code}[name]
	}
	return of(c, t, tokens[0], name)
}

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
