package score

import (
	"slices"

	"resumax/resume"
)

// sections: those that every reader looks for, in an order that fits the level.
var sections = check{
	id: "sections", name: "Sections", dimension: "structure", max: 2, find: findSections,
	how:    "Experience or projects, education and, in trades that list them, skills are present, in an order that fits the level: juniors may put education first.",
	source: convention,
	passes: "work, skills, education",
	fails:  "work only",
}

func findSections(r *reading) []Finding {
	var findings []Finding
	missing := func(points float64, key, why, fix string, item resume.Value) {
		s, _ := r.resume.Section(key)
		at := s.Address
		f := Finding{Lost: points, Address: at, Kind: Add, Why: why, Fix: fix}
		f.patch = func(d resume.Document) (resume.Document, error) {
			d, err := shown(d, key)
			if err != nil || r.items(at) > 0 {
				return d, err
			}
			return d.Insert(at.Item(d.ListLen(at)), item)
		}
		findings = append(findings, f)
	}
	if r.count("work")+r.count("projects")+r.count("volunteer") == 0 {
		missing(0.75, "work", "There is no position and no project.", "Add a position or a project", emptyPosition())
	}
	if r.count("education") == 0 {
		missing(0.5, "education", "There is no education; many forms and filters ask for it.", "Add your education",
			resume.Struct(resume.Member{Name: "institution", Value: resume.Text("[Which school?]")}))
	}
	if r.count("skills") == 0 && r.isOnline() {
		missing(0.5, "skills", "There is no skills section; recruiters search it first.", "List your skills",
			resume.Struct(resume.Member{Name: "name", Value: resume.Text("[Which kind?]")}, resume.Member{Name: "keywords", Value: resume.Texts("[Which skills?]")}))
	}
	if f, ok := r.sectionOrder(); ok {
		findings = append(findings, f)
	}
	return findings
}

// count is how many items of a section are on the page.
func (r *reading) count(key string) int {
	s, _ := r.resume.Section(key)
	return r.countIn(s)
}

func (r *reading) countIn(s resume.Section) int {
	switch {
	case s.Hidden:
		return 0
	case s.Key == resume.SummaryKey || s.Count == 0:
		return s.Count
	case s.Custom: // of which there may be many, so that nothing is looked up for one
		return s.Count - r.hiddenItems[s.Key]
	}
	return r.items(s.Address)
}

// items is how many items of a list are not hidden.
func (r *reading) items(list resume.Address) int {
	n, known := r.itemCounts[list]
	if known {
		return n
	}
	if r.itemCounts == nil {
		r.itemCounts = map[resume.Address]int{}
	}
	defer func() { r.itemCounts[list] = n }()
	v, _ := r.document.Get(list)
	for _, item := range v.Items() {
		if hidden, _ := item.Get("hidden"); !hidden.True() {
			n++
		}
	}
	return n
}

// sectionOrder: with years of work behind one, work comes before education;
// a beginner may have it either way.
func (r *reading) sectionOrder() (Finding, bool) {
	if r.level == Junior {
		return Finding{}, false
	}
	place := func(key string) int {
		return slices.IndexFunc(r.resume.Sections, func(s resume.Section) bool { return s.Key == key && r.countIn(s) > 0 })
	}
	work, school := place("work"), place("education")
	if work < 0 || school < 0 || work < school {
		return Finding{}, false
	}
	return Finding{Lost: 0.25, Address: r.resume.Sections[work].Address, Kind: Reorder,
		Why: "Education comes before work. At your level, readers want work first.", Fix: "Move work before education",
		patch: func(d resume.Document) (resume.Document, error) { return d.MoveSection(work, school) }}, true
}
