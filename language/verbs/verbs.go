// Package verbs knows the English verbs and their forms: regular and irregular,
// American and British.
package verbs

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"resumax/assets/packed"
	"resumax/language/spelling"
)

// Word is what a word is as a verb. It may be several forms at once: "cut" is
// past and present, "found" the past of one verb and the base of another.
type Word struct {
	PastOf     string // the base of which it is the past, or ""
	PresentOf  string // the base of which it is that itself, the third person or the gerund
	Participle bool   // it is a past participle
	Third      bool   // it ends in the -s of the third person
	Gerund     bool
	Noun       Noun // how likely PresentOf, or a word that is only past, is a noun
}

// Noun is how likely a base form, or what looks like its third person, is a noun.
type Noun uint8

const (
	Never  Noun = iota // it is a verb: "manage"
	Also               // it may be one: "lead"
	Mostly             // it is one, unless something else says otherwise: "market"
)

// Known reports whether there is such a form at all.
func (w Word) Known() bool { return w.PastOf != "" || w.PresentOf != "" || w.Participle }

// prefixes come before verbs, with a hyphen or without one.
var prefixes = []string{"re", "co", "pre", "over", "out", "under", "mis", "un", "cross", "double"}

// hyphened come before verbs with a hyphen only.
var hyphened = []string{"self", "hand", "cold", "fast", "spot", "stress", "test", "ghost", "hot", "fact", "triple", "quality", "live", "short", "deep", "machine", "custom", "home", "pan", "dry", "pressure", "color", "colour", "sub", "inter", "team", "field", "load", "job", "cherry", "split", "soft", "hard", "beta", "mass", "web", "up", "a/b"}

// describing end words that describe: "home-based".
var describing = []string{"based", "focused", "oriented", "related", "minded", "centered", "centred", "owned", "run", "led", "made", "built", "known", "trained", "taught", "paced"}

// minBehind is the length of a verb from which a prefix without a hyphen makes one of it.
const minBehind = 5

// Of is what a word, in lower case, is as a verb. Behind a prefix a form counts
// that is no noun and no adjective either: "re-trained", "oversalted", but not
// "overtime" or "outstanding".
func Of(word string) Word {
	if w, ok := find(word); ok {
		return w
	}
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		w, ok := find(word[i+1:])
		before := word[:i+1]
		switch {
		case !ok || w.PastOf == "" && (w.PresentOf == "" || w.Noun == Mostly):
		case slices.Contains(prefixes, before[:i]):
			return w.behind(before)
		case slices.Contains(hyphened, before[:i]) && w.PastOf != "" && !slices.Contains(describing, word[i+1:]):
			w.PresentOf = ""
			return w.behind(before)
		}
		return Word{}
	}
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(word, p)
		if !ok || len(rest) < minBehind {
			continue
		}
		if w, ok := find(rest); ok && w.PastOf != "" && w.PresentOf == "" {
			return w.behind(p)
		}
	}
	return Word{}
}

func (w Word) behind(prefix string) Word {
	if w.PastOf != "" {
		w.PastOf = prefix + w.PastOf
	}
	if w.PresentOf != "" {
		w.PresentOf = prefix + w.PresentOf
	}
	return w
}

// Past is the past of a verb in its base form, the American one of several; "" for
// what is no verb.
func Past(base string) string {
	for _, prefix := range append([]string{""}, prefixesOf(base)...) {
		if _, past, _ := entry(base[len(prefix):]); past != "" {
			return prefix + past
		}
	}
	return ""
}

// prefixesOf are the beginnings of a verb that may be a prefix.
func prefixesOf(base string) []string {
	if i := strings.LastIndexByte(base, '-'); i > 0 {
		return []string{base[:i+1]}
	}
	var list []string
	for _, p := range prefixes {
		if strings.HasPrefix(base, p) && len(base) > len(p) {
			list = append(list, p)
		}
	}
	return list
}

// shortest and longest are the lengths of words that are taken for typos.
const shortest, longest = 5, 24

// Near are the forms of verbs that a word is one typo away from, in
// alphabetical order.
func Near(word string) []string {
	if len(word) < shortest-1 || len(word) > longest {
		return nil
	}
	var found []string
	look := func(w []byte) {
		if len(w) < shortest {
			return
		}
		if _, ok, _ := at(w); ok && !slices.Contains(found, string(w)) && spelling.OneEditApart(word, string(w)) {
			found = append(found, string(w))
		}
	}
	var buffer [longest + 1]byte
	for i := range len(word) + 1 {
		if _, _, begins := at(word[:i]); !begins {
			break
		}
		b := append(buffer[:0], word[:i]...)
		if i < len(word) {
			look(append(b, word[i+1:]...))
			if i+1 < len(word) {
				b = append(buffer[:0], word...)
				b[i], b[i+1] = b[i+1], b[i]
				look(b)
			}
			b = append(buffer[:0], word...)
			for c := byte('a'); c <= 'z'; c++ {
				b[i] = c
				look(b)
			}
		}
		b = append(append(append(buffer[:0], word[:i]...), 'a'), word[i:]...)
		for c := byte('a'); c <= 'z'; c++ {
			b[i] = c
			look(b)
		}
	}
	slices.Sort(found)
	return found
}

// table is the table and where its lines begin.
type table struct {
	text  string
	lines []int32
}

var verbTable = sync.OnceValue(func() table {
	t := table{text: packed.Verbs.Open()}
	t.lines = make([]int32, 0, strings.Count(t.text, "\n"))
	for at := 0; at < len(t.text); at += strings.IndexByte(t.text[at:], '\n') + 1 {
		t.lines = append(t.lines, int32(at))
	}
	return t
})

// at is the line that begins with a word, or the one after it, without the word.
func at[T string | []byte](word T) (rest string, found, begins bool) {
	t := verbTable()
	i := sort.Search(len(t.lines), func(i int) bool {
		return t.text[t.lines[i]:min(len(t.text), int(t.lines[i])+len(word))] >= string(word)
	})
	if i == len(t.lines) {
		return "", false, false
	}
	line := t.text[t.lines[i]:]
	if len(line) <= len(word) || line[:len(word)] != string(word) {
		return "", false, false
	}
	return line[len(word):], line[len(word)] == '\t', true
}

// find is what the table has of a word.
func find(word string) (Word, bool) {
	w, _, ok := entry(word)
	return w, ok
}

func entry(word string) (w Word, past string, ok bool) {
	rest, found, _ := at(word)
	if !found {
		return Word{}, "", false
	}
	rest, _, _ = strings.Cut(rest[1:], "\n")
	w, past = fields(word, rest)
	return w, past, true
}
