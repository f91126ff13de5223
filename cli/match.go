package cli

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"resumax/interview"
	"resumax/interview/prep"
	"resumax/job/match"
	"resumax/job/posting"
	"resumax/resume"
)

func matchCommand(s Streams) *cobra.Command {
	var path, as, day string
	var which variantOption
	c := &cobra.Command{
		Use:   "match FILE --posting FILE [--variant NAME] [--format text|json] [--today DATE]",
		Short: "Match the resume with a job posting: what it proves, and what is missing",
		Args:  arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := choiceOf("format", as, "text", "json"); err != nil {
				return err
			}
			switch {
			case path == "":
				return usagef("name a job posting with --posting FILE")
			case path == "-" && args[0] == "-":
				return usagef("the resume and the posting cannot both come from standard input: name a file for one of them")
			}
			now, err := today(day)
			if err != nil {
				return err
			}
			base, err := read(args[0], s.In)
			if err != nil {
				return err
			}
			src, err := which.of(base, s)
			if err != nil {
				return err
			}
			s.warn(src.name, fixes(src.problems))
			if err := src.checkLength(src.pageText()); err != nil {
				return err
			}
			p, name, err := readPosting(path, s)
			if err != nil {
				return err
			}
			for _, note := range p.Notes {
				s.say("%s: %s", name, note)
			}
			in := match.Input{Document: src.document, Project: base.document, Posting: p, Today: resume.DayOf(now), Avoid: interview.GuardOf(prep.Of(base.document)).Holds}
			m := match.New()
			r := m.Match(in)
			s.warn(src.name, noteProblems(r.Notes))
			if as == "json" {
				return printJSON(s.Out, matchValue(r))
			}
			return writeStream(s.Out, []byte(matchText(p, r, m.Suggest(in, r))))
		},
	}
	c.Flags().StringVar(&path, "posting", "", "the job posting: text, Markdown, a saved web page, PDF or DOCX; “-” for standard input")
	c.Flags().StringVar(&as, "format", "text", "text or json")
	c.Flags().StringVar(&day, "today", "", "the date to count years of experience to, such as 2026-03-31; default: today")
	which.add(c)
	return c
}

func noteProblems(notes []match.Note) (all []resume.Problem) {
	for _, n := range notes {
		all = append(all, resume.Problem{Address: n.Address, Text: n.Text})
	}
	return all
}

// matchJSON is a match for programs.
type matchJSON struct {
	Match        float64             `json:"match"`
	Band         match.Band          `json:"band"`
	Parts        match.Parts         `json:"parts"`
	Requirements []match.Requirement `json:"requirements"`
	Missing      struct {
		Elsewhere []string `json:"elsewhere"`
		Absent    []string `json:"absent"`
	} `json:"missing"`
}

func matchValue(r match.Report) matchJSON {
	v := matchJSON{Match: r.Match, Band: r.Band, Parts: r.Parts, Requirements: []match.Requirement{}}
	for _, q := range r.Requirements {
		if q.Kind == posting.Term {
			q.Kind = "term"
		}
		v.Requirements = append(v.Requirements, q)
	}
	names := func(list []int) []string {
		all := []string{}
		for _, i := range list {
			all = append(all, r.Requirements[i].Name())
		}
		return all
	}
	v.Missing.Elsewhere, v.Missing.Absent = names(r.Elsewhere), names(r.Absent)
	return v
}

// matchText is a match for people: the number and what it means, a bar a part, then the
// requirements by what there is to do about them.
func matchText(p posting.Posting, r match.Report, suggestions []match.Suggestion) string {
	var b strings.Builder
	title := p.Title
	if title == "" {
		title = "the posting"
	}
	if p.Company != "" {
		title += " at " + p.Company
	}
	if r.Band == "" {
		paragraph(&b, "", "No match with "+title+": the posting names nothing that a resume could show.")
		return b.String()
	}
	paragraph(&b, "", fmt.Sprintf("%.0f of 100 for %s: %s", math.Floor(r.Match), title, bandText(r.Band)))
	b.WriteByte('\n')
	for _, part := range []struct {
		name    string
		has, of float64
	}{{"Required", r.Parts.Required, r.Of.Required}, {"Preferred", r.Parts.Preferred, r.Of.Preferred}, {"Title", r.Parts.Title, r.Of.Title}, {"Basics", r.Parts.Knockouts, r.Of.Knockouts}, {"Proof", r.Parts.Proof, r.Of.Proof}} {
		if part.of > 0 {
			full := int(part.has/part.of*barWidth + 1e-9)
			fmt.Fprintf(&b, "  %-12s %s%s %4.1f of %.1f\n", part.name, strings.Repeat("█", full), strings.Repeat("░", barWidth-full), part.has, part.of)
		}
	}
	list := func(heading string, take func(match.Requirement) bool) {
		first := true
		for _, q := range r.Requirements {
			if !take(q) {
				continue
			}
			if first {
				fmt.Fprintf(&b, "\n%s\n", heading)
				first = false
			}
			requirementText(&b, q)
		}
	}
	state := func(states ...match.State) func(match.Requirement) bool {
		return func(q match.Requirement) bool {
			for _, s := range states {
				if q.Judged() && q.State == s {
					return true
				}
			}
			return false
		}
	}
	list("Missing. Add it only if it is true; else prepare the question:", state(match.Absent))
	list("Elsewhere in this project. Show it here:", state(match.Elsewhere))
	list("Listed or implied. A bullet would prove it:", state(match.Listed, match.Implied))
	list("Proved:", state(match.Proved))
	list("For the interview; no resume shows it:", func(q match.Requirement) bool { return !q.Judged() })
	if len(suggestions) > 0 {
		b.WriteString("\nSuggestions:\n")
		for _, g := range suggestions {
			paragraph(&b, fmt.Sprintf("%6s  ", gainText(g.Gain)), g.Text)
			fmt.Fprintf(&b, "        at %s\n", plain(string(g.Address)))
		}
	}
	return b.String()
}

func bandText(band match.Band) string {
	switch band {
	case match.Stretch:
		return "a stretch."
	case match.Plausible:
		return "plausible."
	case match.Strong:
		return "strong."
	}
	return "stop editing. Further gains are noise."
}

// quoteLength is how much of a quote is shown, in characters.
const quoteLength = 150

func requirementText(b *strings.Builder, q match.Requirement) {
	name := q.Name()
	if q.Part == match.Preferred {
		name += " (preferred)"
	}
	if q.State == match.Proved || !q.Judged() {
		paragraph(b, "  - ", name)
	} else {
		paragraph(b, fmt.Sprintf("%6s  ", gainText(q.Gain)), name)
	}
	if q.Spelled != "" {
		paragraph(b, "        ", fmt.Sprintf("The posting writes it otherwise than your “%s”.", q.Spelled))
	}
	if len(q.Evidence) > 0 {
		quote := []rune(resume.Plain(q.Evidence[0].Quote))
		text := string(quote)
		if len(quote) > quoteLength {
			text = strings.TrimSpace(string(quote[:quoteLength])) + " …"
		}
		paragraph(b, "        ", "“"+text+"”")
		fmt.Fprintf(b, "        at %s\n", plain(string(q.Evidence[0].Address)))
	}
}
