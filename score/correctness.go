package score

import (
	"fmt"
	"strings"

	"resumax/resume"
)

// What slips cost: the first one tells that nobody read it over, further ones
// add to that. In an experiment with 445 recruiters few errors cost 7 points of
// the chance of an interview, many 18 (PLOS ONE 0283280).
const firstSlip, nextSlip, mixedSpelling = 1.5, 1.0, 0.5

// mechanics: doubled words, brackets that do not close, a bullet given twice,
// American and British spelling mixed. Spelling itself is not judged yet.
func mechanics(r *reading) []Finding {
	const points = 5
	var findings []Finding
	left := float64(points)
	add := func(cost float64, f Finding) {
		f.Lost, f.Kind = min(cost, left), Edit
		left -= f.Lost
		if f.Lost > 0 {
			findings = append(findings, f)
		}
	}
	slip := func(f Finding) {
		if len(findings) == 0 {
			add(firstSlip, f)
		} else {
			add(nextSlip, f)
		}
	}
	us, uk := "", ""
	var ukAt resume.TextLine
	for _, s := range r.resume.Sentences() {
		tokens := r.scorer.sentence(s.Text).tokens
		if f, ok := doubled(s, tokens); ok && s.Text == resume.Plain(s.Text) {
			slip(f)
		}
		if f, ok := unbalanced(s); ok {
			slip(f)
		}
		for _, t := range tokens {
			if lists().american[t.lower] != "" && us == "" {
				us = t.lower
			}
			if lists().british[t.lower] != "" && uk == "" {
				uk, ukAt = t.lower, s
			}
		}
	}
	for _, b := range r.repeated {
		slip(Finding{Address: b.address, Quote: b.text, Why: fmt.Sprintf("%s is there twice.", quoted(b.text)), Fix: "Take the second one out",
			patch: func(d resume.Document) (resume.Document, error) { return d.Remove(b.address) }})
	}
	if us != "" && uk != "" {
		at := indexWord(ukAt.Text, uk)
		add(mixedSpelling, Finding{Address: ukAt.Address, Span: Span{at, at + len(uk)}, Quote: uk,
			Why: fmt.Sprintf("“%s” is spelt the British way and “%s” the American one.", uk, us), Fix: "Keep to one of them",
			patch: func(d resume.Document) (resume.Document, error) { return americanised(d) }})
	}
	return findings
}

// americanised spells every word of the list the American way.
func americanised(d resume.Document) (resume.Document, error) {
	var err error
	for _, s := range d.Resume().Sentences() {
		text := s.Text
		for _, t := range tokenize(text) {
			if us := lists().british[t.lower]; us != "" {
				if t.text != t.lower {
					us = titled(us)
				}
				i := indexWord(text, t.text)
				if i < 0 {
					continue
				}
				text = text[:i] + us + text[i+len(t.text):]
			}
		}
		if text != s.Text {
			if d, err = d.SetText(s.Address, text); err != nil {
				return d, err
			}
		}
	}
	return d, nil
}

// Words that may stand twice in a row.
var mayDouble = map[string]bool{"had": true, "that": true, "is": true, "very": true}

func doubled(s resume.TextLine, tokens []token) (Finding, bool) {
	for i := 1; i < len(tokens); i++ {
		a, b := tokens[i-1], tokens[i]
		if a.lower != b.lower || a.comma || b.digits || mayDouble[a.lower] || b.end > len(s.Text) || strings.TrimSpace(s.Text[a.end:b.start]) != "" {
			continue
		}
		return Finding{Address: s.Address, Span: Span{a.start, b.end}, Quote: s.Text[a.start:b.end],
			Why: fmt.Sprintf("“%s” stands twice.", a.text), Fix: "Take one out", patch: replace(s.Address, s.Text[:a.end]+s.Text[b.end:])}, true
	}
	return Finding{}, false
}

func unbalanced(s resume.TextLine) (Finding, bool) {
	depth := 0
	for i, c := range s.Text {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				if i > 0 && s.Text[i-1] >= '0' && s.Text[i-1] <= '9' || strings.HasSuffix(s.Text[:i], " a") {
					depth = 0 // "1) …"
					continue
				}
				return bracket(s, i, "closes", s.Text[:i]+s.Text[i+1:]), true
			}
		}
	}
	if depth > 0 {
		return bracket(s, strings.LastIndexByte(s.Text, '('), "opens", extended(s.Text, strings.Repeat(")", depth))), true
	}
	return Finding{}, false
}

func bracket(s resume.TextLine, at int, what, mended string) Finding {
	return Finding{Address: s.Address, Span: Span{at, at + 1}, Quote: s.Text[at : at+1],
		Why: fmt.Sprintf("A bracket %s in %s and has no partner.", what, quoted(s.Text)), Fix: "Put the bracket right", patch: replace(s.Address, mended)}
}
