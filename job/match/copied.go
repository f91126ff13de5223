package match

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"resumax/job/posting"
	"resumax/language/terms"
)

// Texts that are the posting's prove nothing. They are known by runs of words.
const (
	gram       = 4   // words of a run that is looked up
	copiedRun  = 8   // words in a row that nobody writes twice by chance
	shortText  = 4   // a text of as many words that is in the posting as a whole is copied, too
	copiedPart = 0.6 // of a text's words: beyond, all of it counts as copied
)

var seed = maphash.MakeSeed()

func hash(all []word) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, w := range all {
		h.WriteString(w.lower)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// gramsOf are the runs of words of a posting.
func gramsOf(p posting.Posting) map[uint64]bool {
	all := map[uint64]bool{}
	add := func(text string) {
		w := wordsOf(text)
		for i := 0; i+gram <= len(w); i++ {
			all[hash(w[i:i+gram])] = true
		}
	}
	add(p.Source)
	for _, l := range [][]posting.Requirement{p.Required, p.Unlabeled, p.Preferred, p.Mentioned} {
		for _, q := range l {
			add(q.Sentence)
		}
	}
	return all
}

// markCopied marks the places that are copied from the posting, and says so.
func (c *compiled) markCopied(places []place) (notes []Note) {
	notes = c.markPasted(places)
	for i := range places {
		p := &places[i]
		if p.copied || p.use == titled || p.use == degree || p.use == certificate || len(p.words) < shortText || p.use == proof && len(p.words) == shortText {
			continue
		}
		if p.comparedWith != c {
			p.comparedWith, p.copiedParts = c, c.copiedIn(p)
		}
		if p.parts = p.copiedParts; len(p.parts) == 0 {
			continue
		}
		p.copied = p.covered() >= copiedPart
		text := "This text repeats the posting word for word, so it earns nothing. Say it in your own words, with what you did."
		if !p.copied {
			text = fmt.Sprintf("“%s” repeats the posting word for word, so it earns nothing.", p.plain[p.parts[0].from:p.parts[0].to])
		}
		notes = append(notes, Note{p.address, text})
	}
	return notes
}

// pastedLines is how many lines of a posting in a row, each a text of its own, are a list that
// was pasted and not written.
const pastedLines = 5

// markPasted marks texts that are the posting's lines one after the other, however short.
func (c *compiled) markPasted(places []place) (notes []Note) {
	from, last := 0, -2
	end := func(to int) {
		if to-from >= pastedLines {
			for i := from; i < to; i++ {
				places[i].copied = true
			}
			notes = append(notes, Note{places[from].address, fmt.Sprintf("These %d texts are lines of the posting, one after the other, so they earn nothing.", to-from)})
		}
	}
	for i := range places {
		p := &places[i]
		at := -2
		if p.use == claim || p.use == proof {
			if n, ok := c.lines[lineKey(p.words)]; ok {
				at = n
			}
		}
		if at < 0 || at != last+1 {
			end(i)
			from = i
		}
		if last = at; at < 0 {
			from = i + 1
		}
	}
	end(len(places))
	return notes
}

// lineKey is a line of a posting as it is found again.
func lineKey(all []word) string {
	var b strings.Builder
	for _, w := range all {
		b.WriteString(w.lower)
		b.WriteByte(' ')
	}
	return b.String()
}

// linesOf are a posting's lines and which one each is.
func linesOf(p posting.Posting) map[string]int {
	all := map[string]int{}
	n := 0
	for _, l := range strings.Split(p.Source, "\n") {
		if k := lineKey(wordsOf(l)); k != "" {
			if _, ok := all[k]; !ok {
				all[k] = n
			}
			n++
		}
	}
	return all
}

// copiedIn are the parts of a text that are the posting's.
func (c *compiled) copiedIn(p *place) (parts []span) {
	least := copiedRun
	if len(p.words) < copiedRun {
		least = len(p.words)
		if len(p.found) == 1 && p.found[0].End-p.found[0].Start > len(p.plain)*2/3 {
			return nil // a long name
		}
	}
	for i := 0; i+gram <= len(p.words); {
		n := 0
		for i+n+gram <= len(p.words) && c.grams[hash(p.words[i+n:i+n+gram])] {
			n++
		}
		if run := n + gram - 1; n > 0 && run >= least {
			parts = append(parts, span{p.words[i].start, p.words[i+run-1].end})
			i += run
			continue
		}
		i += n + 1
	}
	return parts
}

// covered is the share of a text that is copied.
func (p *place) covered() float64 {
	sum := 0
	for _, s := range p.parts {
		sum += s.to - s.from
	}
	return float64(sum) / float64(len(p.plain))
}

// isCopied reports whether a part of a text is in what is copied.
func (p *place) isCopied(from, to int) bool {
	for _, s := range p.parts {
		if from < s.to && to > s.from {
			return true
		}
	}
	return false
}

// Bullets that share so many words beside the terms that they name, and are so many, are one
// bullet written again for each term.
const (
	sameFrame  = 3
	sameFrames = 3
)

// markRepeated makes claims of bullets that are others with another term in the place of theirs:
// the first of them may be proof.
func markRepeated(places []place) (notes []Note) {
	alike := map[string][]int{}
	for i := range places {
		p := &places[i]
		if p.use != proof || p.copied {
			continue
		}
		frame, named := p.frame()
		if !named || strings.Count(frame, " ") < sameFrame || slices.ContainsFunc(alike[frame], func(k int) bool { return places[k].plain == p.plain }) {
			continue
		}
		alike[frame] = append(alike[frame], i)
	}
	for i := range places {
		if places[i].use != proof || places[i].copied {
			continue
		}
		frame, _ := places[i].frame()
		if group := alike[frame]; len(group) >= sameFrames && group[0] != i && places[group[0]].plain != places[i].plain {
			notes = append(notes, Note{places[i].address, "This says what other bullets say, with another term in it, so it counts like an entry in a list."})
			places[i].use = claim
		}
	}
	return notes
}

// frame is the words of a text without its terms and numbers, and whether it has terms.
func (t *text) frame() (frame string, named bool) {
	if !t.framed {
		t.framed = true
		rest := make([]word, 0, len(t.words))
		for _, w := range t.words {
			if number := w.lower[0] >= '0' && w.lower[0] <= '9'; !number && !slices.ContainsFunc(t.found, func(f terms.Match) bool { return f.Start <= w.start && w.end <= f.End }) {
				rest = append(rest, w)
			}
		}
		t.frameText = lineKey(rest)
	}
	return t.frameText, len(t.found) > 0
}

// mostSkills is how many entries of the list of skills are read: twice what a long one has.
// Those after them earn nothing.
const mostSkills = 60

// limitSkills leaves out what a list of skills has too many of.
func (e *evaluation) limitSkills(places []place) {
	n := 0
	for i := range places {
		if p := &places[i]; p.skill {
			if n++; n > mostSkills {
				p.copied = true
			}
		}
	}
	if n > mostSkills {
		e.notes = append(e.notes, Note{"/skills", fmt.Sprintf("%d skills are listed: those after the first %d earn nothing. Keep what the posting asks for.", n, mostSkills)})
	}
}

// bareList says where the list of skills names most of what the posting asks for and the bullets
// show little of it: a reader sees that, too.
func (e *evaluation) bareList() []Note {
	const many, most, few = 8, 0.6, 0.25
	listed, proved, all := 0, 0, 0
	for i, a := range e.c.asks {
		if !a.isProvable() || len(a.options) == 0 {
			continue
		}
		all++
		switch e.results[i].state {
		case Listed:
			listed++
		case Proved:
			proved++
		}
	}
	if listed < many || float64(listed) < most*float64(all) || float64(proved) > few*float64(all) {
		return nil
	}
	return []Note{{"/skills", fmt.Sprintf("%d of %d things that the posting asks for are only listed, and bullets show %d. Readers ask about what no bullet shows.", listed, all, proved)}}
}
