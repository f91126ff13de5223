package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/exchange/plaintext"
	"resumax/render"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
	"resumax/storage/userdata"
)

// textLimit bounds the text that is set on pages or scored, in bytes: some 300
// pages. Both take time and memory by the word.
const textLimit = 1 << 20

// source is a resume that a verb works on.
type source struct {
	path     string // "-" for standard input
	name     string // as messages call it
	document resume.Document
	problems []resume.Problem
}

// folder is where the resume's relative paths begin.
func (s source) folder() string {
	if s.path == "-" {
		return "."
	}
	return filepath.Dir(s.path)
}

func read(path string, in io.Reader) (source, error) {
	switch path {
	case "":
		return source{}, usagef("the file name is empty")
	case "-":
		return readStream(in)
	}
	if data, err := file.ReadFile(path, codec.SizeLimit); err == nil && exchange.IsForeign(data, filepath.Base(path)) {
		got, err := readWith(data, filepath.Base(path), exchange.Read)
		return source{path, path, got.Document, got.Problems}, naming(path, err)
	}
	f, err := file.Load(path)
	if err != nil {
		return source{}, naming(path, err)
	}
	return source{path, path, f.Document, f.Problems}, nil
}

func readStream(in io.Reader) (source, error) {
	const name = "standard input"
	data, err := io.ReadAll(io.LimitReader(in, codec.SizeLimit+1))
	if err != nil {
		return source{}, fmt.Errorf("%s cannot be read: %w", name, err)
	}
	if len(data) > codec.SizeLimit {
		return source{}, fmt.Errorf("%s has more than %d MB, too much for a resume", name, codec.SizeLimit>>20)
	}
	got, err := readWith(data, name, exchange.Read)
	return source{"-", name, got.Document, got.Problems}, err
}

// readWith hands a file to a reader, with what reads PDFs and within [readingTime].
func readWith[T any](data []byte, name string, read func(context.Context, format.Input) (T, error)) (T, error) {
	words := &pdftext.Reader{Cache: userdata.PDFiumCode()}
	defer words.Close()
	ctx, cancel := context.WithTimeout(context.Background(), readingTime)
	defer cancel()
	return read(ctx, format.Input{Data: data, Name: name, Words: words.Read})
}

// checkLength refuses a resume that is too long to set and to judge.
func (s source) checkLength(text string) error {
	if len(text) <= textLimit {
		return nil
	}
	return fmt.Errorf("%s: its text is %.1f MB; the limit is %d MB: remove what does not belong in a resume", s.name, float64(len(text))/(1<<20), textLimit>>20)
}

// pageText is what the pages of a resume say.
func (s source) pageText() string {
	return plaintext.Text(render.Blocks(s.document.Resume(), render.Options{}))
}

// naming puts the path before an error that names the file without its folder,
// since verbs are called with files of the same name in several folders.
func naming(path string, err error) error {
	if err == nil || strings.Contains(err.Error(), path) {
		return err
	}
	return fmt.Errorf("%s: %w", path, err)
}

// writeNew writes a file that must not be there yet, or standard output.
func writeNew(path string, data []byte, out io.Writer) error {
	if path == "-" {
		return writeStream(out, data)
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s already exists: choose another name, or move the file first", path)
	}
	return writeFile(path, data)
}

func writeStream(out io.Writer, data []byte) error {
	if _, err := out.Write(data); err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return fmt.Errorf("standard output cannot be written: %w", err)
	}
	return nil
}

func writeFile(path string, data []byte) error {
	if folder := filepath.Dir(path); !isFolder(folder) {
		return fmt.Errorf("%s cannot be written: there is no folder %s. Create it, or choose another location with -o", path, folder)
	}
	return naming(path, file.WriteFile(path, data))
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func sameFile(a, b string) bool { return a != "-" && b != "-" && file.Same(a, b) }
