package sidebar

import (
	"resumax/app/tr"
	"resumax/score"
	"resumax/widgets"
)

// keywords are those of the target role, covered and missing.
type keywords struct {
	*fold
	have, missing *widgets.Chips
}

func keywordsTitle() string {
	return tr.T("sidebar.role-keywords", "Role keywords")
}

func newKeywords() *keywords {
	k := &keywords{have: widgets.NewChips(), missing: widgets.NewChips()}
	k.fold = newFold(keywordsTitle(), widgets.NewColumn(8,
		widgets.NewMuted(tr.T("sidebar.covered", "Covered")), k.have,
		widgets.NewMuted(tr.T("sidebar.missing-add-only-what", "Missing (add only what is true of you)")), k.missing))
	k.fold.show(false)
	return k
}

func (k *keywords) show(r score.Report) {
	have, missing := chips(r.Keywords.Have, widgets.ChipHave), chips(r.Keywords.Missing, widgets.ChipMissing)
	all := len(have) + len(missing)
	k.fold.show(all > 0)
	k.note(keywordsTitle(), tr.T("sidebar.of-2", "{{.Number}} of {{.All}}", tr.With{"Number": len(have), "All": all}))
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
