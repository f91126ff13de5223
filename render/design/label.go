package design

import "strings"

// labels are what the window calls settings, by their keys.
var labels = map[string]string{
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

// styleLabels are what it calls the styles of text, and settingsOfStyle their
// settings.
var (
	styleLabels = map[string]string{
		"body": "Body text", "name": "Name", "label": "Headline", "contact": "Contact", "heading": "Headings", "title": "Entry title",
		"organisation": "Organization", "place": "Location", "dates": "Dates", "group": "Skill group",
	}
	settingsOfStyle = map[string]string{
		"family": "font", "size": "size", "leading": "line spacing", "tracking": "letter spacing", "bold": "bold", "italic": "italic",
		"capitals": "all caps", "align": "alignment", "colour": "color",
	}
)

// Label names a setting by its key, alone on a line, and "" for one that there is
// not: "Space above headings" for space.heading.
func Label(key string) string {
	if name, ok := labels[key]; ok {
		return name
	}
	if part := strings.Split(key, "."); len(part) == 3 && part[0] == "style" && styleLabels[part[1]] != "" && settingsOfStyle[part[2]] != "" {
		return styleLabels[part[1]] + " " + settingsOfStyle[part[2]]
	}
	return ""
}
