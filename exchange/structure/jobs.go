package structure

import (
	"regexp"
	"strings"
	"sync"

	"resumax/exchange/pdftext"
)

// Job is a position as it was recognized.
type Job struct {
	Title    string   `json:"title"`
	Employer string   `json:"employer"`
	Dates    string   `json:"dates"`
	Points   []string `json:"points"`

	Head Line `json:"-"` // the first line of its head
}

// dates finds a time: a year with or without a month, or two of them.
var dates = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(` + date + `)( ?[–—-] ?| to | bis | à | al? )(` + date + `|present|now|current|today|heute|aujourd'hui|actualidad|oggi)|` + date)
})

// month is the beginning of a month's name in the languages of Western Europe.
const month = `(?:jan|ene|gen|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|août|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic)\p{L}*\.?`

const date = `(?:(?:\d{1,2}[./]|` + month + ` )?(?:19|20)\d\d(?:-\d\d)?)`

// wordsOfTime is how many words a time may have: “Jan 2020 to Feb 2021”.
const wordsOfTime = 5

// whenOf takes the time from the end of a line, or the whole line if it is one.
func whenOf(l Line) (when string, rest []pdftext.Word) {
	for i := max(0, len(l.Words)-wordsOfTime); i < len(l.Words); i++ {
		text := textOf(l.Words[i:])
		if m := dates().FindStringIndex(text); m != nil && m[0] == 0 && m[1] == len(text) {
			return text, l.Words[:i]
		}
	}
	return "", l.Words
}

// jobsOf reads the positions of a section. A head is the lines before the points
// of a list, or before running text, with one time in them.
func jobsOf(s Section) []Job {
	var jobs []Job
	usual := Pitch(s.Body)
	var point []string // the lines of the last job's last point
	end := func() {
		if n := len(jobs) - 1; n >= 0 && len(point) > 0 {
			jobs[n].Points = append(jobs[n].Points, strings.Join(point, " "))
		}
		point = nil
	}
	employer := "" // of the positions that follow, from a line without a time
	for i := 0; i < len(s.Body); {
		if s.Body[i].Bullet() {
			end()
			if len(jobs) > 0 {
				point = []string{s.Body[i].Text()}
			}
			i++
			continue
		}
		head := headOf(s.Body[i:], usual)
		if head == nil {
			if len(point) > 0 && !prose(s.Body[i]) && standsApart(s.Body[i], usual) {
				employer = firstPart(s.Body[i].Words)
			} else if len(jobs) == 0 && !prose(s.Body[i]) {
				employer = firstPart(s.Body[i].Words)
			} else if len(point) > 0 { // a point goes on
				point = append(point, s.Body[i].Text())
			}
			i++
			continue
		}
		end()
		job, own := jobOf(head)
		if own {
			employer = ""
		} else {
			job.Employer = employer
		}
		jobs = append(jobs, job)
		i += len(head)
	}
	end()
	return jobs
}

// standsApart reports whether a line has more space above it than the usual pitch.
func standsApart(l Line, usual float64) bool { return l.Gap == 0 || l.Gap > usual*1.2 }

// headOf is the lines of a head that the lines begin with: the one with the time,
// and what belongs to it. Usual is the pitch of the section. It is nil where there is none.
func headOf(lines []Line, usual float64) []Line {
	at := -1
	for i := range min(2, len(lines)) {
		if lines[i].Bullet() || prose(lines[i]) {
			break
		}
		if when, _ := whenOf(lines[i]); when != "" {
			at = i
			break
		}
	}
	if at < 0 {
		return nil
	}
	end := at + 1
	_, rest := whenOf(lines[at])
	// A time on a line of its own stands over the title; and a title has the
	// employer below it.
	most := at + 1
	if len(rest) == 0 {
		most++
	}
	for end < len(lines) && end <= most && !lines[end].Bullet() && !prose(lines[end]) && !standsApart(lines[end], usual) {
		if next, _ := whenOf(lines[end]); next != "" {
			break
		}
		end++
	}
	// What is above the time must be a title, not the employer of several.
	if at == 1 && !lines[0].Words[0].Bold {
		return nil
	}
	return lines[:end]
}

// prose reports whether a line is running text.
func prose(l Line) bool {
	text := l.Text()
	return len(l.Words) > 12 || len(l.Words) > 4 && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, ","))
}

// jobOf reads a head: what is bold is the title, or the first line where nothing
// is; what else begins a line or follows a character is the employer. It reports whether there was an employer.
func jobOf(head []Line) (Job, bool) {
	job := Job{Points: []string{}, Head: head[0]}
	var title, rest []pdftext.Word
	bold := anyBold(head)
	for _, l := range head {
		when, words := whenOf(l)
		if when != "" {
			job.Dates = when
		}
		first := len(title) == 0
		for _, w := range words {
			if len(rest) == 0 && (w.Bold || !bold && first) {
				title = append(title, w)
			} else {
				rest = append(rest, w)
			}
		}
	}
	job.Title = strings.TrimRight(textOf(title), " ·|,–—")
	job.Employer = firstPart(rest)
	return job, job.Employer != ""
}

// anyBold reports whether there is a bold word besides those of the time.
func anyBold(lines []Line) bool {
	for _, l := range lines {
		_, words := whenOf(l)
		for _, w := range words {
			if w.Bold {
				return true
			}
		}
	}
	return false
}

// firstPart is what words say up to the first character between them.
func firstPart(words []pdftext.Word) string {
	if parts := partsOf(textOf(words)); len(parts) > 0 {
		return strings.TrimRight(parts[0], ",")
	}
	return ""
}
