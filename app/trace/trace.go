// Package trace logs events as lines of JSON, so that a test that drives the window
// can wait for them.
package trace

import (
	"encoding/json"
	"os"
)

// Log is where events go. A nil Log drops them.
type Log struct {
	file *os.File
}

// Open appends events to the file at path. The log is nil for "" and for a file that
// can't be written.
func Open(path string) *Log {
	if path == "" {
		return nil
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil
	}
	return &Log{f}
}

// Members are the data of an event.
type Members map[string]any

// Write adds an event. Members are strings, numbers, and maps of them.
func (l *Log) Write(event string, members Members) {
	if l == nil {
		return
	}
	line := map[string]any{"event": event}
	for k, v := range members {
		line[k] = v
	}
	data, err := json.Marshal(line)
	if err != nil {
		return
	}
	l.file.Write(append(data, '\n'))
}
