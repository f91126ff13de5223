package app

import (
	"resumax/app/shell"
	"resumax/resume"
)

// languages are the languages that a resume may say it is in: those whose words
// can be hyphenated, and those that the direction or the forms of their characters
// depend on. Their own names would look better, but the window's font does not
// have the letters of all of them.
var languages = []struct{ tag, name string }{
	{"", "Detect automatically"},
	{"ar", "Arabic"}, {"zh-Hans", "Chinese (simplified)"}, {"zh-Hant", "Chinese (traditional)"}, {"da", "Danish"},
	{"nl", "Dutch"}, {"en-US", "English (American)"}, {"en-GB", "English (British)"}, {"fi", "Finnish"}, {"fr", "French"},
	{"de", "German"}, {"el", "Greek"}, {"he", "Hebrew"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"},
	{"nb", "Norwegian"}, {"pl", "Polish"}, {"pt", "Portuguese"}, {"ru", "Russian"}, {"es", "Spanish"}, {"sv", "Swedish"},
	{"tr", "Turkish"}, {"uk", "Ukrainian"},
}

// languageCommands are the choice of the language that the resume is in.
func (w *window) languageCommands() []shell.Command {
	var all []shell.Command
	for _, l := range languages {
		all = append(all, shell.Command{ID: "language " + l.tag, Label: l.name, Needs: shell.NeedsProject,
			State: func() shell.State { return shell.State{Checked: w.session.Now().Resume.Meta.Language == l.tag} },
			Run:   func() { w.chooseLanguage(l.tag, l.name) }})
	}
	return all
}

// chooseLanguage says which language the resume is in: words are hyphenated by its
// rules, and screen readers speak it. "" leaves it to the letters.
func (w *window) chooseLanguage(tag, name string) {
	if w.session.Now().Resume.Meta.Language == tag {
		return
	}
	w.session.Edit("Language "+name, "", func(d resume.Document) (resume.Document, error) { return d.SetText(resume.LanguageSetting, tag) })
}
