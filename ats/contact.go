package ats

import (
	"regexp"
	"strings"
	"unicode"
)

// Contact is how a page says who it is about.
type Contact struct {
	Name     string   `json:"name"`
	Email    string   `json:"email"`
	Phone    string   `json:"phone"`
	Location string   `json:"location"`
	Links    []string `json:"links"`
}

var (
	emails = regexp.MustCompile(`^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)
	phones = regexp.MustCompile(`\+?[(]?\d[\d ().\-/]{5,}\d`)
	links  = regexp.MustCompile(`^(https?://)?([\p{L}\p{N}-]+\.)+\p{L}{2,}(/\S*)?$`)
	places = regexp.MustCompile(`^\p{Lu}[\p{L}\p{M}' .-]+(, ?[\p{L}\p{M}' .-]+){1,3}$`)
)

// contactOf reads who a page is about from the lines before the first heading:
// the name is what is set largest there. What is no e-mail, number or link and
// has a comma is the place.
func contactOf(top []line) Contact {
	c := Contact{Links: []string{}}
	size := 0.0
	for _, l := range top {
		if l.size() > size*1.05 && !strings.ContainsFunc(l.text(), unicode.IsDigit) && !strings.Contains(l.text(), "@") {
			size, c.Name = l.size(), l.text()
		}
	}
	for _, l := range top {
		for _, part := range partsOf(l.text()) {
			switch {
			case part == c.Name:
			case emails.MatchString(part):
				c.Email = first(c.Email, part)
			case links.MatchString(part):
				c.Links = append(c.Links, part)
			case phones.MatchString(part) && !strings.ContainsFunc(phones.ReplaceAllString(part, ""), unicode.IsLetter):
				c.Phone = first(c.Phone, part)
			case places.MatchString(part):
				c.Location = first(c.Location, part)
			}
		}
	}
	return c
}

func first(known, found string) string {
	if known != "" {
		return known
	}
	return found
}

// partsOf parts a line at the signs that stand between spaces.
func partsOf(text string) []string {
	var parts []string
	var part []string
	for _, w := range append(strings.Fields(text), "|") {
		if sign(w) && len([]rune(w)) == 1 && w != "&" && w != "+" {
			if len(part) > 0 {
				parts = append(parts, strings.Join(part, " "))
			}
			part = nil
			continue
		}
		part = append(part, w)
	}
	return parts
}
