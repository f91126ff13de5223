package terms

import (
	"testing"

	"resumax/assets"
)

func TestDefaultLoads(t *testing.T) {
	if _, err := Load(assets.Terms, "terms.toml"); err != nil {
		t.Fatal(err)
	}
}
