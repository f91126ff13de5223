package notices_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"resumax/assets"
	"resumax/assets/notices"
)

func TestNotices(t *testing.T) {
	all, err := notices.All()
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]notices.Notice{}
	for i, n := range all {
		if n.Name == "" || n.License == "" || len(n.Text) < 200 {
			t.Errorf("%q under %q says %.40q", n.Name, n.License, n.Text)
		}
		if strings.Contains(n.Name, "/") != (n.Version != "") {
			t.Errorf("%s has the version %q", n.Name, n.Version)
		}
		if _, twice := byName[n.Name]; twice {
			t.Errorf("%s is there twice", n.Name)
		}
		if i > 0 && strings.ToLower(n.Name) < strings.ToLower(all[i-1].Name) {
			t.Errorf("%s stands behind %s", n.Name, all[i-1].Name)
		}
		byName[n.Name] = n
	}
	for name, says := range map[string]string{
		"Go":                               "Copyright 2009 The Go Authors.",
		"PDFium":                           "Copyright 2014 The PDFium Authors",
		"Material icons":                   "Apache License",
		"fyne.io/fyne/v2":                  "theme/font/LICENSE_Inter.txt",
		"github.com/go-gl/glfw/v3.4/glfw":  "Marcus Geelnard",
		"github.com/go-text/typesetting":   "== harfbuzz/LICENSE ==",
		"github.com/tetratelabs/wazero":    "== NOTICE ==",
		"EB Garamond (font)":               "SIL OPEN FONT LICENSE",
		"English dictionaries (SCOWL)":     "Kevin Atkinson",
		"Hyphenation patterns (hyph-utf8)": "Dominik Wujastyk",
		"German, French, Spanish and Portuguese dictionaries": "Robyn Speer",
	} {
		if n, ok := byName[name]; !ok || !strings.Contains(n.Text, says) {
			t.Errorf("%s: there %v, does not say %q", name, ok, says)
		}
	}
}

// Every file of others that is embedded beside its license is named by it.
func TestAssetsHaveNotices(t *testing.T) {
	licenses, err := fs.Glob(assets.Fonts, "fonts/*/*.ttf")
	if err != nil || len(licenses) < 20 {
		t.Fatal(licenses, err)
	}
	for _, font := range licenses {
		if _, err := fs.Stat(assets.Fonts, path.Dir(font)+"/OFL.txt"); err != nil {
			t.Error(err)
		}
	}
	text, err := assets.Hyphenation.ReadFile("hyphenation/LICENSES.txt")
	if err != nil {
		t.Fatal(err)
	}
	patterns, err := fs.Glob(assets.Hyphenation, "hyphenation/*.gz")
	if err != nil || len(patterns) < 17 {
		t.Fatal(patterns, err)
	}
	for _, p := range patterns {
		if name := strings.TrimSuffix(path.Base(p), ".gz"); !strings.Contains(string(text), "\n"+name+"\n") {
			t.Errorf("hyphenation/LICENSES.txt does not name %s", name)
		}
	}
}
