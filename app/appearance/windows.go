//go:build windows

package appearance

import (
	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// accessibility is where Windows keeps the size of text that is chosen in Settings,
// Accessibility, in percent.
const (
	accessibility = `Software\Microsoft\Accessibility`
	textScale     = "TextScaleFactor"
)

// follow reads the size of text, and reads it again when the key changes. Of the theme Fyne
// asks Windows itself, before it makes a window.
func follow(answers chan<- Desktop) {
	key, err := registry.OpenKey(registry.CURRENT_USER, accessibility, registry.QUERY_VALUE|registry.NOTIFY)
	if err != nil {
		return // never chosen
	}
	defer key.Close()
	told := Desktop{Text: 1}
	for {
		now := Desktop{Text: 1}
		if percent, _, err := key.GetIntegerValue(textScale); err == nil {
			now.Text = textOf(float64(percent) / 100)
		}
		if now != told {
			told = now
			answers <- now
		}
		if windows.RegNotifyChangeKeyValue(windows.Handle(key), false, windows.REG_NOTIFY_CHANGE_LAST_SET, 0, false) != nil {
			return
		}
	}
}
