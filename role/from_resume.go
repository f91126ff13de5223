package role

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"resumax/language/terms"
	"resumax/resume"
)

// FromResume makes a pack of a resume, under a name: its sample is the resume without
// what tells whose it is, its keywords are the terms of the resume's skills, its
// bullets are those given. What a resume does not tell, such as signals, advice
// and questions, is taken over from another pack; nil for none.
func FromResume(d resume.Document, name string, bullets []Bullet, from *Pack) (*Pack, error) {
	id := resume.IDFor(name)
	if id == "" {
		return nil, errors.New("a role's name needs a letter or a digit")
	}
	p := &Pack{Family: "My roles", About: "Made from a resume of mine."}
	if from != nil {
		copied := *from
		p = &copied
		p.Titles, p.Certifications = nil, nil
		p.Levels = map[string]Level{} // the order is the resume's
		for name, l := range from.Levels {
			p.Levels[name] = Level{Advice: l.Advice}
		}
		p.About = "Made from a resume of mine for " + from.Name + "."
	}
	r := d.Resume()
	p.ID, p.Name, p.Bullets, p.Summary = id, name, bullets, r.Basics.Summary
	if r.Basics.Label != "" && r.Basics.Label != name {
		p.Titles = []string{r.Basics.Label}
	}
	if strings.TrimSpace(p.Summary) == "" {
		return nil, errors.New("a role needs a summary: write one in the resume first")
	}
	p.Sections = nil
	for _, s := range r.Sections {
		if !s.Hidden && s.Key != "basics" {
			p.Sections = append(p.Sections, s.Key)
		}
	}
	p.Skills, p.Keywords = nil, nil
	for _, g := range r.Skills {
		if !g.Hidden {
			p.learnSkills(g)
		}
	}
	if len(p.Keywords) == 0 {
		return nil, errors.New("a role needs keywords: list well-known skills in the resume first")
	}
	var err error
	if p.SampleResume, err = anonymous(d); err != nil {
		return nil, err
	}
	data, err := p.Encode()
	if err != nil {
		return nil, err
	}
	return Load(id+".toml", data)
}

func (p *Pack) learnSkills(g resume.Skill) {
	name := g.Name
	if name == "" {
		name = "Skills"
	}
	skills, keywords := SkillGroup{Name: name}, KeywordGroup{Name: name}
	for _, k := range g.Keywords {
		if k.Text == "" {
			continue
		}
		skills.Keywords = append(skills.Keywords, k.Text)
		if _, known := terms.Default().Lookup(k.Text); known {
			keywords.Terms = append(keywords.Terms, k.Text)
		}
	}
	if len(skills.Keywords) > 0 {
		p.Skills = append(p.Skills, skills)
	}
	if len(keywords.Terms) > 0 {
		p.Keywords = append(p.Keywords, keywords)
	}
}

// What of a resume's basics tells of its trade and not whose it is. A sample has a
// name of its own.
var impersonal = []string{"label", "summary"}

// anonymous is a document's tree for a pack's file, without what tells whose it
// is and without what is hidden.
func anonymous(d resume.Document) (map[string]any, error) {
	d = d.WithoutHidden().WithoutIDs().Without("/references").Without("/meta")
	basics, _ := d.Get(resume.Basics)
	for _, m := range basics.Members() {
		if !slices.Contains(impersonal, m.Name) {
			d = d.Without(resume.Basics.Child(m.Name))
		}
	}
	d, err := d.SetText("/basics/name", "Sample Person")
	if err != nil {
		return nil, err
	}
	tree, ok := plain(d.Root()).(map[string]any)
	if !ok {
		return nil, fmt.Errorf("the resume is %s", d.Root().Kind())
	}
	return tree, nil
}

// leads are members by which a reader finds someone.
var leads = map[string]bool{"url": true, "urlText": true, "website": true}

// plain is a value in Go's own types without its addresses, nil for null, which
// TOML has not. A list of objects is of the type that TOML writes as tables.
func plain(v resume.Value) any {
	switch v.Kind() {
	case resume.Object:
		m := map[string]any{}
		for _, member := range v.Members() {
			if p := plain(member.Value); p != nil && !leads[member.Name] {
				m[member.Name] = p
			}
		}
		return m
	case resume.Array:
		var tables []map[string]any
		list := []any{}
		for _, item := range v.Items() {
			p := plain(item)
			if p == nil {
				continue
			}
			if m, ok := p.(map[string]any); ok {
				tables = append(tables, m)
			}
			list = append(list, p)
		}
		if len(tables) == len(list) && len(list) > 0 {
			return tables
		}
		return list
	case resume.String:
		return v.Str()
	case resume.Bool:
		return v.True()
	case resume.Number:
		if n, err := strconv.ParseInt(v.Raw(), 10, 64); err == nil {
			return n
		}
		if f, err := strconv.ParseFloat(v.Raw(), 64); err == nil && !math.IsInf(f, 0) {
			return f
		}
		return v.Raw()
	}
	return nil
}

// Encode is the pack as its file.
func (p *Pack) Encode() ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# A custom role. The packs that ship with ResuMax show what else can be set here.\n\n")
	e := toml.NewEncoder(&b)
	e.Indent = ""
	whole := *p
	if whole.SampleResume == nil { // of one that ships
		whole.SampleResume, _ = plain(p.sample().Root()).(map[string]any)
	}
	if err := e.Encode(whole); err != nil {
		return nil, fmt.Errorf("the role cannot be written: %w", err)
	}
	return b.Bytes(), nil
}
