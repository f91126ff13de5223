package photo

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// IsData reports whether an image's source is a data: URI, which holds the
// picture itself.
func IsData(source string) bool {
	const scheme = "data:"
	source = strings.TrimSpace(source)
	return len(source) >= len(scheme) && strings.EqualFold(source[:len(scheme)], scheme)
}

var errDamaged = errors.New("the photo's data: address is damaged")

// Data is the file within a data: URI (RFC 2397), of at most limit bytes.
func Data(source string, limit int) ([]byte, error) {
	head, data, ok := strings.Cut(strings.TrimSpace(source), ",")
	if !ok || !IsData(head) {
		return nil, errors.New("the photo is not in the resume: choose its file again")
	}
	if len(data) > 2*limit { // base64 takes a third more, and may have spaces
		return nil, fmt.Errorf("the photo's file is larger than %d MB", limit>>20)
	}
	text, err := url.PathUnescape(data)
	if err != nil {
		return nil, errDamaged
	}
	if !strings.HasSuffix(strings.ToLower(head), ";base64") {
		return []byte(text), nil
	}
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n=", r) {
			return -1
		}
		return r
	}, text)
	file, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return nil, errDamaged
	}
	return file, nil
}

// URI is a JPEG or PNG file as a data: URI.
func URI(file []byte) string {
	kind := "image/jpeg"
	if isPNG(file) {
		kind = "image/png"
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(file)
}
