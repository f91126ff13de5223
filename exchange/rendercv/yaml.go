package rendercv

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"resumax/resume"
)

// What is read of YAML at most. A resume has some thousand values and five levels.
const (
	sizeLimit  = 4 << 20
	valueLimit = 100_000 // with what aliases stand for
	depthLimit = 60
)

// values reads the first document of a YAML file, and says whether there are more.
func values(data []byte, name string) (v resume.Value, more bool, err error) {
	if len(data) > sizeLimit {
		return v, false, fmt.Errorf("%s has more than %d MB, too much for a resume in YAML: it may be another kind of file", name, sizeLimit>>20)
	}
	if deep(data) {
		return v, false, fmt.Errorf("%s has values nested more than %d deep: it may be another kind of file", name, depthLimit)
	}
	defer func() {
		if fault := recover(); fault != nil { // of the parser, in what is no YAML
			v, err = resume.Value{}, fmt.Errorf("%s is not valid YAML. Fix it in a text editor, then open it again", name)
		}
	}()
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return v, false, fmt.Errorf("%s is not valid YAML: %s. Fix it in a text editor, then open it again", name, reason(err))
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return v, false, fmt.Errorf("%s is empty: there is no resume in it", name)
	}
	c := &converter{anchors: map[string]anchored{}}
	if v, err = c.value(file.Docs[0].Body, 0); err != nil {
		return resume.Value{}, false, fmt.Errorf("%s %w", name, err)
	}
	return v, slices.ContainsFunc(file.Docs[1:], func(d *ast.DocumentNode) bool { return d.Body != nil }), nil
}

// reason is the first line of a parser's error: "[3:7] mapping value is not allowed".
func reason(err error) string {
	first, _, _ := strings.Cut(err.Error(), "\n")
	return strings.TrimSpace(first)
}

// deep reports whether brackets or the beginnings of lists are nested beyond the limit,
// before the parser recurses into them.
func deep(data []byte) bool {
	open := 0
	for line := range strings.Lines(string(data)) {
		dashes := 0
		for _, r := range line {
			switch r {
			case '[', '{':
				if open++; open > 50*depthLimit {
					return true
				}
			case ']', '}':
				open = max(0, open-1)
			case '-', '?', ':':
				dashes++
			case ' ', '\n':
			default:
				if dashes > depthLimit && strings.Trim(line[:strings.IndexRune(line, r)], "-?: ") == "" {
					return true
				}
			}
		}
		if len(strings.TrimRight(line, "-?: \r\n\t")) == 0 && strings.Count(line, "- ")+strings.Count(line, "? ") > depthLimit {
			return true
		}
		if strings.Count(line, "- - ") > depthLimit || strings.Count(line, "[[") > depthLimit || strings.Count(line, "{{") > depthLimit {
			return true
		}
	}
	return false
}

// anchored is a value that aliases stand for, with how many values it is.
type anchored struct {
	value resume.Value
	size  int
}

type converter struct {
	anchors map[string]anchored
	count   int
}

var errTooMany = fmt.Errorf("has more than %d values, too many for a resume: it may be another kind of file", valueLimit)

func (c *converter) value(n ast.Node, depth int) (resume.Value, error) {
	if c.count++; c.count > valueLimit {
		return resume.Value{}, errTooMany
	}
	if depth > depthLimit {
		return resume.Value{}, fmt.Errorf("has values nested more than %d deep: it may be another kind of file", depthLimit)
	}
	switch n := n.(type) {
	case nil, *ast.NullNode:
		return resume.Value{}, nil
	case *ast.MappingNode:
		return c.mapping(n.Values, depth)
	case *ast.MappingValueNode:
		return c.mapping([]*ast.MappingValueNode{n}, depth)
	case *ast.SequenceNode:
		var items []resume.Value
		for _, e := range n.Values {
			v, err := c.value(e, depth+1)
			if err != nil {
				return v, err
			}
			items = append(items, v)
		}
		return resume.List(items...), nil
	case *ast.AnchorNode:
		before := c.count
		v, err := c.value(n.Value, depth+1)
		c.anchors[scalar(n.Name)] = anchored{v, c.count - before}
		return v, err
	case *ast.AliasNode:
		a, ok := c.anchors[scalar(n.Value)]
		if !ok {
			return resume.Value{}, errors.New("is not valid YAML: an alias stands for nothing. Fix it in a text editor, then open it again")
		}
		if c.count += a.size; c.count > valueLimit {
			return resume.Value{}, errTooMany
		}
		return a.value, nil
	case *ast.TagNode:
		return c.value(n.Value, depth+1)
	case *ast.BoolNode:
		return resume.Flag(n.Value), nil
	}
	text := scalar(n)
	switch n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		if number().MatchString(text) {
			return resume.Literal(text), nil
		}
	}
	return resume.Text(text), nil
}

// number are numbers that JSON has too.
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$`) })

func (c *converter) mapping(values []*ast.MappingValueNode, depth int) (resume.Value, error) {
	var members []resume.Member
	at := map[string]int{}
	put := func(name string, v resume.Value, over bool) {
		i, twice := at[name]
		switch {
		case !twice:
			at[name] = len(members)
			members = append(members, resume.Member{Name: name, Value: v})
		case over:
			members[i].Value = v
		}
	}
	for _, m := range values {
		v, err := c.value(m.Value, depth+1)
		if err != nil {
			return v, err
		}
		if _, merge := m.Key.(*ast.MergeKeyNode); merge {
			for _, source := range append([]resume.Value{v}, v.Items()...) {
				for _, k := range source.Members() {
					put(k.Name, k.Value, false)
				}
			}
			continue
		}
		put(scalar(m.Key), v, true)
	}
	return resume.Struct(members...), nil
}

// scalar is a scalar as it is written.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case nil:
		return ""
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		if n.Value == nil {
			return ""
		}
		return n.Value.Value
	case *ast.MappingKeyNode:
		return scalar(n.Value)
	}
	if t := n.GetToken(); t != nil {
		return t.Value
	}
	return ""
}
