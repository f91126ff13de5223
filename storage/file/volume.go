package file

import "strings"

// driveOf is the drive of a volume's name on Windows, such as “C:”, and false for a share of another computer. Paths that
// are longer than old programs take may be written with “\\?\” before them, also those of shares.
func driveOf(volume string) (string, bool) {
	volume = strings.ReplaceAll(volume, "/", `\`)
	for _, prefix := range []string{`\\?\`, `\\.\`} {
		if rest, ok := strings.CutPrefix(volume, prefix); ok {
			const share = `UNC\`
			return rest, len(rest) < len(share) || !strings.EqualFold(rest[:len(share)], share)
		}
	}
	return volume, !strings.HasPrefix(volume, `\\`)
}
