package structure

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"resumax/exchange/pdftext"
	"testing"
	"time"
)

type cf string

func (c cf) Open() string { return string(c) }
func (c cf) Seal()        {}
func TestPerf(t *testing.T) {
	cache, _ := os.UserCacheDir()
	r := &pdftext.Reader{Cache: cf(filepath.Join(cache, "resumax-tests"))}
	data, _ := os.ReadFile(os.Getenv("PDF"))
	p0, _ := r.Read(context.Background(), data)
	for _, n := range []int{1, 10, 50, 100} {
		var pages []pdftext.Page
		for i := 0; i < n; i++ {
			pages = append(pages, p0...)
		}
		s := time.Now()
		l := InReadingOrder(pages)
		a := time.Since(s)
		s = time.Now()
		Of(l)
		fmt.Println(len(pages), len(l), a, time.Since(s))
	}
}
