package letter

import (
	"testing"

	"resumax/render"
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

// The head of a letter has the sender's street where letters of the country have it.
func TestSendersAddress(t *testing.T) {
	r := &resume.Resume{}
	r.Basics.Name = "Jonas Beispiel"
	r.Basics.Location = resume.Place{Address: "Lindenweg 5", PostalCode: "34117", City: "Kassel", Region: "Hessen", CountryCode: "DE"}
	for country, want := range map[string]string{"DE": "Lindenweg 5, 34117 Kassel", "FR": "Lindenweg 5, 34117 Kassel", "US": "Kassel, Hessen, DE", "BR": "Kassel, Hessen, DE"} {
		l := Letter{Country: country, Language: "en", Paragraphs: []string{"I would like to work for you."}}
		d, _ := render.DesignOf(r, render.Options{})
		got := ""
		for _, b := range outline.BuildLetter(r, d, l.Outline("/l", r)) {
			if b.Kind == outline.Contact {
				got = b.Text(" · ")
			}
		}
		if got != want {
			t.Errorf("%s: the head has %q, want %q", country, got, want)
		}
	}
	r.Basics.Location = resume.Place{City: "Kassel", CountryCode: "DE"}
	if got := r.Basics.Location.Postal(); got != "Kassel, DE" {
		t.Errorf("without a street it is %q", got)
	}
	r.Basics.Location = resume.Place{Address: "Lindenweg 5"}
	if got := r.Basics.Location.Postal(); got != "Lindenweg 5" {
		t.Errorf("without a town it is %q", got)
	}
}
