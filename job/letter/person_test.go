package letter

import (
	"strings"
	"testing"

	"resumax/job/posting"
	"resumax/resume"
)

// A letter is to whom the posting names beside an address or a number, if that is one person and
// the name is beyond doubt.
func TestStartIsToThePersonOfThePosting(t *testing.T) {
	const german = "Elektroniker (m/w/d)\n\nBeispielwerk GmbH · Osnabrück\n\nIhr Profil\n• Abgeschlossene Ausbildung als Elektroniker\n• Führerschein der Klasse B\n\n"
	const english = "Electrician\n\nExample Works Ltd · Leeds\n\nRequirements\n• A driving licence and three years of experience as an electrician\n• Fluent English\n\n"
	for _, c := range []struct{ text, language, want, salutation string }{
		{german + "Bewerben Sie sich bis zum 31. Januar bei Frau Petra Lührmann, bewerbung@beispiel.example.", "", "Frau Petra Lührmann", "Sehr geehrte Frau Lührmann,"},
		{german + "Ansprechpartner: Herr Prof. Dr. Klaus von Bergen\nTelefon 0541 55 09 90", "", "Herr Prof. Dr. Klaus von Bergen", "Sehr geehrter Herr Prof. Dr. von Bergen,"},
		{german + "Fragen beantwortet Ihnen Frau Weber gern: 0541 55 09 90. Frau Anna Weber freut sich auf Sie.", "", "Frau Anna Weber", "Sehr geehrte Frau Weber,"},
		{german + "Fragen an Frau Weber oder Herrn Klein, jobs@beispiel.example", "", "", "Sehr geehrte Damen und Herren,"},
		{german + "Frau Petra Lührmann Personalreferentin, jobs@beispiel.example", "", "", "Sehr geehrte Damen und Herren,"},
		{german + "Frau und Mann sind uns willkommen: jobs@beispiel.example", "", "", "Sehr geehrte Damen und Herren,"},
		{german + "Unsere Gründerin Frau Petra Lührmann führt den Betrieb.", "", "", "Sehr geehrte Damen und Herren,"},
		{german + "Kontakt: Frau Lührmann, jobs@beispiel.example", "en", "", ""},
		{english + "Write to Ms. Jane Fielding, jobs@example.org.", "", "Ms. Jane Fielding", "Dear Ms. Fielding:"},
	} {
		p := posting.Posting{Source: c.text, Language: "de"}
		if strings.HasPrefix(c.text, english) {
			p.Language = "en"
		}
		l := Start(Beginning{Resume: &resume.Resume{}, Posting: p, Language: c.language})
		if l.To.Name != c.want {
			t.Errorf("%q is to %q, want %q", c.text[len(c.text)-60:], l.To.Name, c.want)
		}
		if got := l.Written(&resume.Resume{}).Salutation; got != c.salutation && c.language == "" {
			t.Errorf("it begins with %q, want %q", got, c.salutation)
		}
	}
}
