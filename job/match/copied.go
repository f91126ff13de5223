package match

import (
	"fmt"
	"hash/maphash"

	"resumax/job/posting"
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
	for i := range places {
		p := &places[i]
		if p.use == titled || p.use == degree || p.use == certificate || len(p.words) < shortText {
			continue
		}
		if p.parts = c.copiedIn(p); len(p.parts) == 0 {
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

// copiedIn are the parts of a text that are the posting's.
func (c *compiled) copiedIn(p *place) (parts []span) {
	least := copiedRun
	if len(p.words) < copiedRun {
		least = len(p.words)
		if len(p.found) == 1 && p.found[0].End-p.found[0].Start > len(p.plain)*2/3 {
			return nil // a long name
		}
		if p.use == proof && len(p.words) < shortText+1 {
			return nil
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
