// Package paint draws the pages of a layout, as a PDF and as pictures.
//
// Both draw the same display list and decide nothing themselves: what stands
// where is decided before.
package paint
