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
	"github.com/klippa-app/go-pdfium/enums"
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
	// maxMemory is what PDFium may take, in the sandbox's pages of 64 kB: 256 MB.
	// Text of a few hundred kilobytes can unpack to gigabytes.
	maxMemory = 4096
)

// Cache is a place on disk for compiled code. This package knows no disk: whoever
// owns the folder sees to it that what is in it is whole.
type Cache interface {
	// Open returns a folder of which everything may be run, "" for none.
	Open() (folder string)
	// Seal says that what is in the folder now works.
	Seal()
}

// Reader reads files, one at a time. The zero value works; it keeps no compiled
// code.
type Reader struct {
	// Cache keeps PDFium's compiled code, nil for none.
	Cache Cache

	lock sync.Mutex
	pool pdfium.Pool
	code wazero.CompilationCache
	halt context.CancelFunc // stops PDFium in the middle of whatever it does
}

// Read reads a file. It stops when the context ends, wherever PDFium is: files
// can be made that keep it busy for hours. An error says in words what is wrong
// with the file.
func (r *Reader) Read(ctx context.Context, file []byte) (pages []Page, err error) {
	err = r.with(ctx, file, func(instance pdfium.Pdfium, document references.FPDF_DOCUMENT) (err error) {
		pages, err = readPages(ctx, instance, document)
		return err
	})
	return pages, err
}

// with opens a file and calls do with it.
func (r *Reader) with(ctx context.Context, file []byte, do func(pdfium.Pdfium, references.FPDF_DOCUMENT) error) error {
	switch {
	case len(file) > MaxBytes:
		return fmt.Errorf("the file has %d MB; the limit is %d MB", len(file)>>20, MaxBytes>>20)
	case !bytes.Contains(file[:min(len(file), 1024)], []byte("%PDF-")):
		return errors.New("this is not a PDF")
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	if ctx.Err() != nil {
		return stopped(ctx)
	}
	if err := r.start(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, r.halt)
	err := r.open(ctx, file, do)
	if !stop() { // PDFium was halted and is of no more use
		r.close()
		if err != nil {
			return stopped(ctx)
		}
	}
	return err
}

// stopped says why reading was stopped.
func stopped(ctx context.Context) error {
	if err := ctx.Err(); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return errors.New("the PDF takes too long to read: its pages are too complex for a resume")
}

func (r *Reader) open(ctx context.Context, file []byte, do func(pdfium.Pdfium, references.FPDF_DOCUMENT) error) error {
	instance, err := r.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return fmt.Errorf("PDFium does not start: %w", err)
	}
	defer instance.Close()
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		return openError(err)
	}
	return do(instance, opened.Document)
}

// openError says in words why a file cannot be opened.
func openError(err error) error {
	switch text := err.Error(); {
	case strings.Contains(text, "password"):
		return errors.New("the PDF is locked with a password: open it in a PDF viewer, print it to a new PDF, and open that")
	case strings.Contains(text, "security"):
		return errors.New("the PDF is locked in a way that is not supported")
	}
	return errors.New("the PDF is damaged: PDFium cannot open it; get it again, or export it anew from the program it was written in")
}

func readPages(ctx context.Context, instance pdfium.Pdfium, document references.FPDF_DOCUMENT) ([]Page, error) {
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		return nil, errors.New("the PDF is damaged: its number of pages is unknown")
	}
	if count.PageCount > MaxPages {
		return nil, fmt.Errorf("the PDF has %d pages; the limit is %d", count.PageCount, MaxPages)
	}
	if count.PageCount == 0 {
		return nil, errors.New("the PDF has no pages")
	}
	pages := make([]Page, count.PageCount)
	left, damaged := maxChars, 0
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}}
		links, marks := drawnOn(instance, at) // before the page's text, to which it adds
		count, err := countChars(instance, at)
		if left -= count; left < 0 {
			return nil, fmt.Errorf("the PDF has over %d characters, too many for a resume", maxChars)
		}
		var chars []char
		if err == nil {
			chars, err = readPage(instance, at, &pages[i])
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil { // the others may be whole
			pages[i] = Page{Damaged: true}
			damaged++
			continue
		}
		pages[i].Words, pages[i].Icon = words(chars), iconIn(chars)
		pages[i].link(links)
		pages[i].mark(marks)
	}
	if damaged == len(pages) {
		return nil, errors.New("every page of the PDF is damaged or too complex to read")
	}
	return pages, nil
}

// countChars counts the characters of a page, before much memory is taken for
// each of them.
func countChars(instance pdfium.Pdfium, at requests.Page) (int, error) {
	text, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return 0, err
	}
	defer instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return 0, err
	}
	return count.Count, nil
}

// readPage reads the characters of a page, and its size.
func readPage(instance pdfium.Pdfium, at requests.Page, page *Page) ([]char, error) {
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

// What of a page is looked at besides its text.
const (
	maxLinks  = 500
	maxShapes = 5000
)

// drawnOn are the links of a page, because what a page shows need not say where it leads,
// and the small shapes on it, as which some programs draw the marks of lists. It makes what
// is written into the page's form a part of its text.
func drawnOn(instance pdfium.Pdfium, at requests.Page) (links []area, marks []Box) {
	loaded, err := instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: at.ByIndex.Document, Index: at.ByIndex.Index})
	if err != nil {
		return nil, nil
	}
	defer instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	page := requests.Page{ByReference: &loaded.Page}
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return nil, nil
	}
	links, marks = linksOf(instance, at, page, size.Height), marksOf(instance, page, size.Height)
	if hasForm(instance, page) {
		_, _ = instance.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: page}) // else it stays as it is
	}
	return links, marks
}

// hasForm reports whether there is text on a page that is not part of it: in the fields of
// a form, or written over it with a viewer.
func hasForm(instance pdfium.Pdfium, page requests.Page) bool {
	count, err := instance.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil {
		return false
	}
	for i := range min(count.Count, maxLinks) {
		a, err := instance.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: i})
		if err != nil {
			continue
		}
		kind, err := instance.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.Annotation})
		_, _ = instance.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
		if err == nil && (kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_WIDGET || kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_FREETEXT) {
			return true
		}
	}
	return false
}

func linksOf(instance pdfium.Pdfium, at, page requests.Page, height float64) (all []area) {
	for start := 0; len(all) < maxLinks; {
		next, err := instance.FPDFLink_Enumerate(&requests.FPDFLink_Enumerate{Page: page, StartPos: start})
		if err != nil || next.Link == nil || next.NextStartPos == nil {
			return all
		}
		start = *next.NextStartPos
		action, err := instance.FPDFLink_GetAction(&requests.FPDFLink_GetAction{Link: *next.Link})
		if err != nil || action.Action == nil {
			continue
		}
		uri, err := instance.FPDFAction_GetURIPath(&requests.FPDFAction_GetURIPath{Document: at.ByIndex.Document, Action: *action.Action})
		if err != nil || uri.URIPath == nil {
			continue
		}
		rect, err := instance.FPDFLink_GetAnnotRect(&requests.FPDFLink_GetAnnotRect{Link: *next.Link})
		if err != nil || rect.Rect == nil {
			continue
		}
		r := rect.Rect
		all = append(all, area{*uri.URIPath, boxFrom(float64(r.Left), float64(r.Top), float64(r.Right), float64(r.Bottom), height)})
	}
	return all
}

// boxFrom is a box of PDFium, which counts from the page's foot.
func boxFrom(left, top, right, bottom, height float64) Box {
	return Box{min(left, right), height - max(top, bottom), max(left, right), height - min(top, bottom)}
}

// The size of a mark of a list, in points.
const minMark, maxMark = 1.2, 7.5

// marksOf are the boxes of small shapes that are about as wide as high.
func marksOf(instance pdfium.Pdfium, page requests.Page, height float64) (all []Box) {
	count, err := instance.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil
	}
	for i := range min(count.Count, maxShapes) {
		object, err := instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return all
		}
		kind, err := instance.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		b, err := instance.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject})
		if err != nil {
			continue
		}
		box := boxFrom(float64(b.Left), float64(b.Top), float64(b.Right), float64(b.Bottom), height)
		w, h := box.Right-box.Left, box.Bottom-box.Top
		if w >= minMark && h >= minMark && w <= maxMark && h <= maxMark && w < 1.6*h && h < 1.6*w {
			all = append(all, box)
		}
	}
	return all
}

// start starts PDFium if it does not run: without the cache, which only takes
// longer, where it cannot with it.
func (r *Reader) start() error {
	if r.pool != nil {
		return nil
	}
	if r.Cache != nil {
		if folder := r.Cache.Open(); folder != "" && r.startWith(folder) == nil {
			r.Cache.Seal()
			return nil
		}
	}
	return r.startWith("")
}

func (r *Reader) startWith(folder string) error {
	code, err := wasm()
	if err != nil {
		return fmt.Errorf("PDFium does not start: %w", err)
	}
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemory).WithCloseOnContextDone(true)
	if folder != "" {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			return err
		}
		r.code = cache
		config = config.WithCompilationCache(cache)
	}
	running, halt := context.WithCancel(context.Background())
	pool, err := webassembly.InitWithWASM(webassembly.Config{WASM: code, Context: running, MaxTotal: 1, MaxIdle: 1, RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
		Stdout: io.Discard, Stderr: io.Discard, RandomSource: zeros{}})
	if err != nil {
		halt()
		return fmt.Errorf("PDFium does not start: %w", errors.Join(err, r.close()))
	}
	r.pool, r.halt = pool, halt
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
	return r.close()
}

func (r *Reader) close() error {
	var err error
	if r.pool != nil {
		err = r.pool.Close()
		r.halt()
		r.pool, r.halt = nil, nil
	}
	if r.code != nil {
		err = errors.Join(err, r.code.Close(context.Background()))
		r.code = nil
	}
	return err
}
