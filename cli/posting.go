package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"resumax/job/match"
	"resumax/job/posting"
)

func postingCommand(s Streams) *cobra.Command {
	var as string
	c := &cobra.Command{
		Use:   "posting FILE [--format text|json]",
		Short: "Show what a job posting asks for: text, Markdown, a saved web page, PDF or DOCX",
		Args:  arguments(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := choiceOf("format", as, "text", "json"); err != nil {
				return err
			}
			p, name, err := readPosting(args[0], s)
			if err != nil {
				return err
			}
			for _, note := range p.Notes {
				s.say("%s: %s", name, note)
			}
			p.Licenses = p.SaidLicenses()
			if as == "json" {
				return printJSON(s.Out, p)
			}
			return writeStream(s.Out, []byte(postingText(p)))
		},
	}
	c.Flags().StringVar(&as, "format", "text", "text or json")
	return c
}

// readPosting reads a posting from a file, or from the standard input for "-".
func readPosting(path string, s Streams) (p posting.Posting, name string, err error) {
	data, name, err := readPDF(path, s.In) // of whichever format
	if err != nil {
		return p, name, err
	}
	p, err = readWith(data, name, posting.Read)
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("%s took more than %s to read: copy the posting's text", name, readingTime)
	}
	return p, name, err
}

// postingText is a posting for people.
func postingText(p posting.Posting) string {
	var b strings.Builder
	line := func(name, text string) {
		if text != "" && text != "0" {
			paragraph(&b, fmt.Sprintf("%-12s ", name), plain(text))
		}
	}
	line("Title", orNot(p.Title))
	line("Company", orNot(p.Company))
	line("Location", p.Location)
	line("Work mode", map[string]string{posting.Remote: "remote", posting.Hybrid: "hybrid", posting.OnSite: "on-site"}[p.Remote])
	line("Salary", p.Salary)
	line("Type", p.Type)
	line("Level", p.Level)
	line("Years", strconv.Itoa(p.Years))
	line("Degree", p.Degree)
	line("Languages", strings.Join(p.Languages, ", "))
	line("Licenses", strings.Join(p.Licenses, ", "))
	line("Posted", p.Posted)
	line("Closes", p.Closes)
	for _, l := range []struct {
		heading string
		list    []posting.Requirement
	}{{"Required", p.Required}, {"Preferred", p.Preferred}, {"Neither is said of", p.Unlabeled}, {"Named in texts about the employer", p.Mentioned}} {
		if len(l.list) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s:\n", l.heading)
		for _, q := range l.list {
			text := plain(q.Text)
			if len(q.Any) > 0 {
				text = match.AnyOf(q.Any, q.Sentence, p.Language)
			}
			paragraph(&b, "  - ", text)
		}
	}
	if len(p.Responsibilities) > 0 {
		b.WriteString("\nResponsibilities:\n")
		for _, text := range p.Responsibilities {
			paragraph(&b, "  - ", plain(text))
		}
	}
	return b.String()
}
