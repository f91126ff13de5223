// Package outline turns a resume into what its page says, in the order in
// which it is read: blocks with a meaning, each made of parts, each part of
// spans of text that know the address they came from.
//
// It decides what is shown (hidden and empty things are not) and what belongs
// together (several positions at one employer), but not how anything looks.
// Every format is written from it: the page as well as plain text.
package outline
