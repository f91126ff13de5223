package gallery

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/app/tr"
	"resumax/role"
)

// Match is how well a role matches a query, whose words must all be prefixes of
// words of the role's name (3), else its titles too (2), else its field, description
// and keywords too (1); 0 for no match. Every role matches an empty query.
func Match(p *role.Pack, query string) int {
	texts := []string{p.Name}
	queried := words(query)
	for rank := 3; rank > 0; rank-- {
		all := words(strings.Join(texts, " "))
		if !slices.ContainsFunc(queried, func(q string) bool { return !begins(all, q) }) {
			return rank
		}
		if rank == 3 {
			texts = append(texts, p.Titles...)
			continue
		}
		texts = append(texts, p.Family, p.About)
		for _, k := range p.Keywords {
			texts = append(texts, k.Terms...)
		}
	}
	return 0
}

func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ,:()“”/", r) })
}

// begins reports whether one of the words begins with a text.
func begins(all []string, with string) bool {
	return slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(w, with) })
}

// rank are the cards whose roles match a query, the best first and else in the order of
// the list.
func rank(cards []*card, list role.List, query string) []*card {
	matches := map[*card]int{}
	found := slices.DeleteFunc(slices.Clone(cards), func(c *card) bool {
		matches[c] = Match(c.pack, query)
		return matches[c] == 0
	})
	slices.SortStableFunc(found, func(a, b *card) int {
		return cmp.Or(matches[b]-matches[a], slices.Index(list, a.pack)-slices.Index(list, b.pack))
	})
	return found
}

// near are the cards of the roles closest to a query that none matches: those with one of
// its words in their name or titles, else those for people who are not of the trades
// of the other packs.
func near(cards []*card, list role.List, query string) []*card {
	queried := slices.DeleteFunc(words(query), func(w string) bool { return utf8.RuneCountInString(w) < 4 })
	found := slices.DeleteFunc(rank(cards, list, ""), func(c *card) bool {
		all := words(c.pack.Name + " " + strings.Join(c.pack.Titles, " "))
		return !slices.ContainsFunc(queried, func(q string) bool { return begins(all, q) })
	})
	if len(found) > 0 {
		return found
	}
	return slices.DeleteFunc(rank(cards, list, ""), func(c *card) bool { return c.pack.Family != elsewhere })
}

// elsewhere is the field of the packs that are not about software.
const elsewhere = "Beyond software"

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
