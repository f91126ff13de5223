package terms

import (
	"os"
	"strings"
	"testing"
)

// TestTrades finds the terms of every trade in sentences of it.
func TestTrades(t *testing.T) {
	data, err := os.ReadFile("testdata/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	trade, sentences, of := "", 0, map[string]int{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			trade = name
		}
		text, want, ok := strings.Cut(line, " |")
		if !ok {
			continue
		}
		sentences++
		of[trade]++
		if got := names(Default().Find(text)); got != strings.TrimSpace(want) {
			t.Errorf("%s: %q\n  found %q\n  want  %q", trade, text, got, strings.TrimSpace(want))
		}
	}
	if sentences < 300 {
		t.Errorf("%d sentences, want 300", sentences)
	}
	for _, c := range Trades() {
		if of[string(c)] < 10 {
			t.Errorf("%d sentences of %s, want 10", of[string(c)], c)
		}
		if words := Default().contexts[string(c)]; words.Len() == 0 {
			t.Errorf("no word speaks of %s", c)
		}
	}
}

// TestOneCasing tells apart what only casing does.
func TestOneCasing(t *testing.T) {
	expectFound(t, [][2]string{
		{"Kept files in ADLS and Databricks", "Azure Data Lake, Databricks"},
		{"Helped patients with ADLs on the ward", "ADLs"},
		{"help with adls", "ADLs"},
		{"Renewed ACLS and BLS", "ACLS, BLS"},
		{"Wrote ACLs for 40 routers", "access control"},
		{"Raised POs and matched invoices", "purchase orders, invoices"},
		{"Rang up sales on the POS", "POS"},
		{"Explained COBRA to leavers", "COBRA"},
		{"Built a tool in Golang with Cobra", "Go, Cobra"},
		{"Designed a banner in Canva", "Canva"},
		{"Stretched canvas for painters", ""},
		{"Taught algebra in Canvas to 90 students", "algebra, Canvas"},
	})
}

// TestTags finds ordinary words in lines of tags without commas.
func TestTags(t *testing.T) {
	expectFound(t, [][2]string{
		{"python go react docker", "Python, Go, React, Docker"},
		{"senior java spring hibernate developer", "Java, Spring, Hibernate"},
		{"kubernetes helm vault consul", "Kubernetes, Helm, Vault, Consul"},
		{"go to market with java", "go-to-market, Java"},
		{"wound care triage rounds telemetry", "wound care, triage, rounds, telemetry"},
	})
}
