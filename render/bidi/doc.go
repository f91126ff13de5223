// Package bidi finds the visual order of text in which scripts that run from
// left to right and scripts that run from right to left stand together, by the
// Unicode Bidirectional Algorithm (UAX #9). It knows directions and levels
// only: what a line holds and where it ends is decided by whoever sets it.
//
// golang.org/x/text/unicode/bidi has the classes of characters, which this
// package uses, but gives out no levels, without which the lines of a broken
// paragraph cannot be put into order.
package bidi
