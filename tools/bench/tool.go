package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"resumax/render"
)

// tool is one of those that are compared.
type tool struct {
	name    string
	missing error // why it cannot be measured, nil if it can

	// warm makes the PDF with the given number of the edit in a process that
	// runs already. It is nil for a tool that has no such way.
	warm func(edit int) (pdf []byte, took time.Duration, err error)
	// process is the command that makes the PDF from files in a process of its
	// own. It is nil for a tool that is a library of ours.
	process func(out string) *exec.Cmd
	prints  bool // the process makes the PDF, and no other thing
	close   func()
}

func (t *tool) end() {
	if t.close != nil {
		t.close()
	}
}

// verbs are jobs of ResuMax that make no PDF, each as a process.
func verbs(o options) []*tool {
	var all []*tool
	for _, args := range [][]string{{"score", filepath.Join(o.work, "resume.json")}, {"version"}} {
		all = append(all, &tool{name: "ResuMax " + args[0], process: func(string) *exec.Cmd { return exec.Command(o.programPath, args...) }})
	}
	return all
}

// ours is ResuMax itself: the engine in this process, and the program.
func ours(o options, s *sheet) *tool {
	t := &tool{name: "ResuMax", prints: true}
	setter := render.NewTypesetter()
	t.warm = func(edit int) ([]byte, time.Duration, error) {
		r := s.edited(edit)
		return timed(func(w io.Writer) error { return setter.PDF(w, setter.Typeset(r, s.options), nil) })
	}
	resume := filepath.Join(o.work, "resume.json")
	data, err := os.ReadFile(o.resume)
	if err == nil {
		err = os.WriteFile(resume, data, 0o600)
	}
	if _, e := os.Stat(o.programPath); err == nil && e != nil {
		err = fmt.Errorf("build the program first: %w", e)
	}
	t.missing = err
	t.process = func(out string) *exec.Cmd { return exec.Command(o.programPath, "export", resume, "-o", out) }
	return t
}

// naive is fpdf used as its manual shows: text that flows, nothing shaped,
// nothing tagged, every face read anew for every document.
func naive(s *sheet) *tool {
	return &tool{name: "fpdf", prints: true, warm: func(edit int) ([]byte, time.Duration, error) {
		return timed(func(w io.Writer) error { return writeNaive(w, s, edit) })
	}}
}

func timed(write func(io.Writer) error) ([]byte, time.Duration, error) {
	var out bytes.Buffer
	start := time.Now()
	err := write(&out)
	return out.Bytes(), time.Since(start), err
}
