package variants

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/widgets"
)

// notice is the band above the form that says where the base has changed under the
// variant shown.
type notice struct {
	owner *Variants
	root  *fyne.Container
	text  string
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
	text := noticeOf(stale, lost)
	if text == n.text {
		return
	}
	n.text = text
	n.root.RemoveAll()
	if text != "" {
		buttons := []fyne.CanvasObject{widgets.NewButton(tr.T("variants.review", "Review"), n.owner.CompareWithBase)}
		if lost > 0 {
			buttons = append(buttons, widgets.NewButton(tr.T("variants.dismiss-lost", "Dismiss lost"), n.owner.DismissLost))
		}
		n.add(text, buttons...)
	}
	n.root.Hidden = len(n.root.Objects) == 0
	n.root.Refresh()
	n.owner.Resized()
}

// noticeOf says how many differences need a decision: in so many places the base has
// changed under the variant, and so many are about what it no longer has.
func noticeOf(stale, lost int) string {
	var parts []string
	if stale > 0 {
		parts = append(parts, tr.N("variants.the-base-has-changed", "The base has changed in {{.Count}} place that this variant says differently.", "The base has changed in {{.Count}} places that this variant says differently.", stale))
	}
	if lost > 0 {
		parts = append(parts, tr.N("variants.are-lost", "{{.Count}} difference is lost: the base no longer has what it was about.", "{{.Count}} differences are lost: the base no longer has what they were about.", lost))
	}
	return strings.Join(parts, " ")
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
		v.Notice(tr.N("variants.dismissed", "{{.Count}} difference dismissed", "{{.Count}} differences dismissed", len(lost)))
	}
}
