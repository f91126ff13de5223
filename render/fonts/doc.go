// Package fonts loads the typefaces that pages are set in and shapes text with
// them.
//
// A [Face] is one font, parsed once in a process and only when something is set
// in it. A [Set] shapes text with faces: it turns characters into positioned
// glyphs with HarfBuzz, kerned, in Latin letters and those like them with
// ligatures off, so that every glyph stands for a character of its own and a
// reader of the page's text finds the words that were typed. Where a face lacks a
// character the set takes it from another family that ships with the program, or
// from a [Library] of system fonts, which it is handed; what no face has
// stays visible as the face's character for a missing character, and is reported.
package fonts
