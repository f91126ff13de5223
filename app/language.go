package app

import (
	"resumax/app/shell"
	"resumax/resume"
)

// languages are the languages a resume can be in: those whose headings and dates
// resume.Wording has; hyphenation, direction or character forms may depend on them too. They are in English,
// because the window's font has no glyphs for some languages' own names.
var languages = []struct{ tag, name string }{
	{"", "Detect automatically"},
	{"ar", "Arabic"}, {"bg", "Bulgarian"}, {"ca", "Catalan"}, {"zh-Hans", "Chinese (simplified)"}, {"zh-Hant", "Chinese (traditional)"}, {"cs", "Czech"}, {"da", "Danish"},
	{"nl", "Dutch"}, {"en-US", "English (American)"}, {"en-GB", "English (British)"}, {"fi", "Finnish"}, {"fr", "French"},
	{"de", "German"}, {"el", "Greek"}, {"he", "Hebrew"}, {"hi", "Hindi"}, {"hu", "Hungarian"}, {"id", "Indonesian"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"},
	{"nb", "Norwegian"}, {"pl", "Polish"}, {"pt", "Portuguese"}, {"ro", "Romanian"}, {"ru", "Russian"}, {"sk", "Slovak"}, {"es", "Spanish"}, {"sv", "Swedish"},
	{"tr", "Turkish"}, {"uk", "Ukrainian"}, {"vi", "Vietnamese"},
}

// languageCommands choose the resume's language.
func (w *window) languageCommands() []shell.Command {
	var all []shell.Command
	for _, l := range languages {
		all = append(all, shell.Command{ID: "language " + l.tag, Label: l.name, Needs: shell.NeedsProject,
			State: func() shell.State { return shell.State{Checked: w.session.Now().Resume.Meta.Language == l.tag} },
			Run:   func() { w.chooseLanguage(l.tag) }})
	}
	return all
}

// chooseLanguage sets the resume's language, for headings and dates, hyphenation and
// screen readers. "" leaves headings English and detects the rest from the text.
func (w *window) chooseLanguage(tag string) {
	if w.session.Now().Resume.Meta.Language == tag {
		return
	}
	w.session.Edit("Change language", "", resume.TextEdit(resume.LanguageSetting, tag))
}
