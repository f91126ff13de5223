package picker

import (
	"strings"
	"testing"
)

func TestFilterList(t *testing.T) {
	resumes := []Filter{{Name: "Resumes", Extensions: []string{"json", "docx"}}, {Name: "Pictures", Extensions: []string{"png"}}}
	for _, c := range []struct {
		filters []Filter
		save    bool
		want    string
	}{
		{resumes, false, "Resumes (*.json;*.docx)|*.json;*.docx|Pictures (*.png)|*.png|All files (*.*)|*.*||"},
		{resumes, true, "Resumes (*.json;*.docx)|*.json;*.docx|Pictures (*.png)|*.png||"},
		{[]Filter{{Name: "Any", Extensions: strings.Split("a b c d e", " ")}}, true, "Any|*.a;*.b;*.c;*.d;*.e||"},
		{nil, true, "All files (*.*)|*.*||"},
	} {
		if got := strings.ReplaceAll(filterList(c.filters, c.save), "\x00", "|"); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
	if firstExtension(resumes) != "json" || firstExtension(nil) != "" || firstExtension([]Filter{{Name: "Any"}}) != "" {
		t.Error("first extension")
	}
}

// A name without an extension gets the whole ending of projects, not what the system would add.
func TestAddedExtension(t *testing.T) {
	projects := []Filter{{Name: "Projects", Extensions: []string{"json"}, Ending: ".resume.json"}}
	if got := addedExtension(projects); got != "" || withExtension("a", projects) != "a.resume.json" {
		t.Errorf("the system adds %q, we make it %s", got, withExtension("a", projects))
	}
	if got := addedExtension([]Filter{{Name: "PDF", Extensions: []string{"pdf"}}}); got != "pdf" {
		t.Error(got)
	}
}

func TestFolderURL(t *testing.T) {
	for folder, want := range map[string]string{
		"/Users/ada/Documents":    "file:///Users/ada/Documents",
		"/Users/ada/CVs & 100%#1": "file:///Users/ada/CVs%20&%20100%25%231",
	} {
		if got := folderURL(folder); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
