package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/storage/userdata"
)

// ownDesigns makes designs of the user's own for a test.
func ownDesigns(t *testing.T, files map[string]string) {
	t.Helper()
	folder := userdata.Folder(t.TempDir())
	if err := os.MkdirAll(folder.DesignFolder(), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, filepath.Join(folder.DesignFolder(), name), text)
	}
	was := home
	home = func() userdata.Folder { return folder }
	t.Cleanup(func() { home = was })
}

func TestOwnDesigns(t *testing.T) {
	ownDesigns(t, map[string]string{"mine.toml": string(design.Default().Named("mine", "Mine").Encode()), "broken.toml": "[page"})
	list := run("designs").done(t)
	if !strings.Contains(list.out, "\nmine ") || !strings.Contains(list.err, "broken.toml:1: ") {
		t.Errorf("%s\n%s", list.out, list.err)
	}
	file := fixture(t)
	run("export", file, "--design", "mine", "-o", filepath.Join(t.TempDir(), "x.pdf")).silent(t)
	bad := run("export", file, "--design", "broken")
	if bad.code != exitUsage {
		t.Errorf("exit code %d", bad.code)
	}
	checkMessages(t, bad.err, "broken.toml:1: ", "there is no design “broken”")
}

func TestSet(t *testing.T) {
	file := fixture(t)
	plain := run("export", file, "-o", "-").silent(t).out
	set := run("export", file, "-o", "-", "--set", "scale.text=1.1", "--set", "dates.format=iso").silent(t).out
	if plain == set {
		t.Error("the settings change nothing")
	}
	for text, want := range map[string]string{
		"scale.txt=1":        "“scale.txt” is not a setting of a design",
		"scale.text=big":     "scale.text: “big” is not a number",
		"scale.text":         "scale.text: “” is not a number",
		"scale.text=9":       "scale.text: 9 is not between 0.7 and 1.5",
		"photo.hidden=maybe": "photo.hidden: “maybe” is neither true nor false",
		"dates.place=left":   `dates.place: "left" is not one of right, above, below`,
	} {
		run("export", file, "-o", "-", "--set", text).refused(t, exitUsage, want)
	}
}

// Settings stand in the resume too, each with its address where it cannot be.
func TestSettingsOfAResume(t *testing.T) {
	plain := run("export", fixture(t), "-o", "-").silent(t).out
	with := func(settings string) string {
		const role = `"role": "backend-engineer"`
		text := strings.Replace(readFile(t, fixture(t)), role, role+`, "settings": {"classic": `+settings+`}`, 1)
		return write(t, filepath.Join(t.TempDir(), "r.json"), text)
	}
	if run("export", with(`{"page": {"left": 30}}`), "-o", "-").silent(t).out == plain {
		t.Error("the setting changes nothing")
	}
	bad := run("export", with(`{"page": {"left": 300, "middle": 2}, "style": 3}`), "-o", "-").done(t)
	if bad.out != plain {
		t.Error("what cannot be has changed the page")
	}
	checkMessages(t, bad.err, "/meta/resumax/settings/classic/page/left", "page.left: 300 is not between 5 and 60",
		"“page.middle” is not a setting of a design", "“style” is not a setting of a design")
	if out := run("export", with(`{"page": {"left": 30}}`), "-o", "-", "--design", "modern").silent(t).out; out != run("export", fixture(t), "-o", "-", "--design", "modern").silent(t).out {
		t.Error("settings of one design change another")
	}
}

func TestListOfSettings(t *testing.T) {
	out := run("designs", "--settings").silent(t).out
	for _, f := range design.Default().Fields() {
		if !strings.Contains(out, f.Key+" ") {
			t.Errorf("%s is not listed", f.Key)
		}
	}
	for _, what := range []string{"page.top ", " right, above, below\n", " 5 to 72\n", " true, false\n", " a color such as #1f4263\n"} {
		if !strings.Contains(out, what) {
			t.Errorf("%q is not listed", what)
		}
	}
}
