package score

import (
	"cmp"
	"slices"
)

// volume: how many bullets have a number and an outcome.
var volume = check{
	id: "volume", name: "Quantified results, count", dimension: "impact", max: 9, find: findVolume,
	how:    "How many bullets have both a measured number and a result; one without the other counts a half. Six earn full points, three for juniors.",
	source: "In studies of screeners the count predicts better than the share, so both are here. " + ours,
	passes: "six bullets with a number and a result",
	fails:  "eleven bullets, two of them with a number",
}

// fullCount is how many bullets with a number and an outcome earn all points.
func (r *reading) fullCount() int {
	if r.level == Junior {
		return 3
	}
	return 6
}

const volumePoints = 9

// A bullet with a number and an outcome, in the halves that volume counts in.
const wholeResult = 2

// results is what a bullet counts for the volume, in halves: a number without an outcome
// and an outcome without a number each tell half of a result. In the share they count
// nothing, so that a result is worth finishing.
func (s *sentence) results() int {
	switch {
	case s.quantified():
		return wholeResult
	case s.metric || s.outcome:
		return 1
	}
	return 0
}

// volumeLost is what lacks to the full count, where so many halves are there.
func (r *reading) volumeLost(halves int) float64 {
	full := wholeResult * r.fullCount()
	return volumePoints * max(0, float64(full-halves)/float64(full))
}

func findVolume(r *reading) []Finding {
	have, whole := 0, 0
	for i := range r.bullets {
		b := &r.bullets[i]
		have += b.results()
		if b.quantified() {
			whole++
		}
	}
	lost := r.volumeLost(have)
	switch {
	case lost == 0:
		return nil
	case r.quiet:
		return alone(lost)
	}
	lacking := r.unquantified()
	slices.SortStableFunc(lacking, func(a, b *bullet) int { return cmp.Compare(b.results(), a.results()) }) // half of the work is done
	var patches []patch
	need := wholeResult*r.fullCount() - have
	for _, b := range lacking {
		if need <= 0 {
			break
		}
		patches = append(patches, b.appended(slotResult).patch)
		need -= wholeResult - b.results()
	}
	patches = append(patches, r.newResults()...)
	address := r.target().Parent().Parent()
	if len(lacking) > 0 {
		address = lacking[0].address
	}
	return []Finding{{Lost: lost, Address: address, Kind: Ask, patch: both(patches...),
		Why: r.say("The bullets have %s with a number; %d earn full points at your level.", count(whole, "result"), r.fullCount()),
		Fix: r.say("Add %s, with numbers", count(len(patches), "more result"))}}
}

// newResults are the new bullets that the full count takes, once all that are there have a
// result with a number.
func (r *reading) newResults() (patches []patch) {
	for range r.fullCount() - len(r.bullets) {
		patches = append(patches, r.addBullet(slotBullet))
	}
	return patches
}
