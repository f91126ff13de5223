// Package structure recognizes a resume in lines of text with their looks: who it is
// about, its sections, the jobs in them.
//
// The recognizer is of the plain kind that is in wide use: words make lines, lines
// in bold or capitals that say a known heading part sections, and dates part jobs.
// It is no better than needed, so that what it understands any reader does.
package structure

// Structure is what was recognized.
type Structure struct {
	Contact  Contact
	Sections []Section
	Jobs     []Job // of all sections of work
}

// Of recognizes what lines say, in their order.
func Of(lines []Line) Structure {
	top, sections := sectionsOf(lines)
	s := Structure{Contact: contactOf(top), Sections: sections, Jobs: []Job{}}
	for _, section := range sections {
		if section.Kind == "work" {
			s.Jobs = append(s.Jobs, jobsOf(section)...)
		}
	}
	return s
}
