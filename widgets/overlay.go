package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// overlay covers the window around an object that floats at a position, such as a menu. A tap beside the object closes
// it.
type overlay struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	keys    *keyTaker // what has the focus, nil if the content has
	at      fyne.Position
	width   float32 // at least, of the content
	closed  func()  // nil or called once
	open    bool
}

var (
	_ fyne.Tappable          = (*overlay)(nil)
	_ fyne.SecondaryTappable = (*overlay)(nil)
	_ desktop.Hoverable      = (*overlay)(nil)
)

// overlayMargin is the least space between what floats and the window's edge.
const overlayMargin = 4

func newOverlay(c fyne.Canvas, content fyne.CanvasObject, at fyne.Position) *overlay {
	o := &overlay{canvas: c, content: content, at: at}
	o.ExtendBaseWidget(o)
	return o
}

func (o *overlay) show() {
	o.open = true
	o.canvas.Overlays().Add(o)
	if o.keys != nil {
		o.canvas.Focus(o.keys)
	}
}

// close takes the overlay away. The focus is then what it was before.
func (o *overlay) close() {
	if !o.open {
		return
	}
	o.open = false
	o.canvas.Overlays().Remove(o)
	if o.closed != nil {
		o.closed()
	}
}

// Children returns the content, for [ScrollOf].
func (o *overlay) Children() []fyne.CanvasObject {
	if o.keys != nil {
		return []fyne.CanvasObject{o.keys, o.content}
	}
	return []fyne.CanvasObject{o.content}
}

// Tapped is called by Fyne.
func (o *overlay) Tapped(*fyne.PointEvent) { o.close() }

// TappedSecondary is called by Fyne.
func (o *overlay) TappedSecondary(*fyne.PointEvent) { o.close() }

// MouseIn is called by Fyne. Nothing below is hovered.
func (o *overlay) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is called by Fyne.
func (o *overlay) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (o *overlay) MouseOut() {}

// CreateRenderer is called by Fyne.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		objects: o.Children(),
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  o.place,
		refresh: func() { o.place(o.Size()) },
	}
}

func (o *overlay) place(size fyne.Size) {
	room := fyne.NewSize(max(0, size.Width-2*overlayMargin), max(0, size.Height-2*overlayMargin))
	least := o.content.MinSize()
	own := fyne.NewSize(min(max(least.Width, o.width), room.Width), min(least.Height, room.Height))
	o.content.Move(fyne.NewPos(max(overlayMargin, min(o.at.X, size.Width-overlayMargin-own.Width)),
		max(overlayMargin, min(o.at.Y, size.Height-overlayMargin-own.Height))))
	o.content.Resize(own)
}

// keyTaker is an invisible object that takes the keyboard for what is drawn beside it.
type keyTaker struct {
	widget.BaseWidget
	key   func(fyne.KeyName)
	typed func(rune)
}

var _ fyne.Focusable = (*keyTaker)(nil)

func newKeyTaker(key func(fyne.KeyName), typed func(rune)) *keyTaker {
	k := &keyTaker{key: key, typed: typed}
	k.ExtendBaseWidget(k)
	return k
}

// FocusGained is called by Fyne.
func (k *keyTaker) FocusGained() {}

// FocusLost is called by Fyne.
func (k *keyTaker) FocusLost() {}

// TypedRune is called by Fyne.
func (k *keyTaker) TypedRune(r rune) { k.typed(r) }

// TypedKey is called by Fyne.
func (k *keyTaker) TypedKey(ev *fyne.KeyEvent) { k.key(ev.Name) }

// CreateRenderer is called by Fyne.
func (k *keyTaker) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{min: func() fyne.Size { return fyne.Size{} }, layout: func(fyne.Size) {}, refresh: func() {}}
}

// ShowMenu shows a menu at a position on the canvas. The arrow keys go through it, Enter and Space choose, Escape closes
// it. Unlike Fyne's, it keeps the character of the Space key from what a choice gives the focus to.
func ShowMenu(c fyne.Canvas, menu *fyne.Menu, at fyne.Position) {
	if c == nil {
		return
	}
	shown := widget.NewMenu(keepingFocus(c, menu))
	o := newOverlay(c, shown, at)
	shown.OnDismiss = o.close
	o.keys = newKeyTaker(func(key fyne.KeyName) {
		switch key {
		case fyne.KeyDown:
			shown.ActivateNext()
		case fyne.KeyUp:
			shown.ActivatePrevious()
		case fyne.KeyRight:
			shown.ActivateLastSubmenu()
		case fyne.KeyLeft:
			shown.DeactivateLastSubmenu()
		case fyne.KeyReturn, fyne.KeyEnter:
			shown.TriggerLast()
		case fyne.KeyEscape:
			shown.Dismiss()
		}
	}, func(r rune) {
		if r == ' ' {
			shown.TriggerLast()
		}
	})
	o.show()
}

// menuWidth bounds the labels of a menu, which may have names of the user's, at the usual size of text.
const menuWidth = 480

// keepingFocus returns a copy of a menu whose actions keep the focus on something that is there, and whose labels are
// shortened to fit.
func keepingFocus(c fyne.Canvas, menu *fyne.Menu) *fyne.Menu {
	items := make([]*fyne.MenuItem, len(menu.Items))
	for i, item := range menu.Items {
		own := *item
		own.Label = ellipsis(item.Label, min(menuWidth*scaled(1), c.Size().Width*0.8), theme.TextSize(), fyne.TextStyle{})
		if item.Action != nil {
			own.Action = func() { KeepFocus(c, item.Action) }
		}
		if item.ChildMenu != nil {
			own.ChildMenu = keepingFocus(c, item.ChildMenu)
		}
		items[i] = &own
	}
	return fyne.NewMenu(menu.Label, items...)
}

// ShowPopover shows content at a position on the canvas until a tap beside it, Escape or the function returned closes
// it.
func ShowPopover(c fyne.Canvas, content fyne.CanvasObject, at fyne.Position) (closePopover func()) {
	o := newOverlay(c, newPopoverGround(content), at)
	key, typed := c.OnTypedKey(), c.OnTypedRune()
	o.closed = func() {
		c.SetOnTypedKey(key)
		c.SetOnTypedRune(typed)
	}
	c.SetOnTypedRune(nil)
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			o.close()
		}
	})
	o.show()
	return o.close
}
