package file

import (
	"os"
	"path/filepath"
)

// Same reports whether two paths name one file: through links, or where the file
// system knows no difference between "CV.json" and "cv.json". A file that is not
// there yet is the same as another if both would be made at the same place.
func Same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	if errX == nil && errY == nil {
		return os.SameFile(x, y)
	}
	if (errX == nil) != (errY == nil) {
		return false
	}
	s := saver{disk: system{}}
	p, errX := s.target(absolute(a))
	q, errY := s.target(absolute(b))
	if errX != nil || errY != nil {
		return Fold(absolute(a)) == Fold(absolute(b)) // no folder, or links in a circle
	}
	return Fold(p) == Fold(q)
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}
