package main

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image/png"
	"strings"
	"testing"
)

// The bundle's property list is well formed and of this version, and names what is in the
// bundle.
func TestBundle(t *testing.T) {
	r := made(t)
	entries, err := r.bundle()
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Keys  []string `xml:"dict>key"`
		Texts []string `xml:"dict>string"`
	}
	plist := find(t, entries, "Contents/Info.plist").data
	if err := xml.Unmarshal(plist, &list); err != nil {
		t.Fatal(err)
	}
	value := func(key string) string {
		_, after, _ := strings.Cut(string(plist), "<key>"+key+"</key>")
		_, after, _ = strings.Cut(after, "<string>")
		text, _, _ := strings.Cut(after, "</string>")
		return text
	}
	for key, want := range map[string]string{"CFBundleIdentifier": appID, "CFBundleShortVersionString": r.version, "CFBundleVersion": r.version, "CFBundlePackageType": "APPL"} {
		if got := value(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	find(t, entries, "Contents/MacOS/"+value("CFBundleExecutable"))
	for _, key := range []string{"CFBundleIconFile", "CFBundleTypeIconFile"} {
		checkICNS(t, find(t, entries, "Contents/Resources/"+value(key)).data)
	}
}

// checkICNS reads an icon as macOS does.
func checkICNS(t *testing.T, data []byte) {
	t.Helper()
	if len(data) < 8 || string(data[:4]) != "icns" || int(binary.BigEndian.Uint32(data[4:])) != len(data) {
		t.Fatalf("%d bytes that are no icon", len(data))
	}
	seen := 0
	for rest := data[8:]; len(rest) > 0; {
		n := int(binary.BigEndian.Uint32(rest[4:]))
		picture, err := png.DecodeConfig(bytes.NewReader(rest[8:n]))
		if err != nil || picture.Width != icnsSizes[seen].size || string(rest[:4]) != icnsSizes[seen].kind {
			t.Errorf("picture %d of type %s: %+v, %v", seen, rest[:4], picture, err)
		}
		rest = rest[n:]
		seen++
	}
	if seen != len(icnsSizes) {
		t.Errorf("%d pictures", seen)
	}
}
