package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// peers are the other tools.
func peers(o options, s *sheet) []*tool {
	folder, version, err := installScripts(o)
	return []*tool{
		script(o, "Typst 0.14", folder, "typst.mjs", err),
		script(o, "react-pdf "+version["@react-pdf/renderer"], folder, "react-pdf.mjs", err),
		chromium(o, s),
	}
}

// installScripts puts the peers' scripts into the cache folder and installs what
// they import there, unless that has been done. It runs none of the packages'
// own scripts.
func installScripts(o options) (folder string, versions map[string]string, err error) {
	folder = filepath.Join(o.cache, "peers")
	if versions, err = pinned(o.peers); err != nil {
		return folder, versions, err
	}
	files, err := filepath.Glob(filepath.Join(o.peers, "*"))
	if err != nil || os.MkdirAll(folder, 0o755) != nil {
		return folder, versions, fmt.Errorf("the folder %s cannot be made", folder)
	}
	lock := filepath.Join(folder, "node_modules", ".package-lock.json")
	installed, _ := os.ReadFile(filepath.Join(folder, "package-lock.json"))
	wanted, err := os.ReadFile(filepath.Join(o.peers, "package-lock.json"))
	if err != nil {
		return folder, versions, err
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, filepath.Base(f)), data, 0o644)
		}
		if err != nil {
			return folder, versions, err
		}
	}
	if _, err := os.Stat(lock); err == nil && slices.Equal(installed, wanted) {
		return folder, versions, nil
	}
	c := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	c.Dir = folder
	if _, err := finish(c); err != nil {
		os.RemoveAll(filepath.Join(folder, "node_modules"))
		return folder, versions, fmt.Errorf("not installed: %w", err)
	}
	return folder, versions, nil
}

// pinned are the packages that the peers' scripts import, with their versions.
func pinned(folder string) (map[string]string, error) {
	var file struct{ Dependencies map[string]string }
	data, err := os.ReadFile(filepath.Join(folder, "package.json"))
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	return file.Dependencies, err
}

// script is a tool that a script for Node drives.
func script(o options, name, folder, file string, installed error) *tool {
	t := &tool{name: name, missing: installed, prints: true}
	command := func(out string, more ...string) *exec.Cmd {
		return exec.Command("node", append([]string{filepath.Join(folder, file), o.sheetFile, out}, more...)...)
	}
	t.process = func(out string) *exec.Cmd { return command(out) }
	out := filepath.Join(o.work, strings.TrimSuffix(file, ".mjs")+".pdf")
	s := &server{command: command(out, "--serve")}
	t.warm = func(edit int) ([]byte, time.Duration, error) {
		took, err := s.ask(edit)
		if err != nil {
			return nil, 0, err
		}
		pdf, err := os.ReadFile(out)
		return pdf, took, err
	}
	t.close = s.stop
	return t
}

// server is a script that stays and makes a PDF for every line it is sent.
type server struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	said    strings.Builder
}

// ask has a PDF made and is how long the script says that took.
func (s *server) ask(edit int) (time.Duration, error) {
	if s.in == nil {
		if err := s.start(); err != nil {
			return 0, err
		}
	}
	fmt.Fprintln(s.in, edit)
	line, err := s.out.ReadString('\n')
	if err != nil {
		s.command.Wait() // which ends what it has to say
		return 0, fmt.Errorf("its script ended: %s", firstLine(s.said.String()))
	}
	var answer struct{ Ms float64 }
	if err := json.Unmarshal([]byte(line), &answer); err != nil {
		return 0, err
	}
	return time.Duration(answer.Ms * float64(time.Millisecond)), nil
}

func (s *server) start() (err error) {
	s.command.Stderr = &s.said
	out, err := s.command.StdoutPipe()
	if err != nil {
		return err
	}
	s.out = bufio.NewReader(out)
	if s.in, err = s.command.StdinPipe(); err != nil {
		return err
	}
	return s.command.Start()
}

func (s *server) stop() {
	if s.in != nil {
		s.in.Close() // and so ends its loop
		s.command.Wait()
		s.in = nil
	}
}
