//go:build windows || darwin

package windowing

import "fyne.io/fyne/v2"

// Rest does nothing here: it is measured and tried on Linux alone.
type Rest struct{}

// NewRest makes a loop that keeps Fyne's pace.
func NewRest(func()) *Rest { return &Rest{} }

// Post runs f on the UI goroutine.
func (*Rest) Post(f func()) { fyne.Do(f) }

// Start does nothing.
func (*Rest) Start() {}

// End does nothing.
func (*Rest) End() {}
