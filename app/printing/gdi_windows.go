package printing

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/paint"
)

// Windows prints what is drawn, by whatever printer: most computers have no program that prints PDFs for others. So the
// display list is drawn once more, as outlines and not as a picture: sharp at any resolution, and small.

var (
	winspool           = windows.NewLazySystemDLL("winspool.drv")
	enumPrinters       = winspool.NewProc("EnumPrintersW")
	getDefaultPrinter  = winspool.NewProc("GetDefaultPrinterW")
	openPrinter        = winspool.NewProc("OpenPrinterW")
	closePrinter       = winspool.NewProc("ClosePrinter")
	documentProperties = winspool.NewProc("DocumentPropertiesW")

	gdi32            = windows.NewLazySystemDLL("gdi32.dll")
	createDC         = gdi32.NewProc("CreateDCW")
	deleteDC         = gdi32.NewProc("DeleteDC")
	getDeviceCaps    = gdi32.NewProc("GetDeviceCaps")
	startDoc         = gdi32.NewProc("StartDocW")
	startPage        = gdi32.NewProc("StartPage")
	endPage          = gdi32.NewProc("EndPage")
	endDoc           = gdi32.NewProc("EndDoc")
	abortDoc         = gdi32.NewProc("AbortDoc")
	beginPath        = gdi32.NewProc("BeginPath")
	endPath          = gdi32.NewProc("EndPath")
	fillPath         = gdi32.NewProc("FillPath")
	polyDraw         = gdi32.NewProc("PolyDraw")
	setPolyFillMode  = gdi32.NewProc("SetPolyFillMode")
	selectObject     = gdi32.NewProc("SelectObject")
	deleteObject     = gdi32.NewProc("DeleteObject")
	createSolidBrush = gdi32.NewProc("CreateSolidBrush")
	patBlt           = gdi32.NewProc("PatBlt")
	stretchDIBits    = gdi32.NewProc("StretchDIBits")
)

// Constants of winspool.h and wingdi.h.
const (
	printerEnumLocal       = 2
	printerEnumConnections = 4
	infoLevel              = 4 // PRINTER_INFO_4: names only, which takes no answer of the printers

	dmOutBuffer   = 2
	dmInBuffer    = 8
	dmOrientation = 0x1
	dmPaperSize   = 0x2
	dmCopies      = 0x100
	portrait      = 1
	paperLetter   = 1
	paperA4       = 9

	logPixelsX      = 88
	logPixelsY      = 90
	physicalOffsetX = 112
	physicalOffsetY = 113

	winding     = 2
	patCopy     = 0x00F00021
	srcCopy     = 0x00CC0020
	ptMoveTo    = 6
	ptLineTo    = 2
	ptBezierTo  = 4
	closeFigure = 1
)

// printerInfo is PRINTER_INFO_4W.
type printerInfo struct {
	name, server *uint16
	attributes   uint32
}

// Printers are the printers of this computer and those of others that it is connected to, the default one first.
func Printers(context.Context) ([]string, error) {
	const flags = printerEnumLocal | printerEnumConnections
	var size, count uint32
	enumPrinters.Call(flags, 0, infoLevel, 0, 0, uintptr(unsafe.Pointer(&size)), uintptr(unsafe.Pointer(&count)))
	if size == 0 {
		return nil, ErrNoPrinter
	}
	list := make([]printerInfo, int(size)/int(unsafe.Sizeof(printerInfo{}))+1) // texts stand behind the records
	ok, _, _ := enumPrinters.Call(flags, 0, infoLevel, uintptr(unsafe.Pointer(&list[0])), uintptr(size),
		uintptr(unsafe.Pointer(&size)), uintptr(unsafe.Pointer(&count)))
	if ok == 0 || count == 0 || int(count) > len(list) {
		return nil, ErrNoPrinter
	}
	var names []string
	for _, p := range list[:count] {
		names = append(names, windows.UTF16PtrToString(p.name))
	}
	return defaultFirst(names, defaultPrinter()), nil
}

func defaultPrinter() string {
	name := make([]uint16, 1024)
	size := uint32(len(name))
	if ok, _, _ := getDefaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); ok == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// Print draws pages on a printer and returns once the system has taken them. That takes as long as the user takes to
// answer a printer that asks for the name of a file, whatever the context says.
func Print(_ context.Context, pages Pages, o Options) error {
	if o.Printer == "" {
		o.Printer = defaultPrinter()
	}
	switch err := printOn(pages.Document, o); {
	case errors.Is(err, windows.ERROR_CANCELLED), errors.Is(err, windows.ERROR_PRINT_CANCELLED):
		return ErrCanceled
	case err != nil:
		return fmt.Errorf("%s: %w", tr.T("printing.the-printer-didnt-accept-the", "the printer {{.Printer}} didn't accept the pages", tr.With{"Printer": o.Printer}), err)
	}
	return nil
}

// docInfo is DOCINFOW.
type docInfo struct {
	size           int32
	name           *uint16
	output         *uint16
	dataType       *uint16
	fileOrSpooling uint32
}

func printOn(d *layout.Document, o Options) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	name, err := windows.UTF16PtrFromString(o.Printer)
	if err != nil {
		return err
	}
	settings, copies := settingsOf(name, d, max(1, o.Copies))
	driver, _ := windows.UTF16PtrFromString("WINSPOOL")
	var mode uintptr
	if settings != nil {
		mode = uintptr(unsafe.Pointer(&settings[0]))
	}
	dc, _, err := createDC.Call(uintptr(unsafe.Pointer(driver)), uintptr(unsafe.Pointer(name)), 0, mode)
	runtime.KeepAlive(settings)
	if dc == 0 {
		return err
	}
	defer deleteDC.Call(dc)
	info := docInfo{}
	info.size = int32(unsafe.Sizeof(info))
	info.name, _ = windows.UTF16PtrFromString(title())
	if job, _, err := startDoc.Call(dc, uintptr(unsafe.Pointer(&info))); int32(job) <= 0 {
		return err
	}
	p := newPlotter(dc)
	painter := paint.NewPainter(fonts.NewSet())
	for range copies {
		for page := range d.Pages {
			if ok, _, err := startPage.Call(dc); int32(ok) <= 0 {
				abortDoc.Call(dc)
				return err
			}
			setPolyFillMode.Call(dc, winding) // which a new page forgets
			painter.Draw(d, page, p)
			if ok, _, err := endPage.Call(dc); int32(ok) <= 0 {
				abortDoc.Call(dc)
				return err
			}
		}
	}
	if ok, _, err := endDoc.Call(dc); int32(ok) <= 0 {
		return err
	}
	return nil
}

// deviceMode is the beginning of DEVMODEW, as far as it is used for printers. What the driver keeps for itself follows.
type deviceMode struct {
	deviceName                                                [32]uint16
	specVersion, driverVersion, size, driverExtra             uint16
	fields                                                    uint32
	orientation, paperSize, paperLength, paperWidth           int16
	scale, copies, defaultSource, printQuality, color, duplex int16
}

// settingsOf are the user's settings of a printer, with the paper of the document and the number of copies. The printer
// may not count copies itself: then so many are to be sent. Without an answer of the driver there are none.
func settingsOf(name *uint16, d *layout.Document, copies int) (settings []uint64, toSend int) {
	var printer uintptr
	if ok, _, _ := openPrinter.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&printer)), 0); ok == 0 {
		return nil, copies
	}
	defer closePrinter.Call(printer)
	size, _, _ := documentProperties.Call(0, printer, uintptr(unsafe.Pointer(name)), 0, 0, 0)
	if int32(size) < int32(unsafe.Sizeof(deviceMode{})) {
		return nil, copies
	}
	settings = make([]uint64, size/8+1)
	at := uintptr(unsafe.Pointer(&settings[0]))
	if ok, _, _ := documentProperties.Call(0, printer, uintptr(unsafe.Pointer(name)), at, 0, dmOutBuffer); int32(ok) < 0 {
		return nil, copies
	}
	mode := (*deviceMode)(unsafe.Pointer(&settings[0]))
	toSend = copies
	if mode.fields&dmCopies != 0 && mode.copies > 0 && copies < 1<<15 {
		mode.copies, toSend = int16(copies), 1
	}
	mode.fields |= dmOrientation | dmPaperSize
	mode.orientation, mode.paperSize = portrait, paperOf(d)
	if ok, _, _ := documentProperties.Call(0, printer, uintptr(unsafe.Pointer(name)), at, at, dmInBuffer|dmOutBuffer); int32(ok) < 0 {
		return nil, copies
	}
	if toSend == 1 && int(mode.copies) != copies { // the driver has put it right
		mode.copies, toSend = 1, copies
	}
	return settings, toSend
}

func paperOf(d *layout.Document) int16 {
	if len(d.Pages) > 0 && d.Pages[0].Width > 600 { // points: A4 is 595 wide, Letter 612
		return paperLetter
	}
	return paperA4
}

// plotter draws shapes on a device.
type plotter struct {
	dc        uintptr
	scaleX    float64 // dots a point
	scaleY    float64
	left, top float64 // where the page's corner is, in dots from that of what can be printed on
	points    []point
	kinds     []byte
}

// point is POINT.
type point struct{ x, y int32 }

func newPlotter(dc uintptr) *plotter {
	get := func(what uintptr) float64 {
		v, _, _ := getDeviceCaps.Call(dc, what)
		return float64(int32(v))
	}
	return &plotter{dc: dc, scaleX: get(logPixelsX) / 72, scaleY: get(logPixelsY) / 72, left: -get(physicalOffsetX), top: -get(physicalOffsetY)}
}

func (p *plotter) at(x, y float64) point {
	return point{int32(math.Floor(x*p.scaleX + p.left + 0.5)), int32(math.Floor(y*p.scaleY + p.top + 0.5))}
}

// with does something with a brush of a color.
func (p *plotter) with(c design.Color, do func()) {
	brush, _, _ := createSolidBrush.Call(uintptr(c.R) | uintptr(c.G)<<8 | uintptr(c.B)<<16)
	before, _, _ := selectObject.Call(p.dc, brush)
	do()
	selectObject.Call(p.dc, before)
	deleteObject.Call(brush)
}

// Fill implements [paint.Shapes].
func (p *plotter) Fill(outline []paint.Stroke, c design.Color) {
	p.points, p.kinds = p.points[:0], p.kinds[:0]
	for _, s := range outline {
		switch s.Kind {
		case paint.Move:
			p.closeContour()
			p.add(ptMoveTo, s.Points[0])
		case paint.Line:
			p.add(ptLineTo, s.Points[0])
		case paint.Curve:
			p.add(ptBezierTo, s.Points[:]...)
		}
	}
	p.closeContour()
	if len(p.points) == 0 {
		return
	}
	p.with(c, func() {
		beginPath.Call(p.dc)
		polyDraw.Call(p.dc, uintptr(unsafe.Pointer(&p.points[0])), uintptr(unsafe.Pointer(&p.kinds[0])), uintptr(len(p.points)))
		endPath.Call(p.dc)
		fillPath.Call(p.dc)
	})
}

func (p *plotter) add(kind byte, points ...paint.Point) {
	for _, q := range points {
		p.points = append(p.points, p.at(q.X, q.Y))
		p.kinds = append(p.kinds, kind)
	}
}

func (p *plotter) closeContour() {
	if n := len(p.kinds); n > 0 && p.kinds[n-1] != ptMoveTo {
		p.kinds[n-1] |= closeFigure
	}
}

// Rect implements [paint.Shapes].
func (p *plotter) Rect(r layout.Rect, c design.Color) {
	from, to := p.at(r.X, r.Y), p.at(r.X+r.W, r.Y+r.H)
	p.with(c, func() {
		patBlt.Call(p.dc, uintptr(from.x), uintptr(from.y), uintptr(max(1, to.x-from.x)), uintptr(max(1, to.y-from.y)), patCopy)
	})
}

// bitmapInfo is BITMAPINFOHEADER.
type bitmapInfo struct {
	size                   uint32
	width, height          int32
	planes, bits           uint16
	compression, imageSize uint32
	xPerMeter, yPerMeter   int32
	colors, important      uint32
}

// Image implements [paint.Shapes]. Printers know no transparency: what can be seen through is white.
func (p *plotter) Image(img image.Image, r layout.Rect) {
	b := img.Bounds()
	if b.Empty() {
		return
	}
	pix := opaque(img)
	from, to := p.at(r.X, r.Y), p.at(r.X+r.W, r.Y+r.H)
	info := bitmapInfo{width: int32(b.Dx()), height: -int32(b.Dy()), planes: 1, bits: 32} // a negative height: from the top
	info.size = uint32(unsafe.Sizeof(info))
	stretchDIBits.Call(p.dc, uintptr(from.x), uintptr(from.y), uintptr(to.x-from.x), uintptr(to.y-from.y), 0, 0, uintptr(b.Dx()), uintptr(b.Dy()),
		uintptr(unsafe.Pointer(&pix[0])), uintptr(unsafe.Pointer(&info)), 0, srcCopy)
}
