package terms

import "strings"

// span is a stretch of text, in bytes.
type span struct{ start, end int }

// hosts are the last parts of host names that, followed by a path, make an
// address without its scheme: github.com/someone/python. The list is short on
// purpose: Node.js/React and Socket.io/Redis are no addresses.
var hosts = []string{".com/", ".org/", ".net/", ".io/", ".dev/", ".ai/", ".co/", ".app/", ".me/", ".edu/", ".gov/",
	".de/", ".fr/", ".eu/", ".uk/", ".in/", ".ca/", ".nl/", ".ch/", ".es/", ".it/", ".pl/", ".se/", ".us/", ".info/"}

// addresses finds the URLs and e-mail addresses of the folded text s, in order:
// what they hold is no evidence that someone knows a technology. isTerm tells
// names that look like hosts, such as socket.io, from hosts.
func addresses(s string, isTerm func(string) bool) []span {
	if strings.IndexByte(s, '@') < 0 && strings.IndexByte(s, '/') < 0 && !strings.Contains(s, "www.") && !strings.Contains(s, "mailto:") {
		return nil // every address has one of these
	}
	var found []span
	for start := 0; start < len(s); {
		length, maybe := wordEnd(s[start:])
		end := start + length
		if maybe && isAddress(s[start:end], isTerm) {
			found = append(found, span{start, end})
		}
		start = end + 1
	}
	return found
}

// The classes of bytes in the search for addresses.
const (
	outside = 1 + iota // ends an address: a blank, a bracket or a quote
	telling            // every address has one of these
)

var classes = func() (classes [256]uint8) {
	for _, c := range []byte(" \t\r\n,;()<>[]{}|\"'") {
		classes[c] = outside
	}
	for _, c := range []byte("@/.") {
		classes[c] = telling
	}
	return classes
}()

// wordEnd is the length of what is before the next blank, bracket or quote,
// and whether that may be an address.
func wordEnd(s string) (length int, maybe bool) {
	for i := range len(s) {
		switch classes[s[i]] {
		case outside:
			return i, maybe
		case telling:
			maybe = true
		}
	}
	return len(s), maybe
}

func isAddress(word string, isTerm func(string) bool) bool {
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.HasPrefix(word, "mailto:") {
		return true
	}
	if at := strings.IndexByte(word, '@'); at > 0 && strings.IndexByte(word[at:], '.') > 0 {
		return true
	}
	slash := strings.IndexByte(word, '/')
	if slash <= 0 || isTerm(word[:slash]) {
		return false
	}
	for _, h := range hosts {
		if strings.HasSuffix(word[:slash+1], h) {
			return true
		}
	}
	return false
}
