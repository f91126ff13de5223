package score

import "slices"

// shape: what a bullet is made of: a verb that acts, an object that is specific,
// an outcome or a number, and a method. A quarter of the points each.
var shape = check{
	id: "shape", name: "Bullet structure", dimension: "impact", max: 6, find: findShape,
	how:    "The mean over all bullets of four parts, a quarter each: an action verb, a specific object, a result or number, and a method.",
	source: convention,
	passes: "Cut build time by 40% with a shared cache.",
	fails:  "Responsible for builds.",
}

const shapePoints, shapeParts = 6, 4

func findShape(r *reading) []Finding {
	const points = shapePoints
	parts := float64(r.tongue.shapeParts())
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet, so nothing shows how you work.")
	}
	all, lacking := weightOf(r.bullets), 0.0
	for i := range r.bullets {
		lacking += r.bullets[i].weight * float64(r.bullets[i].lackCount())
	}
	if r.quiet {
		return alone(points * lacking / parts / all)
	}
	lack := 0
	for i := range r.bullets {
		lack += number(r.bullets[i].lackCount() > 0)
	}
	findings := make([]Finding, 0, lack) // of which there may be thousands
	for i := range r.bullets {
		b := &r.bullets[i]
		n := b.lackCount()
		if n == 0 {
			continue
		}
		findings = append(findings, Finding{Lost: points * float64(n) / parts * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
			Why:       b.says("shape", func() string { return quoted(b.text).String() + " is missing " + list(b.lacks()).String() + "." }),
			Fix:       b.says("shape fix", func() string { return "Add " + list(b.lacks()).String() }),
			rewriting: rewritten(b, "shaped", func(s *sentence, _ string) string { return s.shaped() })})
	}
	return findings
}

// The parts of a bullet's shape.
const (
	partResult = "a result"
	partMethod = "a method"
	partObject = "a specific object"
	partVerb   = "an action verb at the start"
)

// lacks are the parts that a bullet's shape lacks.
func (s *sentence) lacks() []string {
	var lacks []string
	if !s.outcome && !s.metric {
		lacks = append(lacks, partResult)
	}
	if !s.method {
		lacks = append(lacks, partMethod)
	}
	if !s.object {
		lacks = append(lacks, partObject)
	}
	if s.begins != action {
		lacks = append(lacks, partVerb)
	}
	return lacks
}

// lackCount is how many parts that are.
func (s *sentence) lackCount() int {
	return number(!s.outcome && !s.metric) + number(!s.method) + number(!s.object) + number(s.begins != action)
}

// shaped is the text with a slot for each part that it lacks.
func (s *sentence) shaped() string {
	text, lacks := s.text, s.lacks()
	if slices.Contains(lacks, partVerb) {
		text = s.withVerb()
	}
	for _, p := range []struct{ part, slot string }{{partObject, slotObject}, {partResult, slotResult}, {partMethod, slotMethod}} {
		if slices.Contains(lacks, p.part) {
			text = extended(text, p.slot)
		}
	}
	return text
}
