package office

import "strings"

// HyperlinkField is where a field of Word leads: its code is HYPERLINK "address" and maybe
// switches. It is "" for other fields and for places in the document.
func HyperlinkField(code string) string {
	rest, ok := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK")
	if !ok {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(rest, `\`) { // \l "place", \o "tip"
		return ""
	}
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		address, _, _ := strings.Cut(quoted, `"`)
		return strings.TrimSpace(address)
	}
	address, _, _ := strings.Cut(rest, " ")
	return address
}
