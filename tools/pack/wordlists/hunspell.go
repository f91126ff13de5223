package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// affix is a rule of a Hunspell dictionary: what is taken off a word and what is put
// on, before it or behind it.
type affix struct {
	prefix     bool
	strip, add string
	more       []string // flags of what the word is then
	when       *regexp.Regexp
}

// hunspell is a Hunspell dictionary, as far as its words are all that is asked for.
type hunspell struct {
	rules     map[string][]affix
	long      bool   // flags have two letters
	needAffix string // the flag of a word that is none by itself
	forbidden string // the flag of what is no word
	lines     []string
}

// readHunspell reads a dictionary and its affixes, both in UTF-8: folder/name.dic and
// folder/name.aff.
func readHunspell(path string) (*hunspell, error) {
	aff, err := os.ReadFile(path + ".aff")
	if err != nil {
		return nil, err
	}
	dic, err := os.ReadFile(path + ".dic")
	if err != nil {
		return nil, err
	}
	h := &hunspell{rules: map[string][]affix{}}
	for line := range strings.Lines(string(bytes.TrimPrefix(aff, []byte("\ufeff")))) {
		f := strings.Fields(line)
		switch {
		case len(f) < 2:
		case f[0] == "FLAG":
			h.long = f[1] == "long"
		case f[0] == "NEEDAFFIX":
			h.needAffix = f[1]
		case f[0] == "FORBIDDENWORD":
			h.forbidden = f[1]
		case f[0] != "PFX" && f[0] != "SFX":
		case len(f) == 4 && (f[2] == "Y" || f[2] == "N"): // a head, which says how many rules there are
		case len(f) >= 4:
			r, err := h.rule(f)
			if err != nil {
				return nil, fmt.Errorf("%s.aff: %q: %w", path, line, err)
			}
			h.rules[f[1]] = append(h.rules[f[1]], r)
		}
	}
	h.lines = strings.Split(string(bytes.TrimPrefix(dic, []byte("\ufeff"))), "\n")
	return h, nil
}

func (h *hunspell) rule(f []string) (affix, error) {
	r := affix{prefix: f[0] == "PFX", strip: f[2], add: f[3]}
	var flags string
	r.add, flags, _ = strings.Cut(r.add, "/")
	if r.more = h.flags(flags); r.strip == "0" {
		r.strip = ""
	}
	if r.add == "0" {
		r.add = ""
	}
	if len(f) < 5 || f[4] == "." || !strings.Contains("[^", f[4][:1]) && strings.Contains(f[4], ":") {
		return r, nil
	}
	condition, err := "(?:"+f[4]+")", error(nil)
	if r.prefix {
		r.when, err = regexp.Compile("^" + condition)
	} else {
		r.when, err = regexp.Compile(condition + "$")
	}
	return r, err
}

// flags are the flags of a text.
func (h *hunspell) flags(text string) (all []string) {
	step := 1
	if h.long {
		step = 2
	}
	runes := []rune(text)
	for i := 0; i+step <= len(runes); i += step {
		all = append(all, string(runes[i:i+step]))
	}
	return all
}

// eachWord calls use with the forms of each word, the first of which is the word where
// that is one. A prefix is put before the word alone.
func (h *hunspell) eachWord(use func(forms []string)) {
	for _, line := range h.lines[1:] {
		line, _, _ = strings.Cut(strings.TrimRight(line, "\r"), "\t")
		line, _, _ = strings.Cut(line, " ")
		word, flags, _ := strings.Cut(line, "/")
		if list := h.flags(flags); word != "" && (h.forbidden == "" || !slices.Contains(list, h.forbidden)) {
			var forms []string
			h.forms(word, list, 0, func(f string) { forms = append(forms, f) })
			use(forms)
		}
	}
}

// mostAffixes is how many suffixes a word may have behind each other.
const mostAffixes = 3

func (h *hunspell) forms(word string, flags []string, depth int, use func(string)) {
	if h.needAffix == "" || !slices.Contains(flags, h.needAffix) {
		use(word)
	}
	if depth == mostAffixes {
		return
	}
	for _, f := range flags {
		for _, r := range h.rules[f] {
			switch {
			case !r.fits(word) || r.prefix && (depth > 0 || strings.ContainsAny(r.add, "'’")):
			case r.prefix:
				use(r.add + strings.TrimPrefix(word, r.strip))
			default:
				h.forms(strings.TrimSuffix(word, r.strip)+r.add, r.more, depth+1, use)
			}
		}
	}
}

// fits reports whether a rule is for a word.
func (r affix) fits(word string) bool {
	if r.prefix && !strings.HasPrefix(word, r.strip) || !r.prefix && !strings.HasSuffix(word, r.strip) {
		return false
	}
	return utf8.RuneCountInString(word) > utf8.RuneCountInString(r.strip) && (r.when == nil || r.when.MatchString(word))
}
