package posting

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// Same reports whether two postings are one that was read twice: from the same address, or
// with nearly the same text. Whoever has both decides what to do; nothing is merged here.
func Same(a, b Posting) bool {
	if u, v := Address(a.URL), Address(b.URL); u != "" && v != "" && namesJob(u) {
		if u == v {
			return true
		}
	}
	titleA, titleB := key(a.asRead(TitleField)), key(b.asRead(TitleField))
	if titleA != titleB && titleA != "" && titleB != "" {
		return a.Source != "" && key(a.Source) == key(b.Source)
	}
	companyA, companyB := key(a.asRead(CompanyField)), key(b.asRead(CompanyField))
	if companyA != "" && companyB != "" && companyA != companyB {
		return false
	}
	return alike(shingles(a.Source), shingles(b.Source))
}

// tracking are parameters of addresses that say how somebody came there.
var tracking = []string{"utm_", "gh_src", "source", "src", "ref", "refid", "trk", "trackingid", "fbclid", "gclid", "msclkid", "mc_", "lever-source", "lever-origin", "lever-via", "from", "origin", "campaign", "sid", "tk", "vjs", "advn", "adid", "xkcb", "xpse", "share", "shared", "referrer", "referral", "position", "pagenum", "original_referer", "jobsource", "codes", "iis", "iisn", "mode", "locale", "lang", "hl", "li_fat_id", "igshid", "ebp", "alternatechannel", "s_cid", "cid", "sessionid", "jsessionid", "applied", "_ga", "icid"}

// Address is an address without what says how somebody came there: parameters for tracking,
// the part behind #, "www." and a slash at the end. It is empty for what is no address.
func Address(text string) string {
	u, err := url.Parse(strings.TrimSpace(text))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	query := u.Query()
	var kept []string
	for name, values := range query {
		low := strings.ToLower(name)
		if slices.ContainsFunc(tracking, func(t string) bool {
			return low == t || (strings.HasSuffix(t, "_") || t == "xkcb" || t == "lever-source") && strings.HasPrefix(low, t)
		}) {
			continue
		}
		slices.Sort(values)
		kept = append(kept, name+"="+strings.Join(values, ","))
	}
	slices.Sort(kept)
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	path := strings.TrimRight(u.Path, "/")
	for _, end := range []string{"/apply", "/application", "/applyManually", "/login"} {
		path = strings.TrimSuffix(path, end)
	}
	if out := strings.Join(kept, "&"); out != "" {
		return host + path + "?" + out
	}
	return host + path
}

// namesJob reports whether an address may be of one posting rather than of a site.
func namesJob(address string) bool {
	_, rest, ok := strings.Cut(address, "/")
	return ok && rest != "" || strings.Contains(address, "?")
}

// key is a text by its letters and digits.
func key(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// shingles are all runs of four words of a text.
func shingles(text string) map[string]bool {
	const run = 4
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	all := make(map[string]bool, len(words))
	for i := 0; i+run <= len(words); i++ {
		all[strings.Join(words[i:i+run], " ")] = true
	}
	return all
}

// alike reports whether the smaller of two texts is nearly all in the other one: one may be
// a page with a site around it.
func alike(a, b map[string]bool) bool {
	const least, share = 20, 0.85
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least {
		return false
	}
	shared := 0
	for s := range a {
		if b[s] {
			shared++
		}
	}
	return float64(shared) >= share*float64(len(a)) && len(a)*4 >= len(b)
}
