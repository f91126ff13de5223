package score

import (
	"resumax/language/arithmetic"
	"resumax/resume"
)

// inferences are what a text's numbers say beside each other. They are found when they are first
// asked for.
type inferences struct {
	wrong  []arithmetic.Contradiction
	claims []arithmetic.Claim
}

// inferred is what follows from the text's numbers.
func (s *sentence) inferred() *inferences {
	if s.summed == nil {
		r := arithmetic.Reading{Text: s.plain, Metrics: s.metrics, Changes: s.changes}
		s.summed = &inferences{}
		if len(s.metrics) > 0 {
			s.summed.wrong, s.summed.claims = r.Contradictions(), r.Claims()
		}
	}
	return s.summed
}

// arithmetic are the notices of numbers that contradict each other, in one text and in two
// that tell of the same thing. They cost nothing: only the user knows which number is right.
func (r *reading) arithmetic() []Finding {
	notice := func(l line, start, end int, why, fix string) Finding {
		span, quote := l.span(start, end)
		return Finding{Check: "arithmetic", Dimension: "correctness", Address: l.address, Span: span, Quote: quote, Kind: Edit, Why: why, Fix: fix}
	}
	var notices []Finding
	statements := make([]arithmetic.Statement, len(r.sentences))
	for i, l := range r.sentences {
		s := l.inferred()
		for _, c := range s.wrong {
			f := notice(l, c.Start, c.End, c.Text+".", "")
			f.Fix = "Correct " + quoted(f.Quote).String()
			notices = append(notices, f)
		}
		statements[i] = arithmetic.Statement{Claims: s.claims, Group: groupOf(l.address), Text: l.plain}
	}
	for _, c := range arithmetic.Between(statements) {
		a, b := r.sentences[c.A], r.sentences[c.B]
		f := notice(a, c.AStart, c.AEnd, c.Text()+".", "Say the same number in both, or what tells them apart")
		f.Why += " (“" + b.plain + "”)"
		notices = append(notices, f)
	}
	return notices
}

// groupOf is the item that a text is about, "" for one that is about the whole career.
func groupOf(a resume.Address) string {
	if a.Within(resume.Basics) {
		return ""
	}
	t := a.Tokens()
	if len(t) < 2 {
		return string(a)
	}
	return t[0] + "/" + t[1]
}
