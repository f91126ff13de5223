package terms

import (
	"strings"
	"testing"
)

func TestStemAgrees(t *testing.T) {
	for _, family := range []string{
		"shard shards sharded sharding", "cache caches cached caching", "query queries queried querying",
		"replicate replicated replicating replication", "migrate migrates migration migrations",
		"optimize optimized optimization optimise optimised optimisation", "encrypt encrypted encryption",
		"log logs", "map maps", "plan planned planning", "model models modeled modelling",
		"process processes processed processing", "index indexes indexed indexing", "test tests tested testing",
		"api apis", "automate automated automation", "deploy deployed deploying", "install installed installing",
		"create created creation", "containerize containerized containerisation",
	} {
		words := strings.Fields(family)
		for _, w := range words {
			if stem(w) != stem(words[0]) {
				t.Errorf("%s → %s, but %s → %s", w, stem(w), words[0], stem(words[0]))
			}
		}
	}
}

func TestStemKeepsApart(t *testing.T) {
	for _, pair := range []string{
		"container contained", "service server", "analysis analytics", "string stress", "format form", "operator operation",
		"business busy", "local localization", "need knee", "relational relate",
	} {
		a, b, _ := strings.Cut(pair, " ")
		if stem(a) == stem(b) {
			t.Errorf("%s and %s share %s", a, b, stem(a))
		}
	}
}

// TestStemSharesHead guards what vocabulary.read relies on: a stem begins with
// the three letters that its word begins with.
func TestStemSharesHead(t *testing.T) {
	for w := range strings.FieldsSeq(strings.ToLower(resume + " ties dies flies sued being used ions eats ated")) {
		if s := stem(w); head(s) != head(w) {
			t.Errorf("%s → %s", w, s)
		}
	}
}
