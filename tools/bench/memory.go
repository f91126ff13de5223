package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// peakMemory runs a command and is the most memory, in megabytes, that it and
// the processes it starts held at once: the sum of their proportional set sizes,
// looked up every other millisecond, so that pages which several share count
// once. It is 0 where the system does not tell, which only Linux does.
func peakMemory(c *exec.Cmd) (float64, error) {
	c.Stdout, c.Stderr = io.Discard, io.Discard
	if err := c.Start(); err != nil {
		return 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	peak := 0.0
	for {
		select {
		case err := <-ended:
			return peak, err
		case <-tick.C:
			peak = max(peak, familySize(c.Process.Pid))
		}
	}
}

// familySize is the memory of a process and its descendants in megabytes.
func familySize(pid int) float64 {
	total := proportionalSize(pid)
	lists, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(pid), "task", "*", "children"))
	for _, path := range lists {
		children, _ := os.ReadFile(path) // the thread may have ended
		for _, field := range strings.Fields(string(children)) {
			if child, err := strconv.Atoi(field); err == nil {
				total += familySize(child)
			}
		}
	}
	return total
}

func proportionalSize(pid int) float64 {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "smaps_rollup"))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}
