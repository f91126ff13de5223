package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"resumax/render/design"
	"resumax/resume"
)

func designsCommand(s Streams) *cobra.Command {
	var format string
	var settings bool
	c := &cobra.Command{
		Use:   "designs [--format text|json] [--settings]",
		Short: "List the designs, or the settings of a design",
		Long: "Built-in designs come first, then your own: NAME.toml files in the folder “designs” of ResuMax's\n" +
			"settings folder. --settings lists what “export --set KEY=VALUE” can change.",
		Args: arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			if settings {
				return printSettings(s)
			}
			all, faults := home().Designs()
			s.sayAll(faults)
			list := []listed{}
			for _, d := range all {
				list = append(list, listed{ID: d.ID, Name: d.Name})
			}
			return printList(s, list, format)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().BoolVar(&settings, "settings", false, "list the settings of a design with their values and ranges")
	return c
}

// printSettings prints the settings of the default design: what each is there,
// and what it may be.
func printSettings(s Streams) error {
	var b strings.Builder
	for _, f := range design.Default().Fields() {
		fmt.Fprintf(&b, "%-28s %-20s %s\n", f.Key, shown(f.Value()), allowed(f))
	}
	return writeStream(s.Out, []byte(b.String()))
}

// shown is a value as --set takes it.
func shown(v resume.Value) string {
	if v.Kind() != resume.Array {
		return v.Raw()
	}
	words := make([]string, 0, v.Len())
	for _, item := range v.Items() {
		words = append(words, item.Str())
	}
	return strings.Join(words, ",")
}

// allowed is what a setting may be.
func allowed(f design.Field) string {
	switch {
	case f.High > f.Low:
		return fmt.Sprintf("%g to %g", f.Low, f.High)
	case len(f.Choices) > 0:
		return strings.Join(f.Choices[1:], ", ")
	case f.Value().Kind() == resume.Bool:
		return "true, false"
	case f.Value().Kind() == resume.Array:
		return "names, separated by commas"
	case strings.HasPrefix(f.Key, "colours."):
		return "a color such as #1f4263"
	}
	return "text"
}
