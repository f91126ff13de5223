package userdata

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/role"
)

func TestDesigns(t *testing.T) {
	home := Folder(filepath.Join(t.TempDir(), "resumax"))
	shipped := len(design.All())
	if all, faults := home.Designs(); len(all) != shipped || len(faults) > 0 {
		t.Fatalf("without a folder: %d designs, %v", len(all), faults)
	}
	if all, faults := Folder("").Designs(); len(all) != shipped || len(faults) > 0 {
		t.Fatalf("nowhere: %d designs, %v", len(all), faults)
	}
	mine := design.Default().Named("mine", "Mine")
	path, err := home.SaveDesign(mine, false)
	if err != nil || filepath.Base(path) != "mine.toml" {
		t.Fatal(path, err)
	}
	for name, text := range map[string]string{"classic.toml": string(mine.Encode()), "broken.toml": "name = 1\n", "notes.md": "x"} {
		if err := os.WriteFile(filepath.Join(home.DesignFolder(), name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, faults := home.Designs()
	if found, ok := all.Find("mine"); len(all) != shipped+1 || !ok || found.Name != "Mine" {
		t.Errorf("found %v", all)
	}
	if len(design.All()) != shipped {
		t.Error("the designs that ship have become more")
	}
	words := errors.Join(faults...).Error()
	if len(faults) != 2 || !strings.Contains(words, filepath.Join(home.DesignFolder(), "broken.toml")+":1: ") ||
		!strings.Contains(words, filepath.Join(home.DesignFolder(), "classic.toml")+": a built-in design has this name") {
		t.Errorf("said %s", words)
	}
}

func TestSaveDesign(t *testing.T) {
	home := Folder(t.TempDir())
	mine := design.Default().Named("mine", "Mine")
	if _, err := home.SaveDesign(mine, false); err != nil {
		t.Fatal(err)
	}
	if _, err := home.SaveDesign(mine, false); !errors.Is(err, ErrTaken) {
		t.Errorf("a design is written over: %v", err)
	}
	if _, err := home.SaveDesign(mine.Named("mine", "Mine again"), true); err != nil {
		t.Error(err)
	}
	if all, _ := home.Designs(); all[len(all)-1].Name != "Mine again" {
		t.Error("it was not replaced")
	}
	for _, d := range []*design.Design{design.Default(), mine.Named("", "–")} {
		if _, err := home.SaveDesign(d, true); err == nil {
			t.Errorf("%q is saved", d.ID)
		}
	}
	if _, err := Folder("").SaveDesign(mine, false); err == nil {
		t.Error("saved nowhere")
	}
	if err := os.WriteFile(filepath.Join(string(home), "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Folder(filepath.Join(string(home), "file")).SaveDesign(mine, false); err == nil || !strings.Contains(err.Error(), "cannot be made") {
		t.Errorf("below a file: %v", err)
	}
}

func TestOwnRoles(t *testing.T) {
	home := Folder(t.TempDir())
	if all, faults := home.Roles(); len(faults) > 0 || len(all) != len(role.All()) {
		t.Fatalf("%d roles without own ones, %v", len(all), faults)
	}
	p := role.All()[0]
	own, err := role.FromResume(p.Sample(), "Mine", p.Bullets, p)
	if err != nil {
		t.Fatal(err)
	}
	path, err := home.SaveRole(own, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := home.SaveRole(own, false); !errors.Is(err, ErrTaken) {
		t.Errorf("saved over another one: %v", err)
	}
	if _, err := home.SaveRole(own, true); err != nil {
		t.Error(err)
	}
	if _, err := home.SaveRole(p, true); err == nil {
		t.Error("a role that ships was replaced")
	}
	for name, text := range map[string]string{"bad.toml": "id = \"bad\"\nname = 7\n", "taken.toml": string(must(os.ReadFile(path)))} {
		text = strings.Replace(text, `id = "mine"`, `id = "`+p.ID+`"`, 1)
		if err := os.WriteFile(filepath.Join(home.RoleFolder(), name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, faults := home.Roles()
	if got, ok := all.Find("mine"); !ok || got.Name != "Mine" || len(all) != len(role.All())+1 {
		t.Errorf("%d roles with an own one", len(all))
	}
	said := fmt.Sprint(faults)
	if len(faults) != 2 || !strings.Contains(said, filepath.Join(home.RoleFolder(), "bad.toml")+":2: ") || !strings.Contains(said, "a built-in role has the id “"+p.ID+"”") {
		t.Errorf("the faults are %v", faults)
	}
	if len(role.All()) == len(all) {
		t.Error("an own role is among those that ship")
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
