package sidebar

import (
	"fyne.io/fyne/v2"

	"resumax/score"
	"resumax/widgets"
)

// keywords are those of the target role, covered and missing.
type keywords struct {
	have, missing *widgets.Chips
	root          *fyne.Container
}

func newKeywords() *keywords {
	k := &keywords{have: widgets.NewChips(), missing: widgets.NewChips()}
	k.root = widgets.NewColumn(8,
		widgets.NewStrong("Keywords for this role"),
		widgets.NewMuted("Covered"), k.have,
		widgets.NewMuted("Missing (add only what is true of you)"), k.missing)
	k.root.Hide()
	return k
}

func (k *keywords) show(r score.Report) {
	have, missing := chips(r.Keywords.Have, widgets.ChipHave), chips(r.Keywords.Missing, widgets.ChipMissing)
	if len(have)+len(missing) == 0 {
		k.root.Hide()
		return
	}
	k.root.Show()
	k.have.SetItems(have)
	k.missing.SetItems(missing)
	k.root.Refresh()
}

func chips(terms []string, look widgets.ChipLook) []widgets.Chip {
	items := make([]widgets.Chip, len(terms))
	for i, t := range terms {
		items[i] = widgets.Chip{Text: t, Look: look}
	}
	return items
}
