package office

import (
	"resumax/render/layout"
	"resumax/render/outline"
)

// letterStyles are the names of the styles of a letter's parts. All but those of the
// addressee, the subject and the enclosures are word processors' own.
var letterStyles = map[outline.Kind]string{
	outline.Day: "Date", outline.Addressee: "Inside Address", outline.Subject: "Subject Line", outline.Salutation: "Salutation",
	outline.Passage: "Body Text", outline.Closing: "Closing", outline.Signature: "Signature", outline.Enclosures: "Enclosures",
}

// letterPart appends the paragraph of a part of a letter.
func (c *composer) letterPart(b outline.Block, before outline.Kind) {
	name := letterStyles[b.Kind]
	over := layout.OverPart(b.Kind, before) * c.d.Space.Paragraph
	if c.known[name] == nil {
		s := Style{Name: name, Based: c.known[textStyle], Look: &c.d.Style.Body, Before: over, KeepNext: b.Kind == outline.Salutation || b.Kind == outline.Closing}
		if b.Aside && b.Kind != outline.Day {
			s.Left = layout.AsideFrom * c.text.Width()
		}
		made := c.make(s)
		if b.Aside && b.Kind == outline.Day {
			made.Align = "right"
		}
		if b.Kind != outline.Passage && made.Align == "justify" {
			made.Align = ""
		}
	}
	c.add(name, over, "", c.body(b))
}

// ruleHead puts the rule of the design under the head of a letter, as the page has it.
func (c *composer) ruleHead() {
	if d := c.d; d.Rule.Thickness > 0 {
		s := c.known[contactStyle]
		s.Rule, s.RuleColor, s.RuleSpace = d.Rule.Thickness, d.Colors.Rule, layout.UnderHead*d.Space.Paragraph
	}
}

// isLetter reports whether blocks are those of a letter.
func isLetter(blocks []outline.Block) bool {
	for _, b := range blocks {
		if b.Kind.OfLetter() {
			return true
		}
	}
	return false
}
