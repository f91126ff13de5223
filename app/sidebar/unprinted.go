package sidebar

import (
	"strings"

	"resumax/resume"
)

// unprintedSays is the card of characters that are left out of the page.
func unprintedSays(p resume.Problem) (says, do string) {
	return sentence(p.Text), "The page leaves them out."
}

// removeUnprinted takes characters that can't be printed out of a text, with the
// spaces that are then left over.
func (b *Sidebar) removeUnprinted(p resume.Problem) {
	b.session.Edit("Remove "+p.Unprinted, p.Address, func(d resume.Document) (resume.Document, error) {
		v, ok := d.Get(p.Address)
		if !ok {
			return d, nil
		}
		return d.SetText(p.Address, without(v.Str(), strings.Fields(p.Unprinted)))
	})
}

func without(text string, characters []string) string {
	for _, c := range characters {
		text = strings.ReplaceAll(text, " "+c+" ", " ")
		for _, mark := range []string{",", ".", ";", ":", "!", "?", ")"} {
			text = strings.ReplaceAll(text, " "+c+mark, mark)
		}
		text = strings.ReplaceAll(text, c, "")
	}
	return strings.TrimSpace(strings.ReplaceAll(text, "  ", " "))
}
