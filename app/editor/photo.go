package editor

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	_ "image/png" // photos come as PNG too
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"golang.org/x/image/draw"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/photo"
	"resumax/storage/file"
	"resumax/widgets"
)

const (
	photoFileLimit  = 20 << 20   // bytes: no camera's JPEG is larger
	photoPixelLimit = 80_000_000 // pixels: 320 MB while decoded
	photoSide       = 600        // pixels kept of the longer side: 300 dpi on 5 cm of paper
)

const imageAddress = resume.Basics + "/image"

// photo is the part of the contact form for the photo.
func (e *Editor) photo(s session.Snapshot) fyne.CanvasObject {
	column := widgets.NewColumn(8, widgets.NewStrong(tr.T("editor.photo", "Photo")))
	ref := s.Resume.Basics.Image
	choose := widgets.NewButton(tr.T("editor.choose-photo", "Choose photo…"), e.choosePhoto)
	e.place(imageAddress, adds, choose)
	if ref == "" {
		column.Add(widgets.NewMuted(tr.T("editor.leave-it-out-in", "Leave it out in the US, UK and Canada. It is common in parts of Europe and Asia.")))
		column.Add(container.NewHBox(choose))
		return column
	}
	buttons := container.NewHBox(choose, widgets.NewButton(tr.T("editor.remove", "Remove"), func() {
		e.session.Edit(tr.T("editor.remove-photo", "Remove photo"), imageAddress, resume.RemoveEdit(imageAddress))
	}))
	if img := decodedPhoto(ref); img != nil {
		picture := canvas.NewImageFromImage(img)
		picture.FillMode = canvas.ImageFillContain
		picture.SetMinSize(photoSize(img.Bounds().Size()))
		column.Add(container.NewHBox(picture, inset(container.NewCenter(buttons), 0, 6)))
		return column
	}
	column.Add(widgets.NewMuted(tr.T("editor.linked-photo", "Linked photo: {{.Shortened}}", tr.With{"Shortened": shortened(ref)})))
	column.Add(buttons)
	return column
}

// photoSize is the size in which the form shows a picture of so many pixels, in Fyne's units.
func photoSize(pixels image.Point) fyne.Size {
	const side = 84
	longer := float32(max(1, pixels.X, pixels.Y))
	return fyne.NewSize(side*float32(pixels.X)/longer, side*float32(pixels.Y)/longer)
}

func shortened(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

// decodedPhoto is the picture inside the file, nil for none that can be decoded.
func decodedPhoto(ref string) image.Image {
	raw, err := photo.Data(ref, photoFileLimit)
	if err != nil {
		return nil
	}
	img, err := decodePicture(raw)
	if err != nil {
		return nil
	}
	return photo.Upright(scaled(img), photo.Orientation(raw))
}

func (e *Editor) choosePhoto() {
	e.services.PickPhoto(func(path string) {
		ref, err := photoFrom(path)
		if err != nil {
			e.services.ShowError(err.Error())
			return
		}
		e.session.Edit(tr.T("editor.choose-photo-2", "Choose photo"), imageAddress, func(d resume.Document) (resume.Document, error) {
			return d.Set(imageAddress, resume.Text(ref))
		})
	})
}

// photoFrom reads a picture from disk and makes a data URI of it, scaled to what a
// page can show, so that the project stays one small file.
func photoFrom(path string) (string, error) {
	f, err := file.Open(path)
	if err != nil {
		return "", fmt.Errorf("%s: %w", tr.T("editor.couldnt-open-the-photo", "couldn't open the photo"), err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, photoFileLimit+1))
	if err != nil {
		return "", fmt.Errorf("%s: %w", tr.T("editor.couldnt-read-the-photo", "couldn't read the photo"), err)
	}
	if len(raw) > photoFileLimit {
		return "", errors.New(tr.T("editor.the-photo-is-larger", "the photo is larger than 20 MB: choose a smaller one"))
	}
	img, err := decodePicture(raw)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	upright := photo.Upright(scaled(img), photo.Orientation(raw)) // the JPEG has no orientation
	if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: 88}); err != nil {
		return "", fmt.Errorf("%s: %w", tr.T("editor.couldnt-convert-the-photo", "couldn't convert the photo"), err)
	}
	return photo.URI(out.Bytes()), nil
}

func decodePicture(raw []byte) (image.Image, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, errors.New(tr.T("editor.this-isnt-a-png", "this isn't a PNG or JPEG image: choose another file"))
	}
	if size.Width*size.Height > photoPixelLimit {
		return nil, errors.New(tr.T("editor.the-photo-has-more", "the photo has more than 80 million pixels: choose a smaller one"))
	}
	img, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, errors.New(tr.T("editor.the-photo-is-damaged", "the photo is damaged: choose another file"))
	}
	return img, nil
}

// scaled is the picture on white, its longer side at most photoSide.
func scaled(img image.Image) image.Image {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if longer := max(w, h); longer > photoSide {
		w, h = max(1, w*photoSide/longer), max(1, h*photoSide/longer)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(out, out.Bounds(), img, b, draw.Over, nil)
	return out
}
