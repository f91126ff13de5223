package outline

import "resumax/resume"

// section adds what is under a section's heading.
func (b *builder) section(s resume.Section) {
	switch s.Key {
	case resume.SummaryKey:
		b.text(b.r.Basics.Summary, resume.Summary)
	case "work":
		b.work()
	case "projects":
		b.projects()
	case "skills":
		b.skills()
	case "education":
		b.education()
	case "certificates":
		b.certificates()
	case "publications":
		b.publications()
	case "awards":
		b.awards()
	case "volunteer":
		b.volunteer()
	case "languages":
		b.languages()
	case "interests":
		b.interests()
	case "references":
		b.references()
	default:
		b.custom(s.Key)
	}
}

func (b *builder) projects() {
	for _, p := range b.r.Projects {
		if p.Hidden {
			continue
		}
		b.head(Entry, p.Address,
			linked(p.Name, p.Address.Child("name"), p.URL),
			plain(p.Entity, p.Address.Child("entity")),
			b.period(p.Start, p.End, p.Address),
			Part{Detail, listed(p.Roles, ", ")},
			Part{Detail, plain(p.Type, p.Address.Child("type"))},
			Part{Detail, webAddress(p.URL, p.Address.Child("url"))})
		b.text(p.Description, p.Address.Child("description"))
		b.bullets(p.Highlights)
		b.keywords(p.Address.Child("keywords"), p.Keywords)
	}
}

func (b *builder) education() {
	for _, e := range b.r.Education {
		if e.Hidden {
			continue
		}
		b.head(Entry, e.Address,
			join(", ", plain(e.StudyType, e.Address.Child("studyType")), plain(e.Area, e.Address.Child("area"))),
			linked(e.Institution, e.Address.Child("institution"), e.URL),
			b.period(e.Start, e.End, e.Address),
			Part{Detail, plain(b.r.Wording().Graded(e.Score), e.Address.Child("score"))})
		b.keywords(e.Address.Child("courses"), e.Courses)
	}
}

func (b *builder) certificates() {
	for _, c := range b.r.Certificates {
		if c.Hidden {
			continue
		}
		b.head(Record, c.Address,
			linked(c.Name, c.Address.Child("name"), c.URL),
			plain(c.Issuer, c.Address.Child("issuer")),
			b.day(c.Date, c.Address.Child("date")))
	}
}

func (b *builder) publications() {
	for _, p := range b.r.Publications {
		if p.Hidden {
			continue
		}
		b.head(Record, p.Address,
			linked(p.Name, p.Address.Child("name"), p.URL),
			plain(p.Publisher, p.Address.Child("publisher")),
			b.day(p.Date, p.Address.Child("releaseDate")))
		b.text(p.Summary, p.Address.Child("summary"))
	}
}

func (b *builder) awards() {
	for _, a := range b.r.Awards {
		if a.Hidden {
			continue
		}
		b.head(Record, a.Address,
			plain(a.Title, a.Address.Child("title")),
			plain(a.Awarder, a.Address.Child("awarder")),
			b.day(a.Date, a.Address.Child("date")))
		b.text(a.Summary, a.Address.Child("summary"))
	}
}

func (b *builder) volunteer() {
	for _, v := range b.r.Volunteer {
		if v.Hidden {
			continue
		}
		b.head(Entry, v.Address,
			plain(v.Position, v.Address.Child("position")),
			linked(v.Organization, v.Address.Child("organization"), v.URL),
			b.period(v.Start, v.End, v.Address))
		b.text(v.Summary, v.Address.Child("summary"))
		b.bullets(v.Highlights)
	}
}

func (b *builder) references() {
	for _, r := range b.r.References {
		if r.Hidden {
			continue
		}
		b.head(Entry, r.Address, plain(r.Name, r.Address.Child("name")), nil, nil)
		b.text(r.Reference, r.Address.Child("reference"))
	}
}

// skills adds the groups of skills. Groups without terms are terms themselves,
// and those that follow one another stand together.
func (b *builder) skills() {
	var loose []resume.TextLine
	flush := func() {
		if len(loose) > 0 {
			b.terms(loose[0].Address.Parent(), nil, loose)
		}
		loose = nil
	}
	for _, s := range b.r.Skills {
		if s.Hidden {
			continue
		}
		if len(s.Keywords) == 0 {
			text := s.Name
			if text != "" && s.Level != "" {
				text += " (" + s.Level + ")"
			}
			loose = append(loose, resume.TextLine{Address: s.Address.Child("name"), Text: text})
			continue
		}
		flush()
		name := plain(s.Name, s.Address.Child("name"))
		if level := plain(s.Level, s.Address.Child("level")); len(name) > 0 && len(level) > 0 {
			level[0].Text = " (" + level[0].Text + ")"
			name = append(name, level...)
		}
		b.terms(s.Address, name, s.Keywords)
	}
	flush()
}

func (b *builder) languages() {
	var terms []Part
	at := resume.Root.Child("languages")
	for _, l := range b.r.Languages {
		if l.Hidden {
			continue
		}
		spans := plain(l.Language, l.Address.Child("language"))
		if fluency := plain(l.Fluency, l.Address.Child("fluency")); len(spans) > 0 && len(fluency) > 0 {
			fluency[0].Text = " (" + fluency[0].Text + ")"
			spans = append(spans, fluency...)
		}
		terms = append(terms, Part{Term, spans})
	}
	b.add(Terms, at, terms...)
}

func (b *builder) interests() {
	var loose []resume.TextLine
	flush := func() {
		if len(loose) > 0 {
			b.terms(loose[0].Address.Parent(), nil, loose)
		}
		loose = nil
	}
	for _, i := range b.r.Interests {
		if i.Hidden {
			continue
		}
		if len(i.Keywords) == 0 {
			loose = append(loose, resume.TextLine{Address: i.Address.Child("name"), Text: i.Name})
			continue
		}
		flush()
		b.terms(i.Address, plain(i.Name, i.Address.Child("name")), i.Keywords)
	}
	flush()
}

func (b *builder) custom(key string) {
	if b.ownSections == nil {
		b.ownSections = map[string][]resume.CustomItem{}
		for _, c := range b.r.Custom {
			b.ownSections[c.Key] = c.Items
		}
	}
	for _, i := range b.ownSections[key] {
		if !i.Hidden {
			b.customItem(i)
		}
	}
}

func (b *builder) customItem(i resume.CustomItem) {
	title, role := linked(i.Name, i.Address.Child("name"), i.URL), plain(i.Position, i.Address.Child("position"))
	if len(title) == 0 {
		title, role = role, nil
	}
	dates, day := b.period(i.Start, i.End, i.Address), b.day(i.Date, i.Address.Child("date"))
	if len(dates) == 0 {
		dates, day = day, nil
	}
	b.head(Entry, i.Address, title,
		plain(i.Organization, i.Address.Child("organization")),
		dates,
		Part{Detail, role},
		Part{Place, plain(i.Location, i.Address.Child("location"))},
		Part{Detail, day},
		Part{Detail, plain(i.Number, i.Address.Child("number"))},
		Part{Detail, webAddress(i.URL, i.Address.Child("url"))})
	b.text(i.Description, i.Address.Child("description"))
	b.text(i.Summary, i.Address.Child("summary"))
	b.bullets(i.Highlights)
	b.keywords(i.Address.Child("keywords"), i.Keywords)
}

// listed is a list of texts as one.
func listed(lines []resume.TextLine, sep string) []Span {
	lists := make([][]Span, len(lines))
	for i, l := range lines {
		lists[i] = plain(l.Text, l.Address)
	}
	return join(sep, lists...)
}
