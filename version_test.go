package main

import (
	"encoding/xml"
	"os"
	"regexp"
	"testing"
)

// What says a version says the same one: FyneApp.toml, which all builds read,
// the list of releases that software centers show, and the changelog, whose
// first heading may be for what is not released yet.
func TestVersions(t *testing.T) {
	v := version()
	if !regexp.MustCompile(`^\d+\.\d+\.\d+$`).MatchString(v) {
		t.Fatalf("FyneApp.toml says that the version is %q", v)
	}
	var metainfo struct {
		Releases []struct {
			Version string `xml:"version,attr"`
			Date    string `xml:"date,attr"`
		} `xml:"releases>release"`
	}
	data, err := os.ReadFile("packaging/linux/io.github.resumax.ResuMax.metainfo.xml")
	if err == nil {
		err = xml.Unmarshal(data, &metainfo)
	}
	if err != nil {
		t.Fatal(err)
	}
	if r := metainfo.Releases; len(r) == 0 || r[0].Version != v {
		t.Errorf("the newest of the metainfo's releases is %v, FyneApp.toml says %s", r, v)
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
	switch {
	case newest != "" && newest != v:
		t.Errorf("the newest version of the changelog is %s, FyneApp.toml says %s", newest, v)
	case newest == "" && len(metainfo.Releases) != 1:
		t.Errorf("the changelog has no version, and the metainfo has %d releases", len(metainfo.Releases))
	}
}
