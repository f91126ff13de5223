package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"resumax/app/tr"
	"resumax/exchange"
	"resumax/job/application"
	"resumax/job/letter"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
)

var updateTranslations = flag.Bool("update", false, "write the texts of the code into assets/translations/en.json, and drop from the others what is no longer used")

var confirmed = flag.String("confirm", "", "with -update: the keys, or all, whose translations still say what the English words say now")

// message is a text of the interface: one form, or those for numbers.
type message map[string]string

func (m message) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	var v any = map[string]string(m)
	if other, ok := m["other"]; ok && len(m) == 1 {
		v = other
	}
	err := e.Encode(v)
	return []byte(b.String()), err
}

func (m *message) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) == nil {
		*m = message{"other": text}
		return nil
	}
	var forms map[string]string
	err := json.Unmarshal(data, &forms)
	*m = forms
	return err
}

// forms are the plural forms of whole numbers by the Unicode CLDR, version 45.
var forms = map[string][]string{
	"en": {"one", "other"}, "de": {"one", "other"}, "fr": {"one", "many", "other"}, "es": {"one", "many", "other"}, "pt-BR": {"one", "many", "other"},
}

func translationFile(id string) string { return "assets/translations/" + id + ".json" }

func readTranslations(t *testing.T, id string) map[string]message {
	t.Helper()
	data, err := os.ReadFile(translationFile(id))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]message
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return all
}

func writeTranslations(t *testing.T, id string, all map[string]message) {
	t.Helper()
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "\t")
	if err := e.Encode(all); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(translationFile(id), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTranslations checks that en.json has the texts of the code, and that each other language says all of
// them, with the same placeholders, in its own words and all its plural forms.
func TestTranslations(t *testing.T) {
	texts := textsOfCode(t)
	for _, name := range engineWords(t) {
		texts["word."+name] = message{"other": name}
	}
	if len(texts) < 1500 {
		t.Errorf("only %d texts were found", len(texts))
	}
	if *updateTranslations {
		writeTranslations(t, "en", texts)
	}
	if !maps.EqualFunc(readTranslations(t, "en"), texts, func(a, b message) bool { return maps.Equal(a, b) }) {
		t.Error("en.json does not say what the code says: make translations")
	}
	for _, key := range changedEnglish(t, texts) {
		t.Errorf("%s: the English words have changed since it was translated: %q. Look at it in each language, then make translations CONFIRM=%s", key, texts[key]["other"], key)
	}
	same := sameInAll(t)
	for _, l := range tr.Languages()[1:] {
		all := readTranslations(t, l.ID)
		if *updateTranslations {
			maps.DeleteFunc(all, func(key string, _ message) bool { return texts[key] == nil })
			writeTranslations(t, l.ID, all)
		}
		equal := 0
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			english, own := texts[key], all[key]
			if own == nil {
				t.Errorf("%s lacks %s: %q", l.ID, key, english["other"])
				continue
			}
			want := []string{"other"}
			if len(english) > 1 {
				want = forms[l.ID]
			}
			if got := slices.Sorted(maps.Keys(own)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s: %s has the forms %v, not %v", l.ID, key, got, want)
			}
			for form, text := range own {
				if a, b := placeholders(text), placeholders(english["other"]); !slices.Equal(a, b) && !(form == "one" && slices.Equal(without(b, "Count"), a)) {
					t.Errorf("%s: %s (%s) has the placeholders %v, not %v", l.ID, key, form, a, b)
				}
				if strings.TrimSpace(text) != text || text == "" {
					t.Errorf("%s: %s (%s) is %q: spaces belong into the code", l.ID, key, form, text)
				}
			}
			if own["other"] == english["other"] && letters(english["other"]) && !same[l.ID+" "+english["other"]] {
				equal++
				t.Errorf("%s: %s is as in English, %q: translate it, or list it in same.txt", l.ID, key, own["other"])
			}
		}
		for key := range all {
			if texts[key] == nil {
				t.Errorf("%s: nothing says %s: make translations", l.ID, key)
			}
		}
	}
}

const englishFile = "assets/translations/english.txt"

// changedEnglish are the keys whose English words are not those that were translated. Of these there is a hash for each
// key in a file; new keys come into it, and changed ones once they are confirmed.
func changedEnglish(t *testing.T, texts map[string]message) (changed []string) {
	translated := readEnglish(t)
	now := map[string]string{}
	for key, m := range texts {
		now[key] = m.sum()
		if was, ok := translated[key]; ok && was != now[key] && !(*updateTranslations && (*confirmed == "all" || slices.Contains(strings.Split(*confirmed, ","), key))) {
			changed = append(changed, key)
			now[key] = was
		}
	}
	if *updateTranslations {
		var b strings.Builder
		b.WriteString("# The English words that were translated, as hashes: see README.md.\n")
		for _, key := range slices.Sorted(maps.Keys(now)) {
			b.WriteString(now[key] + " " + key + "\n")
		}
		if err := os.WriteFile(englishFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !maps.EqualFunc(translated, now, func(string, string) bool { return true }) {
		t.Errorf("%s has other keys than the code: make translations", englishFile)
	}
	slices.Sort(changed)
	return changed
}

// readEnglish are the hashes by their keys.
func readEnglish(t *testing.T) map[string]string {
	data, err := os.ReadFile(englishFile)
	if err != nil && !(*updateTranslations && os.IsNotExist(err)) {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if sum, key, ok := strings.Cut(strings.TrimSpace(line), " "); ok && sum != "#" {
			all[key] = sum
		}
	}
	return all
}

// sum is a hash of a text in all its forms.
func (m message) sum() string {
	h := sha256.New()
	for _, form := range slices.Sorted(maps.Keys(m)) {
		h.Write([]byte(form + "\x00" + m[form] + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil)[:4])
}

// A text whose English words have changed is found, a new one and one that is gone are not, and so is another plural.
func TestChangedEnglishIsFound(t *testing.T) {
	if *updateTranslations {
		t.Skip("the file is being written")
	}
	texts := map[string]message{}
	for key := range readEnglish(t) {
		texts[key] = nil
	}
	for key, m := range readTranslations(t, "en") {
		texts[key] = m
	}
	want := []string{"editor.bullets", "start.blank-resume"}
	for _, key := range want {
		m := maps.Clone(texts[key])
		if len(m) == 0 {
			t.Fatalf("there is no text %s", key)
		}
		for form := range m {
			m[form] += " now"
			break
		}
		texts[key] = m
	}
	if got := changedEnglish(t, texts); !slices.Equal(got, want) {
		t.Errorf("changed: %q, not %q", got, want)
	}
}

// sameInAll are the texts that a language says as English does: lines of same.txt, such as "de fr Export".
func sameInAll(t *testing.T) map[string]bool {
	data, err := os.ReadFile("assets/translations/same.txt")
	if err != nil {
		t.Fatal(err)
	}
	same := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		languages, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, id := range strings.Fields(languages) {
			same[id+" "+text] = true
		}
	}
	return same
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Za-z0-9]+)\}\}`)

// placeholders are the names of a text's placeholders, sorted.
func placeholders(text string) []string {
	names := []string{}
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func without(all []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == name })
}

// letters reports whether a text has words besides its placeholders.
func letters(text string) bool {
	return strings.IndexFunc(placeholder.ReplaceAllString(text, ""), unicode.IsLetter) >= 0
}

// engineWords are the names in the engine's tables that the window shows.
func engineWords(t *testing.T) []string {
	words := []string{"Contact", "File details", "letter", "brief", "questions", "country", "language", "strong", "partial"}
	for _, key := range []string{"work", "projects", "skills", "education", "certificates", "publications", "awards", "volunteer", "languages", "interests", "references", "custom"} {
		words = append(words, resume.ItemName(key), key) // sections that a PDF's text was read as are called by their keys
		words = append(words, fieldWords(resume.Fields(key))...)
	}
	for _, fields := range [][]resume.Field{resume.BasicsFields(), resume.LocationFields(), resume.ProfileFields()} {
		words = append(words, fieldWords(fields)...)
	}
	for _, s := range application.Statuses {
		words = append(words, s.Label())
	}
	for _, o := range application.Outcomes {
		words = append(words, o.Label())
	}
	for _, k := range application.FactKinds {
		words = append(words, k.Label())
	}
	for _, f := range append(exchange.Writers(), exchange.Readers()...) {
		words = append(words, f.Name, f.About)
	}
	for _, d := range design.All() {
		words = append(words, d.Name, d.Description)
	}
	for _, p := range role.All() {
		words = append(words, p.Family)
	}
	_, countries := letter.Countries()
	_, languages := letter.Languages()
	words = append(append(words, countries...), languages...)
	words = append(words, literalsIn(t, "score/check.go", "dimensions", 1)...)
	for _, table := range []string{"labels", "styleLabels", "settingsOfStyle"} {
		words = append(words, literalsIn(t, "render/design/label.go", table, 1)...)
	}
	words = append(words, sheetWords(t)...)
	words = append(words, stepWords(t)...)
	words = append(words, "Typing", "Back to base", "Keep this wording", "Use everywhere") // the session's steps
	slices.Sort(words)
	return slices.DeleteFunc(slices.Compact(words), func(w string) bool { return strings.TrimSpace(w) == "" })
}

// literalsIn are the texts of a table in a file: of each of its rows the one at a place, or the value of its key.
func literalsIn(t *testing.T, path, table string, at int) (texts []string) {
	ast.Inspect(parsed(t, path), func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || v.Names[0].Name != table {
			return true
		}
		for _, row := range v.Values[0].(*ast.CompositeLit).Elts {
			e := row
			switch row := row.(type) {
			case *ast.CompositeLit:
				e = row.Elts[at]
			case *ast.KeyValueExpr:
				e = row.Value
			}
			texts = append(texts, unquoted(t, e))
		}
		return false
	})
	if len(texts) < 5 {
		t.Fatalf("%s: %s has %q", path, table, texts)
	}
	return texts
}

// sheetWords are what the fields of application forms are called.
func sheetWords(t *testing.T) []string {
	words := []string{"number", "state", "expires"}
	ast.Inspect(parsed(t, "job/application/sheet.go"), func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok || !slices.Contains([]string{"s.group", "s.field", "s.noted", "numbered", "first"}, callee(c.Fun)) {
			return true
		}
		for _, a := range c.Args {
			if l, ok := a.(*ast.BasicLit); ok && l.Kind == token.STRING {
				words = append(words, unquoted(t, l))
			}
		}
		return true
	})
	return append(words, "Split from the full name: check it")
}

// stepWords are what a resume without anything to score is begun with.
func stepWords(t *testing.T) (words []string) {
	ast.Inspect(parsed(t, "score/card.go"), func(n ast.Node) bool {
		f, ok := n.(*ast.FuncDecl)
		if !ok || f.Name.Name != "firstSteps" {
			return true
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok && callee(c.Fun) == "add" {
				words = append(words, unquoted(t, c.Args[1]), unquoted(t, c.Args[2]))
			}
			return true
		})
		return false
	})
	if len(words) < 8 {
		t.Fatalf("first steps: %q", words)
	}
	return words
}

func parsed(t *testing.T, path string) *ast.File {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func unquoted(t *testing.T, e ast.Expr) string {
	s, err := strconv.Unquote(e.(*ast.BasicLit).Value)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fieldWords(fields []resume.Field) (words []string) {
	for _, f := range fields {
		words = append(words, f.Label)
		if f.Shape == resume.Bullets {
			words = append(words, strings.TrimSuffix(f.Label, "s"))
		}
	}
	return words
}

// textsOfCode are the texts that the code gives with their keys.
func textsOfCode(t *testing.T) map[string]message {
	texts := map[string]message{}
	eachText(t, func(path string, files *token.FileSet, file *ast.File) {
		atTop(file, func(call *ast.CallExpr, top bool) {
			name, of := calledText(path, call)
			if name == "" {
				return
			}
			at := files.Position(call.Pos())
			if top && name != "Error" {
				t.Errorf("%s: a text is translated when the package is initialized, before the language is chosen", at)
			}
			var said []string
			for _, a := range call.Args[:min(of, len(call.Args))] {
				l, ok := a.(*ast.BasicLit)
				if !ok {
					break
				}
				s, err := strconv.Unquote(l.Value)
				if err != nil {
					t.Error(err)
				}
				said = append(said, s)
			}
			if len(said) < of {
				if path != "widgets/monthpicker.go" && path != "app/tr/tr.go" { // which name months, and errors, by their keys
					t.Errorf("%s: a text's key and words are literals", at)
				}
				return
			}
			m := message{"other": said[of-1]}
			if name == "N" {
				m = message{"one": said[1], "other": said[2]}
			} else if name == "XN" {
				m = message{"one": said[1], "other": said[1]}
			}
			key := said[0]
			if was, ok := texts[key]; ok && !maps.Equal(was, m) {
				t.Errorf("%s: %s is %q here and %q elsewhere", at, key, m["other"], was["other"])
			}
			if strings.TrimSpace(m["other"]) != m["other"] {
				t.Errorf("%s: %q begins or ends with a space", at, m["other"])
			}
			texts[key] = m
		})
	})
	return texts
}

// calledText is the function of a call that translates a text, and how many of its first arguments are its key and words.
func calledText(path string, call *ast.CallExpr) (name string, literals int) {
	of := map[string]int{"T": 2, "N": 3, "Error": 2}
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		if ok && x.Name == "tr" && of[f.Sel.Name] > 0 {
			return f.Sel.Name, of[f.Sel.Name]
		}
		if ok && x.Name == "lang" && strings.HasPrefix(path, "widgets/") && (f.Sel.Name == "X" || f.Sel.Name == "XN") {
			return f.Sel.Name, 2
		}
	case *ast.Ident:
		if strings.HasPrefix(path, "app/tr/") && f.Name == "T" {
			return "T", 2
		}
	}
	return "", 0
}

// eachText calls f with the files of the window.
func eachText(t *testing.T, f func(path string, files *token.FileSet, file *ast.File)) {
	for _, root := range []string{"app", "widgets"} {
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "picturetest") {
				return err
			}
			files := token.NewFileSet()
			file, err := parser.ParseFile(files, path, nil, 0)
			if err == nil {
				f(filepath.ToSlash(path), files, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// atTop calls f with each call of a file, and whether it is made when the package is initialized.
func atTop(file *ast.File, f func(call *ast.CallExpr, top bool)) {
	for _, d := range file.Decls {
		_, function := d.(*ast.FuncDecl)
		depth := 0
		var visit func(n ast.Node) bool
		visit = func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				depth++
				ast.Inspect(n.Body, visit)
				depth--
				return false
			case *ast.CallExpr:
				f(n, !function && depth == 0)
			}
			return true
		}
		ast.Inspect(d, visit)
	}
}

// sinks are where a text reaches the screen whatever it looks like; other texts are looked at if they begin with a
// capital letter or have several words.
var sinks = regexp.MustCompile(`^(widgets|fyne|widget|dialog|shell)\.(New[A-Z]\w*|Option|Choice|ShowConfirm)$|\.(SetText|SetProblem|SetParsed|SetName|SetMissing|SetDetail|ShowError|Ask|AskText|Choose|Notice|Background|Cancellable|Sheet|WideSheet|SetTitle|SetPlaceHolder)$|\.Toaster\.Show$`)

// unseen are calls whose texts reach no screen.
var unseen = regexp.MustCompile(`^(panic|tr\.\w+|lang\.\w+|os\.\w+|windows\.\w+|dbus\.\w+|exec\.\w+|filepath\.\w+|strings\.(Has|Trim|Cut|Contains|Replace|Split|Index|ToLower|EqualFold|Fields|NewReplacer|Join)\w*|regexp\.\w+|strconv\.\w+|theme\.\w+|flag\.\w+|slices\.\w+|fyne\.(MeasureText|NewStaticResource)|paletteOf|.*\.(NewProc|Format|Write|SystemDialog|Getenv|Child|Get|With|Without|Within|TextAt|MetaAddress|log))$`)

// textsUntranslated are what is shown and is no word of a language, or is shown by no window, by file; "" is any file.
var textsUntranslated = map[string][]string{
	"": {"ResuMax", "PDF", "CSV", "Markdown"},
}

// TestNoTextIsLeftOut finds what reaches the screen without being translated.
func TestNoTextIsLeftOut(t *testing.T) {
	for _, l := range strings.Split(untranslated(t), "\n") {
		if file, text, ok := strings.Cut(l, ": "); ok && !strings.HasPrefix(l, "#") {
			textsUntranslated[file] = append(textsUntranslated[file], text)
		}
	}
	looked, used := 0, map[string]bool{}
	eachText(t, func(path string, files *token.FileSet, file *ast.File) {
		if strings.HasPrefix(path, "app/session/") || strings.HasPrefix(path, "app/trace/") || strings.HasPrefix(path, "app/tr/") {
			return // no text of theirs is shown as it is
		}
		var above []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				above = above[:len(above)-1]
				return true
			}
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			above = append(above, n)
			l, ok := n.(*ast.BasicLit)
			if !ok || l.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(l.Value)
			if err != nil {
				t.Fatal(err)
			}
			looked++
			shown := reaches(above)
			if shown == unshown || shown == perhaps && !readable(text) || longestWord(text) < 2 {
				return true
			}
			for _, of := range []string{"", path} {
				if slices.Contains(textsUntranslated[of], text) {
					used[of+": "+text] = true
					return true
				}
			}
			t.Errorf("%s: %q is shown without being translated", files.Position(l.Pos()), text)
			return true
		})
	})
	if looked < 5000 {
		t.Errorf("only %d texts were looked at", looked)
	}
	for file, texts := range textsUntranslated {
		for _, text := range texts {
			if !used[file+": "+text] {
				t.Errorf("%q of %q is said nowhere: remove it from the list", text, file)
			}
		}
	}
}

func untranslated(t *testing.T) string {
	data, err := os.ReadFile("assets/translations/untranslated.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const (
	unshown = iota
	perhaps // if it looks like a text
	surely
)

// reaches is whether a literal reaches the screen, by what is around it.
func reaches(above []ast.Node) int {
	child := above[len(above)-1]
	for i := len(above) - 2; i >= 0; i-- {
		switch n := above[i].(type) {
		case *ast.CallExpr:
			name := callee(n.Fun)
			switch {
			case child == n.Fun:
			case unseen.MatchString(name):
				return unshown
			case sinks.MatchString(name):
				return surely
			default:
				return perhaps
			}
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return unshown
			}
		case *ast.CaseClause:
			if e, ok := child.(ast.Expr); ok && slices.Contains(n.List, e) {
				return unshown
			}
			return perhaps
		case *ast.IndexExpr:
			return unshown
		case *ast.KeyValueExpr:
			if n.Key == child {
				return unshown
			}
			if k, ok := n.Key.(*ast.Ident); ok && slices.Contains([]string{"Label", "Title", "Text", "Note", "Hint", "Menu"}, k.Name) {
				return surely
			}
		case *ast.Field:
			return unshown
		case *ast.BlockStmt:
			return perhaps
		}
		child = above[i]
	}
	return perhaps
}

func callee(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return callee(e.X) + "." + e.Sel.Name
	case *ast.CallExpr:
		return callee(e.Fun) + "()"
	}
	return "?"
}

// readable reports whether a text looks like one for people: it begins with a capital letter, or has several words.
func readable(text string) bool {
	i := strings.IndexFunc(text, unicode.IsLetter)
	if i < 0 || strings.HasPrefix(text, "<svg") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(first) || strings.Contains(strings.TrimSpace(text), " ")
}

// longestWord is the most letters in a row.
func longestWord(text string) (longest int) {
	n := 0
	for _, r := range text {
		if n++; !unicode.IsLetter(r) {
			n = 0
		}
		longest = max(longest, n)
	}
	return longest
}
