package session

import (
	"slices"
	"sync"
	"testing"
	"time"
)

// Settle shows the result of the newest input on the caller's goroutine, though what was
// posted there has not run yet; what was posted then shows nothing twice.
func TestSettle(t *testing.T) {
	var mu sync.Mutex
	var posted []func()
	var shown []int
	w := &Worker[int, int]{Work: func(n int) int { return 10 * n }, Done: func(n int) { shown = append(shown, n) },
		Threads: Threads{Async: func(f func()) { go f() }, Post: func(f func()) {
			mu.Lock()
			defer mu.Unlock()
			posted = append(posted, f)
		}}}
	if !w.Settle(time.Minute) {
		t.Error("there is nothing to do, and it waits")
	}
	for n := 1; n <= 20; n++ {
		w.Submit(-n)
		w.Submit(n)
		if !w.Settle(time.Minute) || len(shown) == 0 || shown[len(shown)-1] != 10*n {
			t.Fatalf("after %d: %v", n, shown)
		}
	}
	before := slices.Clone(shown)
	mu.Lock()
	defer mu.Unlock()
	for _, f := range posted {
		f()
	}
	if !slices.Equal(shown, before) {
		t.Errorf("shown twice: %v, then %v", before, shown)
	}
}

// Work that takes longer than the limit is shown later, as without Settle.
func TestSettleGivesUp(t *testing.T) {
	blocked, shown := make(chan struct{}), make(chan int, 1)
	w := &Worker[int, int]{Work: func(n int) int { <-blocked; return n }, Done: func(n int) { shown <- n },
		Threads: Threads{Async: func(f func()) { go f() }, Post: func(f func()) { f() }}}
	w.Submit(7)
	if w.Settle(time.Millisecond) {
		t.Error("the work is not done, and it says so")
	}
	close(blocked)
	if n := <-shown; n != 7 {
		t.Errorf("shown %d", n)
	}
}
