package render

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"resumax/resume"
)

// fixture reads a resume from testdata.
func fixture(t testing.TB, name string) resume.Document {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, data)
}

// parse reads a document, its members in their order.
func parse(t testing.TB, data []byte) resume.Document {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := value(d)
	if err != nil {
		t.Fatal(err)
	}
	return resume.NewDocument(v)
}

func value(d *json.Decoder) (resume.Value, error) {
	token, err := d.Token()
	if err != nil {
		return resume.Value{}, err
	}
	switch token := token.(type) {
	case string:
		return resume.Text(token), nil
	case json.Number:
		return resume.Literal(token.String()), nil
	case bool:
		return resume.Flag(token), nil
	case json.Delim:
		if token == '[' {
			return list(d)
		}
		return object(d)
	}
	return resume.Value{}, nil
}

func list(d *json.Decoder) (resume.Value, error) {
	var items []resume.Value
	for d.More() {
		v, err := value(d)
		if err != nil {
			return v, err
		}
		items = append(items, v)
	}
	_, err := d.Token()
	return resume.List(items...), err
}

func object(d *json.Decoder) (resume.Value, error) {
	var members []resume.Member
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return resume.Value{}, err
		}
		v, err := value(d)
		if err != nil {
			return v, err
		}
		members = append(members, resume.Member{Name: name.(string), Value: v})
	}
	_, err := d.Token()
	return resume.Struct(members...), err
}
