//go:build !windows && !darwin

package windowing

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Fyne's loop looks for events sixty times a second, also while nothing happens. Each look
// wakes two threads, which takes one to two percent of a core and keeps a laptop's
// processor from sleeping. While the window rests, GLFW waits for events instead, which it
// hands out as soon as they come.
const (
	// activeTime is how long after the last event Fyne's own pace is kept.
	activeTime = time.Second
	// longestWait bounds how long something that is not announced by [Rest.Post], such as
	// the end of a signal or another theme in Fyne's settings, has to wait.
	longestWait = 500 * time.Millisecond
)

// Rest is a window's loop, which sleeps while nothing happens.
type Rest struct {
	last    atomic.Int64 // when something happened, in nanoseconds
	waiting atomic.Bool
	ended   atomic.Bool
	idle    func() // called on another goroutine once nothing has happened for a while; nil for nothing
}

// NewRest makes the loop of the window to come. Idle, unless it is nil, is called on a
// goroutine of its own when nothing has happened for some seconds, once after each time that
// something did.
func NewRest(idle func()) *Rest {
	r := &Rest{idle: idle}
	r.touch()
	return r
}

func (r *Rest) touch() { r.last.Store(time.Now().UnixNano()) }

// quiet is how long nothing has happened.
func (r *Rest) quiet() time.Duration { return time.Duration(time.Now().UnixNano() - r.last.Load()) }

// Post runs f on the UI goroutine, and wakes it.
func (r *Rest) Post(f func()) {
	r.touch()
	fyne.Do(f)
	if r.waiting.Load() && !r.ended.Load() {
		defer survive()
		glfw.PostEmptyEvent()
	}
}

// survive outlives that GLFW has been ended meanwhile, of which Fyne says nothing before: it
// panics then. Fyne calls what comes later on the goroutine that it comes from.
func survive() { _ = recover() }

// Start begins to look for rest. Call it once Fyne's loop runs.
func (r *Rest) Start() {
	go func() {
		told := int64(0)
		for !r.ended.Load() {
			if left := activeTime - r.quiet(); left > 0 {
				time.Sleep(left)
				continue
			}
			if last := r.last.Load(); r.idle != nil && last != told && r.quiet() > idleTime {
				told = last
				r.idle()
			}
			fyne.DoAndWait(r.wait)
		}
	}()
}

// idleTime is how long nothing has happened before a window counts as idle.
const idleTime = 5 * time.Second

// wait waits for an event, on the UI goroutine.
func (r *Rest) wait() {
	if r.ended.Load() || r.quiet() < activeTime {
		return
	}
	r.waiting.Store(true)
	if r.quiet() < activeTime { // posted meanwhile, and did not wake us
		r.waiting.Store(false)
		return
	}
	defer survive()
	defer r.waiting.Store(false)
	began := time.Now()
	glfw.WaitEventsTimeout(longestWait.Seconds())
	if time.Since(began) < longestWait*9/10 {
		r.touch()
	}
}

// End is the end of Fyne's loop.
func (r *Rest) End() { r.ended.Store(true) }
