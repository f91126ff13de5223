package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
)

func scoreCommand(s Streams) *cobra.Command {
	var id, format, day string
	var all bool
	var which variantOption
	c := &cobra.Command{
		Use:   "score FILE [--role ID] [--format text|json] [--today DATE] [--all] [--variant NAME]",
		Short: "Score the resume and list what to change",
		Args:  arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := choiceOf("format", format, "text", "json"); err != nil {
				return err
			}
			now, err := today(day)
			if err != nil {
				return err
			}
			src, err := read(args[0], s.In)
			if err != nil {
				return err
			}
			if src, err = which.of(src, s); err != nil {
				return err
			}
			o := score.Options{Terms: terms.Default(), Today: resume.DayOf(now)}
			o.Words = score.WordsOf(s.words())
			if id != "" && id != role.None {
				if _, err := s.roleNamed(id); err != nil {
					return err
				}
			}
			return scoreSource(src, o, id, format, all, s)
		},
	}
	f := c.Flags()
	f.StringVar(&id, "role", "", "the target role's ID from “resumax roles”, or “none”; default: the file's, else the likeliest")
	f.StringVar(&format, "format", "text", "text or json")
	f.StringVar(&day, "today", "", "the date to score on, such as 2026-03-31; default: today")
	which.add(c)
	f.BoolVar(&all, "all", false, fmt.Sprintf("also advice that gains less than %.1f points", score.Worthwhile))
	return c
}

// words are the user's custom dictionary. Without it, when it cannot be read, more
// is taken for misspelled, and the rest of the score is right.
func (s Streams) words() []string {
	words, err := home().Words()
	if err != nil {
		s.say("%v", err)
	}
	return words
}

// judged is a report with what the role was guessed from, nothing where it was
// chosen.
type judged struct {
	score.Report
	RoleFrom []string `json:"roleFrom"`

	roleName string
	noRole   string // what is said where no role was asked for, and none fits
}

// scoreSource scores a resume for the role that was asked for, else for its own,
// else for the likeliest.
func scoreSource(src source, o score.Options, asked, format string, all bool, s Streams) error {
	s.warn(src.name, fixes(src.problems))
	if err := src.checkLength(src.pageText()); err != nil {
		return err
	}
	own := src.document.Resume().Meta
	o.Level = own.Level
	if asked == "" {
		asked = own.Role
	}
	scorer := score.New()
	choice := role.Choose(asked, s.findRole, func() *role.Guess {
		all, faults := home().Roles()
		if asked == "" { // else they have been said while it was looked for
			s.sayAll(faults)
		}
		return role.Likeliest(scorer.Detect(src.document, all, o))
	})
	if choice.Unknown != "" {
		s.warn(src.name, []resume.Problem{unknownSetting("role", choice.Unknown)})
	}
	report := judged{RoleFrom: []string{}}
	if choice.Guess != nil {
		report.RoleFrom = choice.Guess.Why()
	}
	if o.Target = score.TargetOf(choice.Pack); o.Target != nil {
		report.roleName = o.Target.Name
	}
	report.Report = scorer.Document(src.document, o)
	if !all {
		report.Cards = slices.DeleteFunc(report.Cards, func(c score.Card) bool { return !report.Worth(c) })
	}
	if asked == "" && choice.Pack == nil && report.Started {
		report.noRole = "No role detected; --role chooses one."
		if role.IsOfOtherTrade(src.document.Resume()) {
			report.noRole = "No guide for this trade yet; the score works without one."
		}
	}
	if format == "json" {
		return printJSON(s.Out, report)
	}
	return writeStream(s.Out, []byte(reportText(report)))
}

func printJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return writeStream(w, b.Bytes())
}
