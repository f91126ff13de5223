package markdown

import (
	"resumax/exchange/taking"
	"resumax/resume"
)

func own(blocks []block) (resume.Document, taking.Record, bool) {
	return resume.Document{}, taking.Record{}, false
}
