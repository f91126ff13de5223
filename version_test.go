package main

import (
	"os"
	"regexp"
	"testing"
)

// What says a version says the same one: FyneApp.toml, which all builds read, and the
// changelog, whose first heading may be for what is not released yet. Packages say what
// these say (tools/package).
func TestVersions(t *testing.T) {
	v := version()
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(v) {
		t.Fatalf("FyneApp.toml says that the version is %q", v)
	}
	changelog, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := regexp.MustCompile(`(?m)^## (?:\[?(\d+\.\d+\.\d+)\]?( .*)?|Unreleased)$`).FindAllStringSubmatch(string(changelog), -1)
	if len(headings) == 0 {
		t.Fatal("the changelog has no heading for a version")
	}
	newest := headings[0][1]
	if newest == "" && len(headings) > 1 {
		newest = headings[1][1]
	}
	if newest != "" && newest != v {
		t.Errorf("the newest version of the changelog is %s, FyneApp.toml says %s", newest, v)
	}
}
