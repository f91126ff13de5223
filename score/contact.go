package score

import (
	"resumax/resume"
)

// contact: what a recruiter needs to answer.
var contact = check{
	id: "contact", name: "Contact", dimension: "structure", max: 4, find: findContact,
	how:    "A name, an e-mail address of the usual form, a telephone number, a place and a link. What stands in them does not matter.",
	source: "Without an e-mail address and telephone nobody can answer: then the score cannot pass 60.",
	passes: "a name, e-mail, telephone, place and link",
	fails:  "a name and nothing else",
}

func findContact(r *reading) []Finding {
	b := r.resume.Basics
	hasLink := false
	for _, p := range b.Profiles {
		_, ok := resume.Link(p.URL)
		hasLink = hasLink || ok
	}
	_, isLink := resume.Link(b.URL)
	parts := []struct {
		points  float64
		ok      bool
		address resume.Address
		slot    string
		why     string
		fix     string
	}{
		{1, b.Name != "", resume.Basics.Child("name"), "[Your name?]", "There is no name on the page.", "Add your name"},
		{1, resume.IsEmail(b.Email) || isSlot(b.Email), resume.Basics.Child("email"), "[Your e-mail address?]",
			"There is no e-mail address that works, the first thing a recruiter answers to.", "Add an e-mail address"},
		{0.75, digits(b.Phone) >= 6 || isSlot(b.Phone), resume.Basics.Child("phone"), "[Your phone number?]",
			"There is no phone number; many first contacts are calls.", "Add a phone number"},
		{0.5, b.Location.String() != "", resume.Location.Child("city"), "[Which city?]",
			"No place is given, so nobody knows whether you are near or need to move.", "Add your city"},
		{0.75, hasLink || isLink || isSlot(b.URL), resume.Basics.Child("url"), "[A link to your work?]",
			"There is no link to look at: a profile, code, a portfolio.", "Add one link that shows your work"},
	}
	var findings []Finding
	for _, p := range parts {
		if !p.ok {
			findings = append(findings, Finding{Lost: p.points, Address: p.address, Kind: Add, Why: p.why, Fix: p.fix,
				Quote: r.document.TextAt(p.address), patch: replace(p.address, p.slot)})
		}
	}
	return findings
}

func digits(s string) (n int) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}
