package score

import (
	"strings"

	"resumax/resume"
)

// Slots that ask for what makes a bullet convince. Each reads as a part of the
// sentence that it is put into.
const (
	slotResult     = ", [by how much? from what, to what?]"
	slotMethod     = " [using which method?]"
	slotObject     = " [what exactly?]"
	slotCompare    = " [compared with what?]"
	slotTechnology = " [with which technology?]"
	slotTool       = " [using which method, tool or equipment?]"
	slotVerb       = "[Which verb? Built, led, cut …] "
	slotMore       = " [using which method, and with what result: how much, from what, to what?]"
	slotBullet     = "[What did you change? By how much, how many, and using which method?]"
)

// slotTerm asks for a term: for a technology where the reader is of computing.
func (r *reading) slotTerm() string {
	if r.isTechnical() {
		return slotTechnology
	}
	return slotTool
}

// noBullets is the finding of a check that has no bullet to look at.
func (r *reading) noBullets(points float64, why string) []Finding {
	return []Finding{{Lost: points, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet(slotBullet), alike: "first bullet",
		Why: why, Fix: "Add a bullet: what changed, by how much and how"}}
}

func (r *reading) skillsAddress() resume.Address {
	if s, ok := r.resume.Section("skills"); ok {
		return s.Address
	}
	return "/skills"
}

// addSkills makes a patch that adds a group of skills to be confirmed, each as
// a slot: "[Kafka?]".
func (r *reading) addSkills(group string, names []string) patch {
	at := r.skillsAddress()
	slots := make([]string, len(names))
	for i, n := range names {
		slots[i] = "[" + n + "?]"
	}
	return func(d resume.Document) (resume.Document, error) {
		return d.Insert(at.Item(d.ListLen(at)), resume.Struct(
			resume.Member{Name: "name", Value: resume.Text(group)},
			resume.Member{Name: "keywords", Value: resume.Texts(slots...)}))
	}
}

// removeTexts makes a patch that removes skills from their groups. One that is not
// in a list is its group's only one.
func removeTexts(list []skill) patch {
	return func(d resume.Document) (resume.Document, error) {
		gone := map[int]map[int]bool{}
		for _, s := range list {
			if s.address.Index() < 0 {
				var err error
				if d, err = d.Remove(s.address); err != nil {
					return d, err
				}
				continue
			}
			group := s.address.Parent().Parent().Index()
			if gone[group] == nil {
				gone[group] = map[int]bool{}
			}
			gone[group][s.address.Index()] = true
		}
		if len(gone) == 0 {
			return d, nil
		}
		return d.RemoveTexts("/skills", "keywords", gone)
	}
}

// isSlot reports whether a text asks for what should be there.
func isSlot(text string) bool { return len(resume.SlotsIn(text)) > 0 }

// target is where a new bullet belongs: the end of the newest position, and of
// a new one where there is none.
func (r *reading) target() resume.Address {
	for _, section := range []string{"work", "projects"} {
		for _, p := range r.roles {
			if p.section == section {
				at := p.address.Child("highlights")
				return at.Item(r.document.ListLen(at))
			}
		}
	}
	return resume.Address("/work").Item(r.document.ListLen("/work")).Child("highlights").Item(0)
}

// addBullet makes a patch that adds a bullet to the newest position.
func (r *reading) addBullet(text string) patch { return r.addTo(r.target().Parent(), text) }

// adding is what addBullet does as a rewriting, none where it makes a difference for more
// than the counts of bullets.
func (r *reading) adding(text string) rewriting {
	list := r.target().Parent()
	for i := range r.roles {
		p := &r.roles[i]
		if p.address != list.Parent() {
			continue
		}
		if len(p.bullets) < nearTopBullets {
			break
		}
		like := p.bullets[0]
		like.address = r.target()
		return rewriting{several: &swapping{like: &like, in: func() []string { return []string{text} }}}
	}
	return rewriting{}
}

// addTo makes a patch that adds a bullet to the list at an address.
func (r *reading) addTo(list resume.Address, text string) patch {
	return func(d resume.Document) (resume.Document, error) {
		d, err := shown(d, list.Section().Last())
		if err != nil {
			return d, err
		}
		return d.Set(list.Item(d.ListLen(list)), resume.Text(text))
	}
}

// shown is the document with a section shown.
func shown(d resume.Document, key string) (resume.Document, error) {
	if !d.IsHidden(key) {
		return d, nil
	}
	return d.HideSection(key, false)
}

// appended is the rewriting that puts more words at the end of a bullet.
func (b *bullet) appended(more string) rewriting {
	return rewritten(b, more, func(s *sentence, more string) string { return extended(s.text, more) })
}

// addToSummary makes a patch that puts more words at the end of the summary, and
// shows a summary that is hidden.
func addToSummary(more string) patch {
	return func(d resume.Document) (resume.Document, error) {
		d, err := shown(d, resume.SummaryKey)
		if err != nil {
			return d, err
		}
		return d.SetText(resume.Summary, strings.TrimSpace(d.TextAt(resume.Summary)+more))
	}
}

// replace makes a patch that puts a text in place of another.
func replace(at resume.Address, text string) patch {
	return func(d resume.Document) (resume.Document, error) { return d.SetText(at, text) }
}

// both makes a patch of several.
func both(patches ...patch) patch {
	return func(d resume.Document) (resume.Document, error) {
		for _, p := range patches {
			var err error
			if d, err = p(d); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}

// extended is a sentence with something put before its final full stop.
func extended(text, more string) string {
	trimmed := strings.TrimRight(text, " ")
	if body, ok := strings.CutSuffix(trimmed, "."); ok {
		return body + more + "."
	}
	return trimmed + more
}
