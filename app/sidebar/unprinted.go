package sidebar

import (
	"regexp"
	"strings"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
)

// unprintedSays is the card of characters that are left out of the page.
func unprintedSays(p resume.Problem) (says, do string) {
	return shell.Sentence(p.Text), tr.T("sidebar.the-page-leaves-them", "The page leaves them out.")
}

// removeUnprinted takes characters that can't be printed out of a text, with the
// spaces that are then left over.
func (b *Sidebar) removeUnprinted(p resume.Problem) {
	b.session.Edit(tr.T("sidebar.remove", "Remove {{.Characters}}", tr.With{"Characters": p.Unprinted}), p.Address, func(d resume.Document) (resume.Document, error) {
		v, ok := d.Get(p.Address)
		if !ok {
			return d, nil
		}
		return d.SetText(p.Address, without(v.Str(), strings.Fields(p.Unprinted)))
	})
}

// without is a text without some characters. Of the spaces on both sides of what is gone one
// stays, and none at an end of the text or before a mark that follows its word.
func without(text string, characters []string) string {
	some := make([]string, len(characters))
	for i, c := range characters {
		some[i] = regexp.QuoteMeta(c)
	}
	one := "(?:" + strings.Join(some, "|") + ")"
	var b strings.Builder
	end := 0
	for _, at := range regexp.MustCompile("( ?)"+one+"(?: ?"+one+")*( ?)").FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[end:at[0]])
		end = at[1]
		spaced := at[2] < at[3] || at[4] < at[5]
		if spaced && at[0] > 0 && end < len(text) && !strings.ContainsRune(",.;:!?)", rune(text[end])) {
			b.WriteByte(' ')
		}
	}
	return b.String() + text[end:]
}
