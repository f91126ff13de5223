package main

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// wxs is the definition of the .msi.
const wxs = "packaging/windows/resumax.wxs"

// msi makes the package that installs. It is for one user: nobody is asked for an administrator's password, and none of
// another user changes.
func (r release) msi(files []entry, to string) error {
	wixl, err := exec.LookPath("wixl")
	if err != nil {
		return errors.New("wixl is missing: install Debian's package of that name")
	}
	definition, err := filepath.Abs(filepath.Join(r.root, filepath.FromSlash(wxs)))
	if err != nil {
		return err
	}
	version, err := r.numbers()
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "resumax-msi-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	for _, name := range []string{"application", "project"} {
		icon, err := r.ico("packaging/icons/" + name)
		if err != nil {
			return err
		}
		files = append(files, entry{path: name + ".ico", data: icon, mode: 0o644})
	}
	for _, f := range files {
		if err := f.write(filepath.Join(folder, f.path), r); err != nil {
			return err
		}
	}
	made := filepath.Join(folder, "made.msi")
	command := exec.Command(wixl, "--arch", "x64", "--define", "Version="+version, "--define", "ProductCode="+guid("product "+r.version), "--output", made, definition)
	command.Dir = folder // whose files the definition names
	command.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C.UTF-8")
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("wixl: %w: %s", err, out)
	}
	for _, query := range additions {
		if out, err := exec.Command("msibuild", made, "-q", query).CombinedOutput(); err != nil || len(bytes.TrimSpace(out)) > 0 {
			return fmt.Errorf("msibuild: %w: %s", err, out)
		}
	}
	data, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	if err := r.settle(data); err != nil {
		return fmt.Errorf("%s: %w", made, err)
	}
	return os.WriteFile(to, data, 0o644)
}

// additions are what wixl has no elements for. They put the program's folder on the user's path, at its end, and take it
// off again; and they make it the program for .json only where there is no other.
var additions = []string{
	"CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL, `Value` CHAR(255), `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)",
	"INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`) VALUES ('Path', '=-Path', '[~];[INSTALLDIR]', 'Program')",
	"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('WriteEnvironmentStrings', '', 5200)",
	"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveEnvironmentStrings', '', 3300)",
	"INSERT INTO `RegLocator` (`Signature_`, `Root`, `Key`, `Name`, `Type`) VALUES ('JsonOwner', 0, '.json', '', 2)",
	"UPDATE `Component` SET `Condition` = 'NOT JSONOWNER OR JSONOWNER = \"ResuMax.Resume\"' WHERE `Component` = 'Default'",
}

// namespace is that of the program's identities, a random UUID.
var namespace = []byte{0x4e, 0x9a, 0x1d, 0x36, 0x70, 0xc4, 0x4b, 0x8f, 0x9c, 0x22, 0x5b, 0xf0, 0x83, 0x6d, 0x17, 0xe5}

// guid is an identity that follows from a name: a UUID of version 5 (RFC 9562, 5.5), as Windows' installer writes it.
func guid(name string) string {
	h := sha1.New()
	h.Write(namespace)
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	return strings.ToUpper(fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:]))
}

// Identities in a summary, [MS-OLEPS].
var summaryFormat = []byte{0xE0, 0x85, 0x9F, 0xF2, 0xF9, 0x4F, 0x68, 0x10, 0xAB, 0x91, 0x08, 0x00, 0x2B, 0x27, 0xB3, 0xD9}

const (
	summaryRevision = 9 // the package's identity
	summaryCreated  = 12
	summarySaved    = 13
	kindText        = 30
	kindTime        = 64
)

// settle puts into a .msi what wixl takes from the clock and from chance: the times are the release's, and the package's
// identity, which must be another one for another content, follows from the rest.
func (r release) settle(data []byte) error {
	code, times, err := summary(data)
	if err != nil {
		return err
	}
	for _, t := range times {
		binary.LittleEndian.PutUint64(t, fileTime(r.time))
	}
	clear(code)
	copy(code, "{"+guid("package "+r.version+" "+string(data))+"}")
	return nil
}

// summary finds the package's identity and the times in a .msi's summary.
func summary(data []byte) (code []byte, times [][]byte, err error) {
	broken := errors.New("it has no summary in the usual form")
	at := bytes.Index(data, summaryFormat)
	if at < 28 || bytes.LastIndex(data, summaryFormat) != at || at+20 > len(data) {
		return nil, nil, broken
	}
	number := func(i int) int {
		if i < 0 || i+4 > len(data) {
			err = broken
			return 0
		}
		return int(binary.LittleEndian.Uint32(data[i:]))
	}
	section := at - 28 + number(at+16) // the stream begins 28 bytes before the format's identity
	for i := range min(number(section+4), 64) {
		id, value := number(section+8+8*i), section+number(section+12+8*i)
		switch kind := number(value); {
		case id == summaryRevision && kind == kindText && number(value+4) == len("{}")+36+1 && value+8+38 <= len(data):
			code = data[value+8 : value+8+38]
		case (id == summaryCreated || id == summarySaved) && kind == kindTime && value+12 <= len(data):
			times = append(times, data[value+4:value+12])
		}
	}
	if err == nil && (len(code) == 0 || code[0] != '{' || code[37] != '}' || len(times) != 2) {
		err = broken
	}
	return code, times, err
}

// fileTime is a time as Windows counts: in units of 100 ns since 1601.
func fileTime(t time.Time) uint64 { return uint64(t.Unix()+11_644_473_600) * 10_000_000 }
