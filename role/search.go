package role

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Found is a role that a search finds.
type Found struct {
	Pack *Pack
	// Rank is 3 where the role's name says what was searched for, or what was searched for
	// is a title of the role; 2 where its titles do, and 1 where its field, description or
	// keywords do.
	Rank int

	near float64 // how near it is among those of a rank
}

// Search are the roles that match what someone types to find theirs, the best first and else
// in the order of the list. Each word typed must begin a word of the role, see
// [Found.Rank]. A title in German, French, Spanish or Portuguese finds what the English one
// does, of either gender, with or without accents, with a typo, and before it is typed to
// its end; one of a trade without a role finds none. All roles match "".
func (l List) Search(query string) (all []Found) {
	s := searchOf(query)
	for _, p := range l {
		if r := s.rank(p); r > 0 {
			all = append(all, Found{p, r, s.nearness(p)})
		}
	}
	slices.SortStableFunc(all, func(a, b Found) int { return cmp.Or(cmp.Compare(b.Rank, a.Rank), cmp.Compare(b.near, a.near)) })
	return all
}

// search is what was typed, read once.
type search struct {
	typed     []string // as it is
	title     title
	core      title      // in English, without words that say in which field; no forms where it is all
	english   [][]string // what it is, or may become, in English
	foreign   bool       // it is a whole title in another language
	elsewhere bool       // of a trade without a role
}

func searchOf(query string) *search {
	s := &search{typed: queryWords(query), title: titleOf(query)}
	if len(s.typed) == 0 {
		return s
	}
	all := titleFields(withoutGenders(query))
	english, foreign := titles().abroad.translate(all)
	s.foreign = foreign
	s.elsewhere = s.title.isOfOtherTrade() || s.title.isEngineering() && titles().engineers.in(s.title.words)
	if foreign || !slices.Equal(english, all) {
		s.english = append(s.english, english)
		if bare := ungraded(english); len(bare) < len(english) && (title{words: bare}).isComputing() {
			s.english = append(s.english, bare)
		}
	}
	if known := titles().abroad.known(english); foreign && !s.elsewhere && len(known) > 0 && len(known) < len(english) {
		s.core = title{forms: []string{strings.Join(ungraded(known), " ")}}
	}
	if !s.elsewhere {
		for _, t := range titles().abroad.completions(all) {
			if may := strings.Fields(t); !titleOf(t).isOfOtherTrade() && len(ungraded(may)) > 0 {
				s.english = append(s.english, may)
			}
		}
	}
	return s
}

func (s *search) rank(p *Pack) int {
	if len(s.typed) == 0 {
		return 3
	}
	best := 0
	if len(s.title.words) > 0 && p.goesBy(s.title) {
		best = 3
	}
	if s.foreign && s.elsewhere {
		return best
	}
	if best == 0 && len(s.core.forms) > 0 && p.goesBy(s.core) {
		best = 2
	}
	best = max(best, p.ranks(s.typed, s.foreign))
	for _, e := range s.english {
		best = max(best, min(2, p.ranks(e, true)))
		if best < 2 && (title{words: e}).isComputing() && beginAll(e, p.titles()) { // "software developer" of a "Software Engineer" and "Backend Developer"
			best = 2
		}
	}
	return best
}

// nearness is how much of one of the role's titles was typed, 0 to 1; more where it is the
// role's name, and where the role is one of those that most people have.
func (s *search) nearness(p *Pack) (near float64) {
	if len(s.typed) == 0 {
		return 0
	}
	switch {
	case s.title.names(p.Name):
		near = 1
	case titles().general[p.ID]:
		near = generalNear
	case titles().named[p.ID]:
		near = -namedNear
	}
	share := p.share(s.typed)
	for _, e := range s.english {
		share = max(share, p.share(e))
	}
	return near + share
}

// generalNear makes up for a title of five words beside one of four, no more; namedNear puts
// roles of people of all trades behind those that a search may mean.
const generalNear, namedNear = 0.2, 0.5

// share is how much of one of the role's titles words are that all begin words of it,
// 0 for none.
func (p *Pack) share(typed []string) (share float64) {
	for _, name := range p.titles() {
		all := queryWords(name)
		if !slices.ContainsFunc(typed, func(q string) bool { return !beginsOne(all, q) }) {
			share = max(share, min(1, float64(len(typed))/float64(len(all))))
		}
	}
	return share
}

// ranks is the rank of a role for words, without its description where only titles count.
func (p *Pack) ranks(typed []string, onlyTitles bool) int {
	switch {
	case beginAll(typed, []string{p.Name}):
		return 3
	case p.share(typed) > 0:
		return 2
	case onlyTitles:
		return 0
	}
	texts := append(p.titles(), p.Family, p.About)
	for _, k := range p.Keywords {
		texts = append(texts, k.Terms...)
	}
	if beginAll(typed, texts) {
		return 1
	}
	return 0
}

// beginAll reports whether each of some words begins a word of one of some texts.
func beginAll(typed, texts []string) bool {
	all := queryWords(strings.Join(texts, " "))
	return !slices.ContainsFunc(typed, func(q string) bool { return !beginsOne(all, q) })
}

// Near are the roles nearest to a search that none matches, in the order of the list:
// those that share two words of their name or titles with it, or one that few trades have.
func (l List) Near(query string) (near List) {
	t := titleOf(query)
	queried := slices.DeleteFunc(slices.Concat(t.words, queryWords(query)), func(w string) bool { return utf8.RuneCountInString(w) < 4 })
	slices.Sort(queried)
	queried = slices.Compact(queried)
	for _, p := range l {
		all := queryWords(strings.Join(append([]string{p.Name}, p.Titles...), " "))
		shared := 0
		for _, q := range queried {
			if beginsOne(all, q) {
				shared++
				if !titles().common[q] && !titles().grades[q] {
					shared++
				}
			}
		}
		if shared > 1 {
			near = append(near, p)
		}
	}
	return near
}

func queryWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ,:()“”/", r) })
}

// beginsOne reports whether one of the words begins with a text.
func beginsOne(all []string, with string) bool {
	return slices.ContainsFunc(all, func(w string) bool { return strings.HasPrefix(w, with) })
}
