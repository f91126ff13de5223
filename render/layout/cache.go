package layout

import (
	"math"
	"strconv"
)

// cache keeps what it was given since the last turn but one, and what was asked
// for since the last: the rest is dropped.
type cache[K comparable, V any] struct{ now, before map[K]V }

// turn drops what was not asked for since the last turn.
func (c *cache[K, V]) turn() {
	c.before = c.now
	c.now = make(map[K]V, len(c.before))
}

func (c *cache[K, V]) get(key K) (V, bool) {
	if v, ok := c.now[key]; ok {
		return v, true
	}
	v, ok := c.before[key]
	if ok {
		c.now[key] = v
	}
	return v, ok
}

func (c *cache[K, V]) put(key K, v V) { c.now[key] = v }

// paragraphKey tells apart all paragraphs that are set differently.
func paragraphKey(texts []styled, by breaking) string {
	size := 32
	for _, s := range texts {
		size += len(s.text) + len(s.font.family.Name) + 32
	}
	key := make([]byte, 0, size)
	number := func(v float64) {
		key = strconv.AppendUint(key, math.Float64bits(v), 36)
		key = append(key, 0)
	}
	number(by.measure)
	number(by.rag)
	key = strconv.AppendInt(key, int64(by.looseness), 10)
	for _, on := range []bool{by.justified, by.hyphenate, by.hang} {
		key = strconv.AppendBool(key, on)
	}
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
