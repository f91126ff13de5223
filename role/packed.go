package role

import (
	"fmt"
	"sync"

	"resumax/assets/packed"
	"resumax/resume"
	"resumax/resume/codec"
)

// packedPack is a pack that ships, read when it is first asked for.
type packedPack struct {
	id   string
	pack func() *Pack
}

// shipped are the packs that ship, by name. A fault in them is one of the build,
// which a test finds, so it panics.
var shipped = sync.OnceValue(func() []packedPack {
	var all []packedPack
	each := func(id, data string) {
		all = append(all, packedPack{id, sync.OnceValue(func() *Pack { return unpack(id, data) })})
	}
	if err := eachPacked(packed.Roles.Open(), each); err != nil {
		panic(err)
	}
	return all
})

// eachPacked calls each with the packs of packed data.
func eachPacked(data string, each func(id, data string)) error {
	return packed.Read(data, func(c *packed.Coder) {
		for c.Rest() != "" {
			var id, pack string
			packed.Text(c, &id)
			packed.Text(c, &pack)
			each(id, pack)
		}
	})
}

// Compile makes the packed form of packs.
func Compile(packs List) []byte {
	return packed.Write(func(c *packed.Coder) {
		for _, p := range packs {
			data := string(packed.Write(p.code))
			packed.Text(c, &p.ID)
			packed.Text(c, &data)
		}
	})
}

func unpack(id, data string) *Pack {
	p := &Pack{}
	if err := packed.Read(data, p.code); err != nil {
		panic(fmt.Sprintf("the role %s: %v", id, err))
	}
	p.vocab = sync.OnceValue(p.vocabulary)
	return p
}

// code writes the pack, or reads it. The sample is read when it is first asked for.
func (p *Pack) code(c *packed.Coder) {
	for _, text := range []*string{&p.ID, &p.Name, &p.Family, &p.About, &p.Summary, &p.File} {
		packed.Text(c, text)
	}
	for _, texts := range []*[]string{&p.Titles, &p.Sections, &p.WhatWorks, &p.Mistakes, &p.Certifications, &p.At} {
		c.Texts(texts)
	}
	packed.Map(c, &p.Levels, func(l *Level) {
		c.Texts(&l.Advice)
		c.Texts(&l.Sections)
	})
	packed.List(c, &p.Signals, func(s *Signal) { s.code(c) })
	packed.List(c, &p.Bullets, func(b *Bullet) {
		packed.Text(c, &b.Text)
		packed.Text(c, &b.Signal)
	})
	packed.List(c, &p.Skills, func(g *SkillGroup) {
		packed.Text(c, &g.Name)
		c.Texts(&g.Keywords)
	})
	packed.List(c, &p.Keywords, func(g *KeywordGroup) {
		packed.Text(c, &g.Name)
		c.Texts(&g.Terms)
	})
	packed.Map(c, &p.PromptLines, func(lines *[]string) { c.Texts(lines) })
	packed.List(c, &p.FAQ, func(q *QA) {
		packed.Text(c, &q.Question)
		packed.Text(c, &q.Answer)
	})
	packed.List(c, &p.Questions, func(q *Question) {
		packed.Text(c, &q.Text)
		packed.Text(c, &q.Shows)
	})
	p.codeSample(c)
}

func (s *Signal) code(c *packed.Coder) {
	for _, text := range []*string{&s.ID, &s.Name, &s.Source} {
		packed.Text(c, text)
	}
	c.Texts(&s.Units)
	c.Texts(&s.Terms)
	packed.Map(c, &s.Magnitudes, func(text *string) { packed.Text(c, text) })
}

// codeSample codes the sample as JSON.
func (p *Pack) codeSample(c *packed.Coder) {
	var data string
	if c.Writing {
		data = string(codec.EncodeAs(p.sample(), codec.Style{}))
	}
	packed.Text(c, &data)
	if c.Writing {
		return
	}
	p.sample = sync.OnceValue(func() resume.Document {
		d, _, err := codec.Parse([]byte(data), p.File)
		if err != nil {
			panic(err) // a test reads them all
		}
		return d
	})
}
