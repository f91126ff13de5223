package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"resumax/resume"
	"resumax/resume/variant"
)

// variantOption is the option --variant, which verbs that print or judge a resume have.
type variantOption struct{ name string }

func (o *variantOption) add(c *cobra.Command) {
	c.Flags().StringVar(&o.name, "variant", "", "a variant of the resume, by its name or ID; default: the base")
}

// of is the resume in the variant that was asked for. What of the variant no longer
// fits the base is said.
func (o *variantOption) of(src source, s Streams) (source, error) {
	if o.name == "" {
		return src, nil
	}
	found, err := variant.Find(src.document, o.name)
	if err != nil {
		return src, fmt.Errorf("%s: %w", src.name, err)
	}
	v, err := variant.Open(src.document, found.ID)
	if err != nil {
		return src, fmt.Errorf("%s: %w", src.name, err)
	}
	var problems []resume.Problem
	for _, c := range v.Stale() {
		problems = append(problems, resume.Problem{Address: c.Address, Text: "has changed in the base under this variant: review it"})
	}
	if lost := len(v.Lost()); lost > 0 {
		s.say("%s: %s of the variant “%s” not applied: what they changed is gone from the base", src.name, many(lost, "change"), found.Name)
	}
	s.warn(src.name, problems)
	src.document = v.Document
	return src, nil
}
