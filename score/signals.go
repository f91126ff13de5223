package score

import (
	"fmt"
	"strings"

	"resumax/role"
)

// signals: which of the families of evidence that readers of the role look for
// a number in a bullet shows.
var signals = check{
	id: "signals", name: "Role signals", dimension: "role-fit", max: 7, find: findSignals,
	how:    "How many of the role's kinds of evidence have a number, such as latency, scale or cost for a backend engineer. Five kinds earn full points.",
	source: "The kinds come from the role's guide. They differ by role, and a good resume may well show others.",
	passes: "latency, throughput, availability, cost and errors, each with a number",
	fails:  "five bullets about latency",
}

// fullSignals is how many families of signals earn all points: five kinds of
// evidence say more than five of one kind.
const fullSignals = 5

const signalPoints = 7

func findSignals(r *reading) []Finding {
	const points = signalPoints
	var missing []role.Signal
	have := 0
	for i, s := range r.role.Signals {
		if r.shows(i) {
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
		ask := fmt.Sprintf("[%s? How much, from what, to what, using which method?]", s.Name)
		findings = append(findings, Finding{Lost: points / float64(full), Address: r.target().Parent().Parent(), Kind: Ask, lacks: strings.ToLower(s.Name),
			Why:   r.say("No bullet shows %s with a number.%s", strings.ToLower(s.Name), typical(s.Magnitudes[r.level])),
			Fix:   r.say("Add a bullet on %s, if you have worked on it", strings.ToLower(s.Name)),
			patch: r.addBullet(ask), rewriting: r.adding(ask)})
	}
	return findings
}

// shows reports whether a bullet with a number is evidence of a signal: it names
// one of the signal's units, terms, or the signal itself.
func (r *reading) shows(signal int) bool {
	for i := range r.bullets {
		if b := r.bullets[i].sentence; b.metric && b.evidence(r.scorer.signalsOf(r.role.Signals), signal) {
			return true
		}
	}
	return false
}

// evidence reports whether a sentence names one of the signals or counts in its units, as
// found out before or now.
func (s *sentence) evidence(all []signal, i int) bool {
	if !sameList(s.signalsOf, all) {
		lower := strings.ToLower(s.plain)
		s.signalsOf, s.signals = all, make([]bool, len(all))
		for i := range all {
			s.signals[i] = s.names(lower, &all[i]) || s.counts(lower, &all[i])
		}
	}
	return s.signals[i]
}

// signal is a signal as it is looked for: in lower case.
type signal struct {
	name         string
	terms, units []string
}

// signalsOf are the signals of a role as they are looked for.
func (s *Scorer) signalsOf(all []role.Signal) []signal {
	if !sameList(s.sought, all) {
		s.sought, s.signals = all, make([]signal, len(all))
		for i, sig := range all {
			s.signals[i] = signal{name: strings.ToLower(sig.Name), terms: sig.Terms}
			for _, u := range sig.Units {
				s.signals[i].units = append(s.signals[i].units, strings.ToLower(u))
			}
		}
	}
	return s.signals
}

// names reports whether a sentence names a signal or one of its terms.
func (s *sentence) names(lower string, sig *signal) bool {
	if containsWord(lower, sig.name) {
		return true
	}
	for _, m := range s.found {
		for _, t := range sig.terms {
			if strings.EqualFold(m.Term.Name, t) || strings.EqualFold(m.Surface, t) {
				return true
			}
		}
	}
	return false
}

// counts reports whether a sentence's words or units are those of a signal.
func (s *sentence) counts(lower string, sig *signal) bool {
	for _, u := range sig.units {
		if len(u) <= 3 && strings.ContainsAny(u, "$€£") && strings.Contains(lower, u) {
			return true
		}
		for _, m := range s.metrics {
			if m.Unit == u || strings.HasPrefix(m.Unit, u+"/") {
				return true
			}
		}
		if len(u) > 3 && containsWord(lower, u) {
			return true
		}
		if (u == "p50" || u == "p90" || u == "p95" || u == "p99" || u == "p999") && containsWord(lower, u) {
			return true
		}
	}
	return false
}

// signals lists the role's kinds of evidence that the resume shows, and those
// that it does not.
func (r *reading) signals() Keywords {
	k := Keywords{Have: []string{}, Missing: []string{}}
	if r.role == nil {
		return k
	}
	for i, s := range r.role.Signals {
		if r.shows(i) {
			k.Have = append(k.Have, s.Name)
		} else {
			k.Missing = append(k.Missing, s.Name)
		}
	}
	return k
}

// typical says which magnitude is, "" where the pack has none.
func typical(magnitude string) string {
	if magnitude == "" {
		return ""
	}
	return " Typical: " + magnitude + "."
}
