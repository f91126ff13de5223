package pdftext

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// What a file may have at most.
const (
	MaxBytes = 50 << 20
	MaxPages = 200
	maxChars = 500_000
)

// Reader reads files, one at a time. The zero value works; it keeps no compiled
// code.
type Reader struct {
	// Cache is a folder for PDFium's compiled code, "" for none. It is made if it
	// is not there.
	Cache string

	lock sync.Mutex
	pool pdfium.Pool
	code wazero.CompilationCache
}

// Read reads a file. It stops when the context ends. An error says in words what
// is wrong with the file.
func (r *Reader) Read(ctx context.Context, file []byte) ([]Page, error) {
	switch {
	case len(file) > MaxBytes:
		return nil, fmt.Errorf("the file has %d MB; the most that is read is %d", len(file)>>20, MaxBytes>>20)
	case !bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-")):
		return nil, errors.New("this is no PDF")
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := r.start(); err != nil {
		return nil, err
	}
	instance, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("PDFium does not start: %w", err)
	}
	defer instance.Close()
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		return nil, openError(err)
	}
	return readPages(ctx, instance, opened.Document)
}

// openError says in words why a file cannot be opened.
func openError(err error) error {
	switch text := err.Error(); {
	case strings.Contains(text, "password"):
		return errors.New("the PDF is locked with a password")
	case strings.Contains(text, "security"):
		return errors.New("the PDF is locked in a way that is not supported")
	}
	return errors.New("the PDF is damaged: PDFium cannot open it")
}

func readPages(ctx context.Context, instance pdfium.Pdfium, document references.FPDF_DOCUMENT) ([]Page, error) {
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		return nil, errors.New("the PDF is damaged: it does not tell how many pages it has")
	}
	if count.PageCount > MaxPages {
		return nil, fmt.Errorf("the PDF has %d pages; the most that are read are %d", count.PageCount, MaxPages)
	}
	pages := make([]Page, count.PageCount)
	total := 0
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		chars, err := readPage(instance, document, i, &pages[i])
		if err != nil {
			return nil, fmt.Errorf("page %d of the PDF is damaged", i+1)
		}
		if total += len(chars); total > maxChars {
			return nil, fmt.Errorf("the PDF has over %d characters, which no resume has", maxChars)
		}
		pages[i].Words = words(chars)
	}
	return pages, nil
}

// readPage reads the characters of a page, and its size.
func readPage(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, number int, page *Page) ([]char, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: number}}
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return nil, err
	}
	page.Width, page.Height = size.Width, size.Height
	text, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if err != nil {
		return nil, err
	}
	chars := make([]char, len(text.Chars))
	for i, c := range text.Chars {
		p := c.PointPosition
		// PDFium counts from the page's foot.
		chars[i] = char{text: c.Text, box: Box{p.Left, size.Height - max(p.Top, p.Bottom), p.Right, size.Height - min(p.Top, p.Bottom)}}
		chars[i].size = chars[i].box.Bottom - chars[i].box.Top
		if f := c.FontInformation; f != nil {
			chars[i].font, chars[i].weight = f.Name, f.Weight
			if f.RenderedSize > 0 {
				chars[i].size = f.RenderedSize
			}
		}
	}
	return chars, nil
}

// start starts PDFium if it does not run.
func (r *Reader) start() error {
	if r.pool != nil {
		return nil
	}
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if r.Cache != "" {
		// Without the cache it only takes longer.
		if cache, err := wazero.NewCompilationCacheWithDir(r.Cache); err == nil {
			r.code = cache
			config = config.WithCompilationCache(cache)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{MaxTotal: 1, MaxIdle: 1, RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
		Stdout: io.Discard, Stderr: io.Discard, RandomSource: zeros{}})
	if err != nil {
		return fmt.Errorf("PDFium does not start: %w", err)
	}
	r.pool = pool
	return nil
}

// zeros is a source of randomness for what must always do the same.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// Close gives back what PDFium takes, until the next file is read.
func (r *Reader) Close() error {
	r.lock.Lock()
	defer r.lock.Unlock()
	var err error
	if r.pool != nil {
		err = r.pool.Close()
		r.pool = nil
	}
	if r.code != nil {
		err = errors.Join(err, r.code.Close(context.Background()))
		r.code = nil
	}
	return err
}
