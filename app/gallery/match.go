package gallery

import (
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/role"
)

// rank are the cards whose roles match a query, the best first and else in the order of
// the list.
func rank(cards []*card, list role.List, query string) (found []*card) {
	for _, f := range list.Search(query) {
		found = append(found, cardsOf(cards, f.Pack)...)
	}
	return found
}

// near are the cards of the roles closest to a query that none matches.
func near(cards []*card, list role.List, query string) (found []*card) {
	for _, p := range list.Near(query) {
		found = append(found, cardsOf(cards, p)...)
	}
	return found
}

func cardsOf(cards []*card, p *role.Pack) []*card {
	return slices.DeleteFunc(slices.Clone(cards), func(c *card) bool { return c.pack != p })
}

// Headline is a query as the headline of a resume: "registered nurse" is "Registered
// Nurse", and "rn" is "RN".
func Headline(query string) string {
	fields := strings.Fields(query)
	for i, w := range fields {
		switch {
		case slices.Contains([]string{"and", "of", "in", "for", "the", "to", "at"}, w):
		case len(w) == 2:
			fields[i] = strings.ToUpper(w)
		default:
			fields[i] = tr.UpperFirst(w)
		}
	}
	return strings.Join(fields, " ")
}
