// Package hyphen finds where words may be broken, language by language, with
// Liang's method ("Word Hy-phen-a-tion by Com-put-er", 1983) and the patterns
// that TeX has for it.
//
// A pattern is a few letters with digits between them; a dot is a word's end. All
// patterns that are part of a word are laid over it, and between two letters the
// greatest digit counts: an odd one allows a break there, an even one forbids it.
package hyphen
