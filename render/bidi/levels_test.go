package bidi

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Cases from Unicode's BidiCharacterTest.txt: the first 120, which are about
// brackets and overrides, and some of the others. A line holds characters, the
// asked and the resulting direction of the paragraph, the levels ("x" where a
// character is passed over), and the order.
func TestConformance(t *testing.T) {
	file, err := os.Open("testdata/conformance.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, cases := bufio.NewScanner(file), 0
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		cases++
		fields := strings.Split(line, ";")
		var text []rune
		for _, code := range strings.Fields(fields[0]) {
			r, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base := LeftToRight
		if fields[1] == "1" || fields[1] == "2" && First(text, LeftToRight) == RightToLeft {
			base = RightToLeft
		}
		if fmt.Sprint(base) != fields[2] {
			t.Errorf("%s: the paragraph's level is %d", line, base)
		}
		if Plain(text) && base == LeftToRight && strings.ContainsAny(fields[3], "123456789") {
			t.Errorf("%s: taken for plain", line)
		}
		levels := Levels(text, base)
		var kept []Level
		var at []int
		for i, want := range strings.Fields(fields[3]) {
			if want == "x" {
				continue
			}
			kept, at = append(kept, levels[i]), append(at, i)
			if fmt.Sprint(levels[i]) != want {
				t.Errorf("%s: level %d of character %d", line, levels[i], i)
			}
		}
		var order []string
		for _, k := range Order(kept) {
			order = append(order, strconv.Itoa(at[k]))
		}
		if got := strings.Join(order, " "); got != fields[4] {
			t.Errorf("%s: order %s", line, got)
		}
	}
	if err := lines.Err(); err != nil || cases < 600 {
		t.Errorf("%d cases, %v", cases, err)
	}
}

// visual is a text in visual order, in capitals what runs from right to left,
// as the examples of UAX #9 write it.
func visual(text string, base Level) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'א'
		}
		return r
	}, text))
	var b strings.Builder
	for _, i := range Order(Levels(runes, base)) {
		b.WriteByte(text[i])
	}
	return b.String()
}

func TestVisualOrder(t *testing.T) {
	for _, c := range []struct {
		text string
		base Level
		want string
	}{
		{"plain text", LeftToRight, "plain text"},
		{"car means CAR.", LeftToRight, "car means RAC."},
		{"CAR MEANS car.", RightToLeft, ".car SNAEM RAC"},
		{"FROM 2019 TO 2021", RightToLeft, "2021 OT 2019 MORF"},
		{"COST 35% LESS", RightToLeft, "SSEL 35% TSOC"},
		{"(GO) x", LeftToRight, "(OG) x"},
		{"A (b) C", RightToLeft, "C )b( A"}, // whoever draws them turns the brackets
	} {
		if got := visual(c.text, c.base); got != c.want {
			t.Errorf("%q stands as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFirst(t *testing.T) {
	for text, want := range map[string]Level{"": RightToLeft, "12 %": RightToLeft, "1 a א": LeftToRight, "– אa": RightToLeft, "\u2067א\u2069 a": LeftToRight} {
		if got := First([]rune(text), RightToLeft); got != want {
			t.Errorf("%q runs at level %d", text, got)
		}
	}
}

// Any text has levels within bounds, and its order holds every character once.
func TestAnyText(t *testing.T) {
	characters := rapid.SampledFrom([]rune("a1 .,()[]%+אבعم٣\u0301語\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\t\n\u2329"))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(characters, 0, 400).Draw(t, "text")
		base := Level(rapid.IntRange(0, 1).Draw(t, "base"))
		levels := Levels(text, base)
		for i, l := range levels {
			if l < base || l > maxDepth+1 {
				t.Fatalf("level %d at %d", l, i)
			}
		}
		if base == LeftToRight && Plain(text) && slices.Max(append(levels, 0)) > 0 {
			t.Fatal("plain text has levels")
		}
		order := Order(levels)
		slices.Sort(order)
		for i, k := range order {
			if i != k {
				t.Fatalf("the order lacks %d", i)
			}
		}
	})
}
