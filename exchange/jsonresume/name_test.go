package jsonresume

import (
	"encoding/xml"
	"os"
	"slices"
	"testing"
)

func TestSplitName(t *testing.T) {
	for path, want := range map[string][2]string{
		"a/Ada Lovelace.resume.json": {"Ada Lovelace", ".resume.json"},
		"Ada.Resume.JSON":            {"Ada", ".Resume.JSON"},
		"ada.json":                   {"ada", ".json"},
		"resume.json":                {"resume", ".json"},
		"resume.pdf":                 {"resume", ".pdf"},
		".resume.json":               {".resume", ".json"},
		"ada":                        {"ada", ""},
		"a.b.docx":                   {"a.b", ".docx"},
	} {
		if name, ending := SplitName(path); name != want[0] || ending != want[1] {
			t.Errorf("SplitName(%q) = %q, %q; want %q", path, name, ending, want)
		}
	}
}

// Linux desktops know new projects by their names.
func TestEndingIsTheMIMETypes(t *testing.T) {
	data, err := os.ReadFile("../../packaging/linux/io.github.resumax.ResuMax.xml")
	if err != nil {
		t.Fatal(err)
	}
	var info struct {
		Globs []struct {
			Pattern string `xml:"pattern,attr"`
		} `xml:"mime-type>glob"`
	}
	if err := xml.Unmarshal(data, &info); err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, g := range info.Globs {
		patterns = append(patterns, g.Pattern)
	}
	if !slices.Contains(patterns, "*"+Ending) {
		t.Errorf("the MIME type is for %q", patterns)
	}
}
