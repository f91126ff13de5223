package app

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/gallery"
	"resumax/app/start"
	"resumax/app/thumbnails"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/storage/file"
	"resumax/storage/systemfonts"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// buildStart makes the start screen and the pages of roles behind it.
func (w *window) buildStart() {
	pictures := thumbnails.New(w.threads, func(r *resume.Resume) render.Options {
		o := render.OptionsFor(r, design.All())
		o.Fonts = systemfonts.Library()
		return o
	})
	w.gallery = gallery.New(gallery.Services{
		Roles:    func() role.List { return w.roles },
		Faults:   func() []error { return w.roleFaults },
		Pictures: pictures,
		Open:     w.showRole,
		Leave: func() {
			if w.behind {
				w.returnToProject()
			}
		},
	})
	w.rolePage = gallery.NewPage(gallery.PageServices{Pictures: pictures, Back: w.leaveRole, Begin: w.newFromRole, Apply: w.applyRole, ApplyTo: w.applyTo})
	w.start = start.New(start.Services{
		Recent:   w.prefs.recent,
		Forget:   w.prefs.forget,
		OpenFile: w.open,
		Open:     w.askOpen,
		Empty:    w.newEmpty,
		Load: func(path string) *resume.Resume {
			f, err := file.Load(path)
			if err != nil {
				return nil
			}
			return f.Document.Resume()
		},
		Pictures: pictures,
	}, w.gallery)
}

// showRole shows all about a role.
func (w *window) showRole(p *role.Pack) {
	if !w.isFree() {
		return
	}
	w.rolePage.Show(p, w.gallery.Level(), w.win.Canvas().Scale())
	w.stage.SetContent(w.rolePage.Object())
	w.win.Canvas().Unfocus() // so that Escape leads back
}

// leaveRole goes back to where all roles are.
func (w *window) leaveRole() {
	w.stage.SetContent(w.start.Object())
	w.win.Canvas().Focus(w.gallery.Search())
}

// showRoles shows all roles while a resume is open, which stays open.
func (w *window) showRoles() {
	w.behind = true
	w.start.SetBehind(w.projectName(), w.returnToProject)
	w.start.Paint(w.win.Canvas().Scale())
	w.leaveRole()
	w.showTitle()
}

// applyTo is what a role can be applied to: the open resume, or one to be chosen.
func (w *window) applyTo() string {
	if w.behind {
		return w.projectName()
	}
	return "a resume of mine…"
}

// applyRole has a resume read for a role, the open one or one to be chosen. It
// changes no words.
func (w *window) applyRole(p *role.Pack) {
	if w.behind {
		w.returnToProject()
		w.readFor(p)
		return
	}
	w.askFile(func(path string) { w.loadThen(path, func() { w.readFor(p) }) })
}

// returnToProject goes back from the roles to the resume that is open.
func (w *window) returnToProject() {
	w.behind = false
	w.stage.SetContent(w.desk)
	w.showTitle()
	w.editor.Focus()
}

// chooseRole lets the user choose for which role the resume is read, and calls
// done with its id.
func (w *window) chooseRole(done func(id string)) {
	if !w.isFree() {
		return
	}
	var d *widgets.Modal
	type choice struct {
		row  *widgets.ActionRow
		pack *role.Pack // nil for what is no role of the list
		fit  int
	}
	var choices []*choice
	chosen := w.session.Now().Resume.Meta.Role
	add := func(id, name, about string, p *role.Pack) {
		badge := ""
		if id == chosen {
			badge = "now"
		}
		row := widgets.NewActionRow(badge, name, about)
		row.OnTapped = func() {
			d.Close()
			done(id)
		}
		choices = append(choices, &choice{row: row, pack: p})
	}
	add("", "What the resume tells", "The likeliest role, by its titles and terms", nil)
	for _, p := range w.roles {
		add(p.ID, p.Name, p.About, p)
	}
	add(role.None, "No role", "Role fit's points go to the other dimensions", nil)

	list := widgets.NewColumn(2)
	scroll := container.NewVScroll(list)
	none := widgets.NewMuted("No role fits.")
	var best *choice
	filter := func(query string) {
		found := slices.Clone(choices)
		for _, c := range found {
			c.fit = 1
			if query != "" && c.pack == nil {
				c.fit = 0
			} else if query != "" {
				c.fit = gallery.Fit(c.pack, query)
			}
		}
		slices.SortStableFunc(found, func(a, b *choice) int { return b.fit - a.fit })
		list.RemoveAll()
		best = nil
		for _, c := range found {
			if c.fit > 0 {
				list.Add(c.row)
			}
		}
		if len(list.Objects) == 0 {
			list.Add(none)
		} else if query != "" {
			best = found[0]
		}
		scroll.ScrollToTop()
	}
	filter("")
	search := widgets.NewTextField("Search roles, titles and terms")
	search.OnChanged = filter
	accept := func() {
		if best != nil {
			best.row.OnTapped()
		}
	}
	search.OnSubmitted = func(string) { accept() }
	height := min(460, w.win.Canvas().Size().Height-190)
	buttons := container.NewHBox(layout.NewSpacer(), widget.NewButton("Cancel", func() { d.Close() }))
	d = w.modal(widgets.NewColumn(10, widgets.NewHeading("Read the resume for"), search,
		container.New(&fixed{fyne.NewSize(helpWidth, height)}, scroll), buttons), accept)
	d.Focus(search)
}

// insertBullet writes a sentence into the entry that is being written.
func (w *window) insertBullet(text string) { w.editor.InsertBullet(text) }

// addSkill adds a term to the group of skills that the role has it in.
func (w *window) addSkill(term string) {
	name := "Skills"
	if p, ok := w.roles.Find(w.last.report.Role); ok {
		for _, g := range p.Skills {
			if slices.ContainsFunc(g.Keywords, func(k string) bool { return strings.EqualFold(k, term) }) {
				name = g.Name
			}
		}
	}
	if w.session.Edit("Add skill", "/skills", func(d resume.Document) (resume.Document, error) {
		at := resume.Address("/skills").Item(d.ListLen("/skills"))
		for i, g := range d.Resume().Skills {
			if slices.ContainsFunc(g.Keywords, func(k resume.TextLine) bool { return !g.Hidden && strings.EqualFold(k.Text, term) }) {
				return d, nil
			}
			if strings.EqualFold(g.Name, name) && !g.Hidden {
				at = resume.Address("/skills").Item(i)
			}
		}
		if d.TextAt(at.Child("name")) == "" {
			var err error
			if d, err = d.SetText(at.Child("name"), name); err != nil {
				return d, err
			}
		}
		list := at.Child("keywords")
		return d.Set(list.Item(d.ListLen(list)), resume.Text(term))
	}) {
		w.toaster.Show("“"+term+"” is in your skills now. Keep it if it is true, and show it in a bullet.", "Undo", func() { w.session.Undo() })
	}
}

// saveRole makes a role pack of the open resume, under a name that the user gives.
func (w *window) saveRole() {
	w.askTitle("Name of the role", w.session.Now().Resume.Basics.Label, func(name string) {
		from, _ := w.roles.Find(w.last.report.Role)
		now := w.session.Now()
		p, err := role.Of(now.Document, strings.TrimSpace(name), w.strongBullets(now.Document, from), from)
		if err != nil {
			w.say(err.Error())
			return
		}
		w.keepRole(p, false)
	})
}

func (w *window) keepRole(p *role.Pack, replace bool) {
	path, err := w.home.SaveRole(p, replace)
	switch {
	case errors.Is(err, userdata.ErrTaken):
		w.ask("There is a role of yours of this name", "Replacing it changes the score of every resume that is read for it.",
			choice{"Replace", true, func() { w.keepRole(p, true) }})
	case err != nil:
		w.say(err.Error())
	default:
		w.loadRoles()
		w.toaster.Show("Saved as "+path+", without your name and how to reach you. It is among the roles now.", "", nil)
	}
}

// loadRoles reads the role packs anew, and scores by them.
func (w *window) loadRoles() {
	w.roles, w.roleFaults = w.home.Roles()
	w.loadOwn()
	w.start.Refresh()
	if w.isOpen() || w.behind {
		w.scorer.Submit(w.session.Now())
	}
}

// readFor has the open resume read for a role.
func (w *window) readFor(p *role.Pack) {
	if w.session.Edit("Choose role", "", func(d resume.Document) (resume.Document, error) {
		return d.SetText(resume.Settings+"/role", p.ID)
	}) {
		w.toaster.Show("Read for "+p.Name+" from now on. No word was changed.", "Undo", func() { w.session.Undo() })
	}
	w.sidebar.ShowGuide()
}

// strongBullets are the sentences of a resume that others may learn from.
func (w *window) strongBullets(d resume.Document, from *role.Pack) []role.Bullet {
	return score.New().StrongBullets(d, score.Options{Role: from})
}
