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
	if strings.IndexByte(s, '@') < 0 && strings.IndexByte(s, '/') < 0 && !strings.Contains(s, "www.") {
		return nil
	}
	var found []span
	for start := 0; start < len(s); {
		end := start + wordEnd(s[start:])
		if isAddress(s[start:end], isTerm) {
			found = append(found, span{start, end})
		}
		start = end + 1
	}
	return found
}

// wordEnd is the length of what stands before the next blank, bracket or quote.
func wordEnd(s string) int {
	if n := strings.IndexAny(s, " \t\r\n,;()<>[]{}|\"'"); n >= 0 {
		return n
	}
	return len(s)
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
