//go:build linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal wants to know a portal for documents, which passes files
// into sandboxes. The real one mounts a file system for that, which not every
// machine allows and which might stay behind. ResuMax is in no sandbox, so the
// tests have one that only says where it would be: their own program, which the
// bus starts with this argument.
const (
	documentsName = "org.freedesktop.portal.Documents"
	documentsPath = "/org/freedesktop/portal/documents"
	playDocuments = "play-documents-portal"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == playDocuments {
		if err := serveDocuments(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func executable(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// serveDocuments is the portal until the bus ends.
func serveDocuments() error {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.Export(documents{}, documentsPath, documentsName); err != nil {
		return err
	}
	if err := conn.Export(properties{}, documentsPath, "org.freedesktop.DBus.Properties"); err != nil {
		return err
	}
	if reply, err := conn.RequestName(documentsName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		return fmt.Errorf("%s: answer %v, %v", documentsName, reply, err)
	}
	<-conn.Context().Done()
	return nil
}

type documents struct{}

// GetMountPoint is the folder, as C has paths.
func (documents) GetMountPoint() ([]byte, *dbus.Error) {
	return append([]byte(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "doc")), 0), nil
}

type properties struct{}

func (properties) GetAll(string) (map[string]dbus.Variant, *dbus.Error) {
	return map[string]dbus.Variant{"version": dbus.MakeVariant(uint32(5))}, nil
}
