package upgrade

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"resumax/app/preferences"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/score"
	"resumax/storage/file"
	"resumax/storage/journal"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// homes are copies of what earlier versions left, by the name of the version.
func homes(t *testing.T) map[string]string {
	t.Helper()
	folders, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range folders {
		to := filepath.Join(t.TempDir(), f.Name())
		if err := os.CopyFS(to, os.DirFS(filepath.Join("testdata", f.Name()))); err != nil {
			t.Fatal(err)
		}
		all[f.Name()] = to
	}
	if len(all) < 6 {
		t.Fatalf("there are %d earlier versions", len(all))
	}
	return all
}

// each runs a test for each earlier version.
func each(t *testing.T, do func(t *testing.T, home string)) {
	t.Helper()
	for name, home := range homes(t) {
		t.Run(name, func(t *testing.T) { do(t, home) })
	}
}

// owner is where the journals' projects were.
const owner = "/home/ada/ada.json"

// Projects open without a problem, keep everything when they are saved, and can be
// printed and scored.
func TestProjects(t *testing.T) {
	each(t, func(t *testing.T, home string) {
		projects, err := filepath.Glob(filepath.Join(home, "*.json"))
		if err != nil || len(projects) == 0 {
			t.Fatal("no project", err)
		}
		for _, path := range projects {
			f, err := file.Load(path)
			if err != nil {
				t.Error(err)
				continue
			}
			if len(f.Problems) > 0 {
				t.Errorf("%s: %v", filepath.Base(path), f.Problems)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if again, _, err := codec.Parse(codec.Encode(f.Document), path); err != nil || !again.Equal(f.Document) {
				t.Errorf("%s is another one once it is saved (%v)", filepath.Base(path), err)
			}
			if got := members(t, codec.Encode(f.Document)); !subset(members(t, before), got) {
				t.Errorf("%s loses members when it is saved", filepath.Base(path))
			}
			r := f.Document.Resume()
			if filepath.Base(path) == "ada.json" && (!strings.HasSuffix(r.Basics.Name, " Saved") || len(r.Work) < 2 || len(r.Work[0].Highlights) == 0) {
				t.Errorf("of %s was read: %q, %d positions", filepath.Base(path), r.Basics.Name, len(r.Work))
			}
			if pages := len(render.Typeset(r, render.Options{}).Pages); pages == 0 {
				t.Errorf("%s has no page", filepath.Base(path))
			}
			if got := score.Document(f.Document, score.Options{Today: resume.Date{Year: 2026, Month: 12, Day: 1}}).Score; got < 50 {
				t.Errorf("%s has %v points", filepath.Base(path), got)
			}
		}
	})
}

// members are the values of a JSON text, by their address.
func members(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, w := range v {
				walk(at+"/"+k, w)
			}
		case []any:
			for _, w := range v {
				walk(at+"/-", w)
			}
		default:
			all[at] = v
		}
	}
	walk("", v)
	return all
}

func subset(some, all map[string]any) bool {
	for k := range some {
		if _, ok := all[k]; !ok {
			return false
		}
	}
	return true
}

// Work that was not saved is offered, with the file that it was made from.
func TestJournals(t *testing.T) {
	found := 0
	each(t, func(t *testing.T, home string) {
		folder := filepath.Join(home, "state", "resumax", "journal")
		if _, err := os.Stat(folder); err != nil {
			t.Skip("there were no journals yet")
		}
		all, faults := journal.Folder(folder).Recover(time.Now())
		if len(faults) > 0 || len(all) != 1 {
			t.Fatalf("%d recoveries, %v", len(all), faults)
		}
		found++
		r := all[0]
		if name := r.Document.Resume().Basics.Name; !strings.HasSuffix(name, " Saved Unsaved") || r.Path != owner || r.State != journal.Gone {
			t.Errorf("%q of %s, %v", name, r.Path, r.State)
		}
		r.Discard()
	})
	if found < 4 {
		t.Errorf("%d versions left a journal", found)
	}
}

// Earlier contents of files can be gone back to.
func TestVersions(t *testing.T) {
	each(t, func(t *testing.T, home string) {
		folder := filepath.Join(home, "state", "resumax", "versions")
		if _, err := os.Stat(folder); err != nil {
			t.Skip("there were no versions yet")
		}
		versions := journal.Archive(folder).Of(owner)
		list, err := versions.List()
		if err != nil || len(list) == 0 {
			t.Fatalf("%d versions, %v", len(list), err)
		}
		for _, v := range list {
			d, err := versions.Load(v)
			if err != nil || len(d.Resume().Work) < 2 {
				t.Errorf("%v: %v", v.Time, err)
			}
		}
	})
}

// Settings stay, and their file needs no repair.
func TestSettings(t *testing.T) {
	each(t, func(t *testing.T, home string) {
		path := filepath.Join(home, "config", "fyne", "io.github.resumax.ResuMax", "preferences.json")
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := preferences.Repair(path); err != nil {
			t.Error(err)
		}
		if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
			t.Errorf("the settings were repaired: %s becomes %s (%v)", before, after, err)
		}
		s := preferences.New(preferences.OpenDisk(filepath.Join(t.TempDir(), "preferences.json"), path, func(err error) { t.Error(err) }))
		if s.Theme() != widgets.Dark || s.Autosave() {
			t.Errorf("%s is read as theme %v, autosave %v", before, s.Theme(), s.Autosave())
		}
		if strings.Contains(string(before), "recent") && (!slices.Equal(s.Recent(), []string{owner}) || s.Folder() != filepath.Dir(owner)) {
			t.Errorf("%s is read as recent %q in %q", before, s.Recent(), s.Folder())
		}
	})
}

// What the user made stays: words, designs, roles and the history of scores.
func TestUserData(t *testing.T) {
	each(t, func(t *testing.T, home string) {
		own := userdata.Folder(filepath.Join(home, "config", "resumax"))
		if words, err := own.Words(); err != nil || !slices.Contains(words, "Zyntra") || !slices.Contains(words, "Kubeflux") {
			t.Errorf("the words are %q, %v", words, err)
		}
		designs, faults := own.Designs()
		if _, ok := designs.Find("mine"); !ok || len(faults) > 0 {
			t.Errorf("the design: %v, %v", ok, faults)
		}
		if _, none := os.Stat(own.RoleFolder()); none != nil {
			// Before there were roles of one's own.
		} else if _, ok, faults := own.Role("mine"); !ok || len(faults) > 0 {
			t.Errorf("the role: %v, %v", ok, faults)
		}
		scores, err := own.Scores()
		if err != nil {
			t.Error(err)
		}
		if _, there := os.Stat(own.ScoreFile()); there == nil && len(scores) == 0 {
			t.Error("the scores are gone")
		}
	})
}
