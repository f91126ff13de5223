package office

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Bounds on XML.
const (
	maxDepth = 300
	maxNodes = 600_000
)

// Node is an element of XML, or text where it has no name. Prefixes of names are left out:
// no two elements that mean different things to us differ by these alone.
type Node struct {
	Name  string
	Attrs []xml.Attr
	Kids  []*Node
	Text  string
}

// Parse reads XML. It resolves no entities but XML's own, and refuses document types.
func Parse(ctx context.Context, data []byte) (*Node, error) {
	data = utf8Of(data)
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-16") {
			return r, nil // it is UTF-8 by now
		}
		return nil, fmt.Errorf("its characters are in %q, not in Unicode", charset)
	}
	top := &Node{}
	open := []*Node{top}
	for count := 0; ; count++ {
		if count&0xfff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if count > maxNodes {
			return nil, errTooLarge
		}
		parent := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if len(open) > maxDepth {
				return nil, errors.New("its elements are nested too deeply")
			}
			n := &Node{Name: t.Name.Local, Attrs: t.Attr}
			parent.Kids = append(parent.Kids, n)
			open = append(open, n)
		case xml.EndElement:
			if len(open) == 1 || parent.Name != t.Name.Local {
				return nil, errors.New("its elements don't end where they should")
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				parent.Kids = append(parent.Kids, &Node{Text: string(t)})
			}
		case xml.Directive:
			if bytes.HasPrefix(bytes.ToUpper(t), []byte("DOCTYPE")) {
				return nil, errors.New("it has a document type, which no such file needs")
			}
		}
	}
	if len(open) != 1 {
		return nil, errors.New("it ends in the middle")
	}
	for _, n := range top.Kids {
		if n.Name != "" {
			return n, nil
		}
	}
	return nil, errors.New("it is empty")
}

// utf8Of is XML in UTF-8, of UTF-16 with a byte order mark or UTF-8.
func utf8Of(data []byte) []byte {
	if len(data) < 2 || !(data[0] == 0xff && data[1] == 0xfe || data[0] == 0xfe && data[1] == 0xff) {
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	}
	low := 0
	if data[0] == 0xfe {
		low = 1
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i+low])|uint16(data[i+1-low])<<8)
	}
	return []byte(string(utf16.Decode(units)))
}

// Attr is the value of an attribute, "" if there is none.
func (n *Node) Attr(name string) string {
	v, _ := n.Lookup(name)
	return v
}

// Lookup is the value of an attribute, and whether there is one.
func (n *Node) Lookup(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// Number is the value of an attribute as a number, and whether it is one.
func (n *Node) Number(name string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(n.Attr(name)), 64)
	return v, err == nil && v > -1e9 && v < 1e9
}

// Kid is the first element of the name in a node, nil if there is none. It may be asked of
// no node.
func (n *Node) Kid(name string) *Node {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Each calls do for each element of a node.
func (n *Node) Each(do func(*Node)) {
	if n == nil {
		return
	}
	for _, k := range n.Kids {
		if k.Name != "" {
			do(k)
		}
	}
}

// Find is the first element of the name at any depth, nil if there is none.
func (n *Node) Find(name string) *Node {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
		if found := k.Find(name); found != nil {
			return found
		}
	}
	return nil
}

// Content is the text in a node.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.Content())
	}
	return b.String()
}
