package docx

import (
	"context"

	"resumax/exchange/office"
	"resumax/exchange/structure"
)

// Is reports whether a file is Word's.
func Is(data []byte) bool { return sniff(data) }

// Paragraphs are the paragraphs of any file of Word's, a resume or not, in the order in
// which a person reads them. Errors name the file.
func Paragraphs(ctx context.Context, data []byte, name string) ([]structure.Paragraph, error) {
	if err := unreadable(data, name); err != nil {
		return nil, err
	}
	d, err := open(ctx, data)
	if err != nil {
		return nil, damaged(ctx, name, err)
	}
	return office.Paragraphs(d.blocks), nil
}
