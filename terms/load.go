package terms

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"resumax/assets"
)

// List is a set of terms and what finds them in text. Make one with [Load] or
// take the [Default]. It never changes and is safe for concurrent use.
type List struct {
	terms    []*Term
	names    map[string]*Term // by key
	words    *vocabulary
	phrases  *trie
	context  map[string]bool // words that speak of software; see ambiguous.go
	scratchs sync.Pool
}

// Default is the list that ResuMax ships. A mistake in it is one of the build,
// which a test finds, so it panics.
var Default = sync.OnceValue(func() *List {
	l, err := Load(assets.Terms, "terms.toml")
	if err != nil {
		panic(err)
	}
	return l
})

// entry is a term as the data file writes it.
type entry struct {
	Name     string   `toml:"name"`
	Aliases  []string `toml:"aliases"`
	Words    []string `toml:"words"`
	Misspelt []string `toml:"misspelt"`
	Implies  []string `toml:"implies"`
	Word     bool     `toml:"word"`
	Fixed    bool     `toml:"fixed"`
	Not      []string `toml:"not"`
}

// file is the data file: the context words and an array of terms a category.
type file struct {
	Context        []string `toml:"context"`
	Language       []entry  `toml:"language"`
	Framework      []entry  `toml:"framework"`
	Database       []entry  `toml:"database"`
	Messaging      []entry  `toml:"messaging"`
	Cloud          []entry  `toml:"cloud"`
	Infrastructure []entry  `toml:"infrastructure"`
	Observability  []entry  `toml:"observability"`
	Tool           []entry  `toml:"tool"`
	Platform       []entry  `toml:"platform"`
	Protocol       []entry  `toml:"protocol"`
	Certificate    []entry  `toml:"certificate"`
	Method         []entry  `toml:"method"`
	Concept        []entry  `toml:"concept"`
	Soft           []entry  `toml:"soft"`
}

// entries are the terms of a category.
func (f *file) entries(c Category) []entry {
	return map[Category][]entry{
		Language: f.Language, Framework: f.Framework, Database: f.Database, Messaging: f.Messaging,
		Cloud: f.Cloud, Infrastructure: f.Infrastructure, Observability: f.Observability, Tool: f.Tool,
		Platform: f.Platform, Protocol: f.Protocol, Certificate: f.Certificate, Method: f.Method,
		Concept: f.Concept, Soft: f.Soft,
	}[c]
}

// Load reads a list from TOML; assets/terms.toml tells the form. name stands
// for the file in errors, which say the line and the term that is wrong: a name
// or alias given twice, an unknown member, an implied term that is not listed.
func Load(data []byte, name string) (*List, error) {
	var f file
	meta, err := toml.NewDecoder(bytes.NewReader(data)).Decode(&f)
	if err != nil {
		return nil, syntaxError(err, name)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0]
		return nil, fmt.Errorf("%s:%d: %s is no member that a term list knows", name, lineOf(data, key[len(key)-1]), key)
	}
	b := builder{data: data, file: name, list: &List{
		names: map[string]*Term{}, words: newVocabulary(), phrases: newTrie(), context: map[string]bool{},
	}}
	if err := b.build(&f); err != nil {
		return nil, err
	}
	return b.list, nil
}

// syntaxError puts the file's name and the line before a TOML error.
func syntaxError(err error, name string) error {
	var bad toml.ParseError
	if errors.As(err, &bad) {
		return fmt.Errorf("%s:%d: %s", name, bad.Position.Line, bad.Error())
	}
	return fmt.Errorf("%s: %w", name, err)
}

// lineOf is the line, from 1, where a string first stands in the data as a
// whole quoted string, else at all: TOML gives no positions of what it decoded.
func lineOf(data []byte, s string) int {
	at := bytes.Index(data, []byte(`"`+s+`"`))
	if at < 0 {
		at = max(0, bytes.Index(data, []byte(s)))
	}
	return 1 + bytes.Count(data[:at], []byte("\n"))
}

// builder fills a list.
type builder struct {
	data []byte
	file string
	list *List
}

func (b *builder) errorf(term, at, format string, args ...any) error {
	return fmt.Errorf("%s:%d: term %q: %s", b.file, lineOf(b.data, at), term, fmt.Sprintf(format, args...))
}

func (b *builder) build(f *file) error {
	for _, w := range f.Context {
		b.list.context[strings.ToLower(w)] = true
	}
	for _, c := range Categories() {
		for _, e := range f.entries(c) {
			if err := b.add(e, c); err != nil {
				return err
			}
		}
	}
	b.list.phrases.index(b.list.words.last)
	return b.checkImplied()
}

// add puts one term with all its spellings into the list.
func (b *builder) add(e entry, c Category) error {
	t := &Term{
		Name: e.Name, Aliases: append(e.Aliases, e.Words...), Misspelt: e.Misspelt, Category: c,
		Implies: e.Implies, Word: e.Word || len(e.Words) > 0, Fixed: e.Fixed, Not: e.Not,
	}
	b.list.terms = append(b.list.terms, t)
	if err := b.spell(t, e.Word, e.Name); err != nil {
		return err
	}
	for _, group := range []struct {
		word  bool
		names []string
	}{{false, e.Aliases}, {true, e.Words}, {false, e.Misspelt}} {
		if err := b.spell(t, group.word, group.names...); err != nil {
			return err
		}
	}
	return b.block(t)
}

// spell adds spellings of a term and refuses what another spelling already has.
func (b *builder) spell(t *Term, word bool, names ...string) error {
	for _, name := range names {
		phrase := b.phrase(name, t.inflects())
		if len(phrase) == 0 || len(phrase) > maxWords || broken(phrase) {
			return b.errorf(t.Name, name, "%q must be 1 to %d words joined by a space, hyphen, slash, dot or ampersand", name, maxWords)
		}
		k := key(name)
		if old := b.list.names[k]; old != nil {
			return b.errorf(t.Name, name, "%q is already a spelling of %q", name, old.Name)
		}
		b.list.names[k] = t
		old, taken := b.list.phrases.add(phrase, spelling{term: t, text: name, word: word})
		if taken && old.term != t {
			return b.errorf(t.Name, name, "%q matches the same words as %q of another term", name, old.text)
		}
	}
	return nil
}

// maxWords bounds a phrase, and with it the work at each token.
const maxWords = 8

// block adds the phrases in which the term's name means something else.
func (b *builder) block(t *Term) error {
	for _, not := range t.Not {
		if !t.Word {
			return b.errorf(t.Name, not, "not = [...] needs word = true or words = [...]")
		}
		phrase := b.phrase(not, false)
		if len(phrase) < 2 || len(phrase) > maxWords || broken(phrase) {
			return b.errorf(t.Name, not, "%q must be 2 to %d words joined by a space, hyphen, slash, dot or ampersand", not, maxWords)
		}
		if old, taken := b.list.phrases.add(phrase, spelling{text: not}); taken && old.term != nil {
			return b.errorf(t.Name, not, "%q is a spelling of %q", not, old.term.Name)
		}
	}
	return nil
}

// phrase cuts a spelling into numbered words.
func (b *builder) phrase(name string, inflects bool) []part {
	var phrase []part
	s, last := fold(name), 0
	for at := 0; ; {
		start, end, ok := next(s, at, anySigns)
		if !ok {
			return phrase
		}
		p := part{}
		if len(phrase) > 0 {
			p.join = between(s[last:start]).join
		}
		if w := s[start:end]; inflects {
			p.id = b.list.words.stem(w)
		} else {
			p.id = b.list.words.word(w)
		}
		phrase = append(phrase, p)
		at, last = end, end
	}
}

// broken reports whether a phrase has a joint that no text can cross.
func broken(phrase []part) bool {
	for _, p := range phrase[1:] {
		if p.join == hard {
			return true
		}
	}
	return false
}

// anySigns takes all signs around a word for part of it, as a list means them.
func anySigns(string) bool { return true }

// checkImplied sees that every implied term is listed, by its canonical name.
func (b *builder) checkImplied() error {
	for _, t := range b.list.terms {
		for _, name := range t.Implies {
			if other := b.list.names[key(name)]; other == nil || other.Name != name {
				return b.errorf(t.Name, t.Name, "implies %q, which is no term's name", name)
			}
		}
	}
	return nil
}

// key is a name as [List.Lookup] compares it: lower case, with hyphens and runs
// of blanks as one space.
func key(name string) string {
	return strings.Join(strings.FieldsFunc(fold(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '\t' || r == '\n' || r == '\u00a0'
	}), " ")
}

// Lookup finds a term by its name or one of its aliases, in any casing.
func (l *List) Lookup(name string) (*Term, bool) {
	t, ok := l.names[key(name)]
	return t, ok
}

// All are the terms in the order of the data file. The slice is the caller's.
func (l *List) All() []*Term {
	return append([]*Term(nil), l.terms...)
}

// Implied are the terms that knowing the named one implies, directly or through
// others, nearest first, without the term itself. It is empty for a name that
// the list does not hold.
func (l *List) Implied(name string) []*Term {
	t, ok := l.Lookup(name)
	if !ok {
		return nil
	}
	seen := map[*Term]bool{t: true}
	var found []*Term
	for queue := []*Term{t}; len(queue) > 0; queue = queue[1:] {
		for _, n := range queue[0].Implies {
			if next, ok := l.Lookup(n); ok && !seen[next] {
				seen[next] = true
				found, queue = append(found, next), append(queue, next)
			}
		}
	}
	return found
}
