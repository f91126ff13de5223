package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"resumax/project"
	"resumax/resume"
)

// inputLimit bounds what is read from standard input.
const inputLimit = 64 << 20

// source is a resume that a verb works on.
type source struct {
	path     string // "-" for standard input
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
	if path != "-" {
		f, err := project.Load(path)
		if err != nil {
			return source{}, err
		}
		return source{path, f.Document, f.Problems}, nil
	}
	data, err := io.ReadAll(io.LimitReader(in, inputLimit+1))
	if err != nil {
		return source{}, fmt.Errorf("standard input cannot be read: %w", err)
	}
	if len(data) > inputLimit {
		return source{}, fmt.Errorf("standard input holds more than %d MB: that is no resume", inputLimit>>20)
	}
	d, problems, err := project.Parse(data, "standard input")
	return source{path, d, problems}, err
}

// writeNew writes a file that must not be there yet, or standard output.
func writeNew(path string, data []byte, out io.Writer) error {
	if path == "-" {
		_, err := out.Write(data)
		return err
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already: choose another name, or move it away first", path)
	}
	return project.WriteFile(path, data)
}
