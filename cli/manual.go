package cli

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The manual page but for its first line and the commands.
//
//go:embed manual.1
var manual string

// commandsMark is the line of manual.1 that the commands take the place of.
const commandsMark = ".\\\" COMMANDS\n"

// Manual is the manual page resumax(1), in the form of man(7). What it says of
// commands and options is what the program's own help says. The date is that of the
// version.
func Manual(version string, date time.Time) []byte {
	root := rootCommand(Streams{})
	root.InitDefaultHelpCmd()
	var b strings.Builder
	fmt.Fprintf(&b, ".TH RESUMAX 1 %s \"ResuMax %s\" \"User Commands\"\n", date.UTC().Format(time.DateOnly), version)
	before, after, _ := strings.Cut(manual, commandsMark)
	b.WriteString(before)
	for _, c := range root.Commands() {
		writeCommand(&b, c)
	}
	b.WriteString(after)
	return []byte(b.String())
}

// writeCommand writes what there is to say of a verb.
func writeCommand(b *strings.Builder, c *cobra.Command) {
	use := c.Use
	if shells := c.Commands(); len(shells) > 0 {
		var names []string
		for _, s := range shells {
			names = append(names, s.Name())
		}
		use += " " + strings.Join(names, "|")
	}
	name, rest, _ := strings.Cut(use, " ")
	fmt.Fprintf(b, ".SS %s\n", roff("resumax "+name))
	if rest != "" {
		// The use is one line in the program's help; breaking it anywhere is fine.
		fmt.Fprintf(b, ".B %s\n%s\n.PP\n", roff("resumax "+name), roff(rest))
	}
	about := c.Long
	if about == "" || len(c.Commands()) > 0 { // Cobra's names files of systems
		about = c.Short + "."
	} else {
		about = c.Short + ".\n\n" + about
	}
	for i, paragraph := range strings.Split(about, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		fmt.Fprintln(b, roff(strings.Join(strings.Fields(paragraph), " ")))
	}
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		option := "--" + f.Name
		if f.Shorthand != "" {
			option = "-" + f.Shorthand + ", " + option
		}
		fmt.Fprintf(b, ".TP\n.B %s", roff(option))
		if f.Value.Type() != "bool" {
			fmt.Fprintf(b, " %s", roff(valueName(c, f.Name)))
		}
		fmt.Fprintf(b, "\n%s.\n", roff(capital(f.Usage)))
	})
}

// valueName is what the use of a verb calls the value of an option.
func valueName(c *cobra.Command, option string) string {
	words := strings.FieldsFunc(c.Use, func(r rune) bool { return strings.ContainsRune(" []", r) })
	for _, name := range []string{"--" + option, "-o"} {
		if i := slices.Index(words, name); i >= 0 && i+1 < len(words) && (name != "-o" || option == "output") {
			return words[i+1]
		}
	}
	return strings.ToUpper(option)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// roff is a text that man shows as it is: a hyphen that can be copied, and no line that
// is taken for a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "“", `\(lq`, "”", `\(rq`, "…", "...", "▸", ">").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
