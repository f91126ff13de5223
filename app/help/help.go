// Package help is the texts of the Help menu.
package help

import (
	"fyne.io/fyne/v2/container"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/widgets"
)

// ShowScore explains the score.
func ShowScore(s *shell.Shell) {
	s.Sheet(tr.T("help.what-the-score-means", "What the score means"),
		widgets.NewLabel(tr.T("help.every-resume-starts-at", "Every resume starts at 100. Each finding subtracts the points it names, and nothing else does. The number beside a finding is what the score gains when you fix it.")),
		widgets.NewLabel(tr.T("help.results-backed-by-numbers", "Results backed by numbers weigh most, because recruiters look for them first. Then come role fit, specificity, writing, structure, length and correctness.")),
		widgets.NewLabel(tr.T("help.the-score-is-computed", "The score is computed on this computer by fixed rules: the same resume always gets the same score. Name, school, employers, photo and address don't count.")),
		widgets.NewLabel(tr.T("help.it-depends-on-the", "It depends on the target role and the level. The role is detected from titles and terms until you choose one. The level is computed from the dates of all work: choose another one if your earlier years were in another field.")),
		widgets.NewLabel(tr.T("help.it-measures-how-well", "It measures how well the resume is written for its role. It can't predict interviews or the ranking of a hiring system.")))
}

// ShowImport explains how resumes of other programs are brought in. Files names what can be read.
func ShowImport(s *shell.Shell, files string) {
	s.Sheet(tr.T("help.bringing-in-a-resume", "Bringing in a resume"),
		widgets.NewLabel(tr.T("help.choose-file-import-or", "Choose File ▸ Import…, or drop a file anywhere on the window. ResuMax reads {{.Files}}. What counts is a file's content, not its name.", tr.With{"Files": files})),
		widgets.NewLabel(tr.T("help.files-that-say-which", "Files that say which field is which become a project at once. Of all others you see the file at the left, with what was taken marked on it, and the resume at the right. Click one side to see the other; click a field twice to correct it.")),
		widgets.NewLabel(tr.T("help.check-marks-what-was", "“Check” marks what was guessed. Space says that it is right and leads to the next one.")),
		widgets.NewLabel(tr.T("help.left-over-is-what", "Left over is what found no place. Drag it onto a field or a heading, or press Enter to choose where it goes. Shift or Ctrl with a click chooses several pieces, of which lines that belong together are joined. What is still left when you import can stay in a section “Left over”, which is hidden: it isn't printed until you show it.")),
		widgets.NewLabel(tr.T("help.the-file-is-only", "The file is only read. The import is one step that can be undone in a new project, which is yours once you save it.")),
		widgets.NewLabel(tr.T("help.a-scan-is-a", "A scan is a picture of a resume, without text. If Tesseract, a free program, is installed, ResuMax offers to recognize its text on this computer.")))
}

// ShowTailor explains the Tailor mode.
func ShowTailor(s *shell.Shell) {
	s.Sheet(tr.T("help.tailoring-to-a-job", "Tailoring to a job"),
		widgets.NewLabel(tr.T("help.copy-the-whole-posting", "Copy the whole posting in your browser and paste it in Tailor, or open a saved page, a PDF, a Word file or a text. Links are not opened: nothing is sent or fetched.")),
		widgets.NewLabel(tr.T("help.the-posting-is-shown", "The posting is shown with what it asks for marked: proved by a bullet, only listed or implied, elsewhere in your file but not in this version, or missing. Click a mark, or a row at the right, to see the posting's sentence and your best proof.")),
		widgets.NewLabel(tr.T("help.the-match-is-a", "The match is a number from 0 to 100, apart from the score: what is required counts most, then what is preferred, the job title, years, degrees and licenses, and how much of it recent bullets prove. Repeating a word gains nothing, nor does what is hidden or copied from the posting. Over 80, stop editing.")),
		widgets.NewLabel(tr.T("help.use-what-you-already", "“Use what you already wrote” shows, moves, lists or respells your own words, one step each. What is missing is yours to decide: add it only if it is true, or put it on the list of questions to prepare.")),
		widgets.NewLabel(tr.T("help.make-a-version-for", "“Make a version for this job” makes a variant: what you change in it leaves the base resume as it is.")),
		widgets.NewLabel(tr.T("help.if-something-was-read", "If something was read wrongly, correct it: the pencil has the facts, and the dots at a requirement say whether it is required, or not for you. The posting's own text stays as it is.")))
}

// ShowPrepare explains the Prepare mode, and why it works.
func ShowPrepare(s *shell.Shell) {
	s.Sheet(tr.T("help.preparing-for-an-interview", "Preparing for an interview"),
		widgets.NewLabel(tr.T("help.the-questions-come-from", "The questions come from your resume: each number asks to be defended, each technology and method asks why that one, each strong bullet is a story, gaps and short stays ask for one sentence, and a posting asks for proof. They are what your lines invite, not a forecast of what you will be asked.")),
		widgets.NewLabel(tr.T("help.practice-shows-one-question", "Practice shows one question at a time. Say the answer aloud, show the points, tick what you said, and say how it went: Again, Hard, Good or Easy (1 to 4). The card comes back when you are about to forget it, and always before the day of your interview.")),
		widgets.NewLabel(tr.T("help.numbers-lists-each-number", "Numbers lists each number once. Note where it is from and what of it is yours. One that you can’t defend keeps the resume from being exported until you change it. Stories are told in two minutes: situation, task, action, result, and what you learned. After an interview, note in Debrief what they asked.")),
		widgets.NewLabel(tr.T("help.readiness-is-the-share", "Readiness is the share of likely questions that you practiced with confidence. It says nothing about whether you will get the job.")),
		widgets.NewStrong(tr.T("help.why-this-works", "Why this works")),
		widgets.NewLabel(tr.T("help.what-is-recalled", "What is recalled is remembered better days later than what is read again, though reading again seems to work better at first (Roediger and Karpicke, Psychological Science, 2006). What is practiced on several days is remembered longer than what is practiced at once (Cepeda and others, Psychological Bulletin, 2006). A review of ten ways to learn rates these two highest (Dunlosky and others, Psychological Science in the Public Interest, 2013). All three are about learning texts and words, not about interviews.")),
		widgets.NewLabel(tr.T("help.structured-interviews-rated", "Structured interviews, in which everyone gets the same questions and answers are rated alike, are among the better predictors of performance at work, though studies differ widely (Sackett and others, Journal of Applied Psychology, 2022). They ask what you did, or would do (Levashina and others, Personnel Psychology, 2014). So stories with a situation, an action and a result are worth preparing.")),
		widgets.NewLabel(tr.T("help.candidates-who-knew", "Candidates who knew what was being rated did better in such interviews (Klehe and others, Human Performance, 2008), and the ratings of those who were coached on what is asked told more about their work (Maurer, Solamon and Lippstreu, Journal of Organizational Behavior, 2008). The studies are few, and none says by how much you would gain.")),
		widgets.NewLabel(tr.T("help.when-a-card-comes", "When a card comes back is planned by FSRS, a published scheduler that models how memory fades.")))
}

// ShowVariants explains variants.
func ShowVariants(s *shell.Shell) {
	s.Sheet(tr.T("help.variants", "Variants"),
		widgets.NewLabel(tr.T("help.a-variant-is-your", "A variant is your resume for one application. It keeps only what differs from the base resume: other words, hidden or added bullets, another order, another design. All else is the base's, so a new phone number reaches every variant.")),
		widgets.NewLabel(tr.T("help.choose-variant-new-variant", "Choose Variant ▸ New variant…, or make one from a posting in Tailor. The switcher beside the file's name shows which one you edit; Ctrl+J opens it, or searches more than ten. What you change while a variant is shown stays in it. To change all of them, show the base resume and edit there.")),
		widgets.NewLabel(tr.T("help.marks-each-field-bullet", "◆ marks each field, bullet, entry and section that differs. Click it, or press Alt+Enter in the field, to see what the base says, to go back to that, or to use your wording everywhere. F5 leads to the next difference. “Compare with base” lists them all.")),
		widgets.NewLabel(tr.T("help.marks-a-place-where", "▲ marks a place where the base has changed since you worded it differently. Your wording stays until you decide: keep it, go back to the base, or use it everywhere.")),
		widgets.NewLabel(tr.T("help.the-base-may-hold", "The base may hold more than fits on a page. Hide what only some applications need (the eye beside a bullet, or Ctrl+Shift+H), and show it in the variants that need it. What is hidden is neither printed nor scored.")),
		widgets.NewLabel(tr.T("help.exports-printing-and-the", "Exports, printing and the ATS check use the variant that is shown. All variants are in the resume's own file, and leave with no export.")))
}

// ShowAbout shows version, license and privacy.
func ShowAbout(s *shell.Shell, version string) {
	s.Sheet(tr.T("help.about", "ResuMax {{.Version}}", tr.With{"Version": version}),
		widgets.NewLabel(tr.T("help.a-resume-editor-with", "A resume editor with a live page and score.")),
		widgets.NewLabel(tr.T("help.your-files-are-plain", "Your files are plain JSON Resume on your own disk. ResuMax has no network code: nothing is sent, nothing is fetched.")),
		widgets.NewLabel(tr.T("help.mit-license", "MIT License.")),
		container.NewHBox(widgets.NewButton(tr.T("help.third-party-licenses", "Third-party licenses…"), func() { ShowNotices(s) })))
}
