package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// The Flatpak has no permission for the network, nor for all files, and starts what the
// tarball installs.
func TestFlatpak(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "packaging", "flatpak", appID+".yml"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		ID      string   `yaml:"app-id"`
		Command string   `yaml:"command"`
		Finish  []string `yaml:"finish-args"`
		Modules []struct {
			Commands []string `yaml:"build-commands"`
			Sources  []struct{ Type, Path string }
		}
	}
	if err := yaml.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.ID != appID || manifest.Command != "resumax" || len(manifest.Finish) == 0 {
		t.Errorf("%+v", manifest)
	}
	for _, arg := range manifest.Finish {
		switch permission := strings.TrimPrefix(arg, "--"); permission {
		case "share=network", "filesystem=host", "filesystem=home", "socket=session-bus", "socket=system-bus", "device=all":
			t.Errorf("the Flatpak has the permission %s", permission)
		}
	}
	if len(manifest.Modules) != 1 || len(manifest.Modules[0].Commands) == 0 || manifest.Modules[0].Commands[0] != "make install PREFIX=/app" {
		t.Errorf("it is built by %+v", manifest.Modules)
	}
}
