//! What the reader's decisions mean for what is open: which articles, which sentences.
//!
//! They fail closed, as notes do (see `store::anchor`): a decision about an article that cannot be
//! told for certain, or about a sentence whose words have changed, is not applied; the list of
//! decisions says so.

use crate::{
    model::{
        decision::{Decision, Decisions},
        grouping::Grouping,
        index::{ArticleIx, Place},
        note::{Cited, Target},
        ruling::{Judged, Ruling, Rulings, Verdict},
    },
    store::anchor::{Placed, Places},
};

/// What a decision is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds between articles of what is open, at least one on each side.
    Group(Grouping<ArticleIx>),
    /// Holds between two sentences.
    Link(Ruling, Place, Place),
    /// Holds of a discrepancy between such sentences, if there is one.
    Judge(Verdict, Judged<Place>),
    /// Does not hold, and why.
    Idle(&'static str),
}

/// What one decision is in a bundle.
pub fn standing(places: &Places, decision: &Decision) -> Standing {
    match decision {
        Decision::Group(grouping) => group(places, grouping),
        Decision::Link(ruling, pair) => {
            match (sentence(places, &pair.0), sentence(places, &pair.1)) {
                (Ok(a), Ok(b)) => Standing::Link(*ruling, a, b),
                (Err(why), _) | (_, Err(why)) => Standing::Idle(why),
            }
        }
        Decision::Judge(verdict, judged) => match placed(places, judged) {
            Ok(here) => Standing::Judge(*verdict, here),
            Err(why) => Standing::Idle(why),
        },
    }
}

/// What all decisions say of stories, in the order made.
pub fn groupings(places: &Places, decisions: &Decisions) -> Vec<Grouping<ArticleIx>> {
    let all = decisions.iter().map(|it| standing(places, &it.decision));
    let groupings = all.filter_map(|it| match it {
        Standing::Group(grouping) => Some(grouping),
        Standing::Link(..) | Standing::Judge(..) | Standing::Idle(_) => None,
    });
    groupings.collect()
}

/// What all decisions say of links and discrepancies; of two on one thing the later holds.
pub fn rulings(places: &Places, decisions: &Decisions) -> Rulings {
    let all = decisions.iter().map(|it| standing(places, &it.decision));
    let all: Vec<Standing> = all.collect();
    rulings_of(&all.iter().collect::<Vec<_>>())
}

/// The same of decisions whose places are known, in the order made.
pub fn rulings_of(made: &[&Standing]) -> Rulings {
    let links = made.iter().filter_map(|it| match it {
        Standing::Link(ruling, a, b) => Some((*ruling, *a, *b)),
        _ => None,
    });
    let verdicts = made.iter().filter_map(|it| match it {
        Standing::Judge(verdict, judged) => Some((*verdict, judged.clone())),
        _ => None,
    });
    Rulings::new(links).and(verdicts)
}

fn group(places: &Places, grouping: &Grouping<Cited>) -> Standing {
    let here = grouping.translated(|it| places.cited(it));
    let (one, other) = here.sides();
    match one.is_empty() || other.is_empty() {
        true => Standing::Idle("its articles are not open here"),
        false => Standing::Group(here),
    }
}

fn placed(places: &Places, judged: &Judged<Target>) -> Result<Judged<Place>, &'static str> {
    let placed = |(text, it): &(String, Target)| Ok((text.clone(), sentence(places, it)?));
    let readings: Result<Vec<_>, &'static str> = judged.readings.iter().map(placed).collect();
    Ok(Judged {
        kind: judged.kind,
        readings: readings?,
    })
}

fn sentence(places: &Places, target: &Target) -> Result<Place, &'static str> {
    match places.place(target) {
        Placed::Kept(at) | Placed::Moved(at) if at.first == at.last => {
            Ok(Place::new(at.article, at.first))
        }
        Placed::Kept(_) | Placed::Moved(_) | Placed::Edited { .. } => {
            Err("the article's words have changed since")
        }
        Placed::Ambiguous(_) => Err("several places fit, and none is taken"),
        Placed::Lost => Err("its sentences are not open here"),
    }
}
