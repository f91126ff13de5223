package structure

import (
	"fmt"
	"strings"
	"testing"

	"resumax/exchange/pdftext/pdftexttest"
	"resumax/resume"
)

// Every heading that a resume says by itself in any language is known, as its section.
func TestHeadingsOfAllLanguages(t *testing.T) {
	if n := len(resume.WordingTags()); n < 20 {
		t.Fatalf("%d languages", n)
	}
	for _, tag := range resume.WordingTags() {
		w := resume.WordingIn(tag)
		for _, key := range standard {
			for _, text := range []string{w.Title(key), strings.ToUpper(w.Title(key))} {
				if kind := kindOfHeading(text); kind != key {
					t.Errorf("%s: %q is a heading of %q, want %s", tag, text, kind, key)
				}
			}
		}
	}
}

// Sections are in the order in which the file has them, whatever else the usual order is.
func TestOrderOfTheFile(t *testing.T) {
	s := Of(LinesOf(pdftexttest.Page("*Ada Example*", "/*Education*", "*BSc Nursing* 2012 – 2015", "Hull College", "/*Hobbies*", "Chess", "/*Skills*", "Triage, Telemetry",
		"/*Experience*", "*Ward nurse* Jan 2019 – Present", "Harbour Hospital", "• Cut falls by half.", "• Trained six nurses.")))
	var got []string
	for _, section := range s.Document.Resume().Sections {
		if section.Count > 0 {
			got = append(got, section.Title)
		}
	}
	if want := "Education, Interests, Skills, Experience"; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

// The headings of a file say in which language the resume is, whatever its text is about.
func TestLanguageOfHeadings(t *testing.T) {
	for want, list := range map[string]string{
		"fr": "EXPÉRIENCE PROFESSIONNELLE|FORMATION|LANGUES",
		"de": "Berufspraxis|Schule und Ausbildung|Zertifikate|Sprachen",
		"es": "EXPERIENCIA LABORAL|ESTUDIOS|IDIOMAS|CURSOS",
		"pt": "EXPERIÊNCIA|ESCOLARIDADE|CURSOS|IDIOMAS",
		"it": "Esperienza lavorativa|Istruzione|Competenze|Lingue",
		"":   "Experience|Education|Certifications|Languages",
	} {
		r := newReader(LinesOf(pdftexttest.Page("Ada Example")))
		var sections []Section
		for _, h := range strings.Split(list, "|") {
			sections = append(sections, Section{Kind: kindOfHeading(h), Heading: h})
		}
		if got := r.language(sections); got != want {
			t.Errorf("%s: in %q", list, got)
		}
	}
}

// What a custom section is called does not shout; how headings look is the design's.
func TestQuietHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"INFORMAÇÕES ADICIONAIS": "Informações adicionais", "OTROS DATOS": "Otros datos", "Otros datos": "Otros datos",
		"WEITERE ANGABEN": "Weitere Angaben", "CACES R486": "CACES R486", "趣味": "趣味",
	} {
		if got := quiet(heading); got != want {
			t.Errorf("%q becomes %q, want %q", heading, got, want)
		}
	}
}

// A period as resumes write it in any language is read from a head.
func TestPeriodsOfAllLanguages(t *testing.T) {
	for _, tag := range resume.WordingTags() {
		w := resume.WordingIn(tag)
		for month := 1; month <= 12; month++ {
			start := resume.Date{Year: 2016, Month: month}
			text := fmt.Sprintf("Acme %s – %s", w.Date(start), w.Present)
			r := newReader(LinesOf(pdftexttest.Page(text)))
			if got, ok := r.whenIn(r.whole(0)); !ok || got.start.Year != 2016 || got.start.Month != month || !got.end.IsZero() {
				t.Errorf("%s: %q: %+v", tag, text, got)
			}
		}
	}
}

// The frame for a picture is no title, and what stands over the table of contact details is not
// left over. What has been held since a year was got then.
func TestGermanForm(t *testing.T) {
	for _, frame := range []string{"Foto", "Lichtbild", "Photo"} {
		s := Of(LinesOf(pdftexttest.Page("/*Lebenslauf*", "*Persönliche Daten*", "Name: Jonas Beispiel", "Telefon: 0541 550 123", "E-Mail: jonas@example.org", frame,
			"/*Berufserfahrung*", "*Elektriker* 03/2012 – heute", "Beispiel GmbH", "• Leitung von Baustellen",
			"/*Zertifikate*", "11/2021 Fachkraft für Ladeinfrastruktur, TÜV", "seit 2015 Ersthelfer")))
		r := s.Document.Resume()
		if r.Basics.Name != "Jonas Beispiel" || r.Basics.Label != "" {
			t.Errorf("%s: the head is %q, %q", frame, r.Basics.Name, r.Basics.Label)
		}
		for _, l := range s.Left {
			if l.Text == "Persönliche Daten" || l.Text == frame {
				t.Errorf("%s: left over is %q", frame, l.Text)
			}
		}
		if n := len(r.Certificates); n != 2 || r.Certificates[1].Date.Year != 2015 {
			t.Errorf("%s: certificates %+v", frame, r.Certificates)
		}
	}
}
