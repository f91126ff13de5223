package spelling

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// rule derives words: it takes strip from a word's end (or beginning, of a
// prefix) and puts add there, if what is beside it passes the condition.
type rule struct {
	prefix, crosses bool
	strip, add      string
	condition       []class
}

// class is one letter of a condition: a letter, or a set such as [^aeiou].
type class struct {
	letters string
	not     bool
}

// The flags of the English dictionaries that derive no words.
const (
	rudeFlag       = '!' // NOSUGGEST
	compoundFlag   = 'c' // ONLYINCOMPOUND
	possessiveFlag = 'M' // 's, which is understood without a list
)

// Compile makes the dictionary that ships of Hunspell's files: affix rules, and a
// compressed list of words with the flags of the rules that they follow.
func Compile(affixes, compressed []byte) ([]byte, error) {
	words, err := readHunspell(affixes, compressed)
	if err != nil {
		return nil, err
	}
	return pack(words), nil
}

// readHunspell reads a Hunspell dictionary. It knows the part of the format that
// English needs: flags of one character, prefixes and suffixes that may cross.
func readHunspell(affixes, compressed []byte) (map[string]kind, error) {
	rules, err := readRules(affixes)
	if err != nil {
		return nil, err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, fmt.Errorf("list of words: %w", err)
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, fmt.Errorf("list of words: %w", err)
	}
	words := make(map[string]kind, 150_000)
	for line := range strings.Lines(string(text)) {
		word, flags, _ := strings.Cut(strings.TrimSpace(line), "/")
		if word != "" && strings.IndexByte(flags, compoundFlag) < 0 {
			derive(words, word, flags, rules)
		}
	}
	return words, nil
}

// derive adds a word and all that its rules derive from it.
func derive(words map[string]kind, word, flags string, rules map[byte][]rule) {
	var is kind
	if strings.IndexByte(flags, rudeFlag) >= 0 {
		is = rude
	}
	words[word] |= root | is
	for i := range len(flags) {
		for _, r := range rules[flags[i]] {
			made, ok := r.apply(word)
			if !ok || flags[i] == possessiveFlag {
				continue
			}
			words[made] |= derived | is
			if !r.prefix || !r.crosses {
				continue
			}
			for j := range len(flags) {
				for _, s := range rules[flags[j]] {
					if both, ok := s.apply(made); ok && s.crosses && !s.prefix && flags[j] != possessiveFlag {
						words[both] |= derived | is
					}
				}
			}
		}
	}
}

// apply derives a word, if the rule is for words like it.
func (r rule) apply(word string) (string, bool) {
	if r.prefix {
		return r.add + word, true
	}
	if len(word) < len(r.condition) || !strings.HasSuffix(word, r.strip) {
		return "", false
	}
	end := word[len(word)-len(r.condition):]
	for i, c := range r.condition {
		if strings.IndexByte(c.letters, end[i]) >= 0 == c.not {
			return "", false
		}
	}
	return word[:len(word)-len(r.strip)] + r.add, true
}

// readRules reads the PFX and SFX lines of a Hunspell affix file.
func readRules(text []byte) (map[byte][]rule, error) {
	rules, crosses := map[byte][]rule{}, map[byte]bool{}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) < 4 || f[0] != "PFX" && f[0] != "SFX" {
			continue
		}
		flag := f[1][0]
		if len(f) == 4 { // the head of a table: whether it crosses, and how long it is
			crosses[flag] = f[2] == "Y"
			continue
		}
		r := rule{prefix: f[0] == "PFX", crosses: crosses[flag], add: f[3]}
		if f[2] != "0" {
			r.strip = f[2]
		}
		var err error
		if r.condition, err = readCondition(f[4]); err != nil || r.prefix && f[4] != "." {
			return nil, fmt.Errorf("affix rules: %q is a condition that no English word has", f[4])
		}
		rules[flag] = append(rules[flag], r)
	}
	return rules, lines.Err()
}

func readCondition(text string) ([]class, error) {
	var all []class
	for text != "" && text != "." {
		if text[0] != '[' {
			all = append(all, class{letters: text[:1]})
			text = text[1:]
			continue
		}
		set, rest, ok := strings.Cut(text[1:], "]")
		if !ok {
			return nil, fmt.Errorf("%q is not closed", text)
		}
		letters, not := strings.CutPrefix(set, "^")
		all, text = append(all, class{letters, not}), rest
	}
	return all, nil
}
