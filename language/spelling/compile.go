package spelling

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Source is what the dictionary that ships is made of, the files of
// assets/spelling.
type Source struct {
	Sizes      []byte // en.gz: SCOWL's words, each size below a line "# SIZE"
	Work       []byte // work.txt: words of working life and of trades; "#" begins a comment
	Misspelled []byte // misspelled.txt: common typos, each with the word or words meant
	Unoffered  []byte // unoffered.txt: words that are right, and never suggested
}

// Compile makes the dictionary that ships.
func Compile(from Source) ([]byte, error) {
	words, err := from.words()
	if err != nil {
		return nil, err
	}
	return pack(words)
}

// words are the entries of the dictionary, by word.
func (from Source) words() (map[string]entry, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(from.Sizes))
	if err != nil {
		return nil, fmt.Errorf("list of words: %w", err)
	}
	text, err := io.ReadAll(unpacked)
	if err != nil {
		return nil, fmt.Errorf("list of words: %w", err)
	}
	words := make(map[string]entry, 300_000)
	size := 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if number, ok := strings.CutPrefix(line, "# "); ok {
			if size, err = strconv.Atoi(number); err != nil {
				return nil, fmt.Errorf("list of words: %q is no size", number)
			}
			continue
		}
		if _, known := words[line]; !known && line != "" {
			words[line] = entry{size: uint8(size)}
		}
	}
	eachWord(from.Work, func(w string) {
		if e := words[w]; e.size == 0 || e.size > workSize {
			words[w] = entry{size: workSize}
		}
	})
	eachWord(from.Unoffered, func(w string) {
		if e, ok := words[w]; ok {
			e.unoffered = true
			words[w] = e
		} else {
			words[w] = entry{size: rareSize, unoffered: true}
		}
	})
	for line := range strings.Lines(string(from.Misspelled)) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		for i, w := range f {
			if e := words[w]; i > 0 && !e.known() || len(f) == 1 {
				return nil, fmt.Errorf("misspelled words: %q has no meaning", strings.TrimSpace(line))
			}
		}
		words[f[0]] = entry{meant: strings.Join(f[1:], " ")}
	}
	return words, nil
}

// eachWord calls use with the words of a list, comments left out.
func eachWord(list []byte, use func(string)) {
	for line := range strings.Lines(string(list)) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			use(w)
		}
	}
}
