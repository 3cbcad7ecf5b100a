//! A decision of the reader as a record of the journal: in the same words as notes, so that it can
//! be read without the program, under a type of its own, since the standard has none for it.

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        decision::{Decided, Decision, DecisionId},
        discrepancy::DiscrepancyKind,
        grouping::Grouping,
        note::{Cited, Target},
        ruling::{Judged, Ruling, Verdict},
    },
    store::{
        annotation::{self, Context, VERSION},
        words::{NAME, Source, Words},
    },
};

/// What a record of a decision says of itself.
pub(crate) const TYPE: &str = "variorum:Decision";
const DECISION: &str = "decision:";

/// The name of a decision among all resources.
pub(crate) fn iri(id: &DecisionId) -> String {
    format!("{NAME}{DECISION}{id}")
}

/// The decision that is meant by such a name; None where it names none.
pub(crate) fn id(iri: &str) -> Option<DecisionId> {
    let id = iri.strip_prefix(NAME)?.strip_prefix(DECISION)?;
    Some(DecisionId(id.to_string()))
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Record {
    #[serde(rename = "@context")]
    context: Context,
    id: String,
    r#type: String,
    #[serde(rename = "variorum:version")]
    version: u32,
    created: String,
    #[serde(flatten)]
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "variorum:decision", rename_all = "kebab-case")]
enum What {
    Split {
        #[serde(rename = "variorum:moved")]
        moved: Vec<Source>,
        #[serde(rename = "variorum:rest")]
        rest: Vec<Source>,
    },
    Merge {
        #[serde(rename = "variorum:one")]
        one: Vec<Source>,
        #[serde(rename = "variorum:other")]
        other: Vec<Source>,
    },
    Pin {
        target: Box<(Words, Words)>,
    },
    Forbid {
        target: Box<(Words, Words)>,
    },
    Confirm(Readings),
    Dismiss(Readings),
}

#[derive(Debug, Serialize, Deserialize)]
struct Readings {
    #[serde(rename = "variorum:kind")]
    kind: String,
    /// The words of each reading, in the order of the targets.
    #[serde(rename = "variorum:readings")]
    readings: Vec<String>,
    /// A sentence of each.
    target: Vec<Words>,
}

impl From<&Decided> for Record {
    fn from(it: &Decided) -> Self {
        Self {
            context: annotation::context(),
            id: iri(&it.id),
            r#type: TYPE.to_string(),
            version: VERSION,
            created: it.at.clone(),
            what: What::from(&it.decision),
        }
    }
}

impl From<&Decision> for What {
    fn from(it: &Decision) -> Self {
        let all = |it: &[Cited]| it.iter().map(Source::from).collect();
        match it {
            Decision::Group(Grouping::Split { moved, rest }) => What::Split {
                moved: all(moved),
                rest: all(rest),
            },
            Decision::Group(Grouping::Merge { one, other }) => What::Merge {
                one: all(one),
                other: all(other),
            },
            Decision::Link(ruling, pair) => {
                let target = Box::new((Words::from(&pair.0), Words::from(&pair.1)));
                match ruling {
                    Ruling::Pin => What::Pin { target },
                    Ruling::Forbid => What::Forbid { target },
                }
            }
            Decision::Judge(verdict, judged) => {
                let (readings, target) = judged
                    .readings
                    .iter()
                    .map(|(text, it)| (text.clone(), Words::from(it)))
                    .unzip();
                let told = Readings {
                    kind: judged.kind.name().to_string(),
                    readings,
                    target,
                };
                match verdict {
                    Verdict::Confirm => What::Confirm(told),
                    Verdict::Dismiss => What::Dismiss(told),
                }
            }
        }
    }
}

impl Record {
    /// None where its name is none of a decision, or it is about what is not known here.
    pub(crate) fn decided(self) -> Option<Decided> {
        Some(Decided {
            id: id(&self.id)?,
            at: self.created,
            decision: self.what.decision()?,
        })
    }
}

impl What {
    fn decision(self) -> Option<Decision> {
        let all = |it: Vec<Source>| it.into_iter().map(Cited::from).collect();
        let link = |ruling, target: Box<(Words, Words)>| {
            let pair = (Target::from(target.0), Target::from(target.1));
            Decision::Link(ruling, Box::new(pair))
        };
        let judge = |verdict, it: Readings| {
            if it.target.len() != it.readings.len() || it.target.len() < 2 {
                return None;
            }
            let targets = it.target.into_iter().map(Target::from);
            let judged = Judged {
                kind: DiscrepancyKind::named(&it.kind)?,
                readings: it.readings.into_iter().zip(targets).collect(),
            };
            Some(Decision::Judge(verdict, judged))
        };
        Some(match self {
            What::Split { moved, rest } => Decision::Group(Grouping::Split {
                moved: all(moved),
                rest: all(rest),
            }),
            What::Merge { one, other } => Decision::Group(Grouping::Merge {
                one: all(one),
                other: all(other),
            }),
            What::Pin { target } => link(Ruling::Pin, target),
            What::Forbid { target } => link(Ruling::Forbid, target),
            What::Confirm(it) => judge(Verdict::Confirm, it)?,
            What::Dismiss(it) => judge(Verdict::Dismiss, it)?,
        })
    }
}
