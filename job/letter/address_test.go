package letter

import (
	"testing"

	"resumax/render/outline"
	"resumax/resume"
)

// The town of an address that was typed into one line stands on a line of its own where a postal code
// says where it begins, and each line is where it was typed.
func TestAddressOfOneLine(t *testing.T) {
	for typed, want := range map[string]string{
		"Industriestraße 5, 49084 Osnabrück":     "Industriestraße 5\n 49084 Osnabrück",
		"Haus B, Am Markt 1, 8001 Zürich":        "Haus B, Am Markt 1\n 8001 Zürich",
		"12 rue des Tilleuls, F-69001 Lyon":      "12 rue des Tilleuls\n F-69001 Lyon",
		"12 Water Street, Springfield, IL 62701": "12 Water Street, Springfield, IL 62701",
		"Am Markt 1\n8001 Zürich, Suisse":        "Am Markt 1\n8001 Zürich, Suisse",
		"Osnabrück":                              "Osnabrück",
	} {
		l := Letter{Country: "DE", Language: "de", To: Addressee{Employer: "X", Address: typed}}
		for _, text := range l.Outline("/letter", &resume.Resume{}).Texts {
			if text.Kind == outline.Addressee && text.Address == "/letter/to/address" && (text.Text != want || len(text.Text) != len(typed)) {
				t.Errorf("%q is printed as %q, want %q", typed, text.Text, want)
			}
		}
	}
}
