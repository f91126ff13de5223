package europass

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"resumax/resume"
)

// What is read of a file at most.
const (
	nodeLimit  = 200_000
	depthLimit = 100
)

// node is an element of XML or a member of JSON: what both shapes have in common.
type node struct {
	name string // without its namespace
	text string
	kids []*node
	used bool // its text has a place in the resume, or is for programs
}

// nodesOfXML reads a file's elements. Entities but XML's own are refused, and what a
// document type declares is not read.
func nodesOfXML(data []byte, name string) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		switch strings.ToLower(charset) {
		case "iso-8859-1", "latin1", "windows-1252", "us-ascii":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		case "iso-8859-2":
			return charmap.ISO8859_2.NewDecoder().Reader(in), nil
		}
		return nil, fmt.Errorf("it is written in %s", charset)
	}
	root := &node{}
	open := []*node{root}
	texts := []*strings.Builder{{}} // of what is open: comments cut text into thousands of pieces
	for count := 0; ; count++ {
		t, err := d.Token()
		switch {
		case err == io.EOF && len(root.kids) > 0:
			return root.kids[0], nil
		case err == io.EOF:
			return nil, fmt.Errorf("%s is empty: there is no resume in it", name)
		case err != nil:
			return nil, fmt.Errorf("%s is damaged: %w. Download it from Europass again", name, err)
		case count > nodeLimit || len(open) > depthLimit:
			return nil, fmt.Errorf("%s has too many elements for a resume: it may be another kind of file", name)
		}
		in := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local}
			for _, a := range t.Attr {
				if a.Name.Space == "" && a.Name.Local != "xmlns" {
					n.kids = append(n.kids, &node{name: "@" + a.Name.Local, text: a.Value, used: true})
				}
			}
			in.kids = append(in.kids, n)
			open, texts = append(open, n), append(texts, &strings.Builder{})
		case xml.EndElement:
			in.text = strings.TrimSpace(texts[len(texts)-1].String())
			open, texts = open[:len(open)-1], texts[:len(texts)-1]
		case xml.CharData:
			texts[len(texts)-1].Write(t)
		}
	}
}

// nodeOfJSON makes nodes of a value: an array is several of its name.
func nodeOfJSON(name string, v resume.Value) *node {
	n := &node{name: name, text: v.Raw()}
	for _, m := range v.Members() {
		if m.Value.Kind() != resume.Array {
			n.kids = append(n.kids, nodeOfJSON(m.Name, m.Value))
			continue
		}
		for _, item := range m.Value.Items() {
			n.kids = append(n.kids, nodeOfJSON(m.Name, item))
		}
	}
	for _, item := range v.Items() { // a list in a list
		n.kids = append(n.kids, nodeOfJSON(name, item))
	}
	return n
}

// is reports whether a node has one of the names, in whatever case.
func (n *node) is(names ...string) bool {
	for _, name := range names {
		if strings.EqualFold(n.name, name) {
			return true
		}
	}
	return false
}

// one is the first child with one of the names; a node without anything where there is none.
func (n *node) one(names ...string) *node {
	for _, name := range names {
		for _, k := range n.kids {
			if k.is(name) {
				return k
			}
		}
	}
	return &node{}
}

// all are the children with one of the names, or those of a list that is called as they
// are: Website in WebsiteList.
func (n *node) all(names ...string) []*node {
	var found []*node
	for _, k := range n.kids {
		if k.is(names...) {
			found = append(found, k)
			continue
		}
		for _, name := range names {
			if k.is(name + "List") {
				for _, item := range k.kids {
					if !strings.HasPrefix(item.name, "@") {
						found = append(found, item)
					}
				}
			}
		}
	}
	return found
}

// at is the child at a path.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		n = n.one(name)
	}
	return n
}

// take is a node's text, which thereby has a place.
func (n *node) take() string {
	n.used = true
	return strings.TrimSpace(n.text)
}

// say is the text of the first of the children that says something.
func (n *node) say(names ...string) string {
	for _, name := range names {
		for _, k := range n.kids {
			if k.is(name) && k.text != "" {
				return k.take()
			}
		}
	}
	return ""
}

// label is what a value says that has a code and a label, or a text alone.
func (n *node) label() string {
	label := n.say("Label")
	if code := n.one("Code", "Uri"); label != "" {
		code.used = true
	} else if label = code.take(); label == "" {
		label = n.take()
	}
	return label
}

// skip notes that all of a node is for programs.
func (n *node) skip() {
	n.used = true
	for _, k := range n.kids {
		k.skip()
	}
}

// rest calls f with what has no place: the names that lead to it, and its text.
func (n *node) rest(path string, f func(path, text string)) {
	if path != "" {
		path += " › "
	}
	path += n.name
	if !n.used && strings.TrimSpace(n.text) != "" {
		f(path, strings.TrimSpace(n.text))
	}
	for _, k := range n.kids {
		k.rest(path, f)
	}
}
