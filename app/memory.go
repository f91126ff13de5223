package app

import (
	"runtime/debug"
	"runtime/metrics"
	"time"

	"resumax/exchange/pdftext"
	"resumax/render/fonts"
)

// settled is how long a start takes to read dictionaries, terms, roles and fonts, on a
// fast machine and on a slow one. Memory that was only needed for that is then returned to
// the system.
var settled = []time.Duration{3 * time.Second, 8 * time.Second}

// returnMemory returns unused memory to the system once the start is over.
func returnMemory() {
	for _, after := range settled {
		time.AfterFunc(after, giveBack)
	}
}

// giveBack returns memory to the system that nothing is in, and fonts that only pictures of other
// designs were made with.
func giveBack() {
	fonts.Release()
	debug.FreeOSMemory()
	unmapUnused()
}

// pdfReader reads PDFs. What that took is returned to the system when the reader is closed, some
// minutes after the last one.
type pdfReader struct{ *pdftext.Reader }

func (r pdfReader) Close() error {
	defer giveBack()
	return r.Reader.Close()
}

// allocated is how much has to be allocated since the last time before memory is returned
// again, in bytes: some seconds of typing.
const allocated = 8 << 20

// idler returns a function that returns unused memory to the system when the window has
// become idle, if anything worth it has been done since it did last.
func idler() func() {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	var last uint64
	return func() {
		metrics.Read(sample)
		if now := sample[0].Value.Uint64(); now-last > allocated {
			last = now
			giveBack()
		}
	}
}

// gcPercent is how much garbage there may be, in percent of the memory in use. Most
// of that are fonts and pictures, which stay, and a keystroke makes little garbage.
// So half of Go's default saves some ten megabytes and costs no noticeable time.
const gcPercent = 50
