package score

// Explanation says how a check is computed, for those who doubt it.
type Explanation struct {
	Check  string // the check's id
	Name   string
	Max    float64 // points, with a role chosen
	How    string
	Source string // where its threshold comes from, and what that is worth
	Passes string // what earns its points, for example
	Fails  string // and what loses them
}

// Explain returns the explanations of a dimension's checks, in their order.
func Explain(dimension string) []Explanation {
	var all []Explanation
	for _, c := range checks {
		if c.dimension == dimension {
			all = append(all, Explanation{c.id, c.name, c.max, c.how, c.source, c.passes, c.fails})
		}
	}
	return all
}

// What thresholds rest on where no study gives them.
const (
	convention = "The threshold is a convention of public resume rubrics; no study that we know of measured it."
	ours       = "The threshold is ours, set so that strong samples pass and stripped ones fail."
)
