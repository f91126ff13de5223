package structure

import (
	"fmt"
	"testing"
)

func TestSl(t *testing.T) {
	for _, s := range []string{"Student Software Developer, part-time", "Student Software Developer", "Exampleton State University Library", "part-time, Exampleton State University Library"} {
		fmt.Println(s, titleScore(s), organizationScore(s), placeScore(s))
	}
}
