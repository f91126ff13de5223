package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// sentence is one line of the file: its words, joined by spaces, and labels.
type sentence struct {
	text      string
	knowledge []span
	skill     []span
}

// span is a stretch of a sentence's text, in bytes.
type span struct{ start, end int }

func (s span) overlaps(t span) bool { return s.start < t.end && t.start < s.end }

// maxLine bounds a line of the file, in bytes.
const maxLine = 1 << 20

// readSentences reads JSON Lines; an error names the line.
func readSentences(in io.Reader) ([]sentence, error) {
	var all []sentence
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	n := 1
	for ; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		s, err := readSentence(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		all = append(all, s)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n, err)
	}
	return all, nil
}

func readSentence(line []byte) (sentence, error) {
	var row struct {
		Tokens    []string `json:"tokens"`
		Knowledge []string `json:"tags_knowledge"`
		Skill     []string `json:"tags_skill"`
	}
	if err := json.Unmarshal(line, &row); err != nil {
		return sentence{}, err
	}
	if len(row.Knowledge) != len(row.Tokens) || len(row.Skill) != len(row.Tokens) {
		return sentence{}, fmt.Errorf("%d tokens have %d tags of knowledge and %d of skill", len(row.Tokens), len(row.Knowledge), len(row.Skill))
	}
	words := make([]span, len(row.Tokens))
	at := 0
	for i, t := range row.Tokens {
		words[i] = span{at, at + len(t)}
		at += len(t) + 1
	}
	return sentence{strings.Join(row.Tokens, " "), labeled(words, row.Knowledge), labeled(words, row.Skill)}, nil
}

// labeled are the spans that tags mark: B begins one, I goes on with it.
func labeled(words []span, tags []string) []span {
	var spans []span
	open := false
	for i, tag := range tags {
		switch {
		case tag == "B" || tag == "I" && !open:
			spans, open = append(spans, words[i]), true
		case tag == "I":
			spans[len(spans)-1].end = words[i].end
		default:
			open = false
		}
	}
	return spans
}
