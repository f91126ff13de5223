package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"resumax/exchange/format"
	"resumax/storage/file"
)

// expanded are the files that arguments mean: a pattern that no shell has expanded, as on
// Windows, means those that it matches.
func expanded(args []string) (files []string) {
	for _, arg := range args {
		if _, err := os.Lstat(arg); err != nil && strings.ContainsAny(arg, "*?[") {
			if found, err := filepath.Glob(arg); err == nil && len(found) > 0 {
				files = append(files, found...)
				continue
			}
		}
		files = append(files, arg)
	}
	return files
}

// exported is what came of one file of many.
type exported struct {
	number int
	said   []byte // to standard error
	err    error
}

// exportAll exports several files on all cores. One that fails does not stop the others.
// Messages come in the order of the files, a summary and the failures last.
func (o *exportOptions) exportAll(files []string, s Streams) error {
	targets, errs := o.targets(files)
	numbers := make(chan int)
	done := make(chan exported)
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		go func() {
			for n := range numbers {
				done <- o.exportOne(n, files[n], targets[n], errs[n], s)
			}
		}()
	}
	go func() {
		defer close(numbers)
		for n := range files {
			numbers <- n
		}
	}()
	progress := newProgress(s.Err, len(files))
	var failed []error
	waiting := map[int]exported{}
	for next := 0; next < len(files); {
		one := <-done
		waiting[one.number] = one
		progress.step(one.err != nil)
		for ; ; next++ {
			one, ok := waiting[next]
			if !ok {
				break
			}
			delete(waiting, next)
			if len(one.said) > 0 {
				progress.clear()
				_, _ = s.Err.Write(one.said)
			}
			if one.err != nil {
				failed = append(failed, one.err)
			}
		}
	}
	progress.clear()
	s.say("%s", summary(len(files), len(failed)))
	return errors.Join(failed...)
}

// summary says how many files were exported.
func summary(all, failed int) string {
	if failed == 0 {
		return fmt.Sprintf("exported all %s files", grouped(all))
	}
	return fmt.Sprintf("exported %s of %s files; %s failed:", grouped(all-failed), grouped(all), grouped(failed))
}

// grouped is a number with commas between thousands.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}

// exportOne exports one file of several.
func (o *exportOptions) exportOne(number int, file, target string, err error, s Streams) exported {
	var said bytes.Buffer
	if err == nil {
		s.Err = &said
		err = o.export(file, target, s)
	}
	if err == nil && o.anonymous { // which no name tells
		s.say("%s: exported as %s", file, target)
	}
	return exported{number, said.Bytes(), err}
}

// targets are where the exports of several files go. The errors, nil for most, are of those
// that would be written over the output of another one.
func (o *exportOptions) targets(files []string) (targets []string, errs []error) {
	errs = make([]error, len(files))
	taken := map[string]string{}
	digits := len(fmt.Sprint(len(files)))
	for n, name := range files {
		target := o.target(name)
		if o.anonymous && target != "-" {
			anonymous := fmt.Sprintf("%s-%0*d.%s", format.AnonymousName, digits, n+1, o.as.Extension())
			target = filepath.Join(filepath.Dir(target), anonymous)
		}
		key := file.Fold(target)
		if other, ok := taken[key]; ok {
			errs[n] = fmt.Errorf("%s: its output %s is that of %s too: export it to another folder", name, target, other)
		} else {
			taken[key] = name
		}
		targets = append(targets, target)
	}
	return targets, errs
}

// progress is a line on a terminal that says how far a job is. Elsewhere it says nothing.
type progress struct {
	to                *os.File // nil for no terminal
	all, done, failed int
	began, shown      time.Time
}

// newProgress makes the progress of a job of a number of files.
func newProgress(to any, all int) *progress {
	p := &progress{all: all, began: time.Now()}
	if f, ok := to.(*os.File); ok && isTerminal(f) {
		p.to = f
	}
	return p
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// step counts a file. The line is written anew ten times a second at most.
func (p *progress) step(failed bool) {
	p.done++
	if failed {
		p.failed++
	}
	now := time.Now()
	if p.to == nil || now.Sub(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = now
	line := fmt.Sprintf("exported %s of %s files", grouped(p.done-p.failed), grouped(p.all))
	if p.failed > 0 {
		line += fmt.Sprintf(", %s failed", grouped(p.failed))
	}
	if spent := now.Sub(p.began).Seconds(); spent > 1 {
		line += fmt.Sprintf(", %.0f a second", float64(p.done)/spent)
	}
	fmt.Fprintf(p.to, "\r\x1b[K%s", line)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.to != nil && !p.shown.IsZero() {
		fmt.Fprint(p.to, "\r\x1b[K")
		p.shown = time.Time{}
	}
}
