package score

import (
	"resumax/resume"
	"resumax/role"
)

// StrongBullets are the bullets of a resume that rate strong, each with the signal
// of the options' target that it shows, if any.
func (s *Scorer) StrongBullets(d resume.Document, o Options) []role.Bullet {
	o = s.ready(o)
	r := s.read(d, o)
	var strong []role.Bullet
	for _, b := range r.bullets {
		if len(b.slots) > 0 || s.Rate(b.text, o).Strength != Strong {
			continue
		}
		kept := role.Bullet{Text: b.text}
		if o.Target != nil {
			for i := range o.Target.Signals {
				if b.metric && b.evidence(s.signalsOf(o.Target.Signals), i) {
					kept.Signal = o.Target.Signals[i].ID
					break
				}
			}
		}
		strong = append(strong, kept)
	}
	return strong
}
