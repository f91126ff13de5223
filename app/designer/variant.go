package designer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// ownDesign is a line above the designs, while the variant shown has a design, or
// settings of one, that the base has not.
type ownDesign struct {
	pane *Designer
	root *fyne.Container
}

func newOwnDesign(p *Designer) *ownDesign {
	o := &ownDesign{pane: p}
	back := widgets.NewButton(tr.T("designer.back-to-base", "Back to base"), func() { p.session.Back(p.session.Now().Variant, o.changes()...) })
	use := widgets.NewButton(tr.T("designer.use-everywhere", "Use everywhere"), func() { p.session.UseEverywhere(p.session.Now().Variant, o.changes()...) })
	body := widgets.NewColumn(6, widgets.NewLabel(tr.T("designer.this-variant-has-a", "This variant has a design of its own. What you change here stays in it.")), container.NewHBox(back, use))
	o.root = container.NewStack(widgets.NewBand(container.NewPadded(body), widgets.ColorAccentSoft))
	o.root.Hide()
	return o
}

// changes are those of the variant shown that are about its design.
func (o *ownDesign) changes() (all []variant.Change) {
	for _, c := range o.pane.session.Now().Changes {
		for _, name := range []string{resume.MetaDesign, resume.MetaSettings, resume.MetaPage, resume.MetaFit, resume.MetaNumbers} {
			if !c.Lost && c.Address.Within(resume.MetaAddress(name)) {
				all = append(all, c)
			}
		}
	}
	return all
}

// sync shows the line or hides it.
func (o *ownDesign) sync() {
	if hidden := len(o.changes()) == 0; hidden != o.root.Hidden {
		o.root.Hidden = hidden
		o.pane.root.Refresh()
	}
}
