package terms

import "resumax/assets/packed"

// Compile makes the packed form of a list: what [Load] makes of its TOML.
func Compile(data []byte, name string) ([]byte, error) {
	l, err := Load(data, name)
	if err != nil {
		return nil, err
	}
	return packed.Write(l.code), nil
}

// unpack is the list of a packed form.
func unpack(data string) (*List, error) {
	l := &List{words: &vocabulary{}, phrases: &trie{}}
	if err := packed.Read(data, l.code); err != nil {
		return nil, err
	}
	l.words.index()
	l.phrases.index(l.words.last)
	return l, nil
}

// code writes the list, or reads it. Terms that stand elsewhere than in the list of
// them are coded as their places there.
func (l *List) code(c *packed.Coder) {
	l.codeTerms(c)
	places := make(map[*Term]int, len(l.terms))
	for i, t := range l.terms {
		places[t] = i + 1 // 0 is none
	}
	refer := func(t **Term) {
		at := places[*t]
		if packed.Int(c, &at); at > 0 && at <= len(l.terms) {
			*t = l.terms[at-1]
		}
	}
	packed.Map(c, &l.names, refer)
	packed.Map(c, &l.context, c.Flag)
	packed.Map(c, &l.contexts, func(words *map[string]bool) { packed.Map(c, words, c.Flag) })
	packed.Map(c, &l.words.words, func(v *id) { packed.Int(c, v) })
	packed.Map(c, &l.words.stems, func(v *id) { packed.Int(c, v) })
	packed.Int(c, &l.words.year)
	packed.Int(c, &l.words.last)
	spellingOf := func(s *spelling) {
		refer(&s.term)
		packed.Text(c, &s.text)
		c.Flag(&s.word)
		packed.Int(c, &s.cased)
	}
	packed.List(c, &l.phrases.ends, spellingOf)
	packed.List(c, &l.phrases.cased, spellingOf)
	packed.List(c, &l.phrases.firsts, func(at *int32) { packed.Int(c, at) })
	packed.List(c, &l.phrases.branches, func(b *branch) {
		packed.Int(c, &b.id)
		packed.Int(c, &b.to)
		packed.Int(c, &b.join)
	})
}

func (l *List) codeTerms(c *packed.Coder) {
	all := make([]Term, len(l.terms))
	for i, t := range l.terms {
		all[i] = *t
	}
	packed.List(c, &all, func(t *Term) {
		packed.Text(c, &t.Name)
		c.Texts(&t.Aliases)
		c.Texts(&t.Cased)
		c.Texts(&t.Misspelled)
		packed.Text(c, &t.Category)
		c.Texts(&t.Implies)
		c.Flag(&t.Word)
		c.Flag(&t.Proper)
		c.Flag(&t.Fixed)
		c.Texts(&t.Not)
	})
	if c.Writing {
		return
	}
	for i := range all {
		l.terms = append(l.terms, &all[i])
	}
}
