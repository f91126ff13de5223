package score

// Explanation says how a check is computed, for those who doubt it.
type Explanation struct {
	Check  string // the check's id
	Name   string
	Max    float64 // points, with a role chosen
	How    string
	Source string // where its threshold comes from, and what that is worth
}

// Explain returns the explanations of a dimension's checks, in their order.
func Explain(dimension string) []Explanation {
	var all []Explanation
	for _, c := range checks {
		if c.dimension == dimension {
			e := explanations[c.id]
			all = append(all, Explanation{c.id, c.name, c.max, e.how, e.source})
		}
	}
	return all
}

// What thresholds rest on where no study gives them.
const (
	convention = "The threshold is a convention of public resume rubrics; no study that we know of measured it."
	ours       = "The threshold is ours, set so that strong samples pass and stripped ones fail."
)

var explanations = map[string]struct{ how, source string }{
	"density": {"The share of bullets that have both a number that measures and a result. Recent bullets weigh 1, those of positions that ended over five years ago 0.6, over ten years 0.3. Half of them (a third for juniors, 35 %) earns all points; below that it is proportional.",
		"Reviews of what screeners prefer agree that a measured result is worth more than any verb. Where exactly the share is enough is a convention."},
	"volume": {"How many bullets have both. Six earn all points, three for juniors.",
		"In such reviews the count predicts better than the share, so both are here. " + ours},
	"shape": {"The mean over all bullets of four parts: a verb that acts, an object that is specific, a result or number, and the means. Each is a quarter.",
		convention},
	"comparator": {"Of the results that “share” asks for, those that say what they compare with: from one value to another, a rate, a percentile, a span of time. Half of them earns all points.",
		ours + " A number without a comparison cannot be judged by a reader."},
	"fold": {"Whether a number that measures stands in the summary or in the first two bullets of the newest position.",
		"Eye-tracking of recruiters shows that the top of the first page gets most of a first look of some seconds; the exact line is a convention."},
	"signals": {"How many kinds of evidence that the role's readers look for are backed by a number, such as latency, scale or cost for a backend engineer. Five kinds earn all points.",
		"The kinds come from the role's guide. They differ by role, and a good resume may well show others."},
	"keywords": {"For each group of the role's terms, the part that the resume has; half of a group is full. A term in a bullet counts 1, in the list of skills alone 0.6, and once, however often it stands there.",
		"Studies of matching found little gain beyond half of what is asked for. Repeating terms gains nothing here, and little anywhere."},
	"terms":        {"How many different technologies, methods and concepts the bullets name. Twelve earn all points.", ours},
	"backed":       {"The share of the listed skills that a bullet shows in use. Half of them earns all points.", convention},
	"organisation": {"Three to seven groups of two to nine skills, eight to thirty-five in all, and no soft skills among them.", convention},
	"names": {"Half a point for each technology that is spelt or capitalised otherwise than its makers do, or listed twice under two names.",
		"The list of names is the program's own. A name that it does not know costs nothing."},
	"openers": {"The share of bullets that begin with a verb that acts, less one and a half times those that begin with words such as “responsible for” or “helped”.",
		convention + " Readers notice verbs less than numbers, which is why the points are few."},
	"tense":      {"Past positions in the past tense; the present one in one tense throughout.", convention},
	"length":     {"The share of bullets of ten to thirty-two words. Numbers and names count as words.", convention},
	"repetition": {"One beginning more than twice in a position, or in over a fifth of all bullets.", ours},
	"fog": {"0.4 points for each “I”, passive, filler or cliché, up to three points.",
		"Counts of clichés predict nothing in studies; they are here because they take the room of facts, and cost little."},
	"contact": {"A name, an e-mail address of the usual form, a telephone number, a place and a link. What stands in them does not matter.",
		"Without an e-mail address and telephone nobody can answer: then the score cannot pass 60."},
	"sections": {"Experience or projects, education and skills are there, in an order that fits the level: juniors may put education first.", convention},
	"roles": {"Every position has a title, an employer, a beginning and an end or “present”.",
		"Software that reads resumes builds its records of these four."},
	"chronology": {"Dates are of one precision, newest first, and possible; a gap of over six months is explained by an entry.",
		"In a field experiment with 36,510 applications (ResumeGo, 2019) unexplained gaps cost 45 % of the answers."},
	"words":    {"Words in all: 300 to 600 for juniors, 400 to 800 at mid level, 450 to 1,000 for seniors.", convention},
	"pages":    {"About one page for juniors, two at most for others, reckoned from words and entries, so that it is the same in every design.", convention},
	"per-role": {"Three to eight bullets for a position of the last five years, six at most for older ones.", convention},
	"summary":  {"A summary of 25 to 60 words that names the scale you have worked at.", convention},
	"mechanics": {"Words that are in neither the American nor the British dictionary and are no terms, doubled words, brackets without a partner, a bullet given twice: 1.5 points for the first, one for each further; half a point for mixed British and American spelling.",
		"In an experiment with 445 recruiters (PLOS ONE 0283280) a few spelling errors cost 7 percentage points of interviews, many cost 18."},
}
