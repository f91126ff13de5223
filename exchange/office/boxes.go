package office

import "strings"

// TextOf is what blocks say, a line for each paragraph and cell.
func TextOf(blocks []Block) string {
	var texts []string
	for _, b := range blocks {
		if b.Para != nil {
			texts = append(texts, b.Para.Text())
		}
		if b.Table != nil {
			for _, row := range b.Table.Rows {
				for _, c := range row {
					texts = append(texts, TextOf(c))
				}
			}
		}
	}
	return strings.Join(texts, "\n")
}

// CapitalsLevel is the level of short lines that are set in capitals by their looks.
const CapitalsLevel = 9

// IsShortLine reports whether a text may be a heading.
func IsShortLine(text string) bool {
	const mostWords = 7
	return len(strings.Fields(text)) <= mostWords && !strings.ContainsAny(strings.TrimSpace(text), "\t\n0123456789@")
}

// PlaceBoxes puts the text boxes of a paragraph where they are read: one of a single
// paragraph, such as a heading, in its place; one that comes before all text, as a column
// with which the text does not go on; others behind all text, in aside.
func PlaceBoxes(blocks, aside []Block, boxes [][]Block) (placed, behind []Block) {
	for _, box := range boxes {
		if strings.TrimSpace(TextOf(box)) == "" {
			continue
		}
		if len(box) == 1 || strings.TrimSpace(TextOf(blocks)) == "" {
			blocks = append(blocks, box...)
			if len(box) > 1 {
				blocks = append(blocks, Block{Para: &Para{Fresh: true}})
			}
			continue
		}
		if first := box[0].Para; first != nil {
			first.Fresh = true
		}
		aside = append(aside, box...)
	}
	return blocks, aside
}
