package editor

import "fyne.io/fyne/v2"

// iconSort shows lines that grow shorter, with an arrow pointing down.
var iconSort = fyne.NewStaticResource("sort.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" d="M3 6h11v2H3zM3 11h8v2H3zM3 16h5v2H3zM17 5h2v10.2l2.3-2.3 1.4 1.4-4.7 4.7-4.7-4.7 1.4-1.4 2.3 2.3z"/></svg>`))
