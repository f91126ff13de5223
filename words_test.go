package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// unwanted are expressions that are not the field's terms, not American spelling, or
// idioms of other languages, with what to say instead.
var unwanted = []struct{ pattern, instead string }{
	{`what a hiring system reads`, "ATS check"},
	{`put the resume into PDFs|to open them again`, "Embed editable data in PDFs"},
	{`number further pages`, "Page numbers (from page 2)"},
	{`like the system\b`, "Use system theme"},
	{`larger page|smaller page`, "Zoom in, Zoom out"},
	{`keys and marks`, "Keyboard shortcuts, Formatting"},
	{`\bmy words\b`, "Custom dictionary"},
	{`section of your own`, "Custom section"},
	{`what the resume tells|choose a role to settle it|\bto settle\b`, "Target role, Detect automatically"},
	{`by its dates`, "from your dates"},
	{`not all yours yet|\ball the same\b`, "Sample text left, anyway"},
	{`lost otherwise`, "If you don't save, your changes will be lost"},
	{`no font has\b|not all of this is on the page`, "This character can't be printed: X"},
	{`begin from a role|all families|empty resume`, "Start from a role, All fields, Blank resume"},
	{`put away\b|take off this list|page before\b`, "Dismiss, Remove from list, Previous page"},
	{`will be saved mended|\bmended\b`, "ResuMax will fix this when you save"},
	{`as it came\b|dates stand|dates read\b|raggedness|quieter text|column's tint|sign's indent|photo's distance|may shrink`, "the settings' terms"},
	{`slip of the pen|\bslips\b`, "typo"},
	{`the machine's fonts|edit distance one`, "system fonts, edit distance 1"},
	{`is for you to`, "say who decides"},
	{`\be-mail`, "email"},
	{`\b(colou?risation|colour\w*|behaviour\w*|favour\w*|honour\w*|labour|neighbour\w*|centre[sd]?|metres?|theatre|catalogue\w*|licence\w*|grey\w*|labelled|labelling|modelled|modelling|cancelled|cancelling|travelled|fulfil|enrol|judgement|analyse[ds]?|organis\w*|recognis\w*|normalis\w*|initialis\w*|minimis\w*|optimis(e|ed|es|ing|ation)\b|summaris\w*|serialis\w*|customis\w*|capitalis\w*|whilst|amongst|programme)\b`, "American spelling"},
}

// britishAllowed are the places that need the British spelling: what is checked in
// other people's texts, and the names of settings in design files, which are a file format.
var britishAllowed = []string{"score/", "language/", "assets/spelling", "assets/words.toml", "assets/numbers.toml", "assets/titles.toml", "assets/languages", "assets/terms.toml", "assets/hyphenation", "assets/notices", "render/fonts/", "assets/structure", "assets/postings", "assets/match", "assets/applications", "assets/designs", "assets/examples", "cli/export.go", "exchange/europass", "assets/letters"}

// TestWords checks the words of the interface, the command line, the documents and the
// data.
func TestWords(t *testing.T) {
	type rule struct {
		*regexp.Regexp
		instead string
	}
	var rules []rule
	for _, u := range unwanted {
		rules = append(rules, rule{regexp.MustCompile(`(?i)` + u.pattern), u.instead})
	}
	texts := 0
	check := func(path string, line int, text string) {
		texts++
		for _, r := range rules {
			if r.instead == "American spelling" && allowed(path) {
				continue
			}
			if found := r.FindString(text); found != "" {
				t.Errorf("%s:%d says %q: %s", path, line, found, r.instead)
			}
		}
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "notices" || strings.HasPrefix(d.Name(), ".") && d.Name() != "."):
			return filepath.SkipDir
		case strings.HasSuffix(path, "_test.go"):
		case strings.HasSuffix(path, ".go"):
			return literals(path, check)
		case strings.HasSuffix(path, ".md"), strings.HasSuffix(path, ".toml") && !allowed(path), strings.HasSuffix(path, ".xml"), strings.HasSuffix(path, ".desktop"):
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for i, line := range strings.Split(string(data), "\n") {
				check(path, i+1, line)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if texts < 5000 {
		t.Errorf("only %d texts were found", texts)
	}
}

func allowed(path string) bool {
	for _, a := range britishAllowed {
		if strings.HasPrefix(filepath.ToSlash(path), a) {
			return true
		}
	}
	return false
}

// literals calls check with the text literals of a Go file.
func literals(path string, check func(path string, line int, text string)) error {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if _, ok := n.(*ast.ImportSpec); ok {
			return false
		}
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil && strings.Contains(s, " ") {
				check(path, files.Position(l.Pos()).Line, s)
			}
		}
		return true
	})
	return nil
}
