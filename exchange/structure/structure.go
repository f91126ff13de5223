// Package structure recognizes a resume in lines of text with their looks: who it is
// about, its sections, the entries in them, and the fields of these.
//
// Words make lines; lines in bold, capitals or larger type that say a known heading part
// sections; dates, bold lines and space part entries. What the parts of an entry's head
// are (a title, an employer, a place) is told by their words, and by all entries of a
// section together: they are set alike. Nothing is invented: every text that is taken
// stands in the lines, and what found no place is told as well.
package structure

import (
	"resumax/exchange/pdftext"
	"resumax/exchange/taking"
	"resumax/resume"
)

// Box is a rectangle in points from the top left corner of its page.
type Box = pdftext.Box

// Structure is what was recognized.
type Structure struct {
	Contact  Contact
	Sections []Section
	Jobs     []Job // of all sections of work

	Document resume.Document
	taking.Record
}

// Of recognizes what lines say, in their order.
func Of(lines []Line) Structure {
	r := newReader(joinedTimes(lines))
	top, sections := r.sections()
	b := &builder{r: r, who: r.person(top)}
	jobs := []Job{}
	for _, s := range sections {
		for _, e := range b.section(s) {
			if s.Kind == "work" && !e.banner {
				jobs = append(jobs, r.job(e))
			}
		}
	}
	if sections == nil {
		sections = []Section{}
	}
	out := Structure{Contact: b.who.contact(), Sections: sections, Jobs: jobs}
	out.Document = b.document()
	out.Record = taking.Record{Taken: b.taken, Left: r.left()}
	out.setLanguage(r.language(sections))
	return out
}

func (p *person) contact() Contact {
	c := Contact{Name: p.name.Text, Email: p.email.Text, Phone: p.phone.Text, Location: p.location.Text, Links: []string{}}
	for _, l := range p.links {
		c.Links = append(c.Links, l.Text)
	}
	return c
}
