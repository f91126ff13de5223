package main

import (
	"errors"
	"strings"
)

// The licenses that are known, by a phrase that each alone has; of those whose
// phrases both stand in a text the first. None asks for more than its notice.
var licenses = []struct{ id, phrase string }{
	{"Apache-2.0", "apache license version 2.0"},
	{"OFL-1.1", "sil open font license"},
	{"CC-BY-4.0", "creative commons attribution 4.0"},
	{"Bitstream-Vera", "bitstream vera"},
	{"BSD-3-Clause", "neither the name"},
	{"BSD-3-Clause", "may not be used to endorse or promote"},
	{"BSD-2-Clause", "redistribution and use in source and binary forms"},
	{"MIT", "permission is hereby granted, free of charge"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose"},
	{"Zlib", "altered source versions must be plainly marked"},
}

// What a program under the MIT license cannot be linked with so simply.
var refused = []string{"general public license", "mozilla public license", "sharealike", "noncommercial"}

// classify says which license a text is, as SPDX names it.
func classify(text string) (string, error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	text = strings.ReplaceAll(text, "license, version", "license version")
	for _, r := range refused {
		if strings.Contains(text, r) {
			return "", errors.New("speaks of the " + r + ": read it before it ships")
		}
	}
	for _, l := range licenses {
		if strings.Contains(text, l.phrase) {
			return l.id, nil
		}
	}
	return "", errors.New("is a license that tools/notices/licenses.go does not know: read it, and add it there")
}
