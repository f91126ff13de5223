// Command pack makes the files of package packed of their sources, all or those that it
// is given the names of. `make packed` runs it, from the folder of the package: first for
// the terms and the lists of numbers, which others are made of.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"resumax/assets"
	"resumax/assets/packed"
	"resumax/language/metric"
	"resumax/language/spelling"
	"resumax/language/terms"
	"resumax/language/verbs"
	"resumax/role"
	"resumax/score"
)

func main() {
	for _, f := range []struct {
		file packed.File
		make func() ([]byte, error)
	}{
		{packed.Terms, func() ([]byte, error) { return terms.Compile(assets.Terms, "terms.toml") }},
		{packed.NumberLists, func() ([]byte, error) { return metric.Compile(assets.Numbers) }},
		{packed.Titles, titles},
		{packed.Dictionary, dictionary},
		{packed.German, tongue("de")},
		{packed.French, tongue("fr")},
		{packed.Spanish, tongue("es")},
		{packed.Portuguese, tongue("pt")},
		{packed.Words, func() ([]byte, error) { return score.Compile(assets.Words) }},
		{packed.Verbs, func() ([]byte, error) { return verbs.Compile(assets.Verbs) }},
		{packed.Roles, func() ([]byte, error) { packs, err := roles(); return role.Compile(packs), err }},
		{packed.Sentences, func() ([]byte, error) { packs, err := roles(); return role.CompileSentences(packs), err }},
	} {
		if len(os.Args) > 1 && !slices.Contains(os.Args[1:], f.file.Name) {
			continue
		}
		data, err := f.make()
		if err == nil {
			err = os.WriteFile(f.file.Name, data, 0o644)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "pack:", err)
			os.Exit(1)
		}
	}
}

// dictionary is made of files that are not part of the program, beside the folder of
// the package.
func dictionary() ([]byte, error) {
	var from spelling.Source
	for name, data := range map[string]*[]byte{"en.gz": &from.Sizes, "work.txt": &from.Work, "misspelled.txt": &from.Misspelled, "unoffered.txt": &from.Unoffered} {
		var err error
		if *data, err = os.ReadFile("../spelling/" + name); err != nil {
			return nil, err
		}
	}
	return spelling.Compile(from)
}

// tongue makes the table of a language other than English, whose lists are beside it
// too.
func tongue(tag string) func() ([]byte, error) {
	return func() ([]byte, error) {
		from := spelling.TongueSource{Tag: tag}
		var err error
		if from.List, err = os.ReadFile("../spelling/" + tag + ".gz"); err != nil {
			return nil, err
		}
		if from.Work, err = os.ReadFile("../spelling/" + tag + ".txt"); err != nil {
			return nil, err
		}
		return spelling.CompileTongue(from)
	}
}

func titles() ([]byte, error) {
	folder, err := fs.Sub(assets.TitlesAbroad, "titles")
	if err != nil {
		return nil, err
	}
	return role.CompileTitles(assets.Titles, folder)
}

func roles() (role.List, error) {
	folder, err := fs.Sub(assets.Roles, "roles")
	if err != nil {
		return nil, err
	}
	packs, faults := role.Read(folder)
	return packs, errors.Join(faults...)
}
