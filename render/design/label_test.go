package design

import "testing"

func TestEverySettingHasALabelOfItsOwn(t *testing.T) {
	keys := map[string]string{}
	for _, f := range Default().Fields() {
		label := Label(f.Key)
		if label == "" || keys[label] != "" {
			t.Errorf("%s is called %q, as is %s", f.Key, label, keys[label])
		}
		keys[label] = f.Key
	}
	if got := Label("nothing.at.all"); got != "" {
		t.Errorf("what is no setting is called %q", got)
	}
}
