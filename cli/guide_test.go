package cli

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"resumax/render/design"
	"resumax/role"
)

// The commands that the guide shows are there, with these flags, as are the roles and designs that it names.
func TestGuideNamesCommands(t *testing.T) {
	data, err := os.ReadFile("../docs/guide/command-line.md")
	if err != nil {
		t.Fatal(err)
	}
	root := rootCommand(Streams{})
	flag := func(c *cobra.Command, word string) bool {
		c.InitDefaultHelpFlag()
		name := strings.TrimLeft(word, "-")
		return c.Flags().Lookup(name) != nil || len(name) == 1 && c.Flags().ShorthandLookup(name) != nil
	}
	n := 0
	for _, m := range regexp.MustCompile("(?m)`([^`\n]+)`|^(resumax .*)$").FindAllStringSubmatch(string(data), -1) {
		words := strings.Fields(m[1] + m[2])
		if len(words) > 1 && words[0] == "resumax" {
			n++
			c, rest, err := root.Find(words[1:])
			if err != nil || c == root {
				t.Errorf("%q: there is no such command", words)
				continue
			}
			for i, w := range rest {
				if strings.HasPrefix(w, "-") && w != "-" && !flag(c, w) {
					t.Errorf("%q: %s has no flag %s", words, c.Name(), w)
				}
				if _, ok := role.ByID(rest[min(i+1, len(rest)-1)]); w == "--role" && !ok {
					t.Errorf("%q: there is no such role", words)
				}
				if _, ok := design.Find(rest[min(i+1, len(rest)-1)]); w == "--design" && !ok {
					t.Errorf("%q: there is no such design", words)
				}
			}
			continue
		}
		if strings.HasPrefix(words[0], "--") {
			found := false
			for _, c := range root.Commands() {
				found = found || flag(c, words[0])
			}
			if !found {
				t.Errorf("no command has the flag %s", words[0])
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d commands", n)
	}
}
