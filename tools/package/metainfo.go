package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// releasesMark is the line of the metainfo that the releases take the place of.
const releasesMark = "<!-- releases -->"

// metainfo is what software centers show, with the releases of the changelog.
func (r release) metainfo() ([]byte, error) {
	text, err := r.read("packaging/linux/" + appID + ".metainfo.xml")
	if err != nil {
		return nil, err
	}
	changelog, err := r.read("CHANGELOG.md")
	if err != nil {
		return nil, err
	}
	list, err := r.releases(string(changelog))
	if err != nil {
		return nil, fmt.Errorf("CHANGELOG.md: %w", err)
	}
	if !bytes.Contains(text, []byte(releasesMark)) {
		return nil, fmt.Errorf("it lacks the line %s", releasesMark)
	}
	return bytes.Replace(text, []byte(releasesMark), []byte(list), 1), nil
}

var (
	heading = regexp.MustCompile(`(?m)^## (?:\[?(\d+\.\d+\.\d+)\]?.*?(\d{4}-\d\d-\d\d).*|Unreleased)$`)
	strong  = regexp.MustCompile(`^\*\*(.+)\*\*$`)
	markup  = regexp.MustCompile("`([^`]+)`|\\*([^*]+)\\*|\\[([^]]+)\\]\\([^)]*\\)")
)

// releases writes the versions of a changelog as AppStream has them, the newest first. What
// is not released yet is left out, unless there is no other: then it is what the version
// that is packaged consists of.
func (r release) releases(changelog string) (string, error) {
	at := heading.FindAllStringSubmatchIndex(changelog, -1)
	var b strings.Builder
	b.WriteString("<releases>\n")
	versions := 0
	for i, h := range at {
		body := changelog[h[1]:]
		if i+1 < len(at) {
			body = changelog[h[1]:at[i+1][0]]
		}
		version, date := r.version, r.time.Format(time.DateOnly)
		switch released := h[2] >= 0; {
		case released:
			version, date = changelog[h[2]:h[3]], changelog[h[4]:h[5]]
		case len(at) > 1:
			continue
		}
		if versions++; versions == 1 && version != r.version {
			return "", fmt.Errorf("the newest version is %s, FyneApp.toml says %s", version, r.version)
		}
		fmt.Fprintf(&b, "    <release version=%q date=%q>\n      <description>\n%s      </description>\n    </release>\n", version, date, described(body))
	}
	if versions == 0 {
		return "", fmt.Errorf("there is no heading for a version")
	}
	b.WriteString("  </releases>")
	return b.String(), nil
}

// described is a part of the changelog in AppStream's markup: groups become paragraphs, and
// their points lists.
func described(markdown string) string {
	var b strings.Builder
	var title string
	var points []string
	end := func() {
		if len(points) > 0 { // a title with nothing under it leads to the next one
			if title != "" {
				fmt.Fprintf(&b, "        <p>%s</p>\n", escaped(title))
			}
			b.WriteString("        <ul>\n")
			for _, p := range points {
				fmt.Fprintf(&b, "          <li>%s</li>\n", marked(p))
			}
			b.WriteString("        </ul>\n")
		}
		points = nil
	}
	for line := range strings.Lines(markdown) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "- "):
			points = append(points, line[2:])
		case strings.HasPrefix(line, "  ") && len(points) > 0:
			points[len(points)-1] += " " + strings.TrimSpace(line)
		case strong.MatchString(line), strings.HasPrefix(line, "### "):
			end()
			title = strings.Trim(line, "*# ")
		}
	}
	end()
	return b.String()
}

// marked is a text with code and emphasis as AppStream marks them.
func marked(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range markup.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(escaped(s[at:m[0]]))
		switch {
		case m[2] >= 0:
			fmt.Fprintf(&b, "<code>%s</code>", escaped(s[m[2]:m[3]]))
		case m[4] >= 0:
			fmt.Fprintf(&b, "<em>%s</em>", escaped(s[m[4]:m[5]]))
		default:
			b.WriteString(escaped(s[m[6]:m[7]]))
		}
		at = m[1]
	}
	b.WriteString(escaped(s[at:]))
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	// A strings.Builder takes everything.
	_ = xml.EscapeText(&b, []byte(s))
	return strings.NewReplacer("&#34;", `"`, "&#39;", "'").Replace(b.String())
}
