package start

import "testing"

func TestAbbreviated(t *testing.T) {
	for _, c := range []struct{ system, folder, home, want string }{
		{"linux", "/home/ada/cv", "/home/ada", "~/cv"},
		{"linux", "/home/ada", "/home/ada", "Home folder"},
		{"linux", "/home/ada2/cv", "/home/ada", "/home/ada2/cv"},
		{"linux", "/srv/cv", "/home/ada", "/srv/cv"},
		{"linux", "/srv/cv", "/", "/srv/cv"},
		{"linux", "/srv/cv", "", "/srv/cv"},
		{"darwin", "/Users/ada/Documents", "/Users/ada", "~/Documents"},
		{"windows", `C:\Users\Ada\Documents`, `C:\Users\Ada`, `C:\Users\Ada\Documents`},
		{"windows", `C:\Users\Ada`, `C:\Users\Ada`, "Home folder"},
		{"windows", `\\server\share\cv`, `C:\Users\Ada`, `\\server\share\cv`},
	} {
		if got := abbreviatedOn(c.system, c.folder, c.home); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.folder, c.system, got, c.want)
		}
	}
}
