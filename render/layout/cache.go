package layout

import (
	"math"
	"strconv"
)

// cache keeps what the last two layouts used. What neither used is dropped, so
// that it stays as small as the document.
type cache[V any] struct{ now, before map[string]V }

// turn begins a layout.
func (c *cache[V]) turn() {
	c.before = c.now
	c.now = make(map[string]V, len(c.before))
}

func (c *cache[V]) get(key string) (V, bool) {
	if v, ok := c.now[key]; ok {
		return v, true
	}
	v, ok := c.before[key]
	if ok {
		c.now[key] = v
	}
	return v, ok
}

func (c *cache[V]) put(key string, v V) { c.now[key] = v }

// paragraphKey tells apart all paragraphs that are set differently.
func paragraphKey(texts []styled, measure, rag float64) string {
	size := 32
	for _, s := range texts {
		size += len(s.text) + len(s.font.family.Name) + 32
	}
	key := make([]byte, 0, size)
	number := func(v float64) {
		key = strconv.AppendUint(key, math.Float64bits(v), 36)
		key = append(key, 0)
	}
	number(measure)
	number(rag)
	for _, s := range texts {
		key = append(key, s.text...)
		key = append(key, 0)
		key = append(key, s.font.family.Name...)
		key = append(key, 0)
		number(s.font.size)
		number(s.font.tracking)
		key = strconv.AppendInt(key, int64(s.part), 10)
		key = strconv.AppendBool(key, s.font.bold)
		key = strconv.AppendBool(key, s.font.italic)
	}
	return string(key)
}
