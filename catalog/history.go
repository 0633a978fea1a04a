package catalog

import "time"

// StepID is the number of a step in the history, from 1 without gaps.
type StepID int64

// Action names what a step did. app/present has the words.
type Action string

// Actions.
const (
	ActionCreate    Action = "create" // the catalogue, with its vocabulary
	ActionImport    Action = "import"
	ActionTag       Action = "tag"
	ActionReread    Action = "reread" // files were read again
	ActionUnite     Action = "unite"  // tags of versions of one picture
	ActionObserve   Action = "observe"
	ActionDetermine Action = "determine"
	ActionReview    Action = "review"
	ActionLot       Action = "lot"
	ActionPack      Action = "pack"       // a rule pack was loaded
	ActionWords     Action = "vocabulary" // tables were taken into the vocabulary
	ActionComplete  Action = "complete"   // a catalogue of an older program got what it lacked; cannot be undone
	ActionSetting   Action = "setting"
	ActionExport    Action = "export"
	ActionRemove    Action = "remove"   // photos, into the bin
	ActionRestore   Action = "restore"  // photos, out of it
	ActionSearch    Action = "search"   // a saved search was made, changed or deleted
	ActionTemplate  Action = "template" // likewise a template
	ActionUndo      Action = "undo"
	ActionRedo      Action = "redo"
)

// Step is one user action in the history. An import that needs several
// transactions is several steps that are PartOf the first, undone as one.
type Step struct {
	ID     StepID
	At     time.Time // UTC
	Actor  string    // what the user entered, "" when nobody did
	Action Action
	PartOf StepID         // the first step of the action; itself when there is one
	Of     StepID         // for undo and redo: the PartOf of what was reversed
	Detail map[string]any // language-neutral facts for the words, such as photos: 38
	Photos []PhotoID      // the first MaxStepPhotos that it touched, only when it was just done
	Hash   string         // of the chain up to here, hexadecimal SHA-256

	Touched int // how many photos it touched, only when it was just done

	Undone bool // it was undone and not redone, only when the history lists it
}

// HistoryOf is a part of the history. The zero value is all of it.
type HistoryOf struct {
	Photo PhotoID // what touched it, 0 for any
	Actor *string // what somebody did, "" for who was not named; nil for anybody
}

// MaxStepPhotos is how many of the photos that it touched a step lists.
const MaxStepPhotos = 10_000

// Finding is one thing verify found wrong.
type Finding struct {
	Code    Code
	Subject string // the photo, file or step
	Path    string // of the file, where there is one
	Detail  string // for logs
}

// Codes of findings.
const (
	FoundMissing    Code = "original_missing"
	FoundAltered    Code = "original_altered"
	FoundUnreadable Code = "original_unreadable"
	FoundStepEdited Code = "step_edited"
	FoundStepGone   Code = "step_removed"
	FoundRowEdited  Code = "row_edited" // a row differs from what the history says
	FoundDatabase   Code = "database_damaged"
)
