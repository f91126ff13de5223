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

// A profile that was copied whole has its left column first: contact, skills, languages; the
// name is below them and is known by the address that spells it.
func TestCopiedProfiles(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"Mexico": {`Contacto
+52 55 5550 0100 (Mobile)
diego.ramirez@correo.example
www.linkedin.com/in/diegoramirezo (LinkedIn)
github.com/dramirezo (Portfolio)

Aptitudes principales
Go
Kubernetes

Certifications
Administrador de redes

Diego Ramírez Ochoa
Ingeniero de software sénior en Pagos Jacaranda
Ciudad de México, México

Extracto
Ocho años de trabajo en pagos y logística, con servicios que procesan millones de cobros al día.

Experiencia

Pagos Jacaranda
4 años 2 meses
Ingeniero de software sénior
octubre de 2023 - Present (3 años 2 meses)
Ciudad de México, México
• Rediseñé el motor de conciliación.

Ingeniero de software
octubre de 2022 - octubre de 2023 (1 año 1 mes)
Ciudad de México, México
• Construí la API de cobros.

Soluciones Agave
Desarrollador junior
julio de 2018 - diciembre de 2019 (1 año 6 meses)
Guadalajara, Jalisco, México
• Mantuve ocho sitios.`, `/basics/name: Diego Ramírez Ochoa
/basics/label: Ingeniero de software sénior en Pagos Jacaranda
/basics/phone: +52 55 5550 0100
/basics/location/city: Ciudad de México
/skills/0/keywords/1: Kubernetes
/work/0/location: Ciudad de México, México
/work/1/name: Pagos Jacaranda
/work/1/position: Ingeniero de software
/work/1/endDate: 2023-10
/work/2/location: Guadalajara, Jalisco, México
/work/2/endDate: 2019-12`},
		"Brazil": {`Contato
(11) 95550-0100 (Celular)
helena.prates@correio.example

Principais competências
Folha de pagamento
Power BI

Helena Prates Loureiro
Analista de departamento pessoal
Campinas, São Paulo, Brasil

Experiência

Têxtil Ipê
Analista de departamento pessoal
março de 2021 - dezembro de 2023 (2 anos 10 meses)
Campinas, São Paulo, Brasil
• Calculei a folha de 800 pessoas.`, `/basics/name: Helena Prates Loureiro
/basics/phone: (11) 95550-0100
/skills/0/keywords/0: Folha de pagamento
/work/0/name: Têxtil Ipê
/work/0/location: Campinas, São Paulo, Brasil
/work/0/endDate: 2023-12`},
	} {
		var paragraphs []Paragraph
		space := 0.0
		for _, l := range strings.Split(c.text, "\n") {
			if l == "" {
				space = 1
				continue
			}
			item := strings.HasPrefix(l, "• ")
			paragraphs = append(paragraphs, Paragraph{Runs: []Run{{Text: strings.TrimPrefix(l, "• ")}}, Item: item, Space: space})
			space = 0
		}
		s := Of(Flow(paragraphs))
		got := taken(s)
		for _, w := range strings.Split(c.want, "\n") {
			if !strings.Contains(got, w+"\n") {
				t.Errorf("%s: no %q in\n%s", name, w, got)
			}
		}
		if len(s.Left) > 0 {
			t.Errorf("%s: left %v", name, s.Left)
		}
	}
}

// A period that a narrow line breaks is whole; a line that is done is not joined with a year
// below it.
func TestBrokenPeriods(t *testing.T) {
	for text, next := range map[string]string{
		"Prado Auditores – São Paulo, SP | jul. 2008 – dez.": "2011", "Acme | Mar 2010 –": "present", "Acme, octobre 2010 – juin": "2013",
	} {
		if lines := joinedTimes(LinesOf(pdftexttest.Page(text, next))); len(lines) != 1 {
			t.Errorf("%q and %q stay %d lines", text, next, len(lines))
		}
	}
	for text, next := range map[string]string{"Acme | Mar 2010 – Dec 2012": "2013", "Relatório de mar.": "2011", "Acme –": "2011", "Acme | 2010 –": "Hull"} {
		if lines := joinedTimes(LinesOf(pdftexttest.Page(text, next))); len(lines) != 2 {
			t.Errorf("%q and %q become one line", text, next)
		}
	}
}

// A profile's address without a scheme is taken as the format wants it, so that nothing has to be
// said about it.
func TestAddressesHaveASchemeAtOnce(t *testing.T) {
	s := Of(LinesOf(pdftexttest.Page("*Ada Example*", "ada@site.example · linkedin.com/in/ada", "/*Experience*", "*Baker* 2012 – 2015", "Hull Mills")))
	profiles := s.Document.Resume().Basics.Profiles
	if len(profiles) != 1 || profiles[0].URL != "https://linkedin.com/in/ada" || !strings.Contains(taken(s), "/basics/profiles/0/url: linkedin.com/in/ada\n") {
		t.Errorf("%+v of\n%s", profiles, taken(s))
	}
	if _, problems := s.Document.Conform(); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}
