package metric

import "strings"

// Changes is what a text says of how things changed, given its words and its
// metrics.
func Changes(text string, tokens []Token, metrics []Metric) []Change {
	c := changes{text: text, tokens: tokens, metrics: metrics}
	var all []Change
	for k := 0; k < len(metrics); {
		change, used, ok := c.at(k)
		if ok {
			all = append(all, change)
		}
		k += used
	}
	return all
}

type changes struct {
	text    string
	tokens  []Token
	metrics []Metric
}

// before is the word n words before the metric k, in small letters, without
// those that only round it.
func (c *changes) before(k int) (word string, at int) {
	i := c.metrics[k].first - 1
	for i >= 0 && (rounding[c.tokens[i].Lower] || c.tokens[i].Lower == "more" || c.tokens[i].Lower == "less" || c.tokens[i].Lower == "down" || c.tokens[i].Lower == "up") {
		i--
	}
	if i < 0 {
		return "", 0
	}
	return c.tokens[i].Lower, i
}

const farApart = 6 // words that may stand between the two values of a change

// at reads the change that begins with the metric k, and tells how many metrics
// belong to it.
func (c *changes) at(k int) (Change, int, bool) {
	m := c.metrics[k]
	word, i := c.before(k)
	if to, ok := c.reached(k, word); ok {
		from, after := m, c.metrics[k+1]
		share(&from, &after)
		change := Change{Start: m.Start, End: after.End, From: &from, To: &after}
		if word == "from" {
			change.What = c.subject(i)
		} else {
			change.What = c.subject(m.first)
		}
		if to < len(c.metrics) && c.joined(k+1, to) {
			change.By, change.End = &c.metrics[to], c.metrics[to].End
			return change, 3, true
		}
		return change, 2, true
	}
	if used, ok := c.reversed(k, word); ok {
		from, after := c.metrics[k+used-1], m
		share(&from, &after)
		what := c.subject(m.first)
		if word == "to" || word == "at" {
			what = c.subject(i)
		}
		return Change{Start: m.Start, End: from.End, What: what, From: &from, To: &after}, used, true
	}
	switch {
	case word == "in" && m.Text == "half":
		return Change{Start: m.Start, End: m.End, What: c.subject(i), By: &c.metrics[k]}, 1, true
	case m.Kind == Multiple && strings.HasSuffix(m.Text, "fold"):
		return Change{Start: m.Start, End: m.End, What: c.subject(m.first), By: &c.metrics[k]}, 1, true
	case m.Kind == Multiple && endsAsVerb(m.Text):
		return Change{Start: m.Start, End: m.End, What: c.object(m.last + 1), By: &c.metrics[k]}, 1, true
	case word == "by" && (m.Kind == Percent || m.Kind == Multiple || m.Unit != ""):
		return Change{Start: m.Start, End: m.End, What: c.subject(i), By: &c.metrics[k]}, 1, true
	case word == "to" && changing(c.tokens, i):
		return Change{Start: m.Start, End: m.End, What: c.subject(i), To: &c.metrics[k]}, 1, true
	}
	return Change{}, 1, false
}

// endsAsVerb reports whether a word is a verb by its ending: "halved", "doubling".
func endsAsVerb(text string) bool {
	return (strings.HasSuffix(text, "ed") || strings.HasSuffix(text, "ing")) && !strings.ContainsRune(text, ' ')
}

// reached reports whether the metric behind k is what it came to: "from 900 ms to
// 120 ms", "900 → 120 ms". It returns the metric after both.
func (c *changes) reached(k int, word string) (next int, ok bool) {
	if k+1 >= len(c.metrics) {
		return 0, false
	}
	between := c.text[c.metrics[k].End:c.metrics[k+1].Start]
	if arrow := strings.TrimSpace(between); arrow == "→" || arrow == "->" || arrow == "⇒" {
		return k + 2, true
	}
	joint, at := c.before(k + 1)
	far := at-c.metrics[k].last > farApart
	return k + 2, word == "from" && joint == "to" && !far && !strings.ContainsAny(between, ".;!?")
}

// reversed reports whether the metric behind k is what it came from: "to 12 minutes from 25", "97%,
// up from 81%", "24 trucks a shift (up from 17)".
func (c *changes) reversed(k int, word string) (used int, ok bool) {
	if k+1 >= len(c.metrics) {
		return 0, false
	}
	m, next := &c.metrics[k], &c.metrics[k+1]
	if k+2 < len(c.metrics) && next.Kind == Time && m.Kind != Time && c.metrics[k+2].Kind == m.Kind { // "93% within 30 days, up from 78%"
		if from, at := c.before(k + 2); from == "from" && at > 0 && (c.tokens[at-1].Lower == "up" || c.tokens[at-1].Lower == "down") &&
			!strings.ContainsAny(c.text[m.End:c.metrics[k+2].Start], ".;!?") && at-m.last <= 2*farApart {
			return 3, true
		}
	}
	between := strings.ToLower(c.text[m.End:next.Start])
	if m.Kind != next.Kind && next.Unit != "" || m.Kind == Count && next.Unit != m.Unit && next.Unit != "" && m.Unit != "" || m.Kind == Multiple || m.Kind == Rank ||
		strings.ContainsAny(between, ".;!?") || m.Value != m.High || next.Value != next.High {
		return 0, false
	}
	fields := strings.Fields(strings.NewReplacer(",", " ", "(", " ", "–", " ", "—", " ").Replace(between))
	n := len(fields)
	for n > 0 && (rounding[fields[n-1]] || fields[n-1] == "a") {
		n--
	}
	if n == 0 || fields[n-1] != "from" || n > farApart {
		return 0, false
	}
	if n > 1 && (fields[n-2] == "up" || fields[n-2] == "down") {
		return 2, true
	}
	return 2, n <= 4 && (word == "to" || word == "at") && !strings.Contains(between, ",") && (m.Kind != Count || m.Unit == next.Unit || next.Unit == "" && c.barely(k+1))
}

// barely reports whether nothing is counted by the metric k: it is of what the one before it is.
func (c *changes) barely(k int) bool { return c.metrics[k].Unit == "" }

const longestWindow = 3 // words between a value and its difference in parentheses: "a month"

// joined reports whether the metric next says the difference of what ends with
// the metric k: "from 10 to 4 (60 %)", "from 10 to 4, by 60 %".
func (c *changes) joined(k, next int) bool {
	between := strings.TrimSpace(c.text[c.metrics[k].End:c.metrics[next].Start])
	switch c.metrics[next].Kind {
	case Percent, Multiple:
		opened := strings.HasSuffix(between, "(") && strings.Count(between, " ") <= longestWindow
		return opened || strings.Trim(between, " ,–—-+~") == "" || strings.Trim(between, " ,") == "by"
	}
	return false
}

// share gives two values of one thing the unit of that which has one: "from 45
// minutes to 7".
func share(from, to *Metric) {
	adopt := func(m, other *Metric) {
		if m.Unit == "" && other.Unit != "" || m.Value == 0 && m.Kind == Count {
			m.Kind = other.Kind
			if m.Unit == "" {
				m.Unit = other.Unit
				m.Window, m.Percentile = other.Window, other.Percentile
				m.normalize()
			}
		}
	}
	adopt(from, to)
	adopt(to, from)
	if from.Kind == Money && to.Kind == Money && from.scale == 1 && to.scale > 1 && from.Value < 1000 && from.Value < to.Value {
		from.Value, from.High = from.Value*to.scale, from.High*to.scale // "from $2 to $5 million"
	}
	if to.Percentile == "" {
		to.Percentile = from.Percentile
	}
	if to.Window != "" && from.Window == "" {
		from.Window = to.Window
	}
}

// Verbs after which "to" tells what a thing came to.
var reaching = set(`cut cutting reduced reducing grew growing raised raising lowered lowering brought bringing took taking shrank
	shrinking increased increasing decreased decreasing dropped dropping shortened shortening lifted lifting scaled scaling got getting
	pushed pushing trimmed trimming slashed slashing moved moving rose fell down up expanded expanding improved improving`)

const farVerb = 6 // words before "to" among which such a verb may stand

// changing reports whether a verb of change governs the "to" at i.
func changing(tokens []Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-farVerb && !tokens[j].Stop; j-- {
		if reaching[tokens[j].Lower] {
			return true
		}
	}
	return false
}

const longestSubject = 5 // words that name what changed

// articles are left out at the beginning of a subject.
var articles = set("the a an our their its his her my all each every average median total overall")

// subject is what the words before i name: those behind the last verb or small
// word.
func (c *changes) subject(end int) string {
	begin := end
	for begin > 0 && end-begin < longestSubject {
		t := c.tokens[begin-1]
		if t.Lower == "to" && begin > 1 && c.tokens[begin-2].Lower == "time" && begin < end {
			begin -= 2 // "time to hire"
			continue
		}
		if t.Comma || reaching[t.Lower] || joins(t.Lower) || IsNumber(t.Lower) {
			break
		}
		begin--
	}
	return c.phrase(begin, end)
}

// object is what the words from begin on name.
func (c *changes) object(begin int) string {
	end := begin
	for end < len(c.tokens) && end-begin < longestSubject && !joins(c.tokens[end].Lower) {
		if end++; c.tokens[end-1].Comma {
			break
		}
	}
	return c.phrase(begin, end)
}

// joins reports whether a word stands between phrases. "Of" and "per" stand in
// them.
func joins(word string) bool {
	switch word {
	case "of", "per":
		return false
	case "was", "were", "while":
		return true
	}
	return stops[word] && !articles[word]
}

func (c *changes) phrase(begin, end int) string {
	if begin < end && (begin == 0 || c.tokens[begin-1].Comma) && endsAsVerb(c.tokens[begin].Lower) {
		begin++ // "Optimized startup time"
	}
	for begin < end && (articles[c.tokens[begin].Lower] || stops[c.tokens[begin].Lower]) && c.tokens[begin].Lower != "median" {
		begin++
	}
	for begin < end && stops[c.tokens[end-1].Lower] {
		end--
	}
	if begin >= end {
		return ""
	}
	return c.text[c.tokens[begin].Start:c.tokens[end-1].End]
}
