package score

import "resumax/role"

// Target is what a resume is read for: what its readers search for and want to see
// proved. It is made of a role pack.
type Target struct {
	ID       string              // for reports: the pack's
	Name     string              // "Backend Engineer"
	Titles   []string            // other titles that it goes by
	Keywords []role.KeywordGroup // what hiring systems search for, by kind
	Signals  []role.Signal       // the kinds of evidence that readers look for
}

// isLike reports whether two targets are made of one role pack.
func (t *Target) isLike(o *Target) bool {
	if t == nil || o == nil {
		return t == o
	}
	return t.ID == o.ID && t.Name == o.Name && sameList(t.Titles, o.Titles) && sameList(t.Keywords, o.Keywords) && sameList(t.Signals, o.Signals)
}

// TargetOf is a role as a target, nil for none.
func TargetOf(p *role.Pack) *Target {
	if p == nil {
		return nil
	}
	return &Target{ID: p.ID, Name: p.Name, Titles: p.Titles, Keywords: p.Keywords, Signals: p.Signals}
}
