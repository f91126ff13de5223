// Package variants is what the window does with the variants of a resume besides
// editing them: the switcher, making, renaming and deleting them, what differs at one
// place, and the comparison with the base.
package variants

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
)

// BaseName is what the resume that all variants are of is called.
func BaseName() string {
	return tr.T("variants.base-resume", "Base resume")
}

// Services are what it needs from the window.
type Services struct {
	Shell   *shell.Shell
	Session *session.Session
	Leave   func()            // ends what is being edited outside, before another variant is shown
	Notice  func(text string) // shows a toast with an Undo button
	Resized func()            // the band above the form has another height
}

// Variants is the owner of the dialogs and menus of variants.
type Variants struct {
	Services
	notice *notice

	listed   []variant.Variant
	revision int // of which they were listed
}

// New makes it.
func New(services Services) *Variants {
	v := &Variants{Services: services}
	v.notice = newNotice(v)
	services.Session.OnChange(v.notice.follow)
	return v
}

// Band is shown above the form. It says where the base has changed under the variant
// shown.
func (v *Variants) Band() fyne.CanvasObject { return v.notice.root }

// All are the variants of the project. They are asked for several times a keystroke.
func (v *Variants) All() []variant.Variant {
	if now := v.Session.Now(); now.Revision != v.revision {
		v.listed, v.revision = variant.List(now.Project), now.Revision
	}
	return v.listed
}

// Name is the name of the variant shown, "" for the base.
func (v *Variants) Name() string {
	if view := v.Session.Now().View; view != nil {
		return view.Variant.Name
	}
	return ""
}

// Label is what the switcher says: the variant shown, or the base; "" in a project
// without variants.
func (v *Variants) Label() string {
	switch {
	case v.Session.Now().View != nil:
		return v.Name()
	case len(v.All()) > 0:
		return BaseName()
	}
	return ""
}

// Show shows a variant, or the base for "".
func (v *Variants) Show(id string) {
	v.Leave()
	v.Session.Show(id)
}

// Step shows the variant so many places behind the one shown; the base is the first.
func (v *Variants) Step(by int) {
	all := v.All()
	if len(all) == 0 {
		return
	}
	n := len(all) + 1
	i := 1 + slices.IndexFunc(all, func(o variant.Variant) bool { return o.ID == v.Session.Now().Variant })
	i = ((i+by)%n + n) % n
	if i == 0 {
		v.Show("")
		return
	}
	v.Show(all[i-1].ID)
}

// menuMost is how many variants the switcher's menu lists. More are searched.
const menuMost = 10

// Items are the switcher's menu items: the base and the variants, each with the number
// of its differences, a check at the one shown.
func (v *Variants) Items() []*fyne.MenuItem {
	now, all := v.Session.Now(), v.All()
	item := func(id, name string) *fyne.MenuItem {
		m := fyne.NewMenuItem(name, func() { v.Show(id) })
		m.Checked = id == now.Variant
		return m
	}
	items := []*fyne.MenuItem{item("", BaseName())}
	listed := all
	if len(all) > menuMost { // the newest, and the one shown
		older := len(all) - menuMost + 1
		listed = all[older:]
		if i := slices.IndexFunc(all, func(o variant.Variant) bool { return o.ID == now.Variant }); i >= 0 && i < older {
			listed = append([]variant.Variant{all[i]}, listed...)
		}
	}
	for _, o := range listed {
		items = append(items, item(o.ID, shortened(o.Name)+"   "+counted(o.Changes)))
	}
	if len(all) > len(listed) {
		items = append(items, fyne.NewMenuItem(tr.N("variants.all-variants", "The {{.Count}} variant…", "All {{.Count}} variants…", len(all)), v.Choose))
	}
	return items
}

// nameMost is how long a name is in the menu, in characters.
const nameMost = 40

func shortened(name string) string {
	if r := []rune(name); len(r) > nameMost {
		return strings.TrimRight(string(r[:nameMost-1]), " ,") + "…"
	}
	return name
}

// Many reports whether there are more variants than a menu holds.
func (v *Variants) Many() bool { return len(v.All()) > menuMost }

// counted says how many differences there are, shortly.
func counted(n int) string {
	if n == 0 {
		return tr.T("variants.same-as-the-base", "same as the base")
	}
	return tr.N("variants.differences", "{{.Count}} difference", "{{.Count}} differences", n)
}

// Choose lets the user search all variants.
func (v *Variants) Choose() {
	all := v.All()
	options := []shell.Option{{Title: BaseName()}}
	for _, o := range all {
		options = append(options, shell.Option{Group: counted(o.Changes), Title: o.Name})
	}
	v.Shell.Choose(tr.T("variants.show-which-variant", "Show which variant?"), tr.T("variants.search-variants", "Search variants"), options, func(i int) {
		if i == 0 {
			v.Show("")
			return
		}
		v.Show(all[i-1].ID)
	})
}

// New makes a variant, which is shown, once the user has given it a name.
func (v *Variants) New() {
	v.Shell.AskText(tr.T("variants.name-of-the-new", "Name of the new variant, such as the employer"), "", func(name string) {
		if name == "" {
			return
		}
		v.Leave()
		v.Session.Vary(tr.T("variants.new-variant-2", "New variant"), func(d resume.Document) (resume.Document, string, error) { return variant.New(d, name) })
	})
}

// Duplicate makes a copy of the variant shown.
func (v *Variants) Duplicate() {
	id, name := v.Session.Now().Variant, v.Name()
	v.Shell.AskText(tr.T("variants.name-of-the-copy", "Name of the copy"), tr.T("variants.copy", "{{.Name}} copy", tr.With{"Name": name}), func(name string) {
		if name == "" {
			return
		}
		v.Leave()
		v.Session.Vary(tr.T("variants.duplicate-variant-2", "Duplicate variant"), func(d resume.Document) (resume.Document, string, error) { return variant.Duplicate(d, id, name) })
	})
}

// Rename gives the variant shown another name.
func (v *Variants) Rename() {
	id, name := v.Session.Now().Variant, v.Name()
	v.Shell.AskText(tr.T("variants.name-of-the-variant", "Name of the variant"), name, func(to string) {
		if to != "" && to != name {
			v.Session.EditProject(tr.T("variants.rename-variant-2", "Rename variant"), "", func(d resume.Document) (resume.Document, error) { return variant.Rename(d, id, to) })
		}
	})
}

// Delete deletes the variant shown, without asking, and shows the base.
func (v *Variants) Delete() {
	id, name := v.Session.Now().Variant, v.Name()
	v.Leave()
	if v.Session.Vary(tr.T("variants.delete-variant", "Delete variant"), func(d resume.Document) (resume.Document, string, error) {
		d, err := variant.Delete(d, id)
		return d, "", err
	}) {
		v.Notice(tr.T("variants.variant-deleted", "Variant “{{.Name}}” deleted", tr.With{"Name": name}))
	}
}
