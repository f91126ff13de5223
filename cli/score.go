package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/terms"
)

func scoreCommand(s Streams) *cobra.Command {
	var id, format, day string
	c := &cobra.Command{
		Use:   "score FILE [--role ID] [--format text|json]",
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
			r := src.document.Resume()
			o := score.Options{Level: r.Meta.Level, Terms: terms.Default(),
				Today: resume.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}}
			if id != "" {
				if o.Role, err = roleNamed(id); err != nil {
					return err
				}
			} else if p, ok := role.ByID(r.Meta.Role); ok {
				o.Role = p
			}
			warn(s, args[0], src.problems)
			report := score.New().Document(src.document, o)
			if format == "json" {
				return printJSON(s.Out, report)
			}
			return printReport(s.Out, report)
		},
	}
	f := c.Flags()
	f.StringVar(&id, "role", "", "the role to read for, as “resumax roles” names it; else that of the file")
	f.StringVar(&format, "format", "text", "text or json")
	f.StringVar(&day, "today", "", "the day to score on, such as 2026-03-31; else the system's")
	return c
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// printReport prints a report for people: the score, a bar a dimension, and
// the findings in order of gain.
func printReport(w io.Writer, r score.Report) error {
	var b strings.Builder
	reader := "no role chosen"
	if p, ok := role.ByID(r.Role); ok {
		reader = "read for " + p.Name
	}
	fmt.Fprintf(&b, "%.1f of 100, %s, %s level\n\n", r.Score, reader, r.Level)
	for _, d := range r.Dimensions {
		if d.Max <= 0 {
			continue
		}
		full := int(d.Points/d.Max*20 + 0.5)
		fmt.Fprintf(&b, "  %-12s %s%s %4.1f / %.1f\n", d.Name, strings.Repeat("█", full), strings.Repeat("░", 20-full), d.Points, d.Max)
	}
	for _, list := range [][]score.Finding{r.Notices, r.Findings} {
		for _, f := range list {
			fmt.Fprintf(&b, "\n%s %s\n      %s\n", badge(f), f.Fix, f.Why)
			if f.Address != "" {
				fmt.Fprintf(&b, "      at %s\n", f.Address)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func badge(f score.Finding) string {
	if f.Gain == 0 {
		return "    ·"
	}
	return fmt.Sprintf("%+5.1f", f.Gain)
}
