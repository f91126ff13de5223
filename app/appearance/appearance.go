// Package appearance follows what the desktop says of itself: whether it prefers dark
// windows, how large it wants text, and whether recent files may be listed.
package appearance

// Scheme is whether a desktop prefers dark windows.
type Scheme int

// The schemes.
const (
	Unknown Scheme = iota // the desktop can't say, or Fyne knows by itself
	Light
	Dark
)

// Desktop is what the desktop says of itself.
type Desktop struct {
	Scheme Scheme
	Text   float64 // the size of text by the usual one, 1 where the desktop can't say

	// Unlisted is that its user wants no list of recent files.
	Unlisted bool
}

// Follow asks the desktop. The channel gets the answer, and a new one whenever that changes;
// it is closed when the desktop can't say.
func Follow() <-chan Desktop {
	answers := make(chan Desktop, 1)
	go func() {
		defer close(answers)
		follow(answers)
	}()
	return answers
}

// The largest and the smallest size of text that is taken from a desktop.
const (
	leastText = 0.5
	mostText  = 3
)

// textOf is a size of text, 1 for what can't be one.
func textOf(factor float64) float64 {
	if factor >= leastText && factor <= mostText {
		return factor
	}
	return 1
}
