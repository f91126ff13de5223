package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// readFrequencies reads a list of wordfreq: a MessagePack array whose element i, after
// a head, is the words of which one in 10^(i/100) of running text is. It returns how
// rare a word is, in hundredths of a power of ten.
func readFrequencies(file string) (map[string]int, error) {
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(unzipped)
	if err != nil {
		return nil, err
	}
	p := &reader{data: data}
	n := p.length()
	p.skip() // the head
	rare := map[string]int{}
	for i := range n - 1 {
		for range p.length() {
			rare[string(p.text())] = i
		}
	}
	if p.err != nil || len(p.data) > 0 {
		return nil, fmt.Errorf("%s: %d bytes left, %w", file, len(p.data), p.err)
	}
	return rare, nil
}

// reader is MessagePack that is read from its beginning: arrays, maps, texts and
// small numbers.
type reader struct {
	data []byte
	err  error
}

func (p *reader) take(n int) []byte {
	if n > len(p.data) {
		p.err = io.ErrUnexpectedEOF
		p.data = nil
		return make([]byte, n)
	}
	b := p.data[:n]
	p.data = p.data[n:]
	return b
}

// length is that of the array, map or text that begins here.
func (p *reader) length() int {
	switch b := p.take(1)[0]; {
	case b>>4 == 8 || b>>4 == 9:
		return int(b & 0xF)
	case b>>5 == 5:
		return int(b & 0x1F)
	case b == 0xD9:
		return int(p.take(1)[0])
	case b == 0xDC || b == 0xDA:
		return int(binary.BigEndian.Uint16(p.take(2)))
	case b == 0xDD:
		return int(binary.BigEndian.Uint32(p.take(4)))
	default:
		p.err = fmt.Errorf("byte %#x is of no known kind", b)
		return 0
	}
}

func (p *reader) text() []byte { return p.take(p.length()) }

// skip passes a map of texts and of texts or small numbers.
func (p *reader) skip() {
	for range p.length() {
		p.text()
		if p.data[0] < 0x80 {
			p.take(1)
		} else {
			p.text()
		}
	}
}
