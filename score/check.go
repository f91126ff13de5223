package score

// check is one line of the rubric and the code that finds what it lacks. The
// points that its findings lost are those that the check lost.
//
// Each check has a file, which says what it measures, what its threshold
// rests on, an example that passes and one that fails.
type check struct {
	id, name, dimension string
	max                 float64 // points, with a role chosen
	find                func(*reading) []Finding

	how, source   string // for those who doubt it; see [Explanation]
	passes, fails string // an example each
}

// dimensions in the order in which they are shown.
var dimensions = []struct{ id, name string }{
	{"impact", "Impact"}, {"role-fit", "Role fit"}, {"specificity", "Specificity"}, {"writing", "Writing"},
	{"structure", "Structure"}, {"length", "Length"}, {"correctness", "Correctness"},
}

// checks is the rubric. The points began as those of public rubrics for resumes and were
// fitted again to real resumes that readers had ranked without seeing a score. How many
// bullets name their means, and how many tell results, told most of what the readers saw;
// shares, which favor short resumes, told less; wording and form little. So counts weigh
// most here, and form little. The invariants were fixed throughout.
var checks = []check{
	density, volume, shape, comparators, numberNearTop,
	signals, keywords,
	namedMeans, backedSkills, organization, names,
	openers, tense, bulletLength, repetition, clarity,
	contact, sections, wholeRoles, chronology,
	wordsInAll, pages, bulletsPerRole, summary,
	mechanics, leftovers,
}

// Without a role its points go to impact and specificity in proportion.
const (
	roleFitPoints  = 14.0
	impactPoints   = 29.0
	specificPoints = 22.0
)

// scale is what a dimension's points are multiplied by.
func (r *reading) scale(dimension string) float64 {
	if r.role != nil {
		return 1
	}
	switch dimension {
	case "role-fit":
		return 0
	case "impact", "specificity":
		return 1 + roleFitPoints/(impactPoints+specificPoints)
	}
	return 1
}

// found runs a check and returns its findings, complete but for their gains.
func (r *reading) found(c check) (findings []Finding, lost float64) {
	k := r.share(&c)
	if k == 0 {
		return nil, 0
	}
	findings = c.find(r)
	kept := findings[:0]
	for i := range findings {
		f := &findings[i]
		lost += f.Lost * k
		f.Check, f.Dimension, f.Max, f.Lost = c.id, c.dimension, tidy(c.max*k), tidy(f.Lost*k)
		if f.Lost > 1e-12 {
			kept = append(kept, *f)
		}
	}
	return kept, lost
}

// alone is what a check finds where only points are asked for, no words and no fixes.
func alone(lost float64) []Finding { return []Finding{{Lost: lost}} }
