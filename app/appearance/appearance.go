// Package appearance follows whether the desktop prefers dark windows.
package appearance

// Follow asks the desktop whether it prefers dark windows. The channel gets the answer,
// and a new one whenever that changes; it is closed when the desktop can't say, as where
// Fyne knows by itself (Windows, macOS).
func Follow() <-chan bool {
	answers := make(chan bool, 1)
	go func() {
		defer close(answers)
		follow(answers)
	}()
	return answers
}
