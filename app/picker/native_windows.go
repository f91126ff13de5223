package picker

import (
	"errors"
	"fmt"
	"runtime"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"

	"resumax/app/tr"
)

var (
	comdlg32             = windows.NewLazySystemDLL("comdlg32.dll")
	getOpenFileName      = comdlg32.NewProc("GetOpenFileNameW")
	getSaveFileName      = comdlg32.NewProc("GetSaveFileNameW")
	commDlgExtendedError = comdlg32.NewProc("CommDlgExtendedError")
)

// openFileName is OPENFILENAMEW on a system of 64 bits. What is not used is not named.
type openFileName struct {
	size       uint32
	owner      uintptr
	_          uintptr // instance
	filter     *uint16
	_          [2]uint64 // custom filter
	file       *uint16
	fileMax    uint32
	_          [2]uint64 // file title
	initialDir *uint16
	title      *uint16
	flags      uint32
	_          [2]uint16 // offsets in the file
	defExt     *uint16
	_          [4]uintptr // hook and template
	_          [2]uint32  // more flags
}

// Flags of dialogs.
const (
	overwritePrompt = 0x2
	hideReadOnly    = 0x4
	noChangeDir     = 0x8
	pathMustExist   = 0x800
	fileMustExist   = 0x1000
	explorer        = 0x80000
)

// invalidFileName is FNERR_INVALIDFILENAME: the suggested name is none that Windows takes.
const invalidFileName = 0x3002

// pathUnits is the length of the longest path, in units of UTF-16.
const pathUnits = 1 << 15

// handleOf is the window as the system knows it.
func handleOf(w fyne.Window) (handle uintptr) {
	if n, ok := w.(driver.NativeWindow); ok {
		n.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				handle = c.HWND
			}
		})
	}
	return handle
}

// choose shows the system's dialog over the owner, which takes no input meanwhile, and returns the path that was chosen,
// "" for none.
func choose(r Request, save bool, owner uintptr) (string, error) {
	runtime.LockOSThread() // the dialog's windows belong to a thread
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	path, code := ask(r, save, owner)
	if code == invalidFileName {
		r.Name = ""
		path, code = ask(r, save, owner)
	}
	if code != 0 {
		return "", errors.New(tr.T("picker.no-system-dialog", "the system's file dialog could not be shown (error {{.Code}}): try again", tr.With{"Code": fmt.Sprintf("%#x", code)}))
	}
	return path, nil
}

func ask(r Request, save bool, owner uintptr) (path string, code uintptr) {
	name := make([]uint16, pathUnits)
	if start := utf16.Encode([]rune(r.Name)); len(start) < len(name) {
		copy(name, start)
	}
	filter := utf16.Encode([]rune(filterList(r.Filters, save)))
	d := openFileName{owner: owner, filter: &filter[0], file: &name[0], fileMax: uint32(len(name)),
		initialDir: text(r.Folder), title: text(r.Title), flags: explorer | hideReadOnly | noChangeDir | pathMustExist}
	d.size = uint32(unsafe.Sizeof(d))
	show := getOpenFileName
	if save {
		show = getSaveFileName
		d.flags |= overwritePrompt
		d.defExt = text(addedExtension(r.Filters))
	} else {
		d.flags |= fileMustExist
	}
	if ok, _, _ := show.Call(uintptr(unsafe.Pointer(&d))); ok == 0 {
		code, _, _ := commDlgExtendedError.Call() // 0 for canceled
		return "", code
	}
	return windows.UTF16ToString(name), 0
}

// text is a text for the system, nil for an empty one or one that it has no form for.
func text(s string) *uint16 {
	if s == "" {
		return nil
	}
	p, err := windows.UTF16PtrFromString(s)
	if err != nil {
		return nil
	}
	return p
}
