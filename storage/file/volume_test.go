package file

import "testing"

func TestDriveOf(t *testing.T) {
	for volume, want := range map[string]string{
		"C:": "C:", "": "", `\\?\D:`: "D:", `\\.\E:`: "E:", "//?/C:": "C:",
		`\\server\share`: "-", `//server/share`: "-", `\\?\UNC\server\share`: "-", `\\?\unc\server\share`: "-",
	} {
		got, ok := driveOf(volume)
		if ok != (want != "-") || ok && got != want {
			t.Errorf("%s: %q %t", volume, got, ok)
		}
	}
}
