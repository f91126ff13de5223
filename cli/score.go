package cli

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
)

func scoreCommand(s Streams) *cobra.Command {
	var id, format, day string
	c := &cobra.Command{
		Use:   "score FILE [--role ID] [--format text|json] [--today DATE]",
		Short: "Score the resume and say what to change",
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
			o := score.Options{Terms: terms.Default(), Today: resume.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}}
			words, err := home().Words()
			if err != nil {
				return err
			}
			o.Words = score.WordsOf(words)
			roles := s.roles()
			if id != "" && id != role.None {
				if o.Role, err = roleNamed(roles, id); err != nil {
					return err
				}
			}
			return scoreSource(src, o, roles, id, format, s)
		},
	}
	f := c.Flags()
	f.StringVar(&id, "role", "", "the role to read for, as “resumax roles” names it, “none” for none; else that of the file, else the likeliest")
	f.StringVar(&format, "format", "text", "text or json")
	f.StringVar(&day, "today", "", "the day to score on, such as 2026-03-31; else the system's")
	return c
}

// judged is a report with what the role was guessed from, nothing where it was
// chosen.
type judged struct {
	score.Report
	RoleFrom []string `json:"roleFrom"`

	roleName string
}

// scoreSource scores a resume for the role that was asked for, else for its own,
// else for the likeliest.
func scoreSource(src source, o score.Options, roles role.List, asked, format string, s Streams) error {
	s.warn(src.name, src.problems)
	if err := src.checkLength(src.pageText()); err != nil {
		return err
	}
	own := src.document.Resume().Meta
	o.Level = own.Level
	report, scorer := judged{RoleFrom: []string{}}, score.New()
	if asked == "" {
		var known bool
		if o.Role, known = roles.Find(own.Role); !known && own.Role != role.None {
			if own.Role != "" {
				s.warn(src.name, []resume.Problem{unknownSetting("role", own.Role)})
			}
			if guesses := scorer.Detect(src.document, roles, o); len(guesses) > 0 {
				o.Role, report.RoleFrom = guesses[0].Pack, guesses[0].Why()
			}
		}
	}
	if o.Role != nil {
		report.roleName = o.Role.Name
	}
	report.Report = scorer.Document(src.document, o)
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
