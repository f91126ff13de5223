package cli

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/render/design"
	"resumax/resume/variant"
)

// completer is what a shell offers in place of a word that is being typed.
type completer func(c *cobra.Command, args []string) ([]cobra.Completion, cobra.ShellCompDirective)

// optionValues are what options take, by name, or by verb and name where one verb
// takes something else than the others. A test holds that no option is left out.
var optionValues = map[string]completer{
	"against":       resumeFiles,
	"design":        designIDs,
	"export format": formatIDs(exchange.Writers),
	"fit":           nothing,
	"format":        words("text", "json"),
	"from":          formatIDs(exchange.Readers),
	"output":        anyFile,
	"page":          words("a4", "letter"),
	"posting":       anyFile,
	"prep format":   words("text", "md", "json", "pdf"),
	"prep role":     targetRoleIDs,
	"report":        anyFile,
	"role":          roleIDs,
	"score role":    targetRoleIDs,
	"set":           settingKeys,
	"sheet":         words("brief", "cards"),
	"to":            formatIDs(exchange.Writers),
	"today":         nothing,
	"variant":       variantIDs,
}

// argumentValues are what verbs take that is no option; a verb that is missing
// takes nothing.
var argumentValues = map[string]completer{
	"ats":     files("pdf"),
	"convert": resumeFiles,
	"export":  resumeFiles,
	"match":   resumeFiles,
	"posting": anyFile,
	"prep":    resumeFiles,
	"resumax": anyFile, // and verbs
	"score":   resumeFiles,
}

// addValues tells Cobra what to complete. It asks the program itself at each press of
// Tab, so that roles and designs of the user's own are offered too.
func addValues(root *cobra.Command) {
	for _, c := range append(root.Commands(), root) {
		if c.Name() == "completion" { // Cobra's, which knows its shells
			continue
		}
		c.ValidArgsFunction = asked(argumentsOf(c))
		for name := range optionsOf(c) {
			if values := valuesOf(c, name); values != nil {
				// It fails for an option that is not there, and this one is.
				_ = c.RegisterFlagCompletionFunc(name, asked(values))
			}
		}
	}
}

func argumentsOf(c *cobra.Command) completer {
	if values, ok := argumentValues[c.Name()]; ok {
		return values
	}
	return nothing
}

// valuesOf is what an option takes, nil where that is not known.
func valuesOf(c *cobra.Command, option string) completer {
	if values, ok := optionValues[c.Name()+" "+option]; ok {
		return values
	}
	return optionValues[option]
}

func asked(values completer) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return values(c, args)
	}
}

func nothing(*cobra.Command, []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func anyFile(*cobra.Command, []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

// files completes to folders, and to files with one of the extensions.
func files(extensions ...string) completer {
	return func(*cobra.Command, []string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return extensions, cobra.ShellCompDirectiveFilterFileExt
	}
}

// resumeFiles completes to files of formats that resumes are read from.
func resumeFiles(c *cobra.Command, args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var extensions []string
	for _, f := range exchange.Readers() {
		extensions = append(extensions, f.Extensions...)
	}
	slices.Sort(extensions)
	return files(slices.Compact(extensions)...)(c, args)
}

func words(all ...string) completer {
	return func(*cobra.Command, []string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

func formatIDs(of func() []*format.Format) completer {
	return func(*cobra.Command, []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
		for _, f := range of() {
			all = append(all, cobra.CompletionWithDesc(f.ID, f.Name))
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}

func roleIDs(*cobra.Command, []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	roles, _ := home().Roles()
	for _, p := range roles {
		all = append(all, cobra.CompletionWithDesc(p.ID, p.Name))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// targetRoleIDs has the word for no role, too.
func targetRoleIDs(c *cobra.Command, args []string) ([]cobra.Completion, cobra.ShellCompDirective) {
	all, directive := roleIDs(c, args)
	return append(all, cobra.CompletionWithDesc("none", "No target role")), directive
}

func designIDs(*cobra.Command, []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	designs, _ := home().Designs()
	for _, d := range designs {
		all = append(all, cobra.CompletionWithDesc(d.ID, d.Name))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// settingKeys are the settings of a design, ready for their value.
func settingKeys(*cobra.Command, []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, f := range design.Default().Fields() {
		all = append(all, cobra.CompletionWithDesc(f.Key+"=", allowed(f)))
	}
	return all, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// variantIDs are the variants of the resume that the line names already.
func variantIDs(c *cobra.Command, args []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	if against := c.Flags().Lookup("against"); against != nil {
		path = against.Value.String()
	}
	if path == "" || path == "-" {
		return nothing(c, args)
	}
	src, err := read(path, nil)
	if err != nil {
		return nothing(c, args)
	}
	for _, v := range variant.List(src.document) {
		all = append(all, cobra.CompletionWithDesc(v.ID, v.Name))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// verbNames are the commands, for help.
func verbNames(c *cobra.Command, args []string) (all []cobra.Completion, _ cobra.ShellCompDirective) {
	if len(args) == 0 {
		for _, v := range c.Root().Commands() {
			all = append(all, cobra.CompletionWithDesc(v.Name(), v.Short))
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// optionsOf are the options of a verb, and whether each takes a value.
func optionsOf(c *cobra.Command) map[string]bool {
	all := map[string]bool{}
	c.Flags().VisitAll(func(f *pflag.Flag) { all[f.Name] = f.Value.Type() != "bool" })
	return all
}
