package score_test

import (
	"fmt"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
)

// A finding's gain is the score of the fixed resume less the score now.
func ExampleApply() {
	options := score.Options{Today: resume.Date{Year: 2026, Month: 6, Day: 1}}
	pack, _ := role.ByID("backend-engineer")
	before, err := pack.Sample().SetText("/work/0/highlights/0", "Succesfully moved 14 services to Kubernetes, cutting deploys from 40 minutes to 6.")
	if err != nil {
		fmt.Println(err)
		return
	}
	report := score.Document(before, options)
	for _, f := range report.Findings {
		if f.Check != "mechanics" {
			continue
		}
		after, err := score.Apply(before, f)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(f.Fix)
		fmt.Printf("gains %.1f, and did gain %.1f\n", f.Gain, score.Document(after, options).Score-report.Score)
	}
	// Output:
	// Remove “Succesfully”
	// gains 1.9, and did gain 1.9
}

// Patterns keep a sentence's shape and ask for its facts.
func ExamplePattern() {
	fmt.Println(score.Pattern("Cut p95 query latency from 900 ms to 120 ms by sharding PostgreSQL", terms.Default()))
	// Output:
	// Cut [what?] from [how many ms?] to [how many ms?] by [which method?].
}
