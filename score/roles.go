package score

import (
	"resumax/resume"
)

// wholeRoles: title, employer and start of each position. An open end means
// that it goes on.
var wholeRoles = check{
	id: "roles", name: "Complete positions", dimension: "structure", max: 2, find: findWholeRoles,
	how:    "Every position has a title, an employer, a start date and an end date or “Present”.",
	source: "ATS build their records from these four.",
	passes: "Engineer at an employer, from March 2021 to May 2024",
	fails:  "Engineer, without dates",
}

// emptyPosition asks for all that a position needs.
func emptyPosition() resume.Value {
	return resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which employer?]")},
		resume.Member{Name: "position", Value: resume.Text("[Which title?]")},
		resume.Member{Name: "startDate", Value: resume.Text("[Since when?]")})
}

// addPosition makes a patch that adds a position to be filled in.
func addPosition(d resume.Document) (resume.Document, error) {
	d, err := shown(d, "work")
	if err != nil {
		return d, err
	}
	return d.Insert(resume.Address("/work").Item(d.ListLen("/work")), emptyPosition())
}

func findWholeRoles(r *reading) []Finding {
	const points, parts = 2, 3
	var findings []Finding
	n := 0
	for _, p := range r.roles {
		if p.section != "work" {
			continue
		}
		n++
		lacks := func(name, value, slot, what string) {
			if value != "" {
				return
			}
			at := p.address.Child(name)
			findings = append(findings, Finding{Address: at, Kind: Ask, patch: replace(at, slot), lacks: what, alike: "position's " + name,
				Why: r.say("%s has no %s.", p, what),
				Fix: "Add the " + what})
		}
		lacks("position", p.title, "[Which title?]", "title")
		lacks("name", p.where, "[Which employer?]", "employer")
		lacks("startDate", p.start.ISO(), "[Since when?]", "start date")
	}
	if len(r.roles) == 0 {
		return []Finding{{Lost: points, Address: "/work", Kind: Ask, patch: addPosition,
			Why: "There is no position, project or volunteering.", Fix: "Add a position with its title, employer and start date"}}
	}
	for i := range findings {
		findings[i].Lost = points / float64(n*parts)
	}
	return findings
}
