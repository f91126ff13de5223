package packed

import (
	"encoding/binary"
	"errors"
	"maps"
	"reflect"
	"slices"
)

// Coder writes values one behind the other, or reads them again in the same order.
// One function that hands it pointers does both, so that what is read is what was
// written. What is read shares its memory with the file.
type Coder struct {
	Writing bool
	out     []byte
	in      string
	damaged bool
	texts   []string // space for lists of texts
}

// Write is what f hands to a coder.
func Write(f func(*Coder)) []byte {
	c := &Coder{Writing: true}
	f(c)
	return c.out
}

// ErrDamaged says that data are not as a coder has written them.
var ErrDamaged = errors.New("the packed data are damaged")

// Read sets what f hands to a coder to what was written with the same f.
func Read(data string, f func(*Coder)) error {
	c := &Coder{in: data}
	f(c)
	if c.damaged || c.in != "" {
		return ErrDamaged
	}
	return nil
}

// Rest is what is left to read.
func (c *Coder) Rest() string { return c.in }

// Take is the next n bytes.
func (c *Coder) Take(n int) string {
	if n < 0 || n > len(c.in) {
		c.damaged, c.in = true, ""
		return ""
	}
	taken := c.in[:n]
	c.in = c.in[n:]
	return taken
}

// Int codes a number that is not negative.
func Int[T ~int | ~int32 | ~int64 | ~uint8 | ~uint32](c *Coder, v *T) {
	if c.Writing {
		c.out = binary.AppendUvarint(c.out, uint64(*v))
		return
	}
	n := uint64(0)
	for shift := 0; ; shift += 7 {
		if c.in == "" || shift > 56 {
			c.damaged, c.in = true, ""
			return
		}
		b := c.in[0]
		c.in = c.in[1:]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			*v = T(n)
			return
		}
	}
}

// Text codes a text.
func Text[T ~string](c *Coder, v *T) {
	n := len(*v)
	Int(c, &n)
	if c.Writing {
		c.out = append(c.out, *v...)
		return
	}
	*v = T(c.Take(n))
}

// Flag codes a yes or no.
func (c *Coder) Flag(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	Int(c, &n)
	*v = n != 0
}

// List codes a list, each of whose items each codes. An empty list and none are
// the same.
func List[T any](c *Coder, v *[]T, each func(*T)) {
	n := len(*v)
	Int(c, &n)
	if !c.Writing {
		*v = nil
		if n > len(c.in) { // an item takes a byte at least
			c.damaged, c.in = true, ""
			return
		}
		if n > 0 {
			*v = make([]T, n)
		}
	}
	for i := range *v {
		each(&(*v)[i])
	}
}

// textSpace is for how many texts space is made at once, or fewer where texts of about
// textSize bytes would need no more.
const textSpace, textSize = 512, 8

// Texts codes a list of texts.
func (c *Coder) Texts(v *[]string) {
	n := len(*v)
	Int(c, &n)
	if !c.Writing {
		if n > len(c.in) {
			c.damaged, c.in = true, ""
			n = 0
		}
		if len(c.texts) < n {
			c.texts = make([]string, max(n, min(textSpace, len(c.in)/textSize)))
		}
		if *v = nil; n > 0 {
			*v, c.texts = c.texts[:n:n], c.texts[n:]
		}
	}
	for i := range *v {
		Text(c, &(*v)[i])
	}
}

// Map codes what is under names, in the order of the names.
func Map[V any](c *Coder, v *map[string]V, each func(*V)) {
	names := slices.Sorted(maps.Keys(*v))
	c.Texts(&names)
	values := make([]V, len(names))
	for i, name := range names {
		values[i] = (*v)[name]
		each(&values[i])
	}
	if c.Writing {
		return
	}
	*v = nil
	if len(names) > 0 {
		*v = make(map[string]V, len(names))
	}
	for i, name := range names {
		(*v)[name] = values[i]
	}
}

// Value codes what v points to, as a file of lists is decoded into: texts, lists and maps
// of values by name, and structs of these. It panics for other types.
func Value(c *Coder, v any) { c.value(reflect.ValueOf(v).Elem()) }

func (c *Coder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		Text(c, v.Addr().Interface().(*string))
	case reflect.Slice:
		if texts, ok := v.Addr().Interface().(*[]string); ok {
			c.Texts(texts)
			return
		}
		n := v.Len()
		if Int(c, &n); n > len(c.in) && !c.Writing {
			c.damaged, c.in, n = true, "", 0
		}
		if !c.Writing && n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range n {
			c.value(v.Index(i))
		}
	case reflect.Map:
		var names []string
		for _, name := range v.MapKeys() {
			names = append(names, name.String())
		}
		slices.Sort(names)
		if c.Texts(&names); !c.Writing && len(names) > 0 {
			v.Set(reflect.MakeMapWithSize(v.Type(), len(names)))
		}
		for _, name := range names {
			one := reflect.New(v.Type().Elem()).Elem()
			if c.Writing {
				one.Set(v.MapIndex(reflect.ValueOf(name)))
			}
			c.value(one)
			v.SetMapIndex(reflect.ValueOf(name), one)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			c.value(v.Field(i))
		}
	default:
		panic("packed: a value of type " + v.Type().String())
	}
}
