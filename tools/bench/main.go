package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	o := options{}
	flag.IntVar(&o.rounds, "rounds", 9, "how often the tools take turns")
	flag.StringVar(&o.program, "program", "./resumax", "the built program")
	flag.StringVar(&o.resume, "resume", "render/testdata/two-pages.json", "the resume to print")
	flag.StringVar(&o.peers, "peers", "tools/bench/peers", "the folder of the other tools' scripts")
	flag.StringVar(&o.cache, "cache", defaultCache(), "the folder that the other tools are installed into")
	flag.StringVar(&o.keep, "keep", "", "a folder to leave the PDFs in")
	flag.BoolVar(&o.alone, "alone", false, "measure nothing but what ships with ResuMax")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	rounds                       int
	program, resume, peers       string
	cache, keep                  string
	alone                        bool
	work, sheetFile, programPath string // settled by run
}

func defaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "resumax", "bench")
}

func run(o options) (err error) {
	if o.work, err = os.MkdirTemp("", "resumax-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(o.work)
	if o.programPath, err = filepath.Abs(o.program); err != nil {
		return err
	}
	s, err := newSheet(o.resume, o.work)
	if err != nil {
		return err
	}
	o.sheetFile = filepath.Join(o.work, "sheet.json")
	if err := s.write(o.sheetFile); err != nil {
		return err
	}
	tools := []*tool{ours(o, s), naive(s)}
	if !o.alone {
		tools = append(tools, peers(o, s)...)
	}
	tools = append(tools, verbs(o)...)
	results := measure(o, tools)
	fmt.Print(table(results))
	return errors.Join(held(results), keep(o, results))
}
