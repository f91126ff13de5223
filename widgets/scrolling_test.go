package widgets

import "testing"

// What is near the view is shown with the least scrolling; what is far gets something around it.
func TestAmidOffset(t *testing.T) {
	for _, c := range []struct{ offset, top, want float32 }{
		{0, 100, 0}, {0, 310, 64}, {0, 400, 300}, {500, 480, 456}, {500, 200, 100}, {500, 20, 0},
	} {
		if got := amidOffset(c.offset, 300, c.top, 30); got != c.want {
			t.Errorf("from %v to %v: %v, want %v", c.offset, c.top, got, c.want)
		}
	}
}
