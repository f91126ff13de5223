package score

import (
	"resumax/resume"
)

// contact: what a recruiter needs to answer.
var contact = check{
	id: "contact", name: "Contact details", dimension: "structure", max: 3, find: findContact,
	how:    "A name, a valid email address, a phone number and a location, and a link in trades whose people are looked up online. Only the form of email and phone is checked.",
	source: "Without an email address or a phone number nobody can reply, so the score is capped at 60.",
	passes: "a name, email, phone, location and link",
	fails:  "a name only",
}

func findContact(r *reading) []Finding {
	b := r.resume.Basics
	hasLink := false
	for _, p := range b.Profiles {
		_, ok := resume.Link(p.URL)
		hasLink = hasLink || ok
	}
	_, isLink := resume.Link(b.URL)
	linkWhy := "There is no link to a profile or portfolio, such as LinkedIn."
	if r.isTechnical() {
		linkWhy = "There is no link to a profile or code, such as LinkedIn or GitHub."
	}
	parts := []struct {
		points  float64
		ok      bool
		address resume.Address
		slot    string
		lacks   string
		why     string
		fix     string
	}{
		{0.75, b.Name != "", resume.Basics.Child("name"), "[Your name?]", "a name", "There is no name on the page.", "Add your name"},
		{0.75, resume.IsEmail(b.Email) || isSlot(b.Email), resume.Basics.Child("email"), "[Your email address?]", "an email address",
			"There is no valid email address for a reply.", "Add an email address"},
		{0.5, digits(b.Phone) >= 6 || isSlot(b.Phone), resume.Basics.Child("phone"), "[Your phone number?]", "a phone number",
			"There is no phone number; recruiters often call first.", "Add a phone number"},
		{0.4, b.Location.String() != "", resume.Location.Child("city"), "[Which city?]", "a location",
			"There is no location; recruiters check who is nearby.", "Add your city"},
		{0.6, hasLink || isLink || isSlot(b.URL) || !r.isOnline(), resume.Basics.Child("url"), "[A link to your work?]", "a link",
			linkWhy, "Add the link"},
	}
	var findings []Finding
	for _, p := range parts {
		if !p.ok {
			findings = append(findings, Finding{Lost: p.points, Address: p.address, Kind: Add, Why: p.why, Fix: p.fix, lacks: p.lacks,
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
