package score

import (
	"fmt"
	"slices"
	"strings"

	"resumax/resume"
)

// organization: skills in groups that can be taken in, and none that everyone
// claims.
var organization = check{
	id: "organization", name: "Skill groups", dimension: "specificity", max: 3, find: findOrganization,
	how:    "Three to seven groups of two to nine skills, eight to thirty-five in total, and no soft skills. In trades that list few or none, only too many skills and soft skills cost points.",
	source: convention,
	passes: "Languages: Go, Python, SQL. Data: PostgreSQL, Redis, Kafka. Infrastructure: Docker, Terraform",
	fails:  "one list of forty skills, teamwork among them",
}

// The size of a skills section that can be taken in at a glance.
const (
	maxNamed                  = 3 // traits that a finding names
	minGroups, maxGroups      = 3, 7
	minInGroup, maxInGroup    = 2, 9
	minSkills, maxSkills      = 8, 35
	groupPoints, sizePoints   = 1.0, 0.5
	totalPoints, noSoftPoints = 1.0, 0.5
)

func findOrganization(r *reading) []Finding {
	sizes := r.groupSizes()
	var soft []skill
	for _, s := range r.skills {
		if r.isTrait(s.text) {
			soft = append(soft, s)
		}
	}
	at := r.skillsAddress()
	var findings []Finding
	needed := r.needsSkills()
	few := needed && len(r.skills) < minSkills // which is told once, whatever the groups
	groupsLost := groupPoints * max(0, float64(minGroups-len(sizes))/minGroups)
	if n := len(sizes); n < minGroups && !few && (needed || len(r.skills) > maxInGroup) {
		findings = append(findings, Finding{Lost: groupsLost, Address: at, Kind: Add,
			Why: r.say("The skills are in %s; three to seven are easier to scan.", count(n, "group")),
			Fix: r.groupsToMake(), patch: addGroups(at, minGroups-n)})
	} else if n > maxGroups {
		findings = append(findings, Finding{Lost: groupPoints * min(1, float64(n-maxGroups)/maxGroups), Address: at, Kind: Edit,
			Why: r.say("%d skill groups are too many to scan.", n), Fix: "Merge the last groups", moves: true, patch: mergeGroups(at, maxGroups)})
	}
	if odd := r.oddGroup(sizes); odd >= 0 && (needed || sizes[odd] > maxInGroup) {
		heading := at.Item(odd).Child("name")
		if r.document.TextAt(heading) == "" {
			heading = at.Item(odd)
		}
		what, fix, p := "few for a group", "Merge it with another group", mergeGroup(at, odd)
		if sizes[odd] > maxInGroup {
			what, fix, p = "many to scan", "Split it into groups of two to nine", splitGroup(at, odd)
		}
		findings = append(findings, Finding{Lost: sizePoints, Address: heading, Kind: Edit, place: at, moves: true, patch: p,
			Quote: r.document.TextAt(heading), Fix: fix,
			Why: r.say("A skill group has %s: too %s.", count(sizes[odd], "skill"), what)})
	}
	switch n := len(r.skills); {
	case few:
		findings = append(findings, Finding{Lost: totalPoints*float64(minSkills-n)/minSkills + groupsLost, Address: at, Kind: Add,
			Why: r.say("%s listed; eight to thirty-five are typical, in three groups or more.", areMany(n, "skill")),
			Fix: "List more skills you have used", patch: addGroups(at, max(1, (minSkills-n+1)/2, minGroups-len(sizes)))})
	case n > maxSkills:
		findings = append(findings, Finding{Lost: totalPoints * min(1, float64(n-maxSkills)/maxSkills), Address: at, Kind: Edit,
			Why: r.say("%d skills are listed; readers skim more than %d.", n, maxSkills),
			Fix: "Remove those that no bullet backs", moves: true, patch: r.dropSkills(n - maxSkills)})
	}
	if len(soft) > 0 {
		var names []string
		for _, s := range soft[:min(maxNamed, len(soft))] {
			names = append(names, "“"+shortened(strings.TrimSpace(s.text))+"”")
		}
		fix := r.say("Remove %s from the list", list(names))
		if more := len(soft) - maxNamed; more > 0 {
			fix = r.say("Remove them from the list, and %d more", more)
		}
		findings = append(findings, Finding{Lost: noSoftPoints, Address: soft[0].address, Quote: soft[0].text, Kind: Edit,
			Why: r.say("A list can't prove soft skills such as %s; a bullet can.", list(names)),
			Fix: fix, place: at, moves: true, patch: removeTexts(soft)})
	}
	return findings
}

// groupsToMake says how skills are grouped in the trade.
func (r *reading) groupsToMake() string {
	if r.isTechnical() {
		return "Group the skills, such as languages, data and infrastructure"
	}
	return "Group the skills, such as methods, equipment and software"
}

// groupSizes is how many different skills each group holds. A group of which
// another one holds everything is none: pasting groups again makes no more of
// them, wherever they are pasted.
func (r *reading) groupSizes() map[int]int {
	groups := make([]map[string]bool, len(r.resume.Skills))
	for g, group := range r.resume.Skills {
		groups[g] = map[string]bool{}
		for _, k := range group.Keywords {
			if k.Text != "" && !group.Hidden && r.shown["skills"] {
				groups[g][strings.ToLower(k.Text)] = true
			}
		}
	}
	with := map[string][]int{} // the groups that hold a skill
	for g, set := range groups {
		for k := range set {
			with[k] = append(with[k], g)
		}
	}
	sizes := map[int]int{}
	for g, set := range groups {
		if len(set) == 0 {
			continue
		}
		var rarest []int
		for k := range set {
			if rarest == nil || len(with[k]) < len(rarest) {
				rarest = with[k]
			}
		}
		inOther := slices.ContainsFunc(rarest, func(o int) bool {
			return o != g && (o < g || len(groups[o]) > len(set)) && holds(groups[o], set)
		})
		if !inOther {
			sizes[g] = len(set)
		}
	}
	return sizes
}

// holds reports whether one set has all that another has.
func holds(set, all map[string]bool) bool {
	for k := range all {
		if !set[k] {
			return false
		}
	}
	return true
}

// oddGroup is the first group that is too small or too large, -1 for none.
func (r *reading) oddGroup(sizes map[int]int) int {
	for g := range r.resume.Skills {
		if n, ok := sizes[g]; ok && (n < minInGroup || n > maxInGroup) && (n > maxInGroup || len(sizes) > 1) {
			return g
		}
	}
	return -1
}

// addGroups makes a patch that adds groups of two skills to be named.
func addGroups(at resume.Address, n int) patch {
	return func(d resume.Document) (resume.Document, error) {
		var err error
		for range n {
			i := d.ListLen(at)
			if d, err = d.Insert(at.Item(i), resume.Struct(
				resume.Member{Name: "name", Value: resume.Text(fmt.Sprintf("[Which kind? (%d)]", i+1))},
				resume.Member{Name: "keywords", Value: resume.Texts(fmt.Sprintf("[Which skill? (%d)]", 2*i+1), fmt.Sprintf("[Which skill? (%d)]", 2*i+2))})); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}

// mergeGroup makes a patch that puts a group's skills into its neighbor.
func mergeGroup(at resume.Address, g int) patch {
	return func(d resume.Document) (resume.Document, error) {
		into := g - 1
		if g == 0 {
			into = 1
		}
		return moveSkills(d, at, g, into, 0, true)
	}
}

// mergeGroups makes a patch that puts the skills of all groups after so many into
// the last of these.
func mergeGroups(at resume.Address, limit int) patch {
	return func(d resume.Document) (resume.Document, error) {
		if d.ListLen(at) <= limit {
			return d, nil
		}
		return d.MergeItems(at, limit-1, "keywords")
	}
}

// splitGroup makes a patch that puts the second half of a group's skills into a
// new group after it.
func splitGroup(at resume.Address, g int) patch {
	return func(d resume.Document) (resume.Document, error) {
		d, err := d.Insert(at.Item(g+1), resume.Struct(resume.Member{Name: "name", Value: resume.Text(d.TextAt(at.Item(g).Child("name")) + " (more)")}))
		if err != nil {
			return d, err
		}
		return moveSkills(d, at, g, g+1, d.ListLen(at.Item(g).Child("keywords"))/2, false)
	}
}

// moveSkills puts a group's skills, from the one with the index first, at the
// end of another group.
func moveSkills(d resume.Document, at resume.Address, from, into, first int, drop bool) (resume.Document, error) {
	d, err := d.MoveRest(at.Item(from).Child("keywords"), first, at.Item(into).Child("keywords"))
	if err == nil && drop {
		return d.Remove(at.Item(from))
	}
	return d, err
}

// dropSkills makes a patch that takes off the last skills that no bullet backs.
func (r *reading) dropSkills(n int) patch {
	var drop []skill
	for _, backed := range []bool{false, true} {
		for i := len(r.skills) - 1; i >= 0 && len(drop) < n; i-- {
			if r.backed(i) == backed {
				drop = append(drop, r.skills[i])
			}
		}
	}
	return removeTexts(drop)
}
