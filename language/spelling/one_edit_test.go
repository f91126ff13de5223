package spelling

import (
	"strings"
	"testing"
)

func TestOneEditApart(t *testing.T) {
	for pair, want := range map[string]bool{"helped hepled": true, "helped heped": true, "helped helpped": true, "helped helqed": true,
		"helped helped": false, "helped yelpad": false, "helped help": false, "worked walked": false} {
		a, b, _ := strings.Cut(pair, " ")
		if OneEditApart(a, b) != want || OneEditApart(b, a) != want {
			t.Errorf("%s: one edit apart: %v", pair, !want)
		}
	}
}
