package app

import (
	"slices"
	"strings"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
)

// languages are the languages a resume can be in: those whose headings and dates
// resume.Wording has; hyphenation, direction or character forms may depend on them too. They are in the interface's
// language, because the window's font has no glyphs for some languages' own names.
func languages() []struct{ tag, name string } {
	all := []struct{ tag, name string }{
		{"", tr.T("language.detect-automatically", "Detect automatically")},
		{"ar", tr.T("language.arabic", "Arabic")}, {"bg", tr.T("language.bulgarian", "Bulgarian")}, {"ca", tr.T("language.catalan", "Catalan")}, {"zh-Hans", tr.T("language.chinese-simplified", "Chinese (simplified)")}, {"zh-Hant", tr.T("language.chinese-traditional", "Chinese (traditional)")}, {"cs", tr.T("language.czech", "Czech")}, {"da", tr.T("language.danish", "Danish")},
		{"nl", tr.T("language.dutch", "Dutch")}, {"en-US", tr.T("language.english-american", "English (American)")}, {"en-GB", tr.T("language.english-british", "English (British)")}, {"fi", tr.T("language.finnish", "Finnish")}, {"fr", tr.T("language.french", "French")},
		{"de", tr.T("language.german", "German")}, {"el", tr.T("language.greek", "Greek")}, {"he", tr.T("language.hebrew", "Hebrew")}, {"hi", tr.T("language.hindi", "Hindi")}, {"hu", tr.T("language.hungarian", "Hungarian")}, {"id", tr.T("language.indonesian", "Indonesian")}, {"it", tr.T("language.italian", "Italian")}, {"ja", tr.T("language.japanese", "Japanese")}, {"ko", tr.T("language.korean", "Korean")},
		{"nb", tr.T("language.norwegian", "Norwegian")}, {"pl", tr.T("language.polish", "Polish")}, {"pt", tr.T("language.portuguese", "Portuguese")}, {"ro", tr.T("language.romanian", "Romanian")}, {"ru", tr.T("language.russian", "Russian")}, {"sk", tr.T("language.slovak", "Slovak")}, {"es", tr.T("language.spanish", "Spanish")}, {"sv", tr.T("language.swedish", "Swedish")},
		{"tr", tr.T("language.turkish", "Turkish")}, {"uk", tr.T("language.ukrainian", "Ukrainian")}, {"vi", tr.T("language.vietnamese", "Vietnamese")},
	}
	slices.SortStableFunc(all[1:], func(a, b struct{ tag, name string }) int { return tr.Compare(a.name, b.name) })
	return all
}

// languageCommands choose the resume's language.
func (w *window) languageCommands() []shell.Command {
	var all []shell.Command
	for _, l := range languages() {
		all = append(all, shell.Command{ID: "language " + l.tag, Label: l.name, Needs: shell.NeedsProject,
			State: func() shell.State { return shell.State{Checked: w.session.Now().Resume.Meta.Language == l.tag} },
			Run:   func() { w.chooseLanguage(l.tag) }})
	}
	return all
}

// near are the languages that stand in the first menu: detection, and those of the interface. All
// in one menu would be taller than a small window, which cuts off its top.
var near = []string{"", "en-US", "en-GB", "de", "es", "fr", "pt"}

// languageMenu are the commands of one of the three menus of languages: those near, and the first and
// the second half of the others.
func (w *window) languageMenu(part int) (all []shell.Command) {
	for _, c := range w.languageCommands() {
		if slices.Contains(near, strings.TrimPrefix(c.ID, "language ")) == (part == 0) {
			all = append(all, c)
		}
	}
	half := (len(all) + 1) / 2
	switch part {
	case 1:
		return all[:half]
	case 2:
		return all[half:]
	}
	return all
}

// chooseLanguage sets the resume's language, for headings and dates, hyphenation and
// screen readers. "" leaves headings English and detects the rest from the text.
func (w *window) chooseLanguage(tag string) {
	if w.session.Now().Resume.Meta.Language == tag {
		return
	}
	w.session.Edit(tr.T("language.change-language", "Change language"), "", resume.TextEdit(resume.LanguageSetting, tag))
}
