package score

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"resumax/language/langid"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/resume"
)

// alarms are the words that are taken for typos in a text of a language, with what is
// meant.
func alarms(tag, text string) (all []string) {
	s := readForeign(text, terms.Default(), tongueOf(langid.Named(tag)), newForeignFacts())
	for _, w := range s.misspelled {
		all = append(all, w.text+" "+w.meant[0])
	}
	return all
}

// Which words of a sentence are looked at, and which are left alone.
func TestSpellingOfTongues(t *testing.T) {
	for text, want := range map[string]string{
		"de: Leitung der Abteilug mit 12 Personen":                                    "Abteilug Abteilung",
		"de: Kosten um 20 % gesenckt und Abläufe verbesert":                           "gesenckt gesenkt, verbesert verbessert",
		"de: Betreung der Kunden in Köln":                                             "Betreung Betreuung",
		"de: Schulung von 12 Mitarbeiter:innen, Verkäufer*innen und Kund_innen":       "",
		"de: Vertriebs- und Marketingleitung, Thread-/Sitzungs-IDs":                   "",
		"de: MitarbeiterInnen der Fa. Schmitd GmbH geschult":                          "",
		"de: Einführung von Kubernetes und Terraform im Rechenzentrum":                "",
		"de: Straße und Strasse, Prüfung und Pruefung, daß und dass":                  "",
		"fr: Gestoin d'une équipe de 12 infirmier·ières":                              "Gestoin Gestion",
		"fr: Formation de 12 chargé(e)s d'accueil et de vendeur.se.s":                 "",
		"fr: Mise en place de l'organistion du développement":                         "organistion organisation",
		"fr: Réduit les couts de 20 % et revu les procédures":                         "",
		"es: Gestion de la cartera de 120 clientes":                                   "Gestion gestión",
		"es: Atención a 30 trabajadores/as y alumnxs, todes con experiencia":          "",
		"es: Lideré el desarollo y la planificacion de la obra":                       "desarollo desarrollo, planificacion planificación",
		"es: Ventas en Garcia y Rodriguez, con responsabilidad sobre la caja":         "",
		"es: Mejora de onboarding, stakeholders y el roadmap del producto":            "",
		"pt: Gestao da carteira de 120 clientes":                                      "",
		"pt: Experiencia na gestão de equipas e de equipes":                           "Experiencia experiência",
		"pt: Acompanhamneto de projectos e projetos, acção e ação":                    "Acompanhamneto acompanhamento",
		"pt: Reduzi os custos com o desenvolvimeto de um sistema":                     "desenvolvimeto desenvolvimento",
		"pt: Usei a ferramenta GESTAO e o módulo iGestao em minha-gestao.example.com": "",
	} {
		tag, text, _ := strings.Cut(text, ": ")
		if got := strings.Join(alarms(tag, text), ", "); !strings.EqualFold(got, want) {
			t.Errorf("%s: %q: %q, want %q", tag, text, got, want)
		}
	}
}

// ofTrades are texts of several trades in the languages whose spelling is checked.
var ofTrades = map[string][]string{
	"de": {"Senkte die Durchlaufzeit von 9 auf 4 Tage durch ein neues Planungsboard", "Leitung einer Station mit 24 Betten und 14 Pflegekräften im Schichtdienst", "Erfolgreich 12 Auszubildende in der Küche geschult und verschiedene Menüs geplant",
		"Verantwortlich für die Buchhaltung und die Abschlüsse von 30 Mandanten", "Den Umsatz der Filiale um 20 % gesteigert und täglich 150 Kunden beraten", "Wartung von 40 Maschinen sowie Reparatur der Anlagen mit eigenem Werkzeug", "Unsere Kinder in der Gruppe betreut und diverse Ausflüge organisiert"},
	"fr": {"Réduit les pertes de 35 % grâce à un nouveau suivi des stocks", "Encadré 12 infirmières dans le service de gériatrie avec succès", "Responsable de la caisse et de l'accueil des clients pendant la saison", "Participation aux chantiers de plomberie dans 40 logements",
		"Élaboré les menus et formé trois commis de cuisine", "Gestion de la comptabilité fournisseurs de 14 agences avec Excel", "Notre équipe dynamique a livré 80 commandes chaque jour"},
	"es": {"Reduje los costes un 20 % y lideré un equipo de 8 personas", "Responsable de la cocina con diversos turnos y 120 cubiertos diarios", "Formé a 12 enfermeras en el uso de la bomba con éxito", "Mantenimiento de 40 máquinas mediante revisiones mensuales",
		"Participé en la reforma de nuestra tienda durante varios meses", "Gestión de nóminas para 80 trabajadores y sus contratos", "Vendí 30 coches al mes superando el objetivo anual"},
	"pt": {"Reduzi os custos em 20% e liderei uma equipe de 8 pessoas", "Responsável pela cozinha com diversos turnos e 120 refeições diárias", "Treinei 12 enfermeiras no uso da bomba de infusão com sucesso", "Manutenção de 40 máquinas através de revisões mensais",
		"Participei da reforma da nossa loja durante vários meses", "Gestão da folha de pagamento para 80 trabalhadores e seus contratos", "Vendi 30 carros por mês superando a meta anual"},
}

// In the languages whose spelling is checked a typo never raises the score: a letter
// twice, another one, or none, in any word.
func TestATypoNeverHelpsInTongues(t *testing.T) {
	for tag, bullets := range ofTrades {
		in := tongueOf(langid.Named(tag))
		before := New().Score(inLanguage(t, tag, bullets...), Options{Today: today})
		found, n := 0, 0
		s := New()
		for i, text := range bullets {
			for _, token := range readForeign(text, terms.Default(), in, newForeignFacts()).tokens {
				letters := []rune(text[token.Start:token.End])
				if len(letters) < minForeignSpelled || token.Digits || strings.ContainsAny(token.Text, "'-") {
					continue
				}
				for _, typed := range []string{
					string(letters[:2]) + string(letters[1:]), string(letters[:1]) + "q" + string(letters[1:]), string(letters[:2]) + string(letters[3:]),
					string(letters[:len(letters)-2]) + string(letters[len(letters)-1:]), string(letters[:3]) + "u" + string(letters[4:]), string(letters) + string(letters[len(letters)-1:]),
				} {
					if lower := strings.ToLower(typed); typed == token.Text || in.isRight(lower) || isTerm(typed) {
						continue // another word, which is no typo
					}
					worse := slices.Clone(bullets)
					worse[i] = text[:token.Start] + typed + text[token.End:]
					after := s.Score(inLanguage(t, tag, worse...), Options{Today: today})
					if after > before+tolerance {
						t.Errorf("%s: with %q in %q: %v, without %v", tag, typed, text, after, before)
					}
					n++
					found += number(after < before-tolerance)
				}
			}
		}
		t.Logf("%s: %d of %d typos cost", tag, found, n)
		if found*2 < n {
			t.Errorf("%s: only %d of %d typos cost", tag, found, n)
		}
	}
}

// A finding says what was meant, its fix writes that wherever the typo is, and a word of
// the custom dictionary is right.
func TestTyposOfTonguesAreFixed(t *testing.T) {
	d := inLanguage(t, "es", "Reduje los costes con una nueva planificacion", "Planificacion de las compras para 30 tiendas")
	found := misspellings(d)
	if len(found) != 1 || found[0].Word != "planificacion" || found[0].Fix != "Write “planificación”" {
		t.Fatal(found)
	}
	fixed := must(Apply(d, found[0]))
	text, _ := json.Marshal(fixed.Resume().Work[0].Highlights)
	if strings.Contains(strings.ToLower(string(text)), "cacion") || !strings.Contains(string(text), "Planificación") {
		t.Errorf("%s", text)
	}
	if more := misspellings(must(d.AddWord("planificacion"))); len(more) != 0 {
		t.Error(more)
	}
}

// A resume in English or in a language without words does not say that spelling is off, and
// one in German says that only its tense is not checked.
func TestWhatIsNotCheckedIsSaid(t *testing.T) {
	for tag, want := range map[string]string{"de": "Tense isn't checked: this resume is in German.", "it": "Checks of wording are off: this resume is in Italian.", "en": ""} {
		said := ""
		for _, n := range New().Document(inLanguage(t, tag, "Plan", "Plan B"), Options{Today: today}).Notices {
			if n.Check == languageCheck {
				said = n.Why
			}
		}
		if said != want {
			t.Errorf("%s: %q", tag, said)
		}
	}
	if spelling.In("it") != nil {
		t.Error("there are Italian words")
	}
}

// Where nothing is a typo, nothing is said: the right words of the tables.
func TestRightWordsOfTonguesAreLeft(t *testing.T) {
	for _, tag := range spelling.Tags() {
		data, err := os.ReadFile("../language/spelling/testdata/tongues/" + tag + ".right.txt")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "#") {
				if got := alarms(tag, resume.Plain(line)); got != nil {
					t.Errorf("%s: %v", tag, got)
				}
			}
		}
	}
}

// A word of another language is looked up once, whatever sentences it is in.
func TestWordsOfTonguesAreLookedUpOnce(t *testing.T) {
	s := New()
	s.forget(terms.Default())
	s.tongue = tongueOf(langid.Named("de"))
	s.factsIn(s.tongue).facts["kassenbestnad"] = fact{asked: true, meant: []string{"Kassenbuch"}}
	for _, text := range []string{"Den Kassenbestnad gezählt", "Kassenbestnad und Belege täglich geprüft"} {
		if got := s.sentence(text).misspelled; len(got) != 1 || got[0].meant[0] != "Kassenbuch" {
			t.Errorf("%q is looked up again: %v", text, got)
		}
	}
	n := len(s.foreign["de"].facts)
	s.sentence("Belege und Kassenbestnad täglich gezählt")
	if more := len(s.foreign["de"].facts); more != n || n == 0 {
		t.Errorf("%d words are kept, then %d", n, more)
	}
}

// Where a word may be a typo of another one, a missing accent is a single typo.
func TestAccentsAreLetters(t *testing.T) {
	for typed, word := range map[string]string{"grace": "grâce", "grâcé": "grâce", "durhc": "durch", "atraves": "através", "mediente": "mediante", "jährlihc": "jährlich", "jahrlich": "jährlich"} {
		got := token{}
		got.Text, got.Lower = typed, typed
		if !got.reads(word) {
			t.Errorf("%q is not read as %q", typed, word)
		}
		if got.known = true; got.reads(word) {
			t.Errorf("%q, which is a word, is read as %q", typed, word)
		}
	}
}
