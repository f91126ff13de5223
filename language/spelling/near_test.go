package spelling

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// What is not looked up would not have been found: near words are those that a search
// of all of them finds.
func TestNearIsComplete(t *testing.T) {
	s := English()
	words := []string{"teh", "ot", "cosst", "cst", "tema", "tem", "teaam", "ruls", "rulse", "olny", "grwth", "grauge", "maneg", "hosue", "bilt", "aab", "clas", "acros", "plnat", "xxxx", "writting", "recieved", "managd", "qzxwv"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 { // words of four and five letters, few of which are words
		w := make([]byte, 4+r.IntN(2))
		for i := range w {
			w[i] = "aaeeiioossttrrnnllccddhmpgby"[r.IntN(28)]
		}
		words = append(words, string(w))
	}
	for _, low := range words {
		most := mostCost(len(low))
		var all, some []string
		collect := func(to *[]string) func(string, uint8) bool {
			return func(w string, size uint8) bool {
				if editCost(low, w, unlikelyEdit+firstLetter) <= most {
					*to = append(*to, w)
				}
				return true
			}
		}
		s.eachNear(low, unlikelyEdit+firstLetter, collect(&all))
		s.eachNear(low, most, collect(&some))
		if !slices.Equal(all, some) {
			t.Errorf("%s: %v of %v", low, some, all)
		}
	}
}
