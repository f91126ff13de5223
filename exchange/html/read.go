package html
import ("context"; "resumax/exchange/format")
func sniff(data []byte) bool { return false }
func read(ctx context.Context, in format.Input) (format.Reading, error) { return format.Reading{}, nil }
