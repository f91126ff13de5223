// Package layout sets an outline on pages.
//
// Its result is a display list: for every page the runs of glyphs, rules,
// pictures and links on it, each with its place in points from the page's top
// left corner, the address of the content it shows and its meaning. Whoever
// paints a page, on screen or into a file, paints that list and nothing else,
// so that all of them agree to the last glyph.
//
// The way there: the words of a paragraph are shaped, broken into lines so that
// the paragraph as a whole has the least uneven ends (Knuth and Plass, "Breaking
// Paragraphs into Lines", 1981), and the lines, as rows, are filled into pages
// under rules on what may not be parted.
//
// A design may have a second, narrow column. It stands on the first page alone
// and is read before the wide one, so that what takes the text from the file,
// page by page, finds no column parted: a section that does not fit into it, by
// its length or its longest word, stands in the wide one instead.
package layout
