package match

import (
	"resumax/resume"
)

// everywhere is what the project has and the document does not show: what is hidden, what
// only the base has, what other variants say, and facts for forms.
func (e *evaluation) everywhere() *index {
	if e.elsewhere != nil {
		return e.elsewhere
	}
	shown := map[string]bool{}
	for i := range e.here.places {
		shown[e.here.places[i].source] = true
	}
	var places []place
	add := func(from []place) {
		for _, p := range from {
			if !shown[p.source] {
				shown[p.source] = true
				places = append(places, p)
			}
		}
	}
	g := &gathering{m: e.m, document: e.in.Document, r: e.r, today: e.in.Today, all: true, sought: e.c}
	g.gather()
	add(g.places)
	if project := e.in.Project; project.Root().Len() > 0 {
		typed := (*resume.Resume)(nil)
		if e.m.based != nil {
			typed = project.ResumeAfter(e.m.project, e.m.based)
		} else {
			typed = project.Resume()
		}
		e.m.project, e.m.based = project, typed
		b := &gathering{m: e.m, document: project, r: typed, today: e.in.Today, all: true, project: true, sought: e.c}
		b.gather()
		add(b.places)
		add(e.variantTexts())
		add(e.factTexts())
	}
	for i := range places {
		places[i].position = -1
	}
	e.c.markCopied(places) // what is copied there is no evidence either
	e.elsewhere = e.m.indexOf(places, e.c)
	return e.elsewhere
}

// variantTexts are the texts of variants' own.
func (e *evaluation) variantTexts() (all []place) {
	at := resume.MetaAddress(resume.MetaVariants)
	list, _ := e.in.Project.Get(at)
	for i, v := range list.Items() {
		changes, _ := v.Get("changes")
		all = append(all, e.variantPlaces(at.Item(i).Child("changes"), i, changes.Items())...)
	}
	return all
}

// variantKey names the changes of a variant: an edit of one variant leaves those of the others
// where they are in memory.
type variantKey struct {
	first *resume.Value
	n, i  int
	c     *compiled
}

func (e *evaluation) variantPlaces(at resume.Address, i int, changes []resume.Value) []place {
	if len(changes) == 0 {
		return nil
	}
	k := variantKey{&changes[0], len(changes), i, e.c}
	if all, ok := e.m.variants[k]; ok {
		return all
	}
	g := &gathering{m: e.m, all: true, project: true, sought: e.c}
	for n, c := range changes {
		for _, name := range []string{"set", "add"} {
			if v, ok := c.Get(name); ok {
				g.walk(at.Item(n).Child(name), v, place{position: -1, weight: recentWeight})
			}
		}
	}
	const most = 512 // variants, as they were and are
	if len(e.m.variants) >= most || e.m.variants == nil {
		e.m.variants = map[variantKey][]place{}
	}
	e.m.variants[k] = g.places
	return g.places
}

// factTexts are the licenses among the facts for forms.
func (e *evaluation) factTexts() []place {
	g := &gathering{m: e.m, all: true, project: true, sought: e.c}
	at := resume.MetaAddress(resume.MetaFacts)
	facts, _ := e.in.Project.Get(at)
	for _, name := range []string{"licenses", "licences", "certificates", "clearance"} {
		if m, ok := facts.Get(name); ok {
			g.walk(at.Child(name), m, place{position: -1, use: certificate})
		}
	}
	return g.places
}

// walk reads all texts of a value.
func (g *gathering) walk(at resume.Address, v resume.Value, p place) {
	switch v.Kind() {
	case resume.String:
		g.read(at, v.Str(), true, p)
	case resume.Array:
		for i, e := range v.Items() {
			g.walk(at.Item(i), e, p)
		}
	case resume.Object:
		for _, m := range v.Members() {
			switch m.Name {
			case "name", "institution", "organization", "entity", "id", "url", "startDate", "endDate", "location":
				continue
			}
			if !resume.IsCompanion(m) {
				g.walk(at.Child(m.Name), m.Value, p)
			}
		}
	}
}
