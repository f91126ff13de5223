package score

import (
	"slices"
	"strings"

	"resumax/language/terms"
	"resumax/resume"
)

// backedSkills: the share of listed skills that a bullet shows in use.
var backedSkills = check{
	id: "backed", name: "Skills that bullets back", dimension: "specificity", max: 4, find: findBackedSkills,
	how:    "The share of the listed skills that a bullet shows in use. Half of them earns all points.",
	source: convention,
	passes: "Terraform in the list, and a bullet that says what it built",
	fails:  "thirty skills in the list, three of them in bullets",
}

func findBackedSkills(r *reading) []Finding {
	const points, full = 4, 0.5
	var bare []skill
	have := 0
	for _, s := range r.skills {
		if r.backed(s) {
			have++
		} else {
			bare = append(bare, s)
		}
	}
	if len(r.skills) == 0 {
		return []Finding{{Lost: points, Address: r.skillsAddress(), Kind: Add, patch: r.addSkillsUsed(),
			Why: "No skills are listed, so none can be backed by a bullet.", Fix: "List the skills that your bullets show"}}
	}
	lost := points * (1 - clamp(float64(have)/float64(len(r.skills))/full))
	if lost == 0 {
		return nil
	}
	need := min(len(bare), (len(r.skills)+1)/2-have)
	var names []string
	for _, s := range bare[:min(len(bare), need)] {
		names = append(names, s.text)
	}
	some := names[:min(5, len(names))]
	return []Finding{{Lost: lost, Address: bare[0].address, Quote: bare[0].text, Kind: Ask,
		Why:   r.say("%d of %d listed skills are used in no bullet, such as %s. Readers trust a list that the work backs.", len(bare), len(r.skills), list(some)),
		Fix:   r.say("Show %s in a bullet, or take them off the list", list(some)),
		patch: r.addBullet("[What did you do with " + list(names).String() + "? How much, how many, by which means?]")}}
}

// backed reports whether a bullet uses a skill: one of its terms, or its very
// words where it is no known term.
func (r *reading) backed(s skill) bool {
	for _, t := range s.terms {
		if r.used[t] {
			return true
		}
	}
	if len(s.terms) > 0 {
		return false
	}
	low := strings.ToLower(s.text)
	for _, b := range r.bullets {
		if containsWord(strings.ToLower(b.plain), low) {
			return true
		}
	}
	return false
}

// addSkillsUsed makes a patch that lists the terms which bullets use.
func (r *reading) addSkillsUsed() patch {
	var names []string
	for t := range r.used {
		if t.Category != terms.Soft {
			names = append(names, t.Name)
		}
	}
	slices.Sort(names)
	if len(names) == 0 {
		return both(r.addSkills("[Which kind?]", []string{"Which skill"}),
			r.addBullet("[Which skill?] [What did you do with it? How much, from what, to what, by which means?]"))
	}
	at := r.skillsAddress()
	return func(d resume.Document) (resume.Document, error) {
		return d.Insert(at.Item(d.ListLen(at)), resume.Struct(
			resume.Member{Name: "name", Value: resume.Text("Skills")},
			resume.Member{Name: "keywords", Value: resume.Texts(names...)}))
	}
}
