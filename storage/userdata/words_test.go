package userdata

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestWords(t *testing.T) {
	home := Folder(filepath.Join(t.TempDir(), "not there yet"))
	if words, err := home.Words(); err != nil || words != nil {
		t.Errorf("before any is kept: %q, %v", words, err)
	}
	if err := home.SaveWords([]string{"zorb", "Apfel", "zorb", "apfel"}); err != nil {
		t.Fatal(err)
	}
	if words, err := home.Words(); err != nil || !slices.Equal(words, []string{"Apfel", "apfel", "zorb"}) {
		t.Errorf("%q, %v", words, err)
	}
	if text, _ := os.ReadFile(home.WordFile()); string(text) != "Apfel\napfel\nzorb\n" {
		t.Errorf("the file is %q", text)
	}
}

func TestWordsThatCannotBeRead(t *testing.T) {
	home := Folder(t.TempDir())
	if err := os.WriteFile(home.WordFile(), []byte("one\xff two\n\n\tthree\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if words, err := home.Words(); err != nil || !slices.Equal(words, []string{"one", "three", "two"}) {
		t.Errorf("bytes that are no text: %q, %v", words, err)
	}
	if err := os.WriteFile(home.WordFile(), []byte(strings.Repeat("word ", 1<<18)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := home.Words(); err == nil || !strings.Contains(err.Error(), home.WordFile()) {
		t.Errorf("a huge list: %v", err)
	}
	if err := os.Remove(home.WordFile()); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(home.WordFile(), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := home.Words(); err == nil {
		t.Error("a folder is read as a list")
	}
	if err := home.SaveWords([]string{"one"}); err == nil {
		t.Error("a list is kept in place of a folder")
	}
	if err := Folder("").SaveWords([]string{"one"}); err == nil {
		t.Error("a list is kept nowhere")
	}
	if words, err := Folder("").Words(); words != nil || err != nil {
		t.Errorf("nowhere: %q, %v", words, err)
	}
}

func TestTwoWindowsAddWords(t *testing.T) {
	home := Folder(t.TempDir())
	var windows sync.WaitGroup
	for i := range 8 {
		windows.Go(func() {
			if _, err := home.AddWord(string(rune('a' + i))); err != nil {
				t.Error(err)
			}
		})
	}
	windows.Wait()
	if words, err := home.Words(); err != nil || strings.Join(words, "") != "abcdefgh" {
		t.Errorf("%q, %v", words, err)
	}
	if _, err := Folder("").AddWord("a"); err == nil {
		t.Error("a word is kept nowhere")
	}
}
