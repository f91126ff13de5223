package score

// volume: how many bullets have a number and an outcome.
var volume = check{
	id: "volume", name: "Quantified results, count", dimension: "impact", max: 7, find: findVolume,
	how:    "How many bullets have both a number and a result. Six earn full points, three for juniors.",
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

const volumePoints = 7

func findVolume(r *reading) []Finding {
	const points = volumePoints
	lacking := r.unquantified()
	have := len(r.bullets) - len(lacking)
	need := r.fullCount() - have
	if need <= 0 {
		return nil
	}
	var patches []patch
	for _, b := range lacking[:min(need, len(lacking))] {
		patches = append(patches, b.append(slotResult))
	}
	for range need - len(patches) {
		patches = append(patches, r.addBullet(slotBullet))
	}
	address := r.target().Parent().Parent()
	if len(lacking) > 0 {
		address = lacking[0].address
	}
	return []Finding{{Lost: points * float64(need) / float64(r.fullCount()), Address: address, Kind: Ask, patch: both(patches...),
		Why: r.say("The bullets have %s with a number; %d earn full points at your level.", count(have, "result"), r.fullCount()),
		Fix: r.say("Add %s, with numbers", count(need, "more result"))}}
}
