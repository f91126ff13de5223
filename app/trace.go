package app

import (
	"encoding/json"
	"maps"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"resumax/resume"
)

// trace writes what the application does as lines of JSON into the file that
// the environment variable RESUMAX_TRACE names, so that a test that drives the
// window knows when something has happened. Without the variable it does
// nothing.
type trace struct {
	file *os.File
}

func openTrace(path string) *trace {
	if path == "" {
		return &trace{}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return &trace{}
	}
	return &trace{f}
}

// tracePlaces keeps telling where the fields are, for a test that points at
// them, and how many dialogs and menus lie over them. Fyne does not say when it
// has laid something out, so it is looked up time and again, and written when it
// has changed.
func (w *window) tracePlaces() {
	if w.trace.file == nil {
		return
	}
	ticker := time.NewTicker(100 * time.Millisecond)
	w.win.SetOnClosed(ticker.Stop)
	go func() {
		var told map[resume.Address][4]float32
		var toldOver int
		for range ticker.C {
			fyne.Do(func() {
				places, over := w.editor.Places(), len(w.win.Canvas().Overlays().List())
				if over != toldOver || !maps.Equal(places, told) {
					told, toldOver = places, over
					w.trace.write("fields", map[string]any{"places": places, "scale": w.win.Canvas().Scale(), "over": over})
				}
			})
		}
	}()
}

// write adds an event with its members.
func (t *trace) write(event string, members map[string]any) {
	if t.file == nil {
		return
	}
	line := map[string]any{"event": event}
	for k, v := range members {
		line[k] = v
	}
	data, err := json.Marshal(line)
	if err != nil {
		return // members are texts and numbers
	}
	t.file.Write(append(data, '\n'))
}
