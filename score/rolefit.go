package score

import (
	"fmt"
	"strings"

	"resumax/resume"
	"resumax/role"
)

// fullSignals is how many families of signals earn all points: five kinds of
// evidence say more than five of one kind.
const fullSignals = 5

// signals: which of the families of evidence that readers of the role look for
// a number in a bullet shows.
func signals(r *reading) []Finding {
	const points = 7
	var missing []role.Signal
	have := 0
	for _, s := range r.role.Signals {
		if r.shows(s) {
			have++
		} else {
			missing = append(missing, s)
		}
	}
	full := min(fullSignals, len(r.role.Signals))
	if have >= full {
		return nil
	}
	var findings []Finding
	for _, s := range missing[:min(len(missing), full-have)] {
		findings = append(findings, Finding{Lost: points / float64(full), Address: r.target().Parent().Parent(), Kind: Ask,
			Why:   r.say("No bullet shows %s with a number. Usual: %s.", strings.ToLower(s.Name), s.Magnitudes),
			Fix:   r.say("Show %s, if you have worked on it", strings.ToLower(s.Name)),
			patch: r.addBullet(fmt.Sprintf("[%s? How much, from what, to what, by which means?]", s.Name))})
	}
	return findings
}

// shows reports whether a bullet with a number is evidence of a signal: it names
// one of the signal's units, terms, or the signal itself.
func (r *reading) shows(s role.Signal) bool {
	for _, b := range r.bullets {
		if b.metric && b.evidence(r.role.ID, s) {
			return true
		}
	}
	return false
}

// evidence reports whether a sentence names a signal of a role or counts in its
// units, as found out before or now.
func (s *sentence) evidence(role string, sig role.Signal) bool {
	key := signalKey{role, sig.ID}
	got, known := s.signals[key]
	if !known {
		low := strings.ToLower(s.plain)
		got = s.names(low, sig) || s.counts(low, sig)
		s.signals[key] = got
	}
	return got
}

// signalKey is a signal of a role, by their ids.
type signalKey struct{ role, signal string }

// names reports whether a sentence names a signal or one of its terms.
func (s *sentence) names(low string, sig role.Signal) bool {
	if containsWord(low, strings.ToLower(sig.Name)) {
		return true
	}
	for _, m := range s.found {
		for _, t := range sig.Terms {
			if strings.EqualFold(m.Term.Name, t) || strings.EqualFold(m.Surface, t) {
				return true
			}
		}
	}
	return false
}

// counts reports whether a sentence's words or units are those of a signal.
func (s *sentence) counts(low string, sig role.Signal) bool {
	for _, u := range sig.Units {
		u = strings.ToLower(u)
		if len(u) <= 3 && strings.ContainsAny(u, "$€£") && strings.Contains(low, u) {
			return true
		}
		for _, m := range s.metrics {
			if m.Unit == u || strings.HasPrefix(m.Unit, u+"/") {
				return true
			}
		}
		if len(u) > 3 && containsWord(low, u) {
			return true
		}
		if (u == "p50" || u == "p90" || u == "p95" || u == "p99" || u == "p999") && containsWord(low, u) {
			return true
		}
	}
	return false
}

// containsWord reports whether a text holds a word or phrase, whole.
func containsWord(text, word string) bool {
	for i := 0; ; {
		j := strings.Index(text[i:], word)
		if j < 0 {
			return false
		}
		j += i
		end := j + len(word)
		if (j == 0 || !isWordByte(text[j-1])) && (end == len(text) || !isWordByte(text[end])) {
			return true
		}
		i = j + 1
	}
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80
}

// A term in a bullet counts in full, one in the skills list less: anyone can
// list it.
const listedCredit = 0.6

// keywords: the role's groups of keywords, each full at half its terms.
func keywords(r *reading) []Finding {
	const points = 7
	var findings []Finding
	n := float64(len(r.role.Keywords))
	for _, g := range r.role.Keywords {
		credit, missing := r.credit(g)
		need := float64(len(g.Terms)) / 2
		if credit >= need {
			continue
		}
		ask := missing[:min(len(missing), int((need-credit)/listedCredit)+1)]
		findings = append(findings, Finding{Lost: points / n * (1 - credit/need), Address: r.skillsAddress(), Kind: Add,
			Why:   r.say("Of the role's keywords for %s the resume shows few: hiring systems and readers search for %s.", strings.ToLower(g.Name), list(ask)),
			Fix:   r.say("Name %s, whichever are true of you, best in a bullet", list(ask)),
			patch: r.addSkills(g.Name, ask)})
	}
	return findings
}

// credit is what a group of keywords earns, once a term, and what is missing.
func (r *reading) credit(g role.KeywordGroup) (credit float64, missing []string) {
	for _, name := range g.Terms {
		switch c := r.creditFor(name); {
		case c > 0:
			credit += c
		default:
			missing = append(missing, name)
		}
	}
	return credit, missing
}

func (r *reading) creditFor(name string) float64 {
	t, ok := r.list.Lookup(name)
	if !ok {
		return 0
	}
	if r.used[t] {
		return 1
	}
	for _, s := range r.skills {
		for _, have := range s.terms {
			if have == t {
				return listedCredit
			}
		}
	}
	if s := r.summary(); s != nil {
		for _, m := range s.found {
			if m.Term == t {
				return listedCredit
			}
		}
	}
	return 0
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

// keywords lists the role's keywords that the resume has, and lacks.
func (r *reading) keywords() Keywords {
	k := Keywords{Have: []string{}, Missing: []string{}}
	if r.role == nil {
		return k
	}
	for _, g := range r.role.Keywords {
		for _, name := range g.Terms {
			if r.creditFor(name) > 0 {
				k.Have = append(k.Have, name)
			} else {
				k.Missing = append(k.Missing, name)
			}
		}
	}
	return k
}
