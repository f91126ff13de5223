package preferences

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"resumax/storage/file"
)

// Whatever type the value of the recent files has, as after another
// version or an edit by hand, a file can be remembered.
func TestPreferencesOfAnotherKind(t *testing.T) {
	for _, v := range []any{7.0, 7, "a.json", true, []any{}, []any{"a"}, []float64{1, 2}, []bool{true}, []string{"a.json"}, nil} {
		p := New(test.NewTempApp(t).Preferences())
		p.values.(interface{ WriteValues(func(map[string]any)) }).WriteValues(func(values map[string]any) {
			values[keyRecent], values[keyWidth], values[panesKey(Medium, "write")], values[keyTheme], values[keyEmbed] = v, v, v, v, v
		})
		p.Remember("b.json")
		if got := p.Recent(); len(got) == 0 || got[0] != "b.json" {
			t.Errorf("%T: %q", v, got)
		}
		p.Forget("b.json")
		if got := p.Recent(); slices.Contains(got, "b.json") {
			t.Errorf("%T: %q", v, got)
		}
		_, _, _, _ = p.Size(), p.Widths(Medium, "write"), p.Theme(), p.Embed()
		p.SetSize(p.Size())
		p.SetWidths(Medium, "write", []float32{1, 2})
		p.SetEmbed(true)
		if !p.Embed() {
			t.Errorf("%T: not kept", v)
		}
	}
}

func TestFile(t *testing.T) {
	for _, c := range []struct{ system, home, config, want string }{
		{"linux", "/home/ada", "/home/ada/.config", "/home/ada/.config/fyne/id/preferences.json"},
		{"linux", "", "/etc/ada", "/etc/ada/fyne/id/preferences.json"},
		{"darwin", "/Users/ada", "/Users/ada/Library/Application Support", "/Users/ada/Library/Preferences/fyne/id/preferences.json"},
		{"windows", "/Users/Ada", "/elsewhere/Roaming", "/Users/Ada/AppData/Roaming/fyne/id/preferences.json"},
		{"windows", "", "/elsewhere/Roaming", ""},
		{"linux", "/home/ada", "", ""},
	} {
		if got := filepath.ToSlash(fileOn(c.system, c.home, c.config, "id")); got != c.want {
			t.Errorf("%s: %q, want %q", c.system, got, c.want)
		}
	}
}

// Paths that name one file where case does not part names are one recent file there.
func TestRecentFilesByName(t *testing.T) {
	p := New(test.NewTempApp(t).Preferences())
	p.Remember("/cv/Ada.json")
	p.Remember("/cv/ada.json")
	want := 2
	if file.Fold("A") == file.Fold("a") {
		want = 1
	}
	if got := p.Recent(); len(got) != want || got[0] != "/cv/ada.json" {
		t.Errorf("%q", got)
	}
}

func TestRepairPreferences(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	for text, want := range map[string]string{
		`{"recent":7,"theme":1}`:                             `{"theme":1}`,
		`{"recent":["a",1],"folder":"/a"}`:                   `{"folder":"/a"}`,
		`{"later":[1,"a"],"panes.page":true}`:                `{"panes.page":true}`,
		`{"recent":null,"window.width":"wide","later":{}}`:   `{"later":{}}`,
		`{"page.zoom.wide":1,"page.zoom":1.2}`:               `{"page.zoom":1.2}`,
		`{"recent":["a","b"],"window.width":800,"later":[]}`: "",
		`{"recent":[]}`: "",
		`{"recent":`:    "",
		`[]`:            "",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Repair(path); err != nil {
			t.Error(err)
		}
		if want == "" {
			want = text
		}
		if got, _ := os.ReadFile(path); strings.TrimSpace(string(got)) != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := Repair(path); err != nil {
		t.Error("without a file:", err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Repair(path); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("what is no file stays in its place")
	}
}
