// Package cli holds ResuMax's verbs: each does one job on files, without a
// window, a display or a network.
//
// A verb exits with 0 when the job is done, 1 when it failed, with one line on
// standard error that says what, where and what to do, and 2 when it was called
// wrongly.
package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"resumax/storage/file"
)

// Streams are what a verb reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// The exit codes of verbs.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// verbs are the words that call for a job without a window.
var verbs = []string{"new", "export", "convert", "score", "posting", "match", "prep", "ats", "roles", "designs", "formats", "version", "help", "completion"}

// IsVerb reports whether the arguments, without the program's name, ask for a
// job without a window: a verb, an option, or a word that is no file. Files alone are
// opened, each in a window, as desktops call for all that were chosen at once.
func IsVerb(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if slices.Contains(verbs, args[0]) || strings.HasPrefix(args[0], "-") {
		return true
	}
	return slices.ContainsFunc(args, func(word string) bool {
		path := File(word)
		return !exists(path) && path == word && !strings.EqualFold(filepath.Ext(path), ".json") // a misspelled verb rather than a missing file
	})
}

// File is the path that an argument names: desktops may give a file: URI instead.
func File(argument string) string {
	if path, ok := file.PathOf(argument); ok {
		return path
	}
	return argument
}

// usageError says that a verb was called wrongly.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Run does what the arguments ask for and returns the exit code.
func Run(args []string, s Streams) int {
	root := rootCommand(s)
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitDone
	}
	for _, e := range parts(err) {
		s.say("%v", e)
	}
	var usage usageError
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// parts are the errors that were joined, one for each file that failed.
func parts(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

func rootCommand(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "resumax [FILE]...",
		Short: "A resume editor that shows the page as it prints and scores it while you write",
		Long: "resumax opens the editor, resumax FILE opens it on a JSON Resume file, or one of another program. If a window is open,\n" +
			"that one opens it; resumax --new-window FILE opens another one.\n" +
			"Each command below does one job without opening a window. “-” means standard input or output.\n\n" +
			"Exit codes: 0 done, 1 failed, 2 wrong usage.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       Version,
		Args: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return nil
			case exists(args[0]):
				return noFile(args)
			}
			return noVerb(c, args[0])
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetVersionTemplate("resumax {{.Version}}\n")
	root.SuggestionsMinimumDistance = 2
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%v: see “%s --help” for the options", err, c.CommandPath())
	})
	root.AddCommand(newCommand(s), exportCommand(s), convertCommand(s), scoreCommand(s), postingCommand(s), matchCommand(s), prepCommand(s), atsCommand(s), rolesCommand(s), designsCommand(s), formatsCommand(s), versionCommand(s))
	root.SetHelpCommand(helpCommand())
	addCompletion(root)
	addValues(root)
	for _, c := range append(root.Commands(), root) {
		c.DisableFlagsInUseLine = true // each names its own
	}
	return root
}

// arguments asks for a number of arguments; most is -1 for any.
func arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < least {
			return usagef("the file argument is missing: see “%s --help”", c.CommandPath())
		}
		if most >= 0 && len(args) > most {
			return usagef("unexpected argument “%s”: see “%s --help”", args[most], c.CommandPath())
		}
		return nil
	}
}

// choiceOf checks that an option has one of its values.
func choiceOf(option, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	return usagef("--%s is “%s”; valid values: %s", option, value, strings.Join(choices, ", "))
}

// today is the date of an option --today, or of the clock.
func today(option string) (time.Time, error) {
	if option == "" {
		return time.Now(), nil
	}
	t, err := time.Parse(time.DateOnly, option)
	if err != nil {
		return t, usagef("--today is “%s”; write a date like 2026-03-31", option)
	}
	return t, nil
}
