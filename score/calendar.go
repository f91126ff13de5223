package score

// calendar notes which months something was done in. Months are counted from
// the year 0.
type calendar struct {
	busy   int // how many months
	months map[int]uint64
}

// maxMonths bounds one span: nobody works longer at one thing.
const maxMonths = 60 * 12

// mark notes the months from first to last.
func (c *calendar) mark(first, last int) {
	if c.months == nil {
		c.months = map[int]uint64{}
	}
	for m := first; m <= min(last, first+maxMonths); m++ {
		word, bit := m/64, uint64(1)<<(m%64)
		if c.months[word]&bit == 0 {
			c.months[word] |= bit
			c.busy++
		}
	}
}

// has reports whether anything was done in the month.
func (c *calendar) has(month int) bool { return c.months[month/64]&(1<<(month%64)) != 0 }
