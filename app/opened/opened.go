// Package opened receives the files that the desktop asks the running program to open. On macOS that is how every file
// arrives that is opened with a double click, or dropped on the program's icon: as an event, and not as an argument. On
// other systems files are arguments, and nothing arrives here.
package opened

import "sync"

// queue keeps what arrives before somebody receives it: on macOS the first event comes before there is a window.
type queue struct {
	lock    sync.Mutex
	waiting [][]string
	receive func(paths []string)
}

var files queue

// Follow calls receive for each request, with the paths of all its files, on any goroutine, and at once for those that came
// before.
func Follow(receive func(paths []string)) { files.follow(receive) }

func (q *queue) follow(receive func(paths []string)) {
	q.lock.Lock()
	waiting := q.waiting
	q.waiting, q.receive = nil, receive
	q.lock.Unlock()
	for _, paths := range waiting {
		receive(paths)
	}
}

func (q *queue) put(paths []string) {
	if len(paths) == 0 {
		return
	}
	q.lock.Lock()
	receive := q.receive
	if receive == nil {
		q.waiting = append(q.waiting, paths)
	}
	q.lock.Unlock()
	if receive != nil {
		receive(paths)
	}
}
