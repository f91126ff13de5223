package score

// density: the weighted share of bullets with a number and an outcome.
var density = check{
	id: "density", name: "Quantified results, share", dimension: "impact", max: 8, find: findDensity,
	how:    "The share of bullets that have both a measured number and a result. Recent bullets weigh 1, those of positions that ended over five years ago 0.6, over ten years 0.3, volunteering at most 0.6. Half of them (35% for juniors) earns full points; below that, points are proportional.",
	source: "Studies of what screeners prefer agree that a measured result is worth more than any verb. The exact threshold is a convention.",
	passes: "Cut p95 latency from 900 ms to 120 ms by sharding the orders table.",
	fails:  "Improved the performance of the database.",
}

// fullShare is the weighted share of bullets with a number and an outcome that
// earns all points.
func (r *reading) fullShare() float64 {
	if r.level == Junior {
		return 0.35
	}
	return 0.5
}

const densityPoints = 8

func findDensity(r *reading) []Finding {
	const points = densityPoints
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet; readers look for results in them first.")
	}
	all, missing, n := weightOf(r.bullets), 0.0, 0
	for i := range r.bullets {
		if b := &r.bullets[i]; !b.quantified() {
			missing, n = missing+b.weight, n+1
		}
	}
	lost := points * (1 - clamp((all-missing)/all/r.fullShare()))
	if lost == 0 {
		return nil
	}
	if r.quiet {
		return alone(lost)
	}
	findings := make([]Finding, 0, n)
	for i := range r.bullets {
		b := &r.bullets[i]
		if b.quantified() {
			continue
		}
		findings = append(findings, Finding{Lost: lost * b.weight / missing, Address: b.address, Quote: b.text, Kind: Ask,
			Why: b.says("density", b.lackOf), Fix: fixOf(b), rewriting: b.appended(slotResult)})
	}
	return findings
}

// lackOf says what a bullet without a number and an outcome lacks.
func (s *sentence) lackOf() string {
	q := quoted(s.text).String()
	switch {
	case s.metric:
		return q + " has a number but no result."
	case s.outcome:
		return q + " names a result but no number."
	}
	return q + " names no result."
}

func fixOf(b *bullet) string {
	switch {
	case b.metric:
		return "Say what changed, from what to what"
	case b.outcome:
		return "Say by how much, from what to what"
	}
	return "Say what changed, with a number"
}
