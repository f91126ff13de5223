package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"resumax/exchange"
	"resumax/render/design"
)

// Each option that takes a value says what the shell offers for it, and what is said of
// an option or a verb is said of one that there is.
func TestEveryOptionCompletes(t *testing.T) {
	used := map[string]bool{}
	root := rootCommand(Streams{})
	for _, c := range append(root.Commands(), root) {
		used[c.Name()] = true
		for name, takesValue := range optionsOf(c) {
			if !takesValue || c.Name() == "completion" {
				continue
			}
			if valuesOf(c, name) == nil {
				t.Errorf("%s --%s: nothing says what the shell offers", c.Name(), name)
			}
			used[name], used[c.Name()+" "+name] = true, true
		}
	}
	for key := range optionValues {
		if !used[key] {
			t.Errorf("optionValues has %q, which no verb takes", key)
		}
	}
	for verb := range argumentValues {
		if !used[verb] {
			t.Errorf("argumentValues has %q, which is no verb", verb)
		}
	}
	for _, c := range root.Commands() {
		_, given := argumentValues[c.Name()]
		if takes := strings.IndexFunc(firstArgument(c), unicode.IsUpper) == 0; takes != given {
			t.Errorf("“%s” takes an argument: %v, argumentValues has it: %v", c.Use, takes, given)
		}
	}
}

// firstArgument is the word of a verb's use behind its name, "" where that is an option.
func firstArgument(c *cobra.Command) string {
	words := strings.Fields(c.Use)
	if len(words) < 2 {
		return ""
	}
	return words[1]
}

// What the words before the cursor are answered with.
func TestCompletions(t *testing.T) {
	file := write(t, filepath.Join(t.TempDir(), "v.json"), `{"basics":{"name":"Ines Okafor"},"meta":{"resumax":{"variants":[{"id":"v1","name":"Two words","changes":[]}]}}}`)
	var readers, writers, settings []string
	for _, f := range exchange.Readers() {
		readers = append(readers, f.ID)
	}
	for _, f := range exchange.Writers() {
		writers = append(writers, f.ID)
	}
	for _, f := range design.Default().Fields() {
		settings = append(settings, f.Key+"=")
	}
	for _, c := range []struct {
		words []string
		want  []string // all of them
	}{
		{[]string{"export", file, "--format", ""}, writers},
		{[]string{"export", file, "--page", ""}, []string{"a4", "letter"}},
		{[]string{"export", file, "--fit", ""}, nil},
		{[]string{"export", file, "--set", ""}, settings},
		{[]string{"export", file, "--variant", ""}, []string{"v1"}},
		{[]string{"ats", "x.pdf", "--against", file, "--variant", ""}, []string{"v1"}},
		{[]string{"export", "missing.json", "--variant", ""}, nil},
		{[]string{"convert", file, "--from", ""}, readers},
		{[]string{"convert", file, "--to", "d"}, []string{"docx"}},
		{[]string{"score", file, "--format", ""}, []string{"text", "json"}},
		{[]string{"score", file, "--role", "no"}, []string{"none"}},
		{[]string{"new", "--role", "no"}, nil},
		{[]string{"new", "--role", "backend"}, []string{"backend-engineer"}},
		{[]string{"prep", file, "--format", ""}, []string{"text", "md", "json", "pdf"}},
		{[]string{"help", "for"}, []string{"formats"}},
		{[]string{"ex"}, []string{"export"}},
	} {
		r := run(append([]string{"__complete"}, c.words...)...).done(t)
		var got []string
		for line := range strings.Lines(r.out) {
			word, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if !strings.HasPrefix(word, ":") && strings.HasPrefix(word, c.words[len(c.words)-1]) { // as the shell does; “:” is Cobra's directive
				got = append(got, word)
			}
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(c.want))
		if !slices.Equal(got, want) {
			t.Errorf("%q is completed with %q, want %q", c.words, got, want)
		}
	}
}

// Bash, with the script that packages install, completes what is typed, by asking the
// program.
func TestBashCompletes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("the test is of completion in bash, which is not installed")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Symlink(self, filepath.Join(folder, "resumax")); err != nil {
		t.Skip("this system lets nobody make symbolic links, by which bash finds the program:", err)
	}
	script := write(t, filepath.Join(folder, "completion"), run("completion", "bash").silent(t).out)
	for _, c := range []struct{ line, want string }{
		{"resumax ex", "export"},
		{"resumax export x.json --form", "--format"},
		{"resumax export x.json --format do", "docx"},
		{"resumax new --role backend", "backend-engineer"},
		{"resumax help sco", "score"},
		{"resumax nothing-like-it", ""},
	} {
		words := strings.Fields(c.line)
		// Bash sets these variables when Tab is pressed, and takes the words of COMPREPLY. The
		// function of the package bash-completion that the script asks for the words is made here.
		ask := `_get_comp_words_by_ref() { words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=${words[cword]}; prev=${words[cword-1]}; }
_filedir() { :; }
__ltrim_colon_completions() { :; }
compopt() { :; }
. "$1"; shift
COMP_TYPE=9; COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
__start_resumax
printf '%s\n' "${COMPREPLY[@]}"`
		cmd := exec.Command(bash, append([]string{"--norc", "-c", ask, "bash", script}, words...)...)
		cmd.Env = append(os.Environ(), asProgram+"=1", "PATH="+folder+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != c.want {
			t.Errorf("%q is completed with %q (%v), want %q", c.line, got, err, c.want)
		}
	}
}

// The scripts of all shells ask the program, under its name.
func TestCompletionScripts(t *testing.T) {
	for shell, call := range map[string]string{
		"bash":       "complete -o default -F __start_resumax resumax",
		"zsh":        "#compdef resumax",
		"fish":       "complete -k -c resumax",
		"powershell": "-CommandName 'resumax'",
	} {
		if out := run("completion", shell).silent(t).out; !strings.Contains(out, call) || !strings.Contains(out, "__complete") {
			t.Errorf("the completions of %s lack %q", shell, call)
		}
	}
}
