package session

import "sync"

// Threads are how work leaves the UI goroutine and how its results come back.
// A test hands in functions that call their argument at once.
type Threads struct {
	Async func(func()) // runs a function on a goroutine of its own
	Post  func(func()) // hands a function to the UI goroutine, such as fyne.Do
}

// Inline are threads that do everything at once, on the caller's goroutine.
var Inline = Threads{Async: func(f func()) { f() }, Post: func(f func()) { f() }}

// Worker does one kind of work on the newest input and drops what became stale
// before it was begun. Inputs come from the UI goroutine; the work is done on
// another one; results are handed back by Threads.Post.
type Worker[In, Out any] struct {
	Threads Threads
	Work    func(In) Out
	Done    func(Out) // runs where Threads.Post puts it

	mu      sync.Mutex
	next    *In
	running bool
}

// Submit asks for the work on in. An earlier input that was not begun yet is
// forgotten.
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
		shown := make(chan struct{}) // one result on its way at a time: the UI's queue has no bound
		w.Threads.Post(func() {
			defer close(shown)
			w.Done(out)
		})
		<-shown
	}
}
