// Package paste cleans text that comes from the clipboard, as word processors,
// PDF readers, mail programs and web pages put it there as plain text.
//
// What a list's items begin with goes: bullets, numbers and letters of any kind, the
// characters that symbol fonts leave behind ("o", "§", "Ø" before a tab). So do tabs,
// soft breaks, invisible characters and the line breaks of a PDF's lines. What only looks
// like one of these stays: "1. FC Köln", "- 5 °C", "C. elegans", "2019 revenue". No
// letter or digit of the content is ever lost, and cleaning what is clean changes
// nothing; a property test checks both.
package paste
