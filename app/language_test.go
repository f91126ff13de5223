package app

import (
	"strings"
	"testing"

	"resumax/app/tr"
	"resumax/resume"
)

// sentences is a resume of a few bullets, several times.
func sentences(t *testing.T, line string, times int) resume.Document {
	t.Helper()
	var all []resume.Value
	for range times {
		all = append(all, resume.Text(line))
	}
	d, err := resume.Document{}.Set("/work/0/highlights", resume.List(all...))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A resume of another program is in the language of its sentences, where they are enough to tell it.
func TestLanguageOf(t *testing.T) {
	const french = "Enseigné toutes les disciplines à une classe de vingt-quatre élèves et suivi leurs progrès avec les familles"
	for _, c := range []struct {
		line  string
		times int
		want  string
	}{
		{french, 8, "fr"},
		{french, 2, ""},
		{"Schaltschränke für zwölf Anlagen verdrahtet und die Prüfung nach der Norm mit den Kollegen durchgeführt", 9, "de"},
		{"Wired the switchboards of twelve plants and tested them with two colleagues before they went into service", 9, ""},
	} {
		if got := languageOf(sentences(t, c.line, c.times)); got != c.want {
			t.Errorf("%d × %.40q: %q, want %q", c.times, c.line, got, c.want)
		}
	}
	w, _ := newTestWindow(t, 1440, 900)
	w.prefs.SetNewSetting(resume.MetaLanguage, "de")
	if got := w.dressed(sentences(t, french, 8)).TextAt(resume.LanguageSetting); got != "fr" {
		t.Errorf("an import is in %q", got)
	}
	if got := w.dressed(sentences(t, "Cook", 1)).TextAt(resume.LanguageSetting); got != "" {
		t.Errorf("an import of a word is in %q", got)
	}
}

// A blank resume begins in the language of the window.
func TestBlankIsInTheWindowsLanguage(t *testing.T) {
	if err := tr.Use("pt-BR"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tr.Use("en") })
	w, _ := newTestWindow(t, 1440, 900)
	w.newBlank("")
	if d := w.session.Now().Document; d.TextAt(resume.LanguageSetting) != "pt" || !strings.Contains(w.session.Now().Resume.Wording().Title("work"), "Exp") {
		t.Errorf("it is in %q", d.TextAt(resume.LanguageSetting))
	}
}

// So does one for a role, unless it begins with the role's sample.
func TestRoleWithoutSampleIsInTheWindowsLanguage(t *testing.T) {
	if err := tr.Use("de"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tr.Use("en") })
	for sample, want := range map[bool]string{false: "de", true: ""} {
		w, _ := newTestWindow(t, 1440, 900)
		w.newFromRole(w.library.Roles()[0], sample, "")
		if got := w.session.Now().Document.TextAt(resume.LanguageSetting); got != want {
			t.Errorf("with sample text %v it is in %q", sample, got)
		}
		if got := w.session.Now().Resume.Wording().Title("skills"); (got == "Skills") != sample {
			t.Errorf("with sample text %v skills are headed %q", sample, got)
		}
	}
}

// No menu of languages is taller than a small window, and each language is in one of them.
func TestLanguageMenus(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	const most = 15 // rows
	count := 0
	for part := range 3 {
		n := len(w.languageMenu(part))
		if n == 0 || n > most {
			t.Errorf("menu %d has %d languages", part, n)
		}
		count += n
	}
	if count != len(languages()) {
		t.Errorf("%d of %d languages are in a menu", count, len(languages()))
	}
}
