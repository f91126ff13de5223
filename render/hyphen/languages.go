package hyphen

import (
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/assets"
	"resumax/assets/tomlfile"
)

// language is an entry of hyphenation/languages.toml.
type language struct {
	Files       []string
	Also        []string // other languages whose words it breaks
	Left, Right int
	Nouns       bool
}

// shelf has the languages that are known; their patterns are read when they are
// asked for, which takes some milliseconds.
type shelf map[string]func() *Patterns

var shelved = sync.OnceValue(func() shelf {
	var languages map[string]language
	tomlfile.Embedded(assets.Hyphenation, "hyphenation/languages.toml", &languages)
	s := make(shelf)
	for tag, l := range languages {
		patterns := sync.OnceValue(func() *Patterns { return l.patterns(tag) })
		for _, t := range append(l.Also, tag) {
			s[strings.ToLower(t)] = patterns
		}
	}
	return s
})

// must panics if a file that is part of the program is broken: its tests read
// them all.
func must(err error) {
	if err != nil {
		panic("hyphenation: " + err.Error())
	}
}

func (l language) patterns(tag string) *Patterns {
	p := &Patterns{Nouns: l.Nouns, left: l.Left, right: l.Right, lower: unicode.ToLower,
		digits: make(map[string]string), words: make(map[string]string)}
	if tag == "tr" {
		p.lower = unicode.TurkishCase.ToLower
	}
	for _, name := range l.Files {
		f, err := assets.Hyphenation.Open("hyphenation/" + name + ".tex.gz")
		must(err)
		unpacked, err := gzip.NewReader(f)
		must(err)
		text, err := io.ReadAll(unpacked)
		must(err)
		must(p.read(string(text)))
	}
	return p
}

// For finds the patterns for a language, given as a tag of BCP 47 such as en-GB:
// those for this tag, or else for as much of its beginning as there are some for.
func For(tag string) (*Patterns, bool) {
	for tag = strings.ToLower(tag); tag != ""; {
		if patterns, ok := shelved()[tag]; ok {
			return patterns(), true
		}
		tag = tag[:max(0, strings.LastIndexByte(tag, '-'))]
	}
	return nil, false
}

// Languages are the tags of all languages whose words can be broken, in order.
func Languages() []string {
	var tags []string
	for tag := range shelved() {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	return tags
}
