package exporting

import (
	"testing"

	"resumax/app/tr"
	"resumax/resume"
)

// What an export left out is named.
func TestExportedBut(t *testing.T) {
	defer func() { _ = tr.Use("en") }()
	var d resume.Document
	p := resume.Problem{Address: resume.Basics.Child("image"), Text: "is left out"}
	for tag, want := range map[string]string{"en": "Exported a.yaml, but Contact · Photo is left out", "es": "Exported a.yaml, pero no entero. Contacto · Foto: is left out"} {
		if err := tr.Use(tag); err != nil {
			t.Fatal(err)
		}
		if got := exportedBut("Exported a.yaml", d, p); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
}
