package app

import (
	"resumax/app/shell"
	"resumax/resume"
)

// languages are the languages a resume can be in: those with hyphenation patterns,
// and those whose direction or character forms depend on it. They are in English,
// because the window's font has no glyphs for some languages' own names.
var languages = []struct{ tag, name string }{
	{"", "Detect automatically"},
	{"ar", "Arabic"}, {"zh-Hans", "Chinese (simplified)"}, {"zh-Hant", "Chinese (traditional)"}, {"da", "Danish"},
	{"nl", "Dutch"}, {"en-US", "English (American)"}, {"en-GB", "English (British)"}, {"fi", "Finnish"}, {"fr", "French"},
	{"de", "German"}, {"el", "Greek"}, {"he", "Hebrew"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"},
	{"nb", "Norwegian"}, {"pl", "Polish"}, {"pt", "Portuguese"}, {"ru", "Russian"}, {"es", "Spanish"}, {"sv", "Swedish"},
	{"tr", "Turkish"}, {"uk", "Ukrainian"},
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

// chooseLanguage sets the resume's language, for hyphenation and for screen readers.
// "" detects it from the text.
func (w *window) chooseLanguage(tag string) {
	if w.session.Now().Resume.Meta.Language == tag {
		return
	}
	w.session.Edit("Change language", "", resume.TextEdit(resume.LanguageSetting, tag))
}
