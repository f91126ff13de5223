package shell

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"resumax/app/tr"
)

// Every key that the guide names is one that is named in the interface's language.
func TestKeysAreNamedInEachLanguage(t *testing.T) {
	pages, err := filepath.Glob("../../docs/guide/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	named := map[string]bool{"Space": true, "Ctrl+Home": true}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`<kbd>(.*?)</kbd>`).FindAllStringSubmatch(string(text), -1) {
			named[m[1]] = true
		}
	}
	said := regexp.MustCompile(`^(.|F\d+|Alt|Tab|Super)$`)
	t.Cleanup(func() { _ = tr.Use("en") })
	for _, l := range tr.Languages()[1:] {
		if err := tr.Use(l.ID); err != nil {
			t.Fatal(err)
		}
		words := keyWords()
		for keys := range named {
			for _, key := range strings.FieldsFunc(keys, func(r rune) bool { return r == '+' }) {
				if words[key] == "" && !said.MatchString(key) {
					t.Errorf("%s: nothing names %q", l.ID, key)
				}
			}
		}
		own := map[string]string{"de": "Strg+Umschalt+Leertaste", "fr": "Ctrl+Maj+Espace", "es": "Ctrl+Mayús+Espacio", "pt-BR": "Ctrl+Shift+Espaço"}[l.ID]
		if got := keysText("Ctrl+Shift+Space", "linux"); got != own {
			t.Errorf("%s: %q, not %q", l.ID, got, own)
		}
		for key, name := range keyNames {
			if got, want := (Keys{Key: key}).on("linux"), words[name]; want != "" && got != want {
				t.Errorf("%s: the key %s is %q here and %q in the guide", l.ID, key, got, want)
			}
		}
	}
	_ = tr.Use("en")
	if got := (Keys{Key: "Space", Modifier: Mod}).on("darwin"); !slices.Contains([]string{"⌘Space", "⌃Space"}, got) {
		t.Error(got)
	}
}
