package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// result is what was measured of a tool.
type result struct {
	tool    *tool
	failed  error
	warm    samples // milliseconds
	process samples // milliseconds
	memory  samples // megabytes, the greatest of each run
	pdf     []byte
	facts   facts
}

// How many PDFs a warm tool makes before any is counted, and how many a turn;
// how many processes are weighed.
const (
	warmUps    = 10
	perTurn    = 5
	memoryRuns = 3
)

// measure lets the tools take turns.
func measure(o options, tools []*tool) []*result {
	var results []*result
	for _, t := range tools {
		results = append(results, &result{tool: t, failed: t.missing})
	}
	edit := 0
	for round := -1; round < o.rounds; round++ {
		for _, r := range results {
			if r.failed == nil {
				r.failed = r.turn(o, round, &edit)
			}
		}
	}
	for _, r := range results {
		r.tool.end() // or the process to be weighed would share its pages
	}
	for range memoryRuns {
		for _, r := range results {
			if r.failed == nil && r.tool.process != nil {
				r.failed = r.weigh(o)
			}
		}
	}
	for _, r := range results {
		if r.failed == nil && r.tool.prints {
			r.facts = look(o, r)
		}
	}
	return results
}

// weigh measures the memory of one process.
func (r *result) weigh(o options) error {
	out := filepath.Join(o.work, "out.pdf")
	peak, err := peakMemory(r.tool.process(out))
	if peak > 0 {
		r.memory = append(r.memory, peak)
	}
	os.Remove(out)
	return err
}

// turn is one tool's part of a round. Round -1 warms up and counts for nothing.
func (r *result) turn(o options, round int, edit *int) error {
	times := perTurn
	if round < 0 {
		times = warmUps
	}
	for i := 0; i < times && r.tool.warm != nil; i++ {
		*edit++
		pdf, took, err := r.tool.warm(*edit)
		if err != nil {
			return err
		}
		r.pdf = pdf
		if round >= 0 {
			r.warm = append(r.warm, milliseconds(took))
		}
	}
	if r.tool.process == nil {
		return nil
	}
	out := filepath.Join(o.work, "out.pdf")
	took, err := finish(r.tool.process(out))
	if err != nil {
		return err
	}
	if r.tool.prints {
		if r.pdf, err = os.ReadFile(out); err != nil {
			return err
		}
		os.Remove(out)
	}
	if round < 0 {
		return nil
	}
	r.process = append(r.process, milliseconds(took))
	return nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// finish runs a command to its end.
func finish(c *exec.Cmd) (time.Duration, error) {
	var said strings.Builder
	c.Stderr = &said
	start := time.Now()
	err := c.Run()
	took := time.Since(start)
	if err != nil {
		err = fmt.Errorf("%s: %w: %s", filepath.Base(c.Path), err, firstLine(said.String()))
	}
	return took, err
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// facts are what a PDF says of itself.
type facts struct{ pages, tagged string }

// look reads a PDF's facts with poppler's pdfinfo.
func look(o options, r *result) facts {
	f := facts{"?", "?"}
	path := filepath.Join(o.work, "look.pdf")
	if os.WriteFile(path, r.pdf, 0o600) != nil {
		return f
	}
	out, err := exec.Command("pdfinfo", path).Output()
	if err != nil {
		return f
	}
	for line := range strings.Lines(string(out)) {
		name, value, _ := strings.Cut(line, ":")
		switch name {
		case "Pages":
			f.pages = strings.TrimSpace(value)
		case "Tagged":
			f.tagged = strings.TrimSpace(value)
		}
	}
	return f
}

// keep leaves the PDFs in the folder that was asked for.
func keep(o options, results []*result) error {
	if o.keep == "" {
		return nil
	}
	if err := os.MkdirAll(o.keep, 0o755); err != nil {
		return err
	}
	for _, r := range results {
		if len(r.pdf) == 0 {
			continue
		}
		if err := os.WriteFile(filepath.Join(o.keep, r.tool.name+".pdf"), r.pdf, 0o644); err != nil {
			return err
		}
	}
	return nil
}
