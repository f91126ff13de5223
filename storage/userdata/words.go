package userdata

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"resumax/storage/file"
)

// wordsMost is how much is read of the list of words, in bytes: fifty thousand
// words or more, where people have a few dozen.
const wordsMost = 1 << 20

// WordFile is where the words are that the user calls spelt right in every
// resume, one a line.
func (f Folder) WordFile() string { return filepath.Join(string(f), "words.txt") }

// Words are the words that the user calls spelt right in every resume. There
// are none where nobody has added one.
func (f Folder) Words() ([]string, error) {
	if f == "" {
		return nil, nil
	}
	file, err := openFile(f.WordFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("your words cannot be read: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, wordsMost+1))
	if err != nil {
		return nil, fmt.Errorf("your words cannot be read: %w", err)
	}
	if len(text) > wordsMost {
		return nil, fmt.Errorf("your words cannot be read: %s has more than 1 MB", f.WordFile())
	}
	return tidyWords(strings.Fields(strings.TrimPrefix(strings.ToValidUTF8(string(text), ""), "\ufeff"))), nil
}

// SaveWords keeps the words that the user calls spelt right.
func (f Folder) SaveWords(words []string) error {
	if f == "" {
		return errNowhere
	}
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return fmt.Errorf("the folder for settings cannot be made: %w", err)
	}
	text := strings.Join(tidyWords(words), "\n") + "\n"
	if len(text) > wordsMost {
		return errors.New("a list of words may have 1 MB at most")
	}
	return file.WriteFile(f.WordFile(), []byte(text))
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

// openFile opens a file. What is none, such as a pipe that nobody writes to, is
// not opened: it would never be read to its end.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no file", path)
	}
	return os.Open(path)
}
