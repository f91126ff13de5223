// Package pdf writes PDF files: objects, fonts, and what surrounds them. It
// knows the format (ISO 32000-1, PDF 1.7) and nothing of resumes; what stands on
// the pages is for its caller to write.
//
// A [File] takes objects in any order and gives the finished file, in which all
// that is no stream is packed into compressed object streams. A [Font] takes
// glyphs with the text each of them shows and becomes a font of just these,
// built anew from their outlines: so faces of any format give the same small
// TrueType font, and every code of a page's text has exactly one meaning.
//
// The same calls give the same bytes.
package pdf
