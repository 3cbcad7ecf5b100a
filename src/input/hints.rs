//! What the footer of each screen names: the keys that matter most there, in the order of their
//! worth, since the footer is cut where the screen is narrow. All keys are in the help.

use crate::input::command::{
    Command::{self, *},
    Scope,
};

/// Commands that are told together, and the word or two that say what they do.
pub struct Hint {
    pub commands: &'static [Command],
    pub word: &'static str,
}

const fn one(commands: &'static [Command], word: &'static str) -> Hint {
    Hint { commands, word }
}

/// The way to the other views of a story.
const VIEWS: Hint = one(
    &[GoSources, GoClaims, GoDiscrepancies, GoOrigins, GoNotes],
    "views",
);
const BACK: Hint = one(&[Back], "back");
const SOURCES: Hint = one(&[Left, Right], "source");

/// The last of every screen but the note editor.
pub const HELP: Hint = one(&[Help], "keys");

/// The hints of a screen, the most useful first.
pub fn hints(scope: Scope) -> &'static [Hint] {
    match scope {
        Scope::Stories => STORIES,
        Scope::Compare => COMPARE,
        Scope::Sources => EACH,
        Scope::Claims => CLAIMS,
        Scope::Discrepancies => DISCREPANCIES,
        Scope::Origins => ORIGINS,
        Scope::Notes => NOTES,
        Scope::Decisions => DECISIONS,
        Scope::Editor => EDITOR,
        Scope::Everywhere => &[],
    }
}

/// The hints of a box to read.
pub const BOX: &[Hint] = &[
    one(&[Down, Up], "scroll"),
    one(&[PageDown, PageUp], "page"),
    one(&[First, Last], "ends"),
    one(&[Back], "close"),
];

const STORIES: &[Hint] = &[
    one(&[Open], "open"),
    one(&[FilterStories], "filter"),
    one(&[Search], "search"),
    one(&[SortStories], "sort"),
    VIEWS,
    one(&[Close], "quit"),
    one(&[AboutStory], "why one story"),
    one(&[MergeStory], "merge"),
    one(&[SplitStory], "split"),
    one(&[Dropped], "doubts"),
    one(&[AnnotateStory], "note"),
    one(&[Export], "export"),
    one(&[Palette], "commands"),
];
const COMPARE: &[Hint] = &[
    one(&[NextDifference], "differs"),
    one(&[Open], "words"),
    one(&[NextPane], "pane"),
    one(&[ReadOmission], "omitted"),
    one(&[AnnotateSentence], "note"),
    BACK,
    VIEWS,
    one(&[Why], "why"),
    one(&[NextShared], "shared"),
    one(&[NextOnlyHere], "only here"),
    one(&[NextCarrier], "carriers"),
    one(&[ChooseSource], "source"),
    one(&[SplitPane], "more panes"),
    one(&[Search], "search"),
    one(&[Pin, Forbid], "link, unlink"),
    one(&[DismissHere], "dismiss"),
    one(&[Dropped], "dropped"),
    one(&[Export], "export"),
    one(&[Palette], "commands"),
];
const EACH: &[Hint] = &[
    one(&[Open], "panes"),
    SOURCES,
    one(&[SourceFilter], "show"),
    one(&[AnnotateSourceRow], "note"),
    VIEWS,
    BACK,
    one(&[WhySource], "why"),
    one(&[Search], "search"),
    one(&[Palette], "commands"),
];
const CLAIMS: &[Hint] = &[
    one(&[Open], "panes"),
    one(&[ClaimFilter], "show"),
    one(&[ClaimSort], "order"),
    SOURCES,
    one(&[AnnotateClaimRow], "note"),
    VIEWS,
    BACK,
    one(&[Search], "search"),
    one(&[Palette], "commands"),
];
const DISCREPANCIES: &[Hint] = &[
    one(&[Open], "panes"),
    one(&[NextReading], "next reading"),
    one(&[KindFilter], "show"),
    one(&[Confirm, Dismiss], "confirm, dismiss"),
    one(&[AnnotateDiscrepancy], "note"),
    VIEWS,
    BACK,
    one(&[Search], "search"),
    one(&[Palette], "commands"),
];
const ORIGINS: &[Hint] = &[
    one(&[OriginEvidence], "shared words"),
    SOURCES,
    one(&[Open], "panes"),
    VIEWS,
    BACK,
    one(&[Search], "search"),
    one(&[Palette], "commands"),
];
const NOTES: &[Hint] = &[
    one(&[Open], "go there"),
    one(&[EditNote], "edit"),
    BACK,
    one(&[FilterNotes], "filter"),
    one(&[NarrowNotes], "narrow"),
    one(&[Export], "export"),
    one(&[DeleteNote], "delete"),
    one(&[Undo], "undo"),
    one(&[FollowLink], "linked"),
    one(&[TakeWords], "new words"),
    one(&[Palette], "commands"),
];
const DECISIONS: &[Hint] = &[
    one(&[Revoke], "take back"),
    one(&[Open], "panes"),
    one(&[Undo], "undo"),
    BACK,
    VIEWS,
    one(&[Palette], "commands"),
];
const EDITOR: &[Hint] = &[
    one(&[SaveNote], "save"),
    one(&[LeaveEditor], "keep draft"),
    one(&[Complete], "complete"),
    one(&[ExternalEditor], "$EDITOR"),
    one(&[EditorKeys], "keys"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::command::SCOPES;

    #[test]
    fn only_what_works_on_a_screen_is_told_there() {
        for scope in SCOPES.iter().map(|it| it.scope) {
            for command in hints(scope).iter().flat_map(|it| it.commands) {
                let own = command.info().scope;
                assert!(
                    own == scope || own == Scope::Everywhere,
                    "{command:?} is told in {scope:?}"
                );
            }
        }
    }

    #[test]
    fn every_screen_tells_some() {
        let screens = SCOPES.iter().filter(|it| it.scope != Scope::Everywhere);
        for scope in screens {
            assert!(4 <= hints(scope.scope).len(), "{}", scope.name);
        }
    }
}
