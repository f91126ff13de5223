package printing

import (
	"bytes"
	"image"
	"image/color"
	"slices"
	"testing"
)

func TestDefaultFirst(t *testing.T) {
	for _, c := range []struct {
		named string
		want  []string
	}{{"Office", []string{"Office", "Attic", "Hall"}}, {"Attic", []string{"Attic", "Office", "Hall"}}, {"", []string{"Attic", "Office", "Hall"}}, {"Cellar", []string{"Attic", "Office", "Hall"}}} {
		if got := defaultFirst([]string{"Attic", "Office", "Hall"}, c.named); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q", c.named, got)
		}
	}
}

// A picture that begins anywhere and can be seen through is white there.
func TestOpaque(t *testing.T) {
	img := image.NewNRGBA(image.Rect(5, 7, 7, 8))
	img.SetNRGBA(5, 7, color.NRGBA{R: 10, G: 20, B: 30, A: 255})
	img.SetNRGBA(6, 7, color.NRGBA{R: 255, A: 0})
	if got, want := opaque(img), []byte{30, 20, 10, 255, 255, 255, 255, 255}; !bytes.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
