package resume

import (
	"strconv"
	"strings"
)

// Address names one piece of content in a document: a JSON Pointer (RFC 6901)
// such as "/work/0/highlights/2". The empty address is the whole document.
type Address string

// Common addresses.
const (
	Root     Address = ""
	Basics   Address = "/basics"
	Summary  Address = "/basics/summary"
	Location Address = "/basics/location"
	Profiles Address = "/basics/profiles"
	Settings Address = "/meta/resumax"
)

var (
	escaper   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaper = strings.NewReplacer("~1", "/", "~0", "~")
)

// Child is the address of the member name of the object at a.
func (a Address) Child(name string) Address {
	if strings.ContainsAny(name, "~/") {
		name = escaper.Replace(name)
	}
	return a + "/" + Address(name)
}

// Item is the address of the item i, counted from 0, of the array at a.
func (a Address) Item(i int) Address {
	return a + "/" + Address(strconv.Itoa(i))
}

// Tokens are the address's parts, unescaped, from the root down.
func (a Address) Tokens() []string {
	if a == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(string(a), "/"), "/")
	for i, p := range parts {
		parts[i] = withoutEscapes(p)
	}
	return parts
}

// Parent is the address of what holds a, and the root for the root.
func (a Address) Parent() Address {
	return a[:max(0, strings.LastIndexByte(string(a), '/'))]
}

// Last is the address's last part, unescaped: a member's name or an index.
func (a Address) Last() string {
	return withoutEscapes(string(a[strings.LastIndexByte(string(a), '/')+1:]))
}

// withoutEscapes is a part of an address as the name that it stands for.
func withoutEscapes(part string) string {
	if strings.IndexByte(part, '~') < 0 {
		return part // as nearly all are
	}
	return unescaper.Replace(part)
}

// Index is the last part as an array index, or -1 if it is none.
func (a Address) Index() int { return arrayIndex(a.Last()) }

// Within reports whether a is b or lies below it.
func (a Address) Within(b Address) bool {
	return a == b || strings.HasPrefix(string(a), string(b)+"/")
}

// Section is the address of the section that holds a: "/basics/summary" for the
// summary, else the first part.
func (a Address) Section() Address {
	if a.Within(Summary) {
		return Summary
	}
	if i := strings.IndexByte(strings.TrimPrefix(string(a), "/"), '/'); i >= 0 {
		return a[:i+1]
	}
	return a
}

// Moved is where content at a is found after the item from of the array list
// was moved to the place to.
func (a Address) Moved(list Address, from, to int) Address {
	return a.reindexed(list, func(i int) int { return movedIndex(i, from, to) })
}

// movedIndex is where the item i is after the item from was moved to the place to.
func movedIndex(i, from, to int) int {
	switch {
	case i == from:
		return to
	case from < i && i <= to:
		return i - 1
	case to <= i && i < from:
		return i + 1
	}
	return i
}

// reindexed rewrites the index that follows list in a.
func (a Address) reindexed(list Address, f func(int) int) Address {
	if a == list || !a.Within(list) {
		return a
	}
	rest := string(a[len(list)+1:])
	head, tail, _ := strings.Cut(rest, "/")
	i := arrayIndex(head)
	if i < 0 {
		return a
	}
	moved := list.Item(f(i))
	if len(rest) > len(head) {
		moved += "/" + Address(tail)
	}
	return moved
}

// arrayIndex reads an array index as RFC 6901 spells it: no sign, no leading
// zeros. It is -1 for anything else.
func arrayIndex(s string) int {
	if s == "" || len(s) > 9 || len(s) > 1 && s[0] == '0' {
		return -1
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
	}
	n, _ := strconv.Atoi(s)
	return n
}
