package app

import (
	"fyne.io/fyne/v2"

	"resumax/resume"
)

// languages are the languages that a resume may say it is in: those whose words
// can be broken, and those that the direction or the forms of their characters
// depend on. Their own names would look better, but the window's font does not
// have the letters of all of them.
var languages = []struct{ tag, name string }{
	{"", "As its letters tell"},
	{"ar", "Arabic"}, {"zh-Hans", "Chinese (simplified)"}, {"zh-Hant", "Chinese (traditional)"}, {"da", "Danish"},
	{"nl", "Dutch"}, {"en-US", "English (American)"}, {"en-GB", "English (British)"}, {"fi", "Finnish"}, {"fr", "French"},
	{"de", "German"}, {"el", "Greek"}, {"he", "Hebrew"}, {"it", "Italian"}, {"ja", "Japanese"}, {"ko", "Korean"},
	{"nb", "Norwegian"}, {"pl", "Polish"}, {"pt", "Portuguese"}, {"ru", "Russian"}, {"es", "Spanish"}, {"sv", "Swedish"},
	{"tr", "Turkish"}, {"uk", "Ukrainian"},
}

// languageMenu is the choice of the language that the resume is in.
func (m *menus) languageMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem("Language of the resume", nil)
	menu.ChildMenu = fyne.NewMenu("")
	for _, l := range languages {
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, m.plain(l.name, m.open(func() { m.w.chooseLanguage(l.tag, l.name) })))
	}
	return menu
}

// showLanguage checks the language that the resume is in, and reports whether
// that is another one than before.
func (m *menus) showLanguage(tag string) (changed bool) {
	for i, l := range languages {
		item := m.language.ChildMenu.Items[i]
		if chosen := l.tag == tag; chosen != item.Checked {
			item.Checked, changed = chosen, true
		}
	}
	return changed
}

const languageSetting = resume.Settings + "/language"

// chooseLanguage says which language the resume is in: words are broken by its
// rules, and screen readers speak it. "" leaves it to the letters.
func (w *window) chooseLanguage(tag, name string) {
	if w.session.Now().Resume.Meta.Language == tag {
		return
	}
	w.session.Edit("Language "+name, "", func(d resume.Document) (resume.Document, error) { return d.SetText(languageSetting, tag) })
}
