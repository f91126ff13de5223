package terms

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"resumax/assets/packed"
	"resumax/assets/tomlfile"
)

// List is a set of terms and what finds them in text. Make one with [Load] or
// take the [Default]. It never changes and is safe for concurrent use.
//
// It is a view of its packed form: opening it takes no time, whatever it holds.
type List struct {
	records  packed.Texts            // by term, see codeTerm
	terms    []atomic.Pointer[Term]  // those that were asked for; of each there is one
	names    packed.Table            // places of terms, by key
	context  packed.Table            // words that speak of software; see ambiguous.go
	contexts map[string]packed.Table // words that speak of a trade
	words    vocabulary
	phrases  trie
	scratchs sync.Pool
}

// Default is the list that ResuMax ships, from its packed form. A mistake in it is
// one of the build, which a test finds, so it panics.
var Default = sync.OnceValue(func() *List {
	l, err := open(packed.Terms.Open())
	if err != nil {
		panic(err)
	}
	return l
})

// entry is a term as the data file writes it.
type entry struct {
	name                                            string
	aliases, words, cased, misspelled, implies, not []string
	word, proper, fixed                             bool
}

// Load reads a list from TOML; assets/terms.toml tells the form. name stands
// for the file in errors, which say the line and the term that is wrong: a name
// or alias given twice, an unknown member, an implied term that is not listed.
func Load(data []byte, name string) (*List, error) {
	form, err := Compile(data, name)
	if err != nil {
		return nil, err
	}
	return open(string(form))
}

// builder gathers what a list holds.
type builder struct {
	tomlfile.Text
	terms    []*Term
	names    map[string]*Term // by key
	words    *numbering
	phrases  *tree
	context  []string
	contexts map[string][]string

	seen  map[string]bool // spellings, as they are written
	cased map[string]bool // by key: names that are a term's in one casing alone
	at    int             // where in the text the entry being added has its name
	from  map[*Term]int   // by term: its at
}

func newBuilder(data []byte, name string) *builder {
	return &builder{Text: tomlfile.Text{File: name, Data: data}, names: map[string]*Term{}, words: newNumbering(), phrases: newTree(),
		contexts: map[string][]string{}, seen: map[string]bool{}, cased: map[string]bool{}, from: map[*Term]int{}}
}

// errorf is an error of the term whose name stands at an offset of the text.
func (b *builder) errorf(at int, term, format string, args ...any) error {
	return b.Errorf(b.LineAt(at), "term %q: %s", term, fmt.Sprintf(format, args...))
}

// locate moves on to the next entry's name and, for a table, notes its end, so
// that what an entry implies is not taken for the entry of that name.
func (b *builder) locate(e entry, isTable bool, from int) (next int) {
	at := bytes.Index(b.Data[from:], []byte(`"`+e.name+`"`))
	if at < 0 {
		return from // written another way, such as with escapes
	}
	b.at = from + at
	if end := bytes.IndexByte(b.Data[b.at:], '}'); isTable && end >= 0 {
		return b.at + end
	}
	return b.at + len(e.name) + 2
}

func (b *builder) build(file map[string]any) error {
	if err := b.checkMembers(file); err != nil {
		return err
	}
	var ok bool
	if b.context, ok = readStrings(file["context"]); !ok {
		return b.Errorf(b.LineWith("context"), "context must be an array of strings")
	}
	if err := b.readContexts(file["contexts"]); err != nil {
		return err
	}
	for _, c := range Categories() {
		if err := b.addAll(c, file[string(c)]); err != nil {
			return err
		}
	}
	return b.checkImplied()
}

// readContexts reads the words that speak of trades.
func (b *builder) readContexts(value any) error {
	tables, ok := value.(map[string]any)
	if !ok && value != nil {
		return b.Errorf(b.LineWith("contexts"), "contexts must be a table of arrays of strings")
	}
	for _, key := range slices.Sorted(maps.Keys(tables)) {
		words, ok := readStrings(tables[key])
		if !ok || !slices.Contains(Trades(), Category(key)) {
			return b.Errorf(b.LineWith("contexts."+key), "contexts.%s must be an array of strings, and %q a trade", key, key)
		}
		b.contexts[key] = words
	}
	return nil
}

// checkMembers refuses what is neither a category nor the context words.
func (b *builder) checkMembers(file map[string]any) error {
	for _, key := range slices.Sorted(maps.Keys(file)) {
		if key != "context" && key != "contexts" && !slices.Contains(Categories(), Category(key)) {
			return b.Errorf(b.LineWith(key), "%q is no category of terms", key)
		}
	}
	return nil
}

// addAll adds a category's array.
func (b *builder) addAll(c Category, value any) error {
	items, ok := value.([]any)
	if tables, isTables := value.([]map[string]any); isTables {
		for _, table := range tables {
			items = append(items, table)
		}
		ok = true
	}
	if !ok && value != nil {
		return b.Errorf(b.LineWith(string(c)), "%s must be an array of terms", c)
	}
	next := max(0, bytes.Index(b.Data, []byte(string(c)+" =")))
	for i, item := range items {
		_, isTable := item.(map[string]any)
		e, err := readEntry(item)
		next = b.locate(e, isTable, next)
		if err != nil {
			return b.errorf(b.at, e.name, "%v", err)
		}
		if e.name == "" {
			return b.Errorf(b.LineWith(string(c)), "term %d of %s must be a string or a table with a name", i+1, c)
		}
		if err := b.add(e, c); err != nil {
			return err
		}
	}
	return nil
}

// readEntry reads an entry: a name alone or a table. The entry has no name where the
// item has none.
func readEntry(item any) (entry, error) {
	var e entry
	if name, ok := item.(string); ok {
		return entry{name: name}, nil
	}
	table, _ := item.(map[string]any)
	if e.name, _ = table["name"].(string); e.name == "" {
		return e, nil
	}
	lists := map[string]*[]string{"aliases": &e.aliases, "words": &e.words, "cased": &e.cased, "misspelled": &e.misspelled, "implies": &e.implies, "not": &e.not}
	flags := map[string]*bool{"word": &e.word, "proper": &e.proper, "fixed": &e.fixed}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		ok := key == "name"
		switch list, flag := lists[key], flags[key]; {
		case list != nil:
			*list, ok = readStrings(table[key])
		case flag != nil:
			*flag, ok = table[key].(bool)
		case !ok:
			return e, fmt.Errorf("%q is no member of a term", key)
		}
		if !ok {
			return e, fmt.Errorf("%s has a value of the wrong kind", key)
		}
	}
	return e, nil
}

// readStrings reads an array of strings; nothing is an empty one.
func readStrings(value any) ([]string, bool) {
	items, ok := value.([]any)
	if !ok {
		return nil, value == nil
	}
	var list []string
	for _, item := range items {
		s, ok := item.(string)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// add puts one term with all its spellings into the list.
func (b *builder) add(e entry, c Category) error {
	t := &Term{
		Name: e.name, Aliases: slices.Concat(e.aliases, e.words), Cased: e.cased, Misspelled: e.misspelled, Category: c,
		Implies: e.implies, Word: e.word || len(e.words) > 0, Proper: e.proper, Fixed: e.fixed, Not: e.not,
	}
	if t.Proper && !t.Word {
		return b.errorf(b.at, t.Name, "proper = true needs word = true or words = [...]")
	}
	b.terms = append(b.terms, t)
	b.from[t] = b.at
	if !slices.Contains(e.cased, e.name) {
		if err := b.spell(t, e.word, e.name); err != nil {
			return err
		}
	}
	if err := b.spell(t, true, e.words...); err != nil {
		return err
	}
	if err := b.spell(t, false, slices.Concat(e.aliases, e.misspelled)...); err != nil {
		return err
	}
	for _, name := range e.cased {
		if err := b.spellCased(t, name); err != nil {
			return err
		}
	}
	return b.block(t)
}

// spell adds spellings of a term and refuses what another spelling already has;
// only another casing of the same term is welcome (Nginx, nginx). A spelling in
// capitals is an abbreviation and has no inflections but its plural.
func (b *builder) spell(t *Term, word bool, names ...string) error {
	c := t.Category
	for _, name := range names {
		phrase := b.phrase(name, t.inflects() && name != strings.ToUpper(name) && !(c.Trade() && name != strings.ToLower(name)))
		if len(phrase) == 0 || len(phrase) > maxWords || broken(phrase) {
			return b.errorf(b.at, t.Name, "%q must be 1 to %d words joined by a space, hyphen, slash, dot or ampersand", name, maxWords)
		}
		k := key(name)
		if old := b.names[k]; old != nil && !b.cased[k] && (old != t || b.seen[name]) {
			return b.errorf(b.at, t.Name, "%q is already a spelling of %q", name, old.Name)
		}
		b.names[k], b.seen[name] = t, true
		delete(b.cased, k)
		old, taken := b.phrases.add(phrase, spelling{term: t, text: name, word: word})
		if taken && old.term != nil && old.term != t {
			return b.errorf(b.at, t.Name, "%q matches the same words as %q of another term", name, old.text)
		}
	}
	return nil
}

// spellCased adds a spelling that is the term's in its very casing alone: in another
// casing the same letters may be another term's, or none.
func (b *builder) spellCased(t *Term, name string) error {
	phrase := b.phrase(name, false)
	if len(phrase) == 0 || len(phrase) > maxWords || broken(phrase) || b.seen[name] {
		return b.errorf(b.at, t.Name, "%q must be 1 to %d words that are no spelling yet", name, maxWords)
	}
	b.seen[name] = true
	if k := key(name); b.names[k] == nil {
		b.names[k], b.cased[k] = t, true
	}
	b.phrases.addCased(phrase, spelling{term: t, text: name})
	return nil
}

// maxWords bounds a phrase, and with it the work at each token.
const maxWords = 8

// block adds the phrases in which the term's name means something else. They
// may be terms themselves, such as go-to-market.
func (b *builder) block(t *Term) error {
	for _, not := range t.Not {
		phrase := b.phrase(not, false)
		if len(phrase) < 2 || len(phrase) > maxWords || broken(phrase) {
			return b.errorf(b.at, t.Name, "%q must be 2 to %d words joined by a space, hyphen, slash, dot or ampersand", not, maxWords)
		}
		if old, taken := b.phrases.add(phrase, spelling{text: not}); taken && old.term == t {
			return b.errorf(b.at, t.Name, "%q is a spelling of the term", not)
		}
	}
	return nil
}

// phrase cuts a spelling into numbered words.
func (b *builder) phrase(name string, inflects bool) []part {
	var phrase []part
	s, last := fold(name), 0
	for at := 0; ; {
		start, end, ok := next(s, at, anyCharacters)
		if !ok {
			return phrase
		}
		p := part{}
		if len(phrase) > 0 {
			p.join = between(s[last:start]).join
		}
		if w := s[start:end]; inflects {
			p.id = b.words.stem(w)
		} else {
			p.id = b.words.word(w)
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

// anyCharacters takes all characters around a word for part of it, as a list means them.
func anyCharacters(string) bool { return true }

// checkImplied sees that every implied term is listed, by its canonical name.
func (b *builder) checkImplied() error {
	for _, t := range b.terms {
		for _, name := range t.Implies {
			if other := b.names[key(name)]; other == nil || other.Name != name {
				return b.errorf(b.from[t], t.Name, "implies %q, which is no term's name", name)
			}
		}
	}
	return b.checkCycles()
}

// checkCycles sees that no term implies itself, directly or through others: of
// two names that imply each other one should be an alias.
func (b *builder) checkCycles() error {
	done := map[*Term]bool{}
	for _, t := range b.terms {
		if path := b.cycle(t, nil, done); path != nil {
			return b.errorf(b.from[path[0]], path[0].Name, "implies itself: %s", chain(path))
		}
	}
	return nil
}

// cycle is the way from a term back to it, nil if there is none from t on. path
// leads to t; done holds the terms from which no way leads back.
func (b *builder) cycle(t *Term, path []*Term, done map[*Term]bool) []*Term {
	if at := slices.Index(path, t); at >= 0 {
		return append(path[at:], t)
	}
	if done[t] {
		return nil
	}
	for _, name := range t.Implies {
		if found := b.cycle(b.names[key(name)], append(path, t), done); found != nil {
			return found
		}
	}
	done[t] = true
	return nil
}

// chain writes terms as "A → B → A".
func chain(path []*Term) string {
	var names []string
	for _, t := range path {
		names = append(names, t.Name)
	}
	return strings.Join(names, " → ")
}

// key is a name as [List.Lookup] compares it: lower case, with hyphens and runs
// of blanks as one space.
func key(name string) string {
	if name != "" && name[0] != ' ' && name[len(name)-1] != ' ' && !strings.ContainsAny(name, "-\t\n\u00a0") && !strings.Contains(name, "  ") {
		return fold(name)
	}
	return strings.Join(strings.FieldsFunc(fold(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '\t' || r == '\n' || r == '\u00a0'
	}), " ")
}

// Lookup finds a term by its name or one of its aliases, in any casing.
func (l *List) Lookup(name string) (*Term, bool) {
	at, ok := l.names.Find(key(name))
	if !ok {
		return nil, false
	}
	t := l.term(int(at))
	return t, t != nil
}

// term is the one at a place, nil for none. It is read when it is asked for the first
// time.
func (l *List) term(at int) *Term {
	if at < 0 || at >= len(l.terms) {
		return nil
	}
	if t := l.terms[at].Load(); t != nil {
		return t
	}
	l.terms[at].CompareAndSwap(nil, l.read(at))
	return l.terms[at].Load()
}

// All are the terms in the order of the data file. The slice is the caller's.
func (l *List) All() []*Term {
	all := make([]*Term, len(l.terms))
	for i := range all {
		all[i] = l.term(i)
	}
	return all
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
