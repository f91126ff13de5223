package interview

import (
	"slices"
	"strings"

	"resumax/job/match"
	"resumax/job/posting"
)

// mostRequirements is how many requirements of a posting become cards.
const mostRequirements = 30

// posting are the cards of what a posting asks for.
func (m *maker) posting() {
	if m.in.Posting == nil {
		return
	}
	report := m.in.Match
	if report == nil {
		r := m.d.match.Match(match.Input{Document: m.in.Document, Project: m.in.Project, Posting: *m.in.Posting, Today: m.in.Today})
		report = &r
	}
	anchor, ok := m.anchor()
	if !ok {
		return
	}
	asked := map[string]bool{}
	for _, q := range m.in.Prep.Questions {
		if m.in.PostingID == "" || q.Posting == m.in.PostingID {
			asked[q.Requirement] = true
		}
	}
	place := m.in.PostingID
	if place == "" {
		place = strings.ToLower(m.in.Posting.Company + "|" + m.in.Posting.Title)
	}
	n := 0
	for _, q := range report.Requirements {
		term := termOf(q)
		if n == mostRequirements || term == "" || q.Part == match.Mentioned && !asked[q.ID] || !isAskable(q) {
			continue
		}
		n++
		l, group := anchor, "posting-"+string(q.State)
		quote := anchor.text.source
		if e, ok := m.evidence(q); ok && q.State != match.Absent {
			l, quote = line{address: e.Address, text: m.d.text(m.in.Document.TextAt(e.Address)), rank: -1}, e.Quote
			for i := range m.lines {
				if m.lines[i].address == e.Address {
					l.item = m.lines[i].item
				}
			}
		} else if q.State != match.Absent {
			group = "posting-elsewhere"
		}
		g := load().groups[group]
		if g == nil {
			continue
		}
		l.place, l.hard = "posting|"+place, true
		base := map[match.Part]float64{match.Required: 0.8, match.Unlabeled: 0.66, match.Preferred: 0.5, match.Mentioned: 0.4}[q.Part]
		if q.State == match.Proved {
			base -= 0.08
		}
		if asked[q.ID] {
			base += 0.15 // the user put it on the list
		}
		said := m.d.text(quote).brief()
		key := orElse(q.ID, term)
		m.want(Required, &l, key, group+"|"+term+"|"+quote+"|"+q.Sentence, base, func() draft {
			c := m.general(g, quote)
			c.Term, c.Requirement = term, q.ID
			if s := strings.TrimSpace(q.Sentence); s != "" {
				c.Why += " The posting says: “" + s + "”"
			}
			if o := load().tradeOffs[term]; o != nil && q.State != match.Absent {
				c.Points = append(c.Points, "The classic trap: "+o.Trap)
			}
			var all []string
			for _, text := range fill(g.Questions, "{term}", term, "{q}", said) {
				if said != "" || !strings.Contains(text, "“”") {
					all = append(all, text)
				}
			}
			return draft{card: c, questions: all}
		})
	}
}

// evidence is what of the document shows a requirement, and stands there as it is quoted.
func (m *maker) evidence(q match.Requirement) (match.Evidence, bool) {
	stands := func(e match.Evidence) bool {
		return !e.Project && !e.Hidden && e.Quote != "" && strings.Contains(m.in.Document.TextAt(e.Address), e.Quote)
	}
	guard := GuardOf(m.in.Prep)
	i := slices.IndexFunc(q.Evidence, func(e match.Evidence) bool {
		return stands(e) && !guard.says(m.d.text(m.in.Document.TextAt(e.Address)))
	})
	if i < 0 {
		i = slices.IndexFunc(q.Evidence, stands) // the resume says it: it is asked about
	}
	if i < 0 {
		return match.Evidence{}, false
	}
	return q.Evidence[i], true
}

// isAskable reports whether a requirement is one that is talked about: a degree that is there
// is not.
func isAskable(q match.Requirement) bool {
	switch q.Kind {
	case posting.Degree, posting.Years, posting.Language, posting.License:
		return q.State == match.Absent
	}
	return q.Judged()
}

const longestTerm = 60 // bytes of a requirement that is asked about in its own words

// termOf is a requirement in a few words.
func termOf(q match.Requirement) string {
	switch {
	case q.Met != "":
		return q.Met
	case len(q.Any) > 0:
		return strings.Join(q.Any[:min(2, len(q.Any))], " or ")
	case len(q.Text) <= longestTerm:
		return strings.TrimRight(q.Text, " .")
	}
	return ""
}
