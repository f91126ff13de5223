package session

import (
	"resumax/resume"
	"resumax/resume/variant"
)

// Back takes changes out of a variant, so that there it is as the base again, as one
// step.
func (s *Session) Back(id string, changes ...variant.Change) bool {
	return s.editVariant("Back to base", id, changes, (*variant.View).Back)
}

// Keep notes that changes of a variant still apply though the base has changed under
// them, as one step.
func (s *Session) Keep(id string, changes ...variant.Change) bool {
	return s.editVariant("Keep this wording", id, changes, (*variant.View).Keep)
}

// UseEverywhere makes changes of a variant in the base, as one step.
func (s *Session) UseEverywhere(id string, changes ...variant.Change) bool {
	return s.editVariant("Use everywhere", id, changes, (*variant.View).UseEverywhere)
}

func (s *Session) editVariant(label, id string, changes []variant.Change, do func(*variant.View, ...variant.Change) (resume.Document, error)) bool {
	at := resume.Address("")
	if len(changes) == 1 && id == s.now.Variant {
		at = changes[0].Address
	}
	return s.EditProject(label, at, func(d resume.Document) (resume.Document, error) {
		v, err := variant.Open(d, id)
		if err != nil {
			return d, err
		}
		return do(&v, changes...)
	})
}

// SectionOf is the key of the section in which the variant shown differs by a change,
// "" for settings and for what is in no section.
func (s Snapshot) SectionOf(c variant.Change) string {
	if c.Lost || c.Address == "" {
		return ""
	}
	if t := c.Address.Tokens(); c.Address.Within(resume.SectionRows) && len(t) > 3 {
		return t[3]
	}
	if c.Address.Within(resume.Settings) {
		return ""
	}
	return s.Resume.SectionOf(c.Address)
}
