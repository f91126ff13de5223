package prep

import (
	"fmt"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v4"

	"resumax/resume"
)

// Grade is how an answer went.
type Grade int

// The grades.
const (
	Again Grade = iota + 1 // not answered
	Hard                   // with effort
	Good                   // as it should be
	Easy                   // without thinking
)

// Review is the memory of a card, as the Free Spaced Repetition Scheduler (FSRS) models it, and
// when it is due. The zero Review is a card that was never practiced.
type Review struct {
	Due        resume.Date
	Last       resume.Date
	Stability  float64 // days until it is remembered with 90% probability
	Difficulty float64 // 1 to 10
	Reps       int
	Lapses     int
	State      int // 0 new, 1 learning, 2 review, 3 relearning
	Days       int // from Last to Due, as it was planned

	raw resume.Value
}

// IsNew reports whether the card was never practiced.
func (r Review) IsNew() bool { return r.Reps == 0 }

// IsDue reports whether a card is to be practiced on a day: it was never, or its day has come.
func (r Review) IsDue(today resume.Date) bool {
	return r.IsNew() || r.Due.IsZero() || days(r.Due) <= days(today)
}

// Late is how many days a card is overdue, 0 for one that is not.
func (r Review) Late(today resume.Date) int {
	if r.IsNew() || r.Due.IsZero() || today.Day == 0 {
		return 0
	}
	return max(0, days(today)-days(r.Due))
}

func reviewOf(v resume.Value) Review {
	return Review{Due: dayOf(text(v, "due")), Last: dayOf(text(v, "last")), Stability: max(0, float(v, "stability")), Difficulty: max(0, float(v, "difficulty")),
		Reps: max(0, number(v, "reps")), Lapses: max(0, number(v, "lapses")), State: min(3, max(0, number(v, "state"))), Days: max(0, number(v, "days")), raw: v}
}

func (r Review) value() resume.Value {
	if r.IsNew() && r.raw.Len() == 0 {
		return resume.Value{}
	}
	return with(r.raw, "due", dayValue(r.Due), "last", dayValue(r.Last), "stability", floatValue(r.Stability), "difficulty", floatValue(r.Difficulty),
		"reps", resume.Int(r.Reps), "lapses", resume.Int(r.Lapses), "state", resume.Int(r.State), "days", resume.Int(r.Days))
}

// days counts a day from a fixed one on.
func days(d resume.Date) int { return int(timeOf(d).Unix() / (24 * 60 * 60)) }

func timeOf(d resume.Date) time.Time {
	return time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
}

// scheduler plans in whole days: nobody practices an interview ten minutes later. There is no
// chance in it, so that the same answers give the same days.
func scheduler(longest int) *fsrs.FSRS {
	p := fsrs.DefaultParam()
	p.EnableShortTerm = false
	p.EnableFuzz = false
	p.MaximumInterval = float64(longest)
	return fsrs.NewFSRS(p)
}

// farthest is the longest interval in days where no interview is planned: half a year.
const farthest = 183

// Schedule is the review after an answer on a day. Before an interview no card is planned for
// later than its day: with some days left, each card comes once more. An interview that has
// passed, or the zero date, is none.
func (r Review) Schedule(today, interview resume.Date, grade Grade) (Review, error) {
	if grade < Again || grade > Easy {
		return r, fmt.Errorf("%d is no grade: 1 (again) to 4 (easy)", grade)
	}
	if today.Day == 0 {
		return r, fmt.Errorf("“%s” is no day", today)
	}
	longest := farthest
	left := days(interview) - days(today)
	if !interview.IsZero() && left >= 0 {
		longest = max(1, min(longest, left))
	}
	now := timeOf(today)
	card := fsrs.NewCard(now)
	if !r.IsNew() && r.Stability > 0 && r.Difficulty > 0 {
		card = fsrs.Card{Due: timeOf(r.Due), Stability: r.Stability, Difficulty: r.Difficulty, ScheduledDays: uint64(r.Days), Reps: uint64(r.Reps), Lapses: uint64(r.Lapses),
			State: fsrs.State(r.State), LastReview: timeOf(r.Last)}
		if card.LastReview.After(now) {
			card.LastReview = now // practiced under another clock
		}
	}
	info, err := scheduler(longest).Next(card, now, fsrs.Rating(grade))
	if err != nil {
		return r, err
	}
	c := info.Card
	interval := int(c.Due.Sub(now).Hours()/24 + 0.5)
	interval = max(1, min(interval, longest))
	if left == 0 && !interview.IsZero() {
		interval = 1 // the day itself: what comes after is for the next one
	}
	due := now.AddDate(0, 0, interval)
	return Review{Due: resume.DayOf(due), Last: today, Stability: c.Stability, Difficulty: c.Difficulty, Reps: int(c.Reps), Lapses: int(c.Lapses),
		State: int(c.State), Days: interval, raw: r.raw}, nil
}

// Practice keeps an answer to a card: its grade, the confidence (1 to 5) and the points that
// were met.
func (c Card) Practice(today, interview resume.Date, grade Grade, confidence int, ticked []int) (Card, error) {
	r, err := c.Review.Schedule(today, interview, grade)
	if err != nil {
		return c, err
	}
	c.Review, c.Confidence, c.Ticked = r, min(5, max(1, confidence)), ticked
	return c, nil
}
