package terms

import "strings"

// stem cuts a lower-case English word down to what its inflections share:
// sharded, sharding, shards → shard; caches, cached → cach; replicated,
// replication → replic.
//
// It is a light stemmer of our own rather than Snowball's. Snowball's English
// stemmer goes on into derivations (container → contain, organization → organ),
// which in a list of technical concepts merges words that mean different things,
// and its Go port allocates for every word, where this one has to run on every
// keystroke. Words of up to three letters and words with letters beyond ASCII
// only ever come back as they are.
func stem(w string) string {
	if len(w) <= 3 || !isLowerASCII(w) {
		return w
	}
	w = cutPlural(w)
	w, verbal := cutVerbal(w)
	if rest, ok := cut(w, "ation", 4); ok {
		return undouble(british(rest))
	}
	if rest, ok := cut(w, "ion", 3); ok && (rest[len(rest)-1] == 's' || rest[len(rest)-1] == 't') {
		return undouble(rest)
	}
	if rest, ok := cut(w, "e", 3); ok {
		w, verbal = rest, true
	}
	if verbal {
		if rest, ok := cut(w, "at", 4); ok {
			w = rest
		}
		w = british(w)
	}
	return undouble(w)
}

// Stem is what a lower-case English word shares with its inflections: "controlled" and
// "control" have the same one.
func Stem(w string) string { return stem(w) }

// cut takes suffix off w if at least least letters remain.
func cut(w, suffix string, least int) (string, bool) {
	rest, ok := strings.CutSuffix(w, suffix)
	if !ok || len(rest) < least {
		return w, false
	}
	return rest, true
}

func cutPlural(w string) string {
	if rest, ok := cut(w, "ies", 3); ok {
		return rest + "y"
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || len(w) > 4 && strings.HasSuffix(w, "is") {
		return w // analysis, but APIs
	}
	w, _ = cut(w, "s", 3)
	return w
}

// cutVerbal takes off -ied, -ed and -ing and says whether it did. What remains
// must hold a vowel, so "string" and "bring" stay whole. A doubled consonant
// that only stood before the ending goes too, which tells the stem "format" of
// "formatted" from a verb in -ate.
func cutVerbal(w string) (string, bool) {
	if rest, ok := cut(w, "ied", 3); ok {
		return rest + "y", false
	}
	if strings.HasSuffix(w, "eed") {
		return w, false
	}
	for _, suffix := range []string{"ing", "ed"} {
		rest, ok := cut(w, suffix, 3)
		if !ok || !strings.ContainsAny(rest, "aeiouy") {
			continue
		}
		if short := undouble(rest); short != rest {
			return short, false
		}
		return rest, true
	}
	return w, false
}

// british turns the stem of -ise into that of -ize: optimis(e) → optimiz(e).
func british(w string) string {
	if rest, ok := cut(w, "is", 4); ok {
		return rest + "iz"
	}
	return w
}

// undouble makes one of a doubled last letter. It is applied to every stem, so
// that "process" and "install" agree with their own inflections.
func undouble(w string) string {
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		return w[:n-1]
	}
	return w
}

func isLowerASCII(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}
