package session

import "sync"

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
	Done    func(Out) // runs where Threads.Post puts it

	mu      sync.Mutex
	next    *In
	running bool
}

// Submit requests work on an input. It replaces an earlier one that was not started.
func (w *Worker[In, Out]) Submit(in In) {
	w.mu.Lock()
	w.next = &in
	idle := !w.running
	w.running = true
	w.mu.Unlock()
	if idle {
		w.Threads.Async(w.run)
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
			return
		}
		w.mu.Unlock()
		out := w.Work(*in)
		shown := make(chan struct{}) // one result at a time: the UI's queue is unbounded
		w.Threads.Post(func() {
			defer close(shown)
			w.Done(out)
		})
		<-shown
	}
}
