package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"resumax/exchange"
)

func formatsCommand(s Streams) *cobra.Command {
	var as string
	c := &cobra.Command{
		Use:   "formats [--format text|json]",
		Short: "List the formats that resumes are read from and written to",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if err := choiceOf("format", as, "text", "json"); err != nil {
				return err
			}
			if as == "json" {
				return printJSON(s.Out, listedFormats())
			}
			var b strings.Builder
			for _, f := range listedFormats() {
				fmt.Fprintf(&b, "%-5s %-13s %-8s %-12s %s\n", f.ID, f.Name, "."+strings.Join(f.Extensions, " ."), f.does(), f.About)
			}
			return writeStream(s.Out, []byte(b.String()))
		},
	}
	c.Flags().StringVar(&as, "format", "text", "text or json")
	return c
}

// listedFormat is a format as JSON has it.
type listedFormat struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	About      string   `json:"about"`
	Extensions []string `json:"extensions"`
	Reads      bool     `json:"reads"`
	Writes     bool     `json:"writes"`
}

func listedFormats() []listedFormat {
	var all []listedFormat
	for _, f := range exchange.Formats() {
		all = append(all, listedFormat{f.ID, f.Name, f.About, f.Extensions, f.Read != nil, f.Write != nil})
	}
	return all
}

// does is what can be done with a format.
func (f listedFormat) does() string {
	switch {
	case f.Reads && f.Writes:
		return "read, write"
	case f.Reads:
		return "read"
	}
	return "write"
}
