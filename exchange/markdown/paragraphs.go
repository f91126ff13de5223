package markdown

import "resumax/exchange/structure"

// Is reports whether a file is text with marks of Markdown.
func Is(data []byte) bool { return sniff(data) }

// Paragraphs are the paragraphs of any text in Markdown, a resume or not. Headings of
// all levels have theirs.
func Paragraphs(text string) (all []structure.Paragraph) {
	blocks, references := parse(text)
	for _, b := range blocks {
		for _, p := range paragraphs([]block{b}, references) {
			p.Heading = b.heading
			all = append(all, p)
		}
	}
	return all
}
