// Command wordlists makes the lists of German, French, Spanish and Portuguese words from
// which package spelling's tables are made, of what assets/spelling/tongues.sh has
// unpacked. usage: wordlists FROM TO, two folders.
//
// A list has a word a line, in sections, in alphabetical order within each: a letter that
// tells how many bytes it has in common with the word before it, A for none, and the
// rest. "# N" begins words of the dictionary of which
// one in 10^(N/10) of running text is; "# 99" those whose frequency is not known; "? N"
// words that are in no dictionary, but in texts: new ones, names, typos.
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// source is what a language's list is made of: Hunspell dictionaries, or a list of
// words, and how frequent words are.
type source struct {
	tag      string
	hunspell []string
	list     string
	// rareLemmas are the dictionaries of which a word that is in no text is taken without
	// its further forms: they have some millions.
	rareLemmas bool
}

var sources = []source{
	{tag: "de", list: "de.txt"},
	{tag: "fr", hunspell: []string{"fr"}},
	{tag: "es", hunspell: []string{"es_ES"}},
	{tag: "pt", hunspell: []string{"pt_BR", "pt_PT"}, rareLemmas: true},
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: wordlists FROM TO")
		os.Exit(2)
	}
	for _, s := range sources {
		if err := s.write(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, "wordlists:", err)
			os.Exit(1)
		}
	}
}

// Sections of a list, in tenths of a power of ten.
const (
	unmet    = 99 // of words whose frequency is not known
	rarest   = 65 // of what only texts have
	longest  = 60 // bytes of a word
	shortest = 2  // letters of one
)

func (s source) write(from, to string) error {
	rare, err := readFrequencies(filepath.Join(from, "large_"+s.tag+".msgpack.gz"))
	if err != nil {
		return err
	}
	words := map[string]bool{}
	add := func(form string) {
		for part := range strings.FieldsFuncSeq(form, func(r rune) bool { return strings.ContainsRune("-'’", r) }) {
			if isWord(part) {
				words[part] = true
			}
		}
	}
	if s.list != "" {
		data, err := os.ReadFile(filepath.Join(from, s.list))
		if err != nil {
			return err
		}
		for word := range strings.FieldsSeq(string(data)) {
			add(word)
		}
	}
	for _, name := range s.hunspell {
		h, err := readHunspell(filepath.Join(from, name))
		if err != nil {
			return err
		}
		h.eachWord(func(forms []string) {
			met := !s.rareLemmas || slices.ContainsFunc(forms, func(f string) bool { _, ok := rare[strings.ToLower(f)]; return ok })
			for i, f := range forms {
				if met || i == 0 {
					add(f)
				}
			}
		})
	}
	sections := map[string][]string{}
	lower := map[string]bool{}
	for w := range words {
		if l := strings.ToLower(w); l == w || s.tag == "de" || !words[l] {
			n, ok := rare[l]
			if n = n / 10; !ok {
				n = unmet
			}
			if s.tag != "de" {
				w = l
			}
			sections[fmt.Sprintf("# %02d", n)] = append(sections[fmt.Sprintf("# %02d", n)], w)
		}
		lower[strings.ToLower(w)] = true
	}
	for w, n := range rare {
		if n /= 10; n <= rarest && !lower[w] && isWord(w) {
			sections[fmt.Sprintf("? %02d", n)] = append(sections[fmt.Sprintf("? %02d", n)], w)
		}
	}
	file, err := os.Create(filepath.Join(to, s.tag+".gz"))
	if err != nil {
		return err
	}
	defer file.Close()
	zipped, _ := gzip.NewWriterLevel(file, gzip.BestCompression)
	out := bufio.NewWriter(zipped)
	for _, head := range slices.Sorted(maps.Keys(sections)) {
		fmt.Fprintln(out, head)
		list := sections[head]
		slices.SortFunc(list, cmp.Compare[string])
		last := ""
		for _, w := range slices.Compact(list) {
			n := shared(last, w)
			fmt.Fprintf(out, "%c%s\n", 'A'+n, w[n:])
			last = w
		}
	}
	if err := cmp.Or(out.Flush(), zipped.Close()); err != nil {
		return err
	}
	return file.Close()
}

// shared is how many bytes two words have in common at their beginning, at most as many
// as a letter tells.
func shared(a, b string) (n int) {
	for n < min(len(a), len(b), 'Z'-'A') && a[n] == b[n] {
		n++
	}
	return n
}

// isWord reports whether a text is letters of the Latin alphabet.
func isWord(text string) bool {
	n := 0
	for _, r := range text {
		if !unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Lm, r) {
			return false
		}
		n++
	}
	return n >= shortest && len(text) <= longest
}
