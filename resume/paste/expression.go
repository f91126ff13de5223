package paste

import (
	"regexp"
	"sync"
)

// expression compiles a regular expression when it is asked for the first time: most
// commands use few.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
