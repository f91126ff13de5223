package tr

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/lang"

	"resumax/resume"
)

// use chooses a language for a test.
func use(t *testing.T, id string) {
	t.Helper()
	if err := Use(id); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := Use("en"); err != nil {
			t.Error(err)
		}
	})
}

// Fyne's own texts follow the choice, whatever the system's language is: its choice is reached by linkname.
func TestFyneFollows(t *testing.T) {
	for _, system := range []string{"en_US.UTF-8", "fr_FR.UTF-8", "ja_JP.UTF-8", "C.UTF-8"} {
		t.Setenv("LC_ALL", system)
		for id, want := range map[string]string{"en": "Cancel", "de": "Abbrechen", "fr": "Annuler", "es": "Cancelar", "pt-BR": "Cancelar"} {
			use(t, id)
			if got := lang.L("Cancel"); got != want {
				t.Errorf("%s on a system in %s: Fyne says %q", id, system, got)
			}
			if got := T("settings.preferences", "Preferences"); (got == "Preferences") != (id == "en") {
				t.Errorf("%s on a system in %s: we say %q", id, system, got)
			}
		}
	}
}

func TestSystemLanguage(t *testing.T) {
	for locale, want := range map[string]string{"de_AT.UTF-8": "de", "pt_PT.UTF-8": "pt-BR", "es_MX.UTF-8": "es", "fr": "fr", "en_GB.UTF-8": "en", "ja_JP.UTF-8": "en", "C": "en", "C.UTF-8": "en", "": "en"} {
		t.Setenv("LANGUAGE", "")
		t.Setenv("LC_ALL", locale)
		t.Setenv("LC_MESSAGES", "")
		t.Setenv("LANG", "")
		use(t, "")
		if Current() != want {
			t.Errorf("%q: %s, want %s", locale, Current(), want)
		}
	}
	for _, id := range []string{"ja", "xx-YY", "..", "de/../en"} {
		if err := Use(id); err != nil {
			t.Errorf("%q: %v", id, err)
		}
	}
	if err := Use("en"); err != nil {
		t.Error(err)
	}
}

// What is unknown to a language stays English, and a count has its form.
func TestTexts(t *testing.T) {
	missing := func() string { return T("none.such", "No {{.What}} of {{.What}}{{", With{"What": "key {{.Other}}"}) }
	if got := missing(); got != "No key {{.Other}} of key {{.Other}}{{" {
		t.Errorf("%q", got)
	}
	differences := func(n int) string {
		return N("compare.differences", "{{.Count}} difference", "{{.Count}} differences", n)
	}
	for _, c := range []struct {
		id              string
		n               int
		counted, number string
		day, weekday    string
		decimal, word   string
	}{
		{"en", 1, "1 difference", "12,345", "Mar 5, 2026", "Thu, Mar 5", "1.5", "Bullet 2"},
		{"de", 1, "1 Unterschied", "12.345", "5. März 2026", "Do, 5. März", "1,5", "Stichpunkt 2"},
		{"de", 0, "0 Unterschiede", "12.345", "5. März 2026", "Do, 5. März", "1,5", "Stichpunkt 2"},
		{"fr", 0, "0 différence", "12\u202f345", "5 mars 2026", "jeu. 5 mars", "1,5", "Puce 2"},
		{"es", 2, "2 diferencias", "12\u202f345", "5 mar 2026", "jue, 5 mar", "1,5", "Viñeta 2"},
		{"pt-BR", 1_000_000, "1.000.000 diferenças", "12.345", "5 de mar. de 2026", "qui., 5 de mar.", "1,5", "Tópico 2"},
	} {
		use(t, c.id)
		day := time.Date(2026, time.March, 5, 0, 0, 0, 0, time.UTC)
		for _, pair := range [][2]string{{differences(c.n), c.counted}, {Number(12345), c.number}, {Day(day), c.day}, {Weekday(day), c.weekday}, {Decimal(1.5, 1), c.decimal}, {Word("Bullet 2"), c.word},
			{Word("Night shift"), "Night shift"}, {Word(""), ""}} {
			if pair[0] != pair[1] {
				t.Errorf("%s: %q, want %q", c.id, pair[0], pair[1])
			}
		}
	}
	use(t, "fr")
	for english, want := range map[string]string{"Duplicate": "Dupliquer", "Edit": "Modifier", "Night shift": "Night shift"} {
		if got := Shown()(english); got != want {
			t.Errorf("the window says %q for %s, not %q", want, english, got)
		}
	}
	use(t, "de")
	for english, want := range map[string]string{
		"Body text font": "Fließtext: Schrift", "Job 2: Line cook": "Stelle 2: Line cook", "License number": "Zulassung: Nummer", "Job: Skills": "Stelle: Skills",
	} {
		if got := Word(english); got != want {
			t.Errorf("%s: %q, want %q", english, got, want)
		}
	}
	if got := Place(resume.Label{Section: "Contact", Field: "Email"}); got != "Kontakt · E-Mail" {
		t.Error(got)
	}
	if got := Place(resume.Label{Section: "Skills", Field: "Skills"}); got != "Skills · Kenntnisse" {
		t.Error("a section has the resume's own name:", got)
	}
	names := []string{"Türkisch", "Arabisch", "Óscar", "Österreich", "oben", "Tschechisch"}
	slices.SortFunc(names, Compare)
	if want := []string{"Arabisch", "oben", "Óscar", "Österreich", "Tschechisch", "Türkisch"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
	if got := LowerFirst("Stichpunkt"); got != "Stichpunkt" {
		t.Error(got)
	}
	if e := Error("importer.the-picture-is-damaged", "the picture is damaged"); e.Error() != "das Bild ist beschädigt" {
		t.Error(e)
	}
}

// Months as the window says them are read as the same months when they are typed.
func TestMonthsAreReadBack(t *testing.T) {
	for _, l := range Languages() {
		use(t, l.ID)
		for m := 1; m <= 12; m++ {
			want := resume.Date{Year: 2021, Month: m}
			if got, ok := resume.ParseDate(Date(want)); !ok || got != want {
				t.Errorf("%s: %q is read as %+v", l.ID, Date(want), got)
			}
		}
	}
}
