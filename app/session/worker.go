package session

import (
	"sync"
	"time"
)

// Threads run work off the UI goroutine and return its results to it.
type Threads struct {
	Async func(func()) // runs a function on a new goroutine
	Post  func(func()) // runs a function on the UI goroutine, such as fyne.Do
}

// Inline are threads for tests: they run everything at once, on the caller's goroutine.
var Inline = Threads{Async: func(f func()) { f() }, Post: func(f func()) { f() }}

// Worker does one kind of work on the newest input and drops inputs that became stale
// before they were started. Inputs come from the UI goroutine; the work runs on another
// one; results are returned by Threads.Post.
type Worker[In, Out any] struct {
	Threads Threads
	Work    func(In) Out
	Done    func(Out) // runs where Threads.Post puts it, or in Settle

	mu      sync.Mutex
	next    *In
	result  *result[Out] // on its way to the UI goroutine
	running bool
	moved   chan struct{} // has a value when there is a result, or nothing left to do
}

// result is what work made, and what to close when it is shown.
type result[Out any] struct {
	out   Out
	shown chan struct{}
}

// Submit requests work on an input. It replaces an earlier one that was not started.
func (w *Worker[In, Out]) Submit(in In) {
	w.mu.Lock()
	w.next = &in
	idle := !w.running
	w.running = true
	if w.moved == nil {
		w.moved = make(chan struct{}, 1)
	}
	w.mu.Unlock()
	if idle {
		w.Threads.Async(w.run)
	}
}

// Settle waits on the UI goroutine until the newest input is worked on and its result
// shown, so that nothing is painted before. It gives up after limit, and reports
// whether there is nothing left to do.
func (w *Worker[In, Out]) Settle(limit time.Duration) bool {
	late := time.After(limit)
	for {
		w.deliver()
		w.mu.Lock()
		busy, moved := w.running, w.moved
		w.mu.Unlock()
		if !busy {
			return true
		}
		select {
		case <-moved:
		case <-late:
			return false
		}
	}
}

func (w *Worker[In, Out]) run() {
	for {
		w.mu.Lock()
		in := w.next
		w.next = nil
		if in == nil {
			w.running = false
			w.mu.Unlock()
			w.move()
			return
		}
		w.mu.Unlock()
		r := &result[Out]{w.Work(*in), make(chan struct{})} // one at a time: the UI's queue is unbounded
		w.mu.Lock()
		w.result = r
		w.mu.Unlock()
		w.move()
		w.Threads.Post(w.deliver)
		<-r.shown
	}
}

// move wakes Settle.
func (w *Worker[In, Out]) move() {
	select {
	case w.moved <- struct{}{}:
	default: // it has not looked since the last time
	}
}

// deliver shows the result that is on its way, if any.
func (w *Worker[In, Out]) deliver() {
	w.mu.Lock()
	r := w.result
	w.result = nil
	w.mu.Unlock()
	if r != nil {
		w.Done(r.out)
		close(r.shown)
	}
}
