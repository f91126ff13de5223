package application

import (
	"fmt"
	"strings"

	"resumax/resume"
)

// Group is a part of a form: who applies, one job, one degree.
type Group struct {
	Title  string // "Contact", "Job 1: Line cook"
	Fields []Field
}

// Field is one box of a form. What is copied is Value, exactly.
type Field struct {
	Label string
	Value string // plain text, several lines for a description
	Note  string // what the user should look at, "" for nothing
}

// Sheet is what application forms ask, in their order: contact, jobs, degrees, skills,
// languages, certificates, links, facts, and a letter. Document is the resume or the view of a
// variant; what is hidden in it is left out, and so are fields that are empty. Facts are the
// project's, letter is the letter's text, "" for none.
//
// Forms are older than most pages: periods are months as 03/2026, texts have no inline marks,
// and bullets are lines that begin with "- ", which every form takes.
func Sheet(d resume.Document, facts []Fact, letter string) []Group {
	r := d.WithoutHidden().Resume()
	s := sheet{}
	s.contact(r)
	s.jobs(r)
	for i, e := range r.Education {
		s.group(numbered("Education", i, len(r.Education), first(e.Institution, e.StudyType, e.Area)))
		s.field("School", e.Institution)
		s.field("Degree", e.StudyType)
		s.field("Field of study", e.Area)
		s.field("From", formDate(e.Start))
		s.field("To", formDate(e.End))
		s.field("GPA or grade", e.Score)
	}
	var skills []string
	for _, g := range r.Skills {
		if len(g.Keywords) == 0 && g.Name != "" {
			skills = append(skills, resume.Plain(g.Name))
		}
		for _, k := range g.Keywords {
			skills = append(skills, resume.Plain(k.Text))
		}
	}
	s.group("Skills")
	s.field("Skills", strings.Join(unique(skills), ", "))
	s.group("Languages")
	for _, l := range r.Languages {
		s.field(first(l.Language, "Language"), first(l.Fluency, l.Language))
	}
	for i, c := range r.Certificates {
		s.group(numbered("Certificate or license", i, len(r.Certificates), c.Name))
		s.field("Name", resume.Plain(c.Name))
		s.field("Issued by", c.Issuer)
		s.field("Date", formDate(c.Date))
		s.field("Link", c.URL)
	}
	s.group("Links")
	if website, ok := resume.Link(r.Basics.URL); ok {
		s.field("Website", website)
	}
	for _, p := range r.Basics.Profiles {
		if address, ok := resume.Link(p.URL); ok {
			s.field(first(p.Network, "Profile"), address)
		} else {
			s.field(first(p.Network, "Profile"), p.Username)
		}
	}
	s.facts(facts)
	s.group("Cover letter")
	s.field("Text", strings.TrimSpace(letter))
	return s.done()
}

type sheet struct{ groups []Group }

func (s *sheet) group(title string) { s.groups = append(s.groups, Group{Title: title}) }

func (s *sheet) field(label, value string) { s.noted(label, value, "") }

func (s *sheet) noted(label, value, note string) {
	if value = strings.TrimSpace(value); value != "" {
		g := &s.groups[len(s.groups)-1]
		g.Fields = append(g.Fields, Field{label, value, note})
	}
}

// done is the sheet without empty groups.
func (s *sheet) done() (all []Group) {
	for _, g := range s.groups {
		if len(g.Fields) > 0 {
			all = append(all, g)
		}
	}
	return all
}

func (s *sheet) contact(r *resume.Resume) {
	b := r.Basics
	name := SplitName(b.Name, b.Location.CountryCode)
	s.group("Contact")
	split := ""
	if len(strings.Fields(name.First+" "+name.Last)) > 2 {
		split = "Split from the full name: check it"
	}
	s.noted("First name", name.First, split)
	s.noted("Last name", name.Last, split)
	s.field("Full name", b.Name)
	s.field("Email", b.Email)
	s.field("Phone", b.Phone)
	s.field("Street address", b.Location.Address)
	s.field("City", b.Location.City)
	s.field("State or province", b.Location.Region)
	s.field("ZIP or postal code", b.Location.PostalCode)
	s.field("Country", b.Location.CountryCode)
	s.field("Headline", resume.Plain(b.Label))
	s.field("Summary", plainText(b.Summary))
}

// jobs are the positions, and those in custom sections, such as earlier ones.
func (s *sheet) jobs(r *resume.Resume) {
	type job struct {
		employer, title, place, text string
		start, end                   resume.Date
	}
	var all []job
	for _, w := range r.Work {
		all = append(all, job{w.Name, w.Position, w.Location, described(w.Summary, w.Highlights), w.Start, w.End})
	}
	for _, c := range r.Custom {
		for _, i := range c.Items {
			if i.Position != "" && i.Organization != "" && i.Start.Understood() {
				all = append(all, job{i.Organization, i.Position, i.Location, described(first(i.Summary, i.Description), i.Highlights), i.Start, i.End})
			}
		}
	}
	for i, j := range all {
		s.group(numbered("Job", i, len(all), first(j.title, j.employer)))
		s.field("Employer", resume.Plain(j.employer))
		s.field("Job title", resume.Plain(j.title))
		s.field("Location", resume.Plain(j.place))
		s.field("From", formDate(j.start))
		current := j.end.IsZero() && !j.start.IsZero()
		if current {
			s.field("I currently work here", "Yes")
		} else {
			s.field("To", formDate(j.end))
		}
		s.field("Description", j.text)
	}
}

func (s *sheet) facts(facts []Fact) {
	s.group("Facts for forms")
	for _, k := range FactKinds {
		for _, f := range facts {
			if f.Kind != k {
				continue
			}
			s.field(f.Name(), f.Value)
			if k.HasNumber() {
				s.field(f.Name()+" number", f.Number)
				s.field(f.Name()+" state", f.State)
				s.field(f.Name()+" expires", formDay(f.Expires))
			}
		}
	}
}

// numbered is a group's title: "Job 2: Line cook", without the number if there is one only.
func numbered(what string, i, n int, name string) string {
	if n > 1 {
		what = fmt.Sprintf("%s %d", what, i+1)
	}
	if name = oneLine(resume.Plain(name)); name != "" {
		return what + ": " + name
	}
	return what
}

func first(texts ...string) string {
	for _, s := range texts {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func unique(all []string) (kept []string) {
	seen := map[string]bool{}
	for _, s := range all {
		if low := strings.ToLower(s); s != "" && !seen[low] {
			seen[low] = true
			kept = append(kept, s)
		}
	}
	return kept
}

// described is a text with its bullets as lines.
func described(summary string, bullets []resume.TextLine) string {
	var lines []string
	if s := plainText(summary); s != "" {
		lines = append(lines, s)
	}
	for _, b := range bullets {
		if s := oneLine(resume.Plain(b.Text)); s != "" {
			lines = append(lines, "- "+s)
		}
	}
	return strings.Join(lines, "\n")
}

// plainText is a text of several paragraphs without inline marks.
func plainText(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		lines = append(lines, strings.TrimSpace(resume.Plain(strings.TrimRight(line, "\n"))))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// formDate is a date as forms ask for it: 03/2026, or the year alone if no more is known.
func formDate(d resume.Date) string {
	switch {
	case !d.Understood():
		return d.Text
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	}
	return fmt.Sprintf("%02d/%04d", d.Month, d.Year)
}

// formDay is a date with its day, 2026-03-15, which no form reads in two ways.
func formDay(d resume.Date) string { return d.ISO() }
