// Package design reads designs: how a resume's page looks, as data.
//
// A design is a TOML file of measures, colors and styles. It is read
// strictly: a key that means nothing, a family that does not ship and a
// measure outside its range are errors that name the file and the line, since
// a knob that silently does nothing is worse than none.
package design
