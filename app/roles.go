package app

import (
	"errors"
	"slices"
	"strings"

	"resumax/app/gallery"
	"resumax/app/settings"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/language/langid"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/storage/userdata"
)

// fresh is a new resume with the settings that the user wants for new ones.
func (w *window) fresh(d resume.Document) resume.Document { return settings.WithDefaults(d, w.prefs) }

// dressed is a resume of another program with the settings that the user wants for new ones,
// but for the language: it has its own, which its file or its sentences tell.
func (w *window) dressed(d resume.Document) resume.Document {
	dressed, tag := w.fresh(d), d.TextAt(resume.LanguageSetting)
	if tag == "" {
		tag = languageOf(d)
	}
	return inLanguage(dressed, tag)
}

// languageOf is the language of a resume's sentences, of those in which a resume can be; "" for
// English, and where they are too few to tell.
func languageOf(d resume.Document) string {
	const least = 80 // words
	var all langid.Counts
	words := 0
	for _, l := range d.Resume().Sentences() {
		text := resume.Plain(l.Text)
		words += len(strings.Fields(text))
		all.Add(langid.Count(text), 1)
	}
	tag := all.Language().Tag
	if words < least || tag == langid.English || !slices.ContainsFunc(languages(), func(l struct{ tag, name string }) bool { return l.tag == tag }) {
		return ""
	}
	return tag
}

// inLanguage is a resume in a language, "" for one that is to be detected.
func inLanguage(d resume.Document, tag string) resume.Document {
	next, err := d, error(nil)
	switch {
	case tag == d.TextAt(resume.LanguageSetting):
		return d
	case tag == "":
		next, err = d.Remove(resume.LanguageSetting)
	default:
		next, err = d.Set(resume.LanguageSetting, resume.Text(tag))
	}
	if err != nil {
		return d
	}
	return next
}

// inWindowLanguage is a resume without text in the language of the window, unless it has one
// already: who uses the program in a language writes in it.
func inWindowLanguage(d resume.Document) resume.Document {
	if d.TextAt(resume.LanguageSetting) != "" || tr.English() {
		return d
	}
	tag, _, _ := strings.Cut(tr.Current(), "-")
	return inLanguage(d, tag)
}

// newBlank starts a resume without content. A headline, unless it is "", is filled in as
// one undo step: the user has typed it.
func (w *window) newBlank(headline string) {
	w.project.New(inWindowLanguage(w.fresh(resume.Document{})), func() {
		if headline != "" {
			w.session.Edit(tr.T("roles.fill-in-headline", "Fill in headline"), "/basics/label", resume.TextEdit("/basics/label", headline))
			w.settle()
		}
	})
}

// newFromRole starts a resume for a role and an experience level, "" to compute it
// from the dates, with or without sample content. One without it is in the window's language;
// a sample is in its own.
func (w *window) newFromRole(pack *role.Pack, sample bool, level string) {
	empty := w.fresh(pack.Empty(level))
	if !sample {
		empty = inWindowLanguage(empty)
	}
	w.project.New(gallery.Dressed(pack, empty), func() {
		if sample {
			w.session.Replace(tr.T("roles.fill-in-sample-content", "Fill in sample content"), gallery.Dressed(pack, w.fresh(pack.Sample())))
			w.settle()
			w.offerUndo(tr.T("roles.this-sample-is-a", "This sample is a made-up person. Replace every sentence with your own."))
		}
	})
}

// applyTo names the resume that a role can be applied to: the open one, or one to
// be chosen.
func (w *window) applyTo() string {
	if w.project.IsOpen() {
		return w.project.Name()
	}
	return tr.T("roles.a-resume", "a resume…")
}

// applyRole makes a role the target of the open resume, or of one to be chosen. It
// changes no words.
func (w *window) applyRole(p *role.Pack) {
	if w.project.IsOpen() {
		w.show(w.screens.write)
		w.target(p)
		return
	}
	w.project.AskFile(func(path string) { w.project.OpenThen(path, func() { w.target(p) }) })
}

// target makes a role the target of the open resume.
func (w *window) target(p *role.Pack) {
	if w.session.Edit(tr.T("roles.change-target-role", "Change target role"), "", resume.TextEdit(resume.RoleSetting, p.ID)) {
		w.offerUndo(tr.T("roles.target-role-your-text", "Target role: {{.Name}}. Your text is unchanged.", tr.With{"Name": p.Name}))
	}
	w.panes.sidebar.ShowGuide()
}

// chooseRole lets the user choose the target role and calls done with its id.
func (w *window) chooseRole(done func(id string)) {
	if w.shell.Free() {
		gallery.Choose(w.shell.Dialogs, w.library.Roles(), w.session.Now().Resume.Meta.Role, done)
	}
}

// advice is the target role's advice on a section.
func (w *window) advice(key string) []string {
	p, ok := w.scoring.Role(w.library.Roles())
	if !ok {
		return nil
	}
	return p.Prompts(key)
}

// roleName is the name of the target role, "" for none.
func (w *window) roleName() string {
	if w.scoring == nil {
		return "" // the panes are made first
	}
	p, ok := w.scoring.Role(w.library.Roles())
	if !ok {
		return ""
	}
	return p.Name
}

// addSkill adds a term to the skill group that the role lists it in.
func (w *window) addSkill(term string) {
	group := tr.T("roles.skills", "Skills")
	if p, ok := w.scoring.Role(w.library.Roles()); ok {
		for _, g := range p.Skills {
			if slices.ContainsFunc(g.Keywords, func(k string) bool { return strings.EqualFold(k, term) }) {
				group = g.Name
			}
		}
	}
	if w.session.Edit(tr.T("roles.add-skill", "Add skill"), "/skills", func(d resume.Document) (resume.Document, error) { return withSkill(d, group, term) }) {
		w.offerUndo(tr.T("roles.added-to-your-skills", "Added “{{.Term}}” to your skills. Show it in a bullet, too.", tr.With{"Term": term}))
	}
}

// withSkill adds a skill to the group of that name, which is created if need be. A
// skill that is already listed stays where it is.
func withSkill(d resume.Document, group, skill string) (resume.Document, error) {
	at := resume.Address("/skills").Item(d.ListLen("/skills"))
	for i, g := range d.Resume().Skills {
		if slices.ContainsFunc(g.Keywords, func(k resume.TextLine) bool { return !g.Hidden && strings.EqualFold(k.Text, skill) }) {
			return d, nil
		}
		if strings.EqualFold(g.Name, group) && !g.Hidden {
			at = resume.Address("/skills").Item(i)
		}
	}
	if d.TextAt(at.Child("name")) == "" {
		var err error
		if d, err = d.SetText(at.Child("name"), group); err != nil {
			return d, err
		}
	}
	list := at.Child("keywords")
	return d.Set(list.Item(d.ListLen(list)), resume.Text(skill))
}

// saveRole makes a role of the open resume, under a name that the user gives.
func (w *window) saveRole() {
	w.shell.AskText(tr.T("roles.name-of-the-role", "Name of the role"), w.session.Now().Resume.Basics.Label, func(name string) {
		from, _ := w.scoring.Role(w.library.Roles())
		d := w.session.Now().Document
		strong := score.New().StrongBullets(d, score.Options{Target: score.TargetOf(from)})
		p, err := role.FromResume(d, strings.TrimSpace(name), strong, from)
		if err != nil {
			w.shell.ShowError(err.Error())
			return
		}
		w.keepRole(p, false)
	})
}

func (w *window) keepRole(p *role.Pack, replace bool) {
	_, err := w.library.SaveRole(p, replace)
	switch {
	case errors.Is(err, userdata.ErrTaken):
		w.shell.Ask(tr.T("roles.replace-your-role", "Replace your role “{{.Name}}”?", tr.With{"Name": p.Name}), tr.T("roles.the-score-of-every", "The score of every resume with this target role will change."),
			shell.Choice{Label: tr.T("roles.replace", "Replace"), Main: true, Do: func() { w.keepRole(p, true) }})
	case err != nil:
		w.shell.ShowError(err.Error())
	default:
		w.shell.Toaster.Show(tr.T("roles.saved-your-role-without", "Saved your role “{{.Name}}” without your name and contact details.", tr.With{"Name": p.Name}), "", nil)
	}
}
