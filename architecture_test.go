package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What each package may import of ours, itself included. ARCHITECTURE.md says why.
var mayImport = map[string][]string{
	"assets":              {},
	"assets/tomlfile":     {},
	"assets/notices":      {"assets"},
	"resume":              {"resume"},
	"storage/folders":     {"storage/folders"},
	"storage/filelock":    {"storage/filelock"},
	"storage/file":        {"storage/file", "storage/filelock", "storage/folders", "resume"},
	"language/terms":      {"language/terms", "assets"},
	"language/spelling":   {"language/spelling", "assets"},
	"language/verbs":      {"language/verbs", "language/spelling", "assets"},
	"language/langid":     {"language/langid", "assets"},
	"language/metric":     {"language/metric", "language/spelling", "assets"},
	"language/arithmetic": {"assets", "language/arithmetic", "language/metric"},
	"role":                {"role", "language/terms", "language/spelling", "resume", "assets"},
	"render":              {"render", "resume", "assets"},
	"storage/journal":     {"storage/journal", "storage/file", "storage/filelock", "storage/folders", "resume"},
	"storage/instance":    {"storage/instance", "storage/file", "storage/filelock", "storage/folders"},
	"storage/recents":     {"storage/recents", "storage/file", "storage/filelock"},
	"storage/crash":       {"storage/crash", "storage/file", "storage/filelock", "storage/folders"},
	"storage/userdata":    {"storage/userdata", "storage/file", "storage/filelock", "storage/folders", "role", "render", "assets/tomlfile"},
	"storage/systemfonts": {"storage/systemfonts", "storage/file", "storage/folders", "render"},
	"score":               {"score", "role", "language", "resume", "assets"},
	"exchange":            {"exchange", "language/spelling", "render", "resume", "assets"},
	"ats":                 {"ats", "exchange", "role", "render", "resume", "assets"},
	"job/application":     {"job/application", "job/posting", "exchange/charset", "resume", "assets"},
	"job/posting":         {"job/posting", "exchange", "language/terms", "language/langid", "resume", "assets"},
	"job/match":           {"job/match", "job/posting", "exchange/format", "role", "language/terms", "language/langid", "language/verbs", "resume", "assets"},
	"job/letter":          {"job/letter", "job/posting", "language", "render", "resume", "assets"},
	"interview":           {"interview", "job/posting", "job/match", "score", "role", "language", "resume", "assets"},
	"widgets":             {"widgets"},
	"cli":                 {"cli", "ats", "interview", "job", "exchange", "storage", "score", "role", "language", "render", "resume", "assets"},
	"docs/guide":          {},
	"app/tr":              {"app/tr", "assets", "resume"},
	"app/shell":           {"app/shell", "app/session", "app/tr", "app/trace", "widgets", "resume"},
	"app/trace":           {},
	"app/windowing":       {},
	"app/preferences":     {"app/preferences", "app/windowing", "widgets", "storage/file", "storage/filelock", "storage/folders"},
	"app":                 {"app", "docs/guide", "ats", "interview", "job", "exchange", "storage", "widgets", "score", "role", "language", "render", "resume", "assets"},
	"app/session":         {"app/session", "resume"},
	"app/picker":          {"app/picker", "app/tr", "widgets", "storage/file"},
	"app/printing":        {"app/printing", "app/tr", "render"},
	"app/appearance":      {},
	"app/opened":          {},
	"tools/bench":         {"tools/bench", "render", "storage/file", "resume"},
	"tools/e2e":           {"tools/e2e", "app/sample", "storage/file", "resume"},
	"tools/measure":       {"language/terms", "assets"},
	"tools/notices":       {},
	"tools/crosscheck":    {},
	"tools/wine":          {},
	"tools/pack":          {"score", "role", "language", "assets"},
	"tools/package":       {"cli", "assets/notices"},
	"tools/starts":        {},
	"tools/upgrade":       {"app/preferences", "widgets", "storage", "score", "render", "resume"},
	".":                   {"app", "cli"},
}

// Packages that may know a screen.
var mayShow = []string{"widgets", "app", "app/picker", "app/shell", "app/preferences", "app/tr", "app/windowing"}

// engine is what must be deterministic: it knows no disk, no clock and no locale.
var engine = []string{"assets", "assets/tomlfile", "assets/notices", "resume", "language/terms", "language/spelling", "language/metric", "language/arithmetic", "language/verbs", "language/langid", "role", "render", "exchange", "score", "ats", "job", "interview"}

// What of app/ all panes may use. Every other folder there is a pane or a screen,
// which knows none of the others.
var appShared = []string{"app/session", "app/shell", "app/tr", "app/trace", "app/preferences", "app/windowing", "app/picker", "app/printing", "app/thumbnails",
	"app/library", "app/scoring", "app/typesetting", "app/compare", "app/matching", "app/preparing"}

// fieldLimit is how many fields a struct of the window may have: one that holds
// more knows too much.
const fieldLimit = 16

// What the engine must not know: screens, clocks, processes, networks.
var impure = []string{"fyne.io/", "net", "net/http", "os/exec", "github.com/godbus/", "github.com/sqweek/"}

func TestImportsOnlyGoDown(t *testing.T) {
	eachImport(t, func(file, pkg, path string) {
		ours, ok := strings.CutPrefix(path, "resumax/")
		if !ok || strings.HasSuffix(file, "_test.go") && pkg == "." {
			return
		}
		allowed := slices.ContainsFunc(mayImport[pkg], func(p string) bool { return ours == p || strings.HasPrefix(ours, p+"/") })
		if !allowed {
			t.Errorf("%s imports %s: %s lies below it or beside it", file, path, pkg)
		}
	})
}

func TestEngineIsPure(t *testing.T) {
	eachImport(t, func(file, pkg, path string) {
		if slices.Contains(mayShow, pkg) || strings.HasPrefix(pkg, "tools/") || pkg == "." || pkg == "app/printing" || pkg == "app/appearance" || strings.HasSuffix(file, "_test.go") {
			return
		}
		for _, p := range impure {
			if path == p || strings.HasSuffix(p, "/") && strings.HasPrefix(path, p) {
				t.Errorf("%s imports %s, which this package must not know", file, path)
			}
		}
	})
}

func TestPanesKnowNoOther(t *testing.T) {
	eachImport(t, func(file, pkg, path string) {
		folder := filepath.ToSlash(filepath.Dir(file))
		ours, ok := strings.CutPrefix(path, "resumax/")
		if !ok || folder == "app" || !strings.HasPrefix(folder, "app/") || !strings.HasPrefix(ours, "app/") {
			return
		}
		if !slices.Contains(appShared, ours) {
			t.Errorf("%s imports %s: panes go through the window", file, path)
		}
	})
}

// The engine gives the same for the same input: it is handed files, fonts and the
// day.
func TestEngineIsDeterministic(t *testing.T) {
	eachFile(t, func(path, pkg string, file *ast.File) {
		if !slices.Contains(engine, pkg) || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(filepath.Dir(path), "test") {
			return
		}
		for _, i := range file.Imports {
			if name, _ := strconv.Unquote(i.Path.Value); name == "os" || name == "math/rand" || name == "math/rand/v2" {
				t.Errorf("%s imports %s", path, name)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since" || s.Sel.Name == "Local") {
					t.Errorf("%s asks the clock: time.%s", path, s.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestNoStructKnowsEverything(t *testing.T) {
	eachFile(t, func(path, pkg string, file *ast.File) {
		if !strings.HasPrefix(filepath.ToSlash(path), "app/") || strings.HasSuffix(path, "_test.go") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok && s.Fields.NumFields() > fieldLimit {
				t.Errorf("%s: %s has %d fields", path, spec.Name.Name, s.Fields.NumFields())
			}
			return true
		})
	})
}

// Fyne's controls that lose keys or the focus, and the replacement of each in
// widgets.
var replaced = map[string]string{
	"container.NewBorder": "NewBorder", "container.NewAppTabs": "NewTabs", "container.NewDocTabs": "NewTabs",
	"widget.NewButton": "NewButton", "widget.NewButtonWithIcon": "NewButtonWithIcon", "widget.NewSelect": "NewSelect",
	"widget.NewSelectEntry": "NewCombo", "widget.NewCheck": "NewCheck", "widget.NewCheckGroup": "NewChecks",
	"widget.NewSlider": "NewSlider", "widget.NewEntry": "NewTextField", "widget.NewMultiLineEntry": "NewTextArea",
	"widget.NewList": "NewList", "widget.NewPopUp": "ShowPopover", "widget.NewModalPopUp": "ShowModal",
	"widget.ShowPopUpMenuAtPosition": "ShowMenu", "widget.NewPopUpMenu": "ShowMenu",
}

func TestControlsAreOurs(t *testing.T) {
	eachFile(t, func(path, pkg string, file *ast.File) {
		if !strings.HasPrefix(pkg, "app") {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if of, ok := s.X.(*ast.Ident); ok && replaced[of.Name+"."+s.Sel.Name] != "" {
					t.Errorf("%s: %s.%s loses keys or the focus: use widgets.%s", path, of.Name, s.Sel.Name, replaced[of.Name+"."+s.Sel.Name])
				}
			}
			return true
		})
	})
}

// The program has no network code of its own: nothing is sent, nothing fetched.
func TestNothingIsSent(t *testing.T) {
	eachImport(t, func(file, pkg, path string) {
		if strings.HasSuffix(file, "_test.go") {
			return // a test may play the other end of a socket
		}
		if path == "net" || strings.HasPrefix(path, "net/") && path != "net/url" {
			t.Errorf("%s imports %s", file, path)
		}
	})
}

// eachImport calls f with every import of every Go file.
func eachImport(t *testing.T, f func(file, pkg, path string)) {
	t.Helper()
	eachFile(t, func(path, pkg string, file *ast.File) {
		for _, i := range file.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			f(path, pkg, name)
		}
	})
}

// eachFile calls f with every Go file.
func eachFile(t *testing.T, f func(path, pkg string, file *ast.File)) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "dist" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		files++
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := packageOf(filepath.ToSlash(filepath.Dir(path)))
		if _, ok := mayImport[pkg]; !ok {
			t.Errorf("%s: the package %s is not in ARCHITECTURE.md", path, pkg)
		}
		f(path, pkg, parsed)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Fatalf("only %d files were looked at", files)
	}
}

// packageOf is the longest listed package that a folder lies in.
func packageOf(folder string) string {
	for f := folder; ; f = filepath.ToSlash(filepath.Dir(f)) {
		if _, ok := mayImport[f]; ok || f == "." {
			if f == "." && folder != "." {
				return folder
			}
			return f
		}
	}
}
