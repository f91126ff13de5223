// Package trace writes what the application does as lines of JSON, so that a test
// that drives the window knows when something has happened.
package trace

import (
	"encoding/json"
	"os"
)

// Log is where events go. A nil Log drops them.
type Log struct {
	file *os.File
}

// Open appends events to the file path. It is nil, which writes nothing, for "" and
// for a file that cannot be written.
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

// Members are what is told of an event.
type Members map[string]any

// Write adds an event. Members are texts, numbers, and maps of them.
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
