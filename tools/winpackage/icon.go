package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"

	"golang.org/x/image/draw"
)

// iconSizes are the sizes in which Windows shows a program, in pixels.
var iconSizes = []int{16, 24, 32, 48, 64, 256}

// icon is a picture as an .ico with all sizes, each a PNG.
func icon(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	large, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var head, body bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			binary.Write(&head, binary.LittleEndian, v)
		}
	}
	put(uint16(0), uint16(1), uint16(len(iconSizes)))
	begins := 6 + 16*len(iconSizes)
	for _, size := range iconSizes {
		small := image.NewNRGBA(image.Rect(0, 0, size, size))
		draw.CatmullRom.Scale(small, small.Rect, large, large.Bounds(), draw.Src, nil)
		from := body.Len()
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&body, small); err != nil {
			return nil, err
		}
		side := uint8(size) // 256 is written as 0
		put(side, side, uint8(0), uint8(0), uint16(1), uint16(32), uint32(body.Len()-from), uint32(begins+from))
	}
	return append(head.Bytes(), body.Bytes()...), nil
}
