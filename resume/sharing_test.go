package resume

import "testing"

// What is equal in two documents is one in memory afterwards, and nothing else changes.
func TestSharing(t *testing.T) {
	other, err := NewDocument(sample.Root()).SetText("/work/1/highlights/1", "other words")
	if err != nil {
		t.Fatal(err)
	}
	var anew func(Value) Value // the same, with nothing in common in memory
	anew = func(v Value) Value {
		switch v.Kind() {
		case Array:
			var items []Value
			for _, item := range v.Items() {
				items = append(items, anew(item))
			}
			return List(items...)
		case Object:
			var members []Member
			for _, m := range v.Members() {
				members = append(members, Member{m.Name, anew(m.Value)})
			}
			return Struct(members...)
		}
		return v
	}
	copied := NewDocument(anew(other.Root()))
	shared := copied.Sharing(sample)
	if !shared.Equal(other) {
		t.Fatalf("it is now %s", shared.Root())
	}
	for _, at := range []Address{"/basics", "/work/0", "/skills"} {
		is, ok := shared.Get(at)
		was, _ := sample.Get(at)
		if !ok || is.Len() == 0 {
			continue
		}
		if _, same := sharing(is, was); !same || is.Kind() == Object && &is.members[0] != &was.members[0] || is.Kind() == Array && &is.items[0] != &was.items[0] {
			t.Errorf("%s is not shared", at)
		}
	}
	if again := copied.Sharing(other); !again.Equal(other) || &again.Root().members[0] != &other.Root().members[0] {
		t.Error("equal documents are not one")
	}
}
