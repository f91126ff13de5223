package variants

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/resume/variant"
	"resumax/widgets"
)

// notice is the band above the form that says where the base has changed under the
// variant shown.
type notice struct {
	owner       *Variants
	root        *fyne.Container
	stale, lost int
	of          string
}

func newNotice(v *Variants) *notice {
	n := &notice{owner: v, root: container.NewVBox()}
	n.root.Hide()
	return n
}

// follow shows what there is to say of a snapshot.
func (n *notice) follow(s session.Snapshot) {
	stale, lost := 0, 0
	for _, c := range s.Changes {
		if c.Stale {
			stale++
		}
		if c.Lost {
			lost++
		}
	}
	if stale == n.stale && lost == n.lost && s.Variant == n.of {
		return
	}
	n.stale, n.lost, n.of = stale, lost, s.Variant
	n.root.RemoveAll()
	review := func() { n.owner.CompareWithBase() }
	if stale > 0 {
		text := "The base has changed in " + plural(stale, "place") + " that this variant words differently."
		n.add(text, widgets.NewButton("Review", review))
	}
	if lost > 0 {
		text := plural(lost, "difference") + " of this variant lost their place: the base no longer has it."
		if lost == 1 {
			text = "1 difference of this variant lost its place: the base no longer has it."
		}
		n.add(text, widgets.NewButton("Show", review), widgets.NewButton("Dismiss", n.owner.DismissLost))
	}
	n.root.Hidden = len(n.root.Objects) == 0
	n.root.Refresh()
}

func (n *notice) add(text string, buttons ...fyne.CanvasObject) {
	line := widgets.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(buttons...)),
		container.NewVBox(layout.NewSpacer(), widgets.NewLabel(text), layout.NewSpacer()))
	n.root.Add(widgets.NewBand(container.New(layout.NewCustomPaddedLayout(6, 6, 16, 10), line), widgets.ColorWarnSoft))
}

// DismissLost takes out of the variant shown what it says of things that the base no
// longer has.
func (v *Variants) DismissLost() {
	now := v.Session.Now()
	if now.View == nil {
		return
	}
	lost := now.View.Lost()
	if len(lost) > 0 && v.Session.Back(now.Variant, lost...) {
		v.Notice(plural(len(lost), "difference") + " dismissed")
	}
}

// isStale reports whether the base has changed under one of some changes.
func isStale(changes []variant.Change) bool {
	for _, c := range changes {
		if c.Stale {
			return true
		}
	}
	return false
}
