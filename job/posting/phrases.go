package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a text, or a character that parts words.
type token struct {
	text       string // as it is written, but for apostrophes
	lower      string
	start, end int
}

// tokensOf are the words of a text. A comma, a slash, a bracket and the like are tokens;
// French articles with an apostrophe are words of their own.
func tokensOf(text string) []token {
	all := make([]token, 0, len(text)/5+4)
	add := func(start, end int) {
		for end > start && strings.IndexByte(".-'&", text[end-1]) >= 0 && end-start > 1 {
			end--
		}
		for end > start && strings.HasSuffix(text[start:end], "’") {
			end -= len("’")
		}
		if start >= end {
			return
		}
		w := text[start:end]
		if strings.Contains(w, "’") {
			w = strings.ReplaceAll(w, "’", "'")
		}
		all = append(all, token{w, strings.ToLower(w), start, end})
	}
	start := -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if !word && start >= 0 {
			word = strings.ContainsRune("'’-.&#%_", r) || r == '+'
		} else if !word {
			word = r == '#' || r == '%' || r == '.' && i+1 < len(text) && text[i+1] >= 'A' && text[i+1] <= 'Z'
		}
		switch {
		case word && start < 0:
			start = i
		case word && (r == '\'' || r == '’') && elided(text[start:i]):
			add(start, i+n)
			all[len(all)-1].lower = strings.ToLower(text[start:i]) + "'"
			start = -1
		case !word:
			if start >= 0 {
				add(start, i)
				start = -1
			}
			if strings.ContainsRune(",;:/()[]|&!?–—•·<>=+", r) {
				all = append(all, token{text[i : i+n], text[i : i+n], i, i + n})
			}
		}
		i += n
	}
	if start >= 0 {
		add(start, len(text))
	}
	return all
}

// elided reports whether letters before an apostrophe are a French article or the like.
func elided(w string) bool {
	switch strings.ToLower(w) {
	case "l", "d", "j", "n", "s", "c", "m", "t", "qu":
		return true
	}
	return false
}

// phrases finds phrases among tokens. Each has a value.
type phrases struct {
	first map[string][]phrase
	stems []phrase // those whose first word stands for all that begin like it
	ends  []phrase // those of one word, which stands for all that end like it
}

type phrase struct {
	words []string // in small letters; of a stem with its *
	exact []string // as written, nil where case does not count
	value string
}

// add adds phrases with a value.
func (p *phrases) add(value string, list ...string) {
	if p.first == nil {
		p.first = map[string][]phrase{}
	}
	for _, text := range list {
		f := phrase{value: value}
		if end, ok := strings.CutPrefix(text, "*"); ok {
			p.ends = append(p.ends, phrase{words: []string{end}, value: value})
			continue
		}
		cased := false
		for _, part := range strings.Fields(text) {
			bare, stem := strings.CutSuffix(part, "*")
			for _, t := range tokensOf(bare) {
				f.words = append(f.words, t.lower)
				f.exact = append(f.exact, t.text)
				cased = cased || t.text != t.lower && t.lower[len(t.lower)-1] != '\''
			}
			if stem && len(f.words) > 0 {
				f.words[len(f.words)-1] += "*"
			}
		}
		if len(f.words) == 0 {
			continue
		}
		if !cased {
			f.exact = nil
		}
		if strings.HasSuffix(f.words[0], "*") {
			p.stems = append(p.stems, f)
			continue
		}
		p.first[f.words[0]] = append(p.first[f.words[0]], f)
	}
}

// at is the longest phrase that begins with token i: how many tokens it has, 0 for none.
func (p *phrases) at(tokens []token, i int) (n int, value string) {
	if i >= len(tokens) {
		return 0, ""
	}
	try := func(f phrase) {
		if len(f.words) <= n || i+len(f.words) > len(tokens) {
			return
		}
		for k, w := range f.words {
			t := tokens[i+k]
			if stem, ok := strings.CutSuffix(w, "*"); ok && strings.HasPrefix(t.lower, stem) {
				continue
			}
			if t.lower != w || f.exact != nil && f.exact[k] != t.text {
				return
			}
		}
		n, value = len(f.words), f.value
	}
	for _, f := range p.first[tokens[i].lower] {
		try(f)
	}
	for _, f := range p.ends {
		if n == 0 && strings.HasSuffix(tokens[i].lower, f.words[0]) {
			n, value = 1, f.value
		}
	}
	for _, f := range p.stems {
		if strings.HasPrefix(tokens[i].lower, strings.TrimSuffix(f.words[0], "*")) {
			try(f)
		}
	}
	return n, value
}

// find is the first phrase among tokens: its first token and how many it has.
func (p *phrases) find(tokens []token) (i, n int, value string) {
	for i := range tokens {
		if n, value := p.at(tokens, i); n > 0 {
			return i, n, value
		}
	}
	return -1, 0, ""
}

// in reports whether there is any of the phrases.
func (p *phrases) in(tokens []token) bool {
	_, n, _ := p.find(tokens)
	return n > 0
}
