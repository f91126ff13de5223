package posting

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations end with a point that ends no sentence.
var abbreviations = map[string]bool{"e.g": true, "i.e": true, "z.b": true, "etc": true, "bzw": true, "ca": true, "approx": true, "min": true, "max": true, "dr": true, "mr": true, "ms": true, "mrs": true, "inc": true, "ltd": true, "co": true, "corp": true, "st": true,
	"usw": true, "inkl": true, "evtl": true, "mind": true, "o.ä": true, "u.a": true, "d.h": true, "nr": true, "ggf": true, "vgl": true, "p.ej": true, "ej": true, "ex": true, "env": true, "no": true, "vs": true, "incl": true, "sr": true, "jr": true, "b.s": true, "b.a": true, "m.s": true, "ph.d": true, "bspw": true, "z": true, "b": true, "u.s": true, "kl": true, "p": true, "o": true}

// sentencesOf are the sentences of a line.
func sentencesOf(text string) (all []string) {
	start := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '.' && c != '!' && c != '?' || i+2 >= len(text) || text[i+1] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i+1:], " \"'“„«("))
		if !unicode.IsUpper(next) && !unicode.IsDigit(next) {
			continue
		}
		if c == '.' {
			word := strings.ToLower(text[strings.LastIndexAny(text[start:i], " (")+1+start : i])
			if abbreviations[word] || len(word) == 1 && word != "c" && word != "r" {
				continue
			}
		}
		if s := strings.TrimSpace(text[start : i+1]); s != "" {
			all = append(all, s)
		}
		start = i + 1
	}
	if s := strings.TrimSpace(text[start:]); s != "" {
		all = append(all, s)
	}
	return all
}
