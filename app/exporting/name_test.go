package exporting

import (
	"testing"

	"resumax/app/tr"
)

// A letter's file is called a letter in the window's language, and its name has no spaces.
func TestNamesOfOtherFiles(t *testing.T) {
	t.Cleanup(func() { _ = tr.Use("en") })
	e := &Exporter{services: Services{Name: func() string { return "Ada" }}}
	for _, c := range []struct{ language, suffix, want string }{
		{"en", "letter", "Ada-letter"},
		{"de", "letter", "Ada-Anschreiben"},
		{"es", "brief", "Ada-hoja-de-entrevista"},
	} {
		if err := tr.Use(c.language); err != nil {
			t.Fatal(err)
		}
		if got := e.nameWith(c.suffix); got != c.want {
			t.Errorf("%s: a %s is called %q, want %q", c.language, c.suffix, got, c.want)
		}
	}
}
