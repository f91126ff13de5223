package userdata

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestCodeCache(t *testing.T) {
	c := CodeCache(filepath.Join(t.TempDir(), "pdfium"))
	code := filepath.Join(string(c), "v1", "code")
	for name, damage := range map[string]func(data []byte) []byte{
		"as it was":     nil,
		"a changed bit": func(data []byte) []byte { data[5] ^= 1; return data },
		"cut":           func(data []byte) []byte { return data[:10] },
		"empty":         func([]byte) []byte { return nil },
		"longer":        func(data []byte) []byte { return append(data, 0) },
	} {
		if c.Open() != string(c) {
			t.Fatal("it cannot be opened")
		}
		if err := os.MkdirAll(filepath.Dir(code), 0o700); err != nil {
			t.Fatal(err)
		}
		data := []byte("compiled code, as far as this test goes")
		if damage != nil {
			data = damage(slices.Clone(data))
		}
		if err := os.WriteFile(code, []byte("compiled code, as far as this test goes"), 0o600); err != nil {
			t.Fatal(err)
		}
		c.Seal()
		if err := os.WriteFile(code, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if c.Open() != string(c) {
			t.Errorf("%s: it cannot be opened", name)
		}
		if _, err := os.Stat(code); (err == nil) != (damage == nil) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A damaged seal vouches for nothing.
	if err := os.WriteFile(filepath.Join(string(c), sealName), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(code, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.Open()
	if _, err := os.Stat(code); err == nil {
		t.Error("what nobody vouches for is kept")
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if CodeCache(blocked).Open() != "" || CodeCache("").Open() != "" {
		t.Error("a cache where none can be")
	}
	CodeCache("").Seal()
}
