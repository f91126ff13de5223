package userdata

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"resumax/storage/file"
)

// maxWordsBytes is how much is read of the list of words, in bytes: fifty thousand
// words or more, where people have a few dozen.
const maxWordsBytes = 1 << 20

// WordFile is where the custom dictionary is, one word a line.
func (f Folder) WordFile() string { return filepath.Join(string(f), "words.txt") }

// Words are the custom dictionary: words that count as correct in every resume.
// There are none where nobody has added one.
func (f Folder) Words() ([]string, error) {
	if f == "" {
		return nil, nil
	}
	text, err := file.ReadFile(f.WordFile(), maxWordsBytes)
	if _, gone := os.Stat(f.WordFile()); errors.Is(gone, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the custom dictionary %s cannot be read: %w", f.WordFile(), err)
	}
	return tidyWords(strings.Fields(strings.TrimPrefix(strings.ToValidUTF8(string(text), ""), "\ufeff"))), nil
}

// SaveWords replaces the custom dictionary.
func (f Folder) SaveWords(words []string) error {
	if f == "" {
		return errNowhere
	}
	if err := file.MakeFolder(string(f)); err != nil {
		return fmt.Errorf("the folder for settings cannot be made: %w", err)
	}
	text := strings.Join(tidyWords(words), "\n") + "\n"
	if len(text) > maxWordsBytes {
		return errors.New("the custom dictionary is limited to 1 MB")
	}
	return file.WriteFile(f.WordFile(), []byte(text))
}

// AddWord adds a word to the custom dictionary, and returns all words. Another window's words are kept: the file is read and written under a lock.
func (f Folder) AddWord(word string) (words []string, err error) {
	err = f.exclusively(f.WordFile(), func() error {
		if words, err = f.Words(); err != nil {
			return err
		}
		words = tidyWords(append(words, word))
		return f.SaveWords(words)
	})
	return words, err
}

// tidyWords are words in alphabetical order, each once.
func tidyWords(words []string) []string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int {
		if c := strings.Compare(strings.ToLower(a), strings.ToLower(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(words)
}
