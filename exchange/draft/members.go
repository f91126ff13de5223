package draft

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// Members are the names of an object's members in JSON and of those inside them, by
// which formats are told apart: "basics", "sections", "sections.work".
type Members map[string]bool

// memberDepth is how deep names are looked at.
const memberDepth = 3

// memberLimit bounds how many names are noted.
const memberLimit = 4096

// MembersOf are the names in a file; nil of what is no object in JSON. What follows a
// fault is not looked at.
func MembersOf(data []byte) Members {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("{")) {
		return nil
	}
	d := jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	all := Members{}
	all.object(d, "", 1)
	return all
}

// object notes the names of the object that comes next. It reports false at a fault.
func (m Members) object(d *jsontext.Decoder, prefix string, depth int) bool {
	if _, err := d.ReadToken(); err != nil {
		return false
	}
	for d.PeekKind() != '}' {
		t, err := d.ReadToken()
		if err != nil || len(m) >= memberLimit {
			return false
		}
		name := prefix + t.String()
		m[name] = true
		switch kind := d.PeekKind(); {
		case kind == '{' && depth < memberDepth:
			m[name+"{"] = true
			if !m.object(d, name+".", depth+1) {
				return false
			}
		default:
			if kind == '[' {
				m[name+"["] = true
			}
			if d.SkipValue() != nil {
				return false
			}
		}
	}
	_, err := d.ReadToken()
	return err == nil
}

// Object reports whether a member is an object.
func (m Members) Object(name string) bool { return m[name+"{"] }

// Any reports whether one of the members is there.
func (m Members) Any(names ...string) bool {
	for _, n := range names {
		if m[n] {
			return true
		}
	}
	return false
}
