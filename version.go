package main

import (
	_ "embed"

	"github.com/BurntSushi/toml"
)

// The file that Fyne's packager reads has the program's version too. It is the
// only place that says it: however the program is built, this is what it is.
//
//go:embed FyneApp.toml
var fyneApp string

// changes is what is new in each version, which the window shows.
//
//go:embed CHANGELOG.md
var changes string

// version is the program's version; a test holds that FyneApp.toml can be read.
func version() string {
	var app struct {
		Details struct{ Version string }
	}
	if _, err := toml.Decode(fyneApp, &app); err != nil {
		return "unknown"
	}
	return app.Details.Version
}
