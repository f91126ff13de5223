package cli

import (
	"os"
	"strings"

	"github.com/spf13/cobra"
)

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// noVerb says that a word is no verb, and which one it may be meant for.
func noVerb(c *cobra.Command, word string) error {
	if close := c.Root().SuggestionsFor(word); len(close) > 0 {
		return usagef("there is no command or file “%s”: did you mean “%s”? “resumax help” lists the commands", word, close[0])
	}
	return usagef("there is no command or file “%s”: “resumax help” lists the commands", word)
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND]",
		Short:             "Show how a command is used",
		ValidArgsFunction: asked(verbNames),
		RunE: func(c *cobra.Command, args []string) error {
			topic, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usagef("there is no command “%s”: “resumax help” lists the commands", strings.Join(args, " "))
			}
			topic.InitDefaultHelpFlag()
			topic.InitDefaultVersionFlag()
			return topic.Help()
		},
	}
}

// addCompletion adds Cobra's verb that prints a shell's completions, and has it
// refuse what it does not know.
func addCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	c, _, err := root.Find([]string{"completion"})
	if err != nil {
		return
	}
	var shells []string
	for _, shell := range c.Commands() {
		shell.Args = arguments(0, 0)
		shells = append(shells, shell.Name())
	}
	c.Args = nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return usagef("there are no completions for “%s”: choose one of %s", args[0], strings.Join(shells, ", "))
	}
}

// noFile says which of the words that follow a file is none.
func noFile(args []string) error {
	for _, word := range args[1:] {
		if !exists(word) {
			return usagef("there is no file “%s”: the editor opens files, and a command comes first: see “resumax help”", word)
		}
	}
	return usagef("options come after a command: see “resumax help”")
}
