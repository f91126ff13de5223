package app

import (
	"os"
	"slices"
	"strings"
	"testing"
)

const smaps = `00400000-00403000 r--p 00000000 fd:01 1234                               /usr/bin/resumax
Size:                 12 kB
Anonymous:             0 kB
VmFlags: rd mr mw me
00403000-017db000 r-xp 00003000 fd:01 1234                               /usr/bin/resumax with space
Private_Dirty:         0 kB
Anonymous:             0 kB
03ea1000-03ea5000 r--p 03aa0000 fd:01 1234                               /usr/bin/resumax
Anonymous:             4 kB
03ea5000-047f4000 rw-p 03aa4000 fd:01 1234                               /usr/bin/resumax
Anonymous:             0 kB
129f5000-15454000 r--p 00000000 00:00 0                                  [heap]
Anonymous:             0 kB
17a6c5c00000-17a6c8c00000 r--p 00000000 00:00 0 
Anonymous:             0 kB
7fa33c187000-7fa33c5ff000 r--s 00000000 00:01 5                          /dev/shm/x
Anonymous:             0 kB
`

func TestUnwritten(t *testing.T) {
	if got, want := unwritten(strings.NewReader(smaps)), []span{{0x400000, 0x403000}, {0x403000, 0x17db000}}; !slices.Equal(got, want) {
		t.Errorf("%x, want %x", got, want)
	}
}

// The program goes on, and less of it is in memory.
func TestUnmapUnused(t *testing.T) {
	mapped := func() (kB int) {
		data, err := os.ReadFile("/proc/self/status")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if rest, ok := strings.CutPrefix(line, "RssFile:"); ok {
				for _, r := range strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")) {
					kB = 10*kB + int(r-'0')
				}
			}
		}
		return kB
	}
	before := mapped()
	unmapUnused()
	if after := mapped(); before == 0 || after >= before {
		t.Errorf("%d kB of files, and %d after", before, after)
	}
}
