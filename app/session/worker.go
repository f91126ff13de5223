package session

import "sync"

// Worker does one kind of work on the newest input and drops what became stale
// before it was begun. Inputs come from the UI goroutine; the work is done on
// another one; results are handed back by Post.
type Worker[In, Out any] struct {
	Work func(In) Out
	Done func(Out)    // runs where Post puts it
	Post func(func()) // hands a function to the UI goroutine, such as fyne.Do

	mu      sync.Mutex
	next    *In
	running bool
}

// Submit asks for the work on in. An earlier input that was not begun yet is
// forgotten.
func (w *Worker[In, Out]) Submit(in In) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.next = &in
	if !w.running {
		w.running = true
		go w.run()
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
		w.Post(func() {
			defer close(shown)
			w.Done(out)
		})
		<-shown
	}
}
