package terms

import (
	"maps"
	"strings"
	"sync/atomic"

	"resumax/assets/packed"
)

// Compile makes the packed form of a list of its TOML; for errors see [Load].
func Compile(data []byte, name string) ([]byte, error) {
	b := newBuilder(data, name)
	var file map[string]any
	if _, err := b.Decode(&file); err != nil {
		return nil, err
	}
	if err := b.build(file); err != nil {
		return nil, err
	}
	return packed.Write(b.list().code), nil
}

// list is what was gathered, in the form in which it is searched.
func (b *builder) list() *List {
	records, places, names := make([]string, len(b.terms)), map[*Term]int{}, map[string]int{}
	for i, t := range b.terms {
		records[i] = string(packed.Write(func(c *packed.Coder) { codeTerm(c, t) }))
		places[t] = i
	}
	for key, t := range b.names {
		names[key] = places[t]
	}
	contexts := map[string]packed.Table{}
	for trade, words := range b.contexts {
		contexts[trade] = wordsIn(words)
	}
	return &List{
		records: packed.TextsOf(records), names: packed.TableOf(names), context: wordsIn(b.context), contexts: contexts,
		words: b.words.vocabulary(), phrases: b.phrases.trie(places, b.words.last),
	}
}

func wordsIn(words []string) packed.Table {
	in := map[string]bool{}
	for _, w := range words {
		in[strings.ToLower(w)] = true
	}
	return packed.SetOf(maps.Keys(in))
}

// open is the list of a packed form.
func open(data string) (*List, error) {
	l := &List{}
	if err := packed.Read(data, l.code); err != nil {
		return nil, err
	}
	if len(l.words.heads) != headCount {
		return nil, packed.ErrDamaged
	}
	l.terms = make([]atomic.Pointer[Term], l.records.Len())
	return l, nil
}

// code writes the list, or reads it.
func (l *List) code(c *packed.Coder) {
	l.records.Code(c)
	for _, t := range []*packed.Table{&l.names, &l.context, &l.words.words, &l.words.stems} {
		t.Code(c)
	}
	packed.Map(c, &l.contexts, func(words *packed.Table) { words.Code(c) })
	packed.Int(c, &l.words.year)
	packed.Text(c, &l.words.heads)
	p := &l.phrases
	for _, n := range []*packed.Numbers{&p.ends, &p.firsts, &p.branches, &p.roots, &p.spellings} {
		packed.Text(c, n)
	}
	p.texts.Code(c)
}

// read is the term at a place, from its record. A damaged record has a part of one.
func (l *List) read(at int) *Term {
	t := &Term{}
	_ = packed.Read(l.records.At(at), func(c *packed.Coder) { codeTerm(c, t) })
	return t
}

func codeTerm(c *packed.Coder, t *Term) {
	packed.Text(c, &t.Name)
	packed.Text(c, &t.Category)
	for _, list := range []*[]string{&t.Aliases, &t.Cased, &t.Misspelled, &t.Implies, &t.Not} {
		c.Texts(list)
	}
	for _, flag := range []*bool{&t.Word, &t.Proper, &t.Fixed} {
		c.Flag(flag)
	}
}
