package match

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/job/posting"
	"resumax/role"
)

// readPosting reads a posting of testdata.
func readPosting(t testing.TB, path string) posting.Posting {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := posting.Read(context.Background(), format.Input{Data: data, Name: filepath.Base(path)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// rolePostings are the postings of the roles that ship, by the roles' ids. They were written
// before any resume was matched with them.
func rolePostings(t testing.TB) map[string]posting.Posting {
	all := map[string]posting.Posting{}
	files, err := filepath.Glob("testdata/postings/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		id := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		all[id] = readPosting(t, f)
	}
	for _, p := range role.All() {
		if _, ok := all[p.ID]; !ok {
			t.Fatalf("no posting of the role %s", p.ID)
		}
	}
	return all
}

// Every role's sample matches a posting of its own role better than any posting of another
// family.
func TestOwnRoleComesFirst(t *testing.T) {
	postings := rolePostings(t)
	m := New()
	least, sum := 100.0, 0.0
	for _, p := range role.All() {
		type other struct {
			pack  *role.Pack
			match float64
		}
		var others []other
		d, own := p.Sample(), 0.0
		for _, q := range role.All() {
			match := m.Match(Input{Document: d, Posting: postings[q.ID], Today: today}).Match
			if p.ID == q.ID {
				own = match
			} else {
				others = append(others, other{q, match})
			}
		}
		slices.SortFunc(others, func(a, b other) int { return cmp.Compare(b.match, a.match) })
		near := others[slices.IndexFunc(others, func(o other) bool { return o.pack.Family != p.Family })]
		margin := own - near.match
		least, sum = min(least, margin), sum+margin
		line := fmt.Sprintf("%-30s own %5.1f  next family %5.1f (%s)  next of all %5.1f (%s)", p.ID, own, near.match, near.pack.ID, others[0].match, others[0].pack.ID)
		t.Log(line)
		if margin <= 0 {
			t.Errorf("a posting of another family comes first: %s", line)
		}
	}
	t.Logf("the least margin is %.1f, on average it is %.1f", least, sum/float64(len(role.All())))
}
