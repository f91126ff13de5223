package app

import (
	"encoding/json"
	"image/png"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	guidepane "resumax/app/guide"
	"resumax/app/shell"
	"resumax/assets"
	"resumax/docs/guide"
	"resumax/widgets"
)

// guideText is a page of the guide, or its table of contents, without what is no text: lines of programs.
func guideTexts(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, p := range guide.Pages() {
		all[p.ID] = p.Text
	}
	data, err := os.ReadFile("../docs/guide/README.md")
	if err != nil {
		t.Fatal(err)
	}
	all["README"] = string(data)
	return all
}

// Every page is in the table of contents, and every one there is a page.
func TestGuideIsWhole(t *testing.T) {
	files, err := os.ReadDir("../docs/guide")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]bool{"README": true}
	for _, p := range guide.Pages() {
		pages[p.ID] = true
	}
	n := 0
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".md"); ok {
			if n++; !pages[name] {
				t.Errorf("%s is not in the table of contents", f.Name())
			}
		}
	}
	if n != len(pages) || n < 12 {
		t.Errorf("%d files, %d pages", n, len(pages))
	}
	for _, p := range guide.Pages() {
		blocks := guidepane.Read(p.Text, namesOf())
		if len(blocks) < 4 || blocks[0].Kind != widgets.ProseHeading || blocks[0].Text() != p.Title {
			t.Errorf("%s: the page begins otherwise than the table of contents calls it", p.ID)
		}
	}
}

var (
	linkIn    = regexp.MustCompile(`(!?)\[[^\]]*\]\(([^)]+)\)`)
	commandIn = regexp.MustCompile(`(?s)(?:^|[^*])\*([^*]+▸[^*]+)\*`)
	boldIn    = regexp.MustCompile(`(?s)\*\*([^*]+)\*\*`)
	keyIn     = regexp.MustCompile(`<kbd>([^<]+)</kbd>`)
	codeIn    = regexp.MustCompile("(?s)```.*?```|`[^`]*`")
)

// Links lead to pages and headings that are there, and pictures to pictures.
func TestGuideLinks(t *testing.T) {
	texts := guideTexts(t)
	headings := map[string]bool{}
	for id, text := range texts {
		for _, b := range guidepane.Read(text, namesOf()) {
			if b.Kind == widgets.ProseHeading {
				headings[id+"#"+b.ID] = true
			}
		}
	}
	links, pictures := 0, 0
	for id, text := range texts {
		for _, m := range linkIn.FindAllStringSubmatch(codeIn.ReplaceAllString(text, ""), -1) {
			to := m[2]
			if m[1] == "!" {
				pictures++
				f, err := os.Open(path.Join("../docs/guide", to))
				if err != nil {
					t.Errorf("%s: %v", id, err)
					continue
				}
				if _, err := png.DecodeConfig(f); err != nil {
					t.Errorf("%s: %s is no picture: %v", id, to, err)
				}
				f.Close()
				continue
			}
			links++
			page, heading, has := strings.Cut(to, "#")
			name, isPage := strings.CutSuffix(page, ".md")
			if page == "" {
				name, isPage = id, true
			}
			if _, ok := texts[name]; !isPage || !ok || has && !headings[name+"#"+heading] {
				t.Errorf("%s: the link %s leads nowhere", id, to)
			}
		}
	}
	if links < 15 || pictures < 8 {
		t.Errorf("%d links, %d pictures", links, pictures)
	}
}

// The pictures of the documentation are small enough to be fetched with it.
func TestPicturesAreSmall(t *testing.T) {
	total := int64(0)
	for _, folder := range []string{"../docs", "../docs/guide/pictures"} {
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if info, err := f.Info(); err == nil && path.Ext(f.Name()) == ".png" {
				total += info.Size()
			}
		}
	}
	if total < 100<<10 || total > 2<<20 {
		t.Errorf("the pictures take %d kB", total>>10)
	}
}

// fieldKeys are keys that fields, lists and practice answer: they are no commands.
var fieldKeys = []string{"Enter", "Backspace", "Space", "Esc", "1", "4", "Tab", "Up", "Down", "Page Up", "Page Down", "Ctrl+Left", "Ctrl+Right", "Shift+Enter"}

// Every command that the guide names is in the table of commands, under that menu, with these keys, and every command
// with keys is on the page about the keyboard.
func TestGuideNamesCommands(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	keys := map[string]string{} // of "Menu ▸ Command"
	all := map[string]bool{}
	w.shell.Commands.Each(func(menu string, c shell.Command) {
		if !strings.Contains(menu, "▸") {
			keys[menu+" ▸ "+c.Label] = spoken(c.Keys.String())
			all[spoken(c.Keys.String())] = true
		}
	})
	named := 0
	for id, text := range guideTexts(t) {
		text = codeIn.ReplaceAllString(text, "")
		for _, m := range commandIn.FindAllStringSubmatchIndex(text, -1) {
			name := strings.Join(strings.Fields(text[m[2]:m[3]]), " ")
			own, ok := keys[name]
			if named++; !ok {
				t.Errorf("%s: there is no command %q", id, name)
				continue
			}
			after := strings.TrimLeft(text[m[3]+1:], " \n")
			if k := keyIn.FindStringSubmatch(after); k != nil && strings.HasPrefix(after, "(<kbd>") && k[1] != own {
				t.Errorf("%s: %q has the keys %q, not %q", id, name, own, k[1])
			}
		}
		for _, k := range keyIn.FindAllStringSubmatch(text, -1) {
			if !all[k[1]] && !slices.Contains(fieldKeys, k[1]) {
				t.Errorf("%s: nothing has the keys %q", id, k[1])
			}
		}
	}
	if named < 40 {
		t.Errorf("only %d commands are named", named)
	}
	page := guideTexts(t)["keyboard"]
	for name, k := range keys {
		_, label, _ := strings.Cut(name, " ▸ ")
		if k != "" && !strings.Contains(page, "| <kbd>"+k+"</kbd> | "+strings.TrimSuffix(label, "…")+" |\n") {
			t.Errorf("the page about the keyboard lacks | <kbd>%s</kbd> | %s |", k, strings.TrimSuffix(label, "…"))
		}
	}
}

// spoken is how the guide writes keys.
func spoken(keys string) string { return strings.ReplaceAll(keys, "−", "-") }

// What the guide says in bold is a text of the window.
func TestGuideNamesTexts(t *testing.T) {
	data, err := assets.Translations.ReadFile("translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, text := range all {
		if s, ok := text.(string); ok {
			known[strings.TrimSuffix(s, "…")] = true
		}
	}
	n := 0
	for id, text := range guideTexts(t) {
		for _, m := range boldIn.FindAllStringSubmatch(codeIn.ReplaceAllString(text, ""), -1) {
			if n++; !known[strings.TrimSuffix(strings.Join(strings.Fields(m[1]), " "), "…")] {
				t.Errorf("%s: the window says %q nowhere", id, m[1])
			}
		}
	}
	if n < 15 {
		t.Errorf("only %d texts", n)
	}
}

// F1 opens the page about what is shown, and Escape leads back to it.
func TestGuideFollowsTheMode(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	f1 := func() string {
		w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyF1})
		return w.help.guide.Page()
	}
	escape := func() { w.shell.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	w.showStart()
	if got := f1(); got != "start" {
		t.Errorf("on the start screen it opens %q", got)
	}
	escape()
	w.project.Open(sampleFile(t))
	for id, want := range map[string]string{"write": "write", "design": "design", "tailor": "tailor", "prepare": "prepare", "applications": "applications", "letter": "letter"} {
		w.shell.Commands.Run(id)
		before := w.shell.Screens.Top()
		if got := f1(); got != want {
			t.Errorf("in %s it opens %q", id, got)
		}
		if f1() != want {
			t.Errorf("once more, it opens another page")
		}
		escape()
		if w.shell.Screens.Top() != before {
			t.Errorf("Escape does not lead back to %s", id)
		}
	}
}

func TestSampleOpens(t *testing.T) {
	w, _ := newTestWindow(t, 1360, 820)
	w.showStart()
	w.shell.Commands.Run("sample")
	now := w.session.Now()
	if now.Path != "" || w.session.File().Dirty || now.Resume.Basics.Name != "Maya Lindqvist" || len(w.variants.All()) != 1 {
		t.Fatalf("path %q, changed %v, %q, %d variants", now.Path, w.session.File().Dirty, now.Resume.Basics.Name, len(w.variants.All()))
	}
	if !w.editing() || w.shell.Toaster.Text() == "" {
		t.Error("nothing says what it is")
	}
	w.shell.Commands.Run("tailor")
	if r := w.matching.Last(); r == nil || r.Match < 50 {
		t.Errorf("the match is %+v", r)
	}
	w.shell.Commands.Run("letter")
	w.shell.Commands.Run("prepare")
	w.close()
	if w.project.IsOpen() {
		t.Error("closing it asks, although nothing was changed")
	}
}

// The tour is shown once, takes no key from the field that has the focus, and ends with Escape.
func TestTour(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 900)
	w.welcome = true
	path := sampleFile(t)
	w.project.Open(path)
	shown := func() bool { return w.help.tour != nil && w.help.tour.Shown() }
	if !shown() {
		t.Fatal("who sees a resume for the first time is not shown around")
	}
	focused := w.shell.Window.Canvas().Focused()
	if focused == nil {
		t.Fatal("nothing has the focus")
	}
	before := w.session.Now().Revision
	test.Type(focused, "A")
	if w.session.Now().Revision == before || !shown() {
		t.Error("one can't type on")
	}
	for at := range 4 {
		if w.help.tour.At() != at {
			t.Errorf("step %d, want %d", w.help.tour.At(), at)
		}
		w.shell.Commands.Run("tour")
	}
	if shown() || !w.prefs.TourSeen() {
		t.Error("it does not end")
	}
	w.session.Undo()
	w.project.Open(path)
	if shown() {
		t.Error("it is shown again")
	}
	w.shell.Commands.Run("preferences")
	press(t, w, "Show the tour again")
	if !shown() || !w.shell.Free() {
		t.Fatal("the preferences do not show it again")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if shown() {
		t.Error("Escape does not skip it")
	}
	w.startTour()
	w.shell.Commands.Run("guide")
	if shown() {
		t.Error("it lies over the guide")
	}
	w.close() // the guide
	w.close()
	w.shell.Commands.Run("tour")
	if !shown() || w.session.Now().Resume.Basics.Name != "Maya Lindqvist" {
		t.Error("without a resume it is not shown on the sample")
	}
}

// What is new is shown once after an update, and never at the first start.
func TestNews(t *testing.T) {
	changes := "# Changelog\n\n## Unreleased\n\n- Later\n\n## 1.2.0 - 2026-05-01\n\n- Newer\n\n## [1.1.0]\n\n- Older\n\n## 1.0.0\n\n- Oldest\n"
	says := func(version string) string {
		return textOf(guidepane.News(changes, version, "1.3.0", namesOf()))
	}
	for version, want := range map[string]string{"": "1.3.0 Later", "1.2.0": "1.3.0 Later", "1.1.0": "1.3.0 Later 1.2.0 - 2026-05-01 Newer", "1.0.0": "1.3.0 Later 1.2.0 - 2026-05-01 Newer [1.1.0] Older", "0.9.0": "1.3.0 Later"} {
		if got := says(version); got != want {
			t.Errorf("since %q: %q, want %q", version, got, want)
		}
	}
	w, _ := newTestWindow(t, 1024, 700)
	w.welcome, w.changes = true, changes
	w.showStart()
	for _, c := range []struct {
		version string
		shown   bool
	}{{"1.0.0", false}, {"1.0.0", false}, {"1.2.0", true}, {"1.2.0", false}} {
		w.version = c.version
		w.sayUpdated()
		if w.shell.Free() == c.shown {
			t.Errorf("at a start of %s it is shown: %v", c.version, !c.shown)
		}
		if !w.shell.Free() {
			press(t, w, "Close")
		}
	}
	w.shell.Commands.Run("news")
	if w.shell.Free() {
		t.Error("the menu does not show it")
	}
}

func textOf(blocks []widgets.ProseBlock) string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text())
	}
	return strings.Join(all, " ")
}

func TestGuideLooks(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height float32
		choice        widgets.Choice
		page, search  string
	}{
		{"guide-page-light", 1440, 900, widgets.Light, "start", ""},
		{"guide-page-dark", 1440, 900, widgets.Dark, "command-line", ""},
		{"guide-search", 1024, 700, widgets.Light, "write", "bullet"},
		{"guide-wide-dark", 2560, 1440, widgets.Dark, "keyboard", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, _ := newTestWindow(t, c.width, c.height)
			w.setTheme(c.choice)
			w.showStart()
			w.showGuide(c.page)
			if c.search != "" {
				test.Type(w.shell.Window.Canvas().Focused(), c.search)
			}
			w.shell.Window.Canvas().Unfocus()
			checkGolden(t, w.shell.Window, c.name)
		})
	}
	t.Run("tour", func(t *testing.T) {
		w, _ := newTestWindow(t, 1024, 700)
		w.setTheme(widgets.Dark)
		w.shell.Commands.Run("sample")
		w.shell.Toaster.Hide()
		w.startTour()
		w.stepTour()
		w.shell.Window.Canvas().Unfocus()
		checkGolden(t, w.shell.Window, "tour")
	})
}
