// Command measure tells how well package terms finds technologies, methods and
// concepts in sentences that people have labeled:
//
//	go run ./terms/measure [-misses] sentences.jsonl
//
// Each line of the file is a JSON object with the words of one sentence in
// tokens and, in tags_knowledge and tags_skill, a B, I or O for each word, as
// SkillSpan (https://github.com/kris927b/SkillSpan) publishes them. With
// -misses it also lists what it counts as mistakes, most frequent first.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"resumax/language/terms"
)

func main() {
	misses := flag.Bool("misses", false, "list the mistakes, most frequent first")
	all := flag.Bool("all", false, "count sentences without any labeled knowledge too")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: measure [-misses] sentences.jsonl")
		os.Exit(2)
	}
	f, err := measureFile(flag.Arg(0), *all)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	f.print(os.Stdout)
	if *misses {
		list(os.Stdout, "found, not labeled", f.wrong)
		list(os.Stdout, "labeled and listed, not found", f.missed)
	}
}

// measureFile measures the default list on the sentences of a file.
func measureFile(path string, unlabeled bool) (*figures, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	sentences, err := readSentences(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	f := newFigures(terms.Default(), unlabeled)
	for _, s := range sentences {
		f.add(s)
	}
	return f, nil
}

// list prints counted mistakes, the most frequent first.
func list(out io.Writer, title string, counts map[string]int) {
	fmt.Fprintf(out, "\n%s:\n", title)
	order := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	for _, what := range order {
		fmt.Fprintf(out, "%5d  %s\n", counts[what], what)
	}
}
