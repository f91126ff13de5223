package structure

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"resumax/exchange/pdftext"
	"testing"
)

type cf string

func (c cf) Open() string { return string(c) }
func (c cf) Seal()        {}
func TestCols(t *testing.T) {
	cache, _ := os.UserCacheDir()
	r := &pdftext.Reader{Cache: cf(filepath.Join(cache, "resumax-tests"))}
	data, _ := os.ReadFile(os.Getenv("PDF"))
	pages, _ := r.Read(context.Background(), data)
	for _, p := range pages {
		lines := withAsides(LinesOf([]pdftext.Page{p}))
		x, ok := findGutter(segmentsOf(lines), anyColumns)
		fmt.Println("gutter", x, ok)
		var l, rr []Line
		for _, q := range lines {
			for _, part := range cutAtX(q, x) {
				k := "L"
				if part.Box.Left >= x-leftSlack {
					k = "R"
					rr = append(rr, part)
				} else if part.Box.Right > x+1 {
					k = "O"
				} else {
					l = append(l, part)
				}
				fmt.Printf("%s %3.0f-%3.0f y%3.0f %.60s\n", k, part.Box.Left, part.Box.Right, part.Baseline(), part.Text())
			}
		}
		fmt.Println(isHeadingRail(l, rr))
	}
}
