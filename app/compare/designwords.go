package compare

import "strings"

// designWords are what the mode Design calls the settings of a design, by their
// keys.
var designWords = map[string]string{
	"page.top": "Top margin", "page.bottom": "Bottom margin", "page.left": "Left margin", "page.right": "Right margin",
	"scale.text": "Text size", "scale.leading": "Line spacing", "scale.space": "Overall spacing",
	"colours.text": "Text color", "colours.muted": "Secondary text color", "colours.accent": "Accent color",
	"colours.rule": "Line color", "colours.tint": "Sidebar background color",
	"space.heading": "Space above headings", "space.section": "Space below headings", "space.rule": "Heading line gap",
	"space.entry": "Space between entries", "space.position": "Space between positions", "space.record": "Space between short entries",
	"space.paragraph": "Space between paragraphs", "space.bullet": "Space between bullets", "space.group": "Space between skill groups",
	"space.contact": "Space above contact", "space.column": "Gap before dates",
	"rule.thickness": "Line thickness", "rule.place": "Heading line",
	"bullet.sign": "Bullet character", "bullet.indent": "Bullet indent", "bullet.offset": "Bullet offset",
	"contact.separator": "Separator",
	"paragraph.rag":     "Ragged edge limit", "paragraph.hyphenate": "Hyphenation", "paragraph.hang": "Hanging punctuation", "paragraph.looseness": "Looseness",
	"photo.height": "Photo height", "photo.gap": "Photo gap", "photo.hidden": "Photo hidden",
	"dates.place": "Date position", "dates.format": "Date format",
	"timeline.indent": "Timeline indent", "timeline.thickness": "Timeline thickness", "timeline.mark": "Timeline dot size",
	"columns.width": "Sidebar width", "columns.gap": "Column gap", "columns.sections": "Sidebar sections", "columns.tinted": "Sidebar background",
	"fit.space": "Minimum spacing", "fit.size": "Minimum text size", "fit.leading": "Minimum line spacing", "fit.margin": "Minimum margins",
}

// styleWords are what it calls the styles of text, and their settings.
var (
	styleWords = map[string]string{
		"body": "Body text", "name": "Name", "label": "Headline", "contact": "Contact", "heading": "Headings", "title": "Entry title",
		"organisation": "Organization", "place": "Location", "dates": "Dates", "group": "Skill group",
	}
	styleSettings = map[string]string{
		"family": "font", "size": "size", "leading": "line spacing", "tracking": "letter spacing", "bold": "bold", "italic": "italic",
		"capitals": "all caps", "align": "alignment", "colour": "color",
	}
)

// designWord names a setting of a design by its key. One that this version does not
// know is named by what it is called in files.
func designWord(key []string) string {
	if name, ok := designWords[strings.Join(key, ".")]; ok {
		return name
	}
	if len(key) == 3 && key[0] == "style" && styleWords[key[1]] != "" && styleSettings[key[2]] != "" {
		return styleWords[key[1]] + " " + styleSettings[key[2]]
	}
	return humanized(strings.Join(key, "."))
}
