package sidebar

import (
	"fmt"

	"resumax/score"
	"resumax/widgets"
)

// keywords are those of the target role, covered and missing.
type keywords struct {
	*fold
	have, missing *widgets.Chips
}

const keywordsTitle = "Role keywords"

func newKeywords() *keywords {
	k := &keywords{have: widgets.NewChips(), missing: widgets.NewChips()}
	k.fold = newFold(keywordsTitle, widgets.NewColumn(8,
		widgets.NewMuted("Covered"), k.have,
		widgets.NewMuted("Missing (add only what is true of you)"), k.missing))
	k.fold.show(false)
	return k
}

func (k *keywords) show(r score.Report) {
	have, missing := chips(r.Keywords.Have, widgets.ChipHave), chips(r.Keywords.Missing, widgets.ChipMissing)
	all := len(have) + len(missing)
	k.fold.show(all > 0)
	k.note(keywordsTitle, fmt.Sprintf("%d of %d", len(have), all))
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
