package structure

import (
	"regexp"
	"strings"
	"sync"
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

// emails is an e-mail address.
var emails = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$`)
})

// phones finds a telephone number.
var phones = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\+?[(]?\d[\d ().\-/]{5,}\d`)
})

// links is a web address.
var links = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(https?://)?([\p{L}\p{N}-]+\.)+\p{L}{2,}(/\S*)?$`)
})

// places is a place, with a comma in it.
var places = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\p{Lu}[\p{L}\p{M}' .-]+(, ?[\p{L}\p{M}' .-]+){1,3}$`)
})

// IsEmail reports whether a text is an e-mail address.
func IsEmail(text string) bool { return emails().MatchString(text) }

// IsLink reports whether a text is a web address.
func IsLink(text string) bool { return links().MatchString(text) }

// FindPhone is the first telephone number in a text, "" for none.
func FindPhone(text string) string { return phones().FindString(text) }

// contactOf reads who a page is about from the lines before the first heading:
// the name is what is set largest there. What is no e-mail, number or link and
// has a comma is the place.
func contactOf(top []Line) Contact {
	c := Contact{Links: []string{}}
	size := 0.0
	for _, l := range top {
		if l.Size() > size*1.05 && !strings.ContainsFunc(l.Text(), unicode.IsDigit) && !strings.Contains(l.Text(), "@") {
			size, c.Name = l.Size(), l.Text()
		}
	}
	for _, l := range top {
		for _, part := range partsOf(l.Text()) {
			switch {
			case part == c.Name:
			case emails().MatchString(part):
				c.Email = first(c.Email, part)
			case links().MatchString(part):
				c.Links = append(c.Links, part)
			case phones().MatchString(part) && !strings.ContainsFunc(phones().ReplaceAllString(part, ""), unicode.IsLetter):
				c.Phone = first(c.Phone, part)
			case places().MatchString(part):
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

// partsOf parts a line at the characters that stand between spaces.
func partsOf(text string) []string {
	var parts []string
	var part []string
	for _, w := range append(strings.Fields(text), "|") {
		if isPunctuation(w) && len([]rune(w)) == 1 && w != "&" && w != "+" {
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
