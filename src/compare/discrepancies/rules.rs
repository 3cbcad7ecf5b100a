//! The rules, and what each has read of the whole story before it looks at a pair.
//!
//! A rule about the whole story is a line in `of_story`, one about two linked sentences a line in
//! `of_pair`, or in `possible_of_pair` where it knows little. What differs in form stands in `slight`.

use std::collections::HashMap;

use foldhash::{HashSet, fast::FixedState};

use crate::{
    compare::discrepancies::{
        attribution, bodies, borrowed,
        choices::{self, Choices},
        counted, date, forms,
        found::Found,
        hedge, indirect, instead, little, name, negation, number,
        page::{Page, Told},
        pair::{self, Pair},
        persons, possible, printed,
        proper::Names,
        quote, role, slight, speaker, stance, unlinked, wording,
    },
    model::{
        article::Role,
        comparison::{Claim, DiscrepancyKind, Link},
        index::{ArticleIx, Place},
    },
};

/// Words up to which two articles may have the same sentence by chance.
const BRIEF: usize = 4;

/// What the rules have read of a story.
pub struct Rules<'a> {
    page: &'a Page<'a>,
    names: &'a Names<'a>,
    bodies: bodies::Bodies<'a>,
    counts: number::Counts,
    denials: negation::Denials,
    speakers: speaker::Speakers,
    statuses: role::Statuses,
    hedges: hedge::Hedges,
    stances: stance::Stances,
    plans: possible::doubt::Plans,
    choices: Choices,
    terms: Choices,
    modals: slight::modal::Modals,
    known: pair::Known,
    /// Which articles have a sentence with these words, by the first that has them.
    copies: HashSet<(ArticleIx, u32)>,
    /// The claim that each sentence makes.
    claims: HashMap<Place, usize, FixedState>,
}

impl<'a> Rules<'a> {
    pub fn new(page: &'a Page<'a>, names: &'a Names<'a>, claims: &[Claim]) -> Self {
        let numbered = claims.iter().enumerate();
        let claims = numbered.flat_map(|(at, it)| it.sentences.iter().map(move |it| (*it, at)));
        Self {
            page,
            names,
            bodies: bodies::Bodies::new(names),
            counts: number::Counts::new(page),
            denials: negation::Denials::new(page),
            speakers: speaker::Speakers::new(page),
            statuses: role::Statuses::new(page),
            hedges: hedge::Hedges::new(page),
            stances: stance::Stances::new(page),
            plans: possible::doubt::Plans::new(page),
            choices: Choices::new(page, &choices::LOADED),
            terms: Choices::new(page, &choices::TERMS),
            modals: slight::modal::Modals::new(page),
            known: pair::Known::default(),
            copies: page
                .told
                .iter()
                .map(|it| (it.place.article, it.first))
                .collect(),
            claims: claims.collect(),
        }
    }

    /// What differs anywhere in the story.
    pub fn of_story(&self, links: &[Link]) -> Vec<Found> {
        let linked: HashSet<(Place, Place)> = links.iter().map(|it| (it.a, it.b)).collect();
        let mut found = quote::find(self.page);
        found.extend(role::find(self.page, links));
        found.extend(name::find(self.page));
        found.extend(forms::find(self.page, self.names, &linked));
        found.extend(persons::find(self.names, &linked));
        found.extend(unlinked::find(self.page, &self.counts));
        found.extend(borrowed::find(self.page, &linked));
        found
    }

    /// The sentences of a link side by side; None where they have the same words, and where one of the
    /// articles has the other's sentence too: then it differs from itself, and no source from another.
    pub fn pair(&self, link: &Link) -> Option<Pair<'_>> {
        let (a, b) = (self.page.at(link.a)?, self.page.at(link.b)?);
        let copied = |own: &Told<'_>, other: &Told<'_>| {
            let known = self.copies.contains(&(other.place.article, own.first));
            known && BRIEF < own.words.len()
        };
        if copied(a, b) || copied(b, a) {
            return None;
        }
        let claim = |place| self.claims.get(&place);
        // Two partners that make one claim with a sentence leave nothing open.
        let one = claim(link.a).is_some() && claim(link.a) == claim(link.b);
        let pair = Pair::new(a, b, link.kind, link.ambiguous && !one)
            .scored(link.score)
            .knowing(&self.known);
        (!pair.same_words()).then_some(pair)
    }

    /// What differs between two linked sentences.
    pub fn of_pair(&self, pair: &Pair<'_>) -> Vec<Found> {
        let mut found = number::find(self.page, pair, &self.counts);
        let dates = date::find(self.page, pair);
        if pair.same_wording() || found.is_empty() || dates.is_empty() {
            found.extend(dates);
        } else {
            found.clear(); // another day and another count: two events
        }
        found.extend(negation::find(pair, &self.denials));
        if pair.a.role == Role::Caption || pair.b.role == Role::Caption {
            // What a picture shows is another claim than what happened, dated and doubted by itself.
            found.retain(|it| it.kind != DiscrepancyKind::Date);
            return found;
        }
        if pair.is_close() {
            if hedge::states(pair) {
                found.extend(hedge::find(pair, &self.hedges));
                found.extend(self.stances.find(pair));
            }
            found.extend(counted::find(pair));
        }
        found.extend(instead::find(self.page, pair));
        found.extend(little::find(pair));
        found.extend(attribution::find(self.page, &self.speakers, pair));
        found.extend(wording::find(pair));
        found.extend(role::changed(pair, &self.statuses));
        found.extend(bodies::find(pair, &self.bodies));
        found
    }

    /// Quotations of two linked sentences that are given in other words; where the story's
    /// quotations were compared already they are known.
    pub fn of_quotations(&self, pair: &Pair<'_>) -> Vec<Found> {
        let mut found = indirect::find(self.page, &self.speakers, pair);
        found.extend(printed::find(self.page, pair));
        found
    }

    /// What differs slightly between two linked sentences.
    pub fn slight_of_pair(&self, pair: &Pair<'_>) -> Vec<Found> {
        match possible::is_open(pair) {
            true => {
                let read = (&self.speakers, &self.modals, &self.terms);
                slight::of_pair(self.page, read, pair)
            }
            false => Vec::new(),
        }
    }

    /// What may differ between two linked sentences.
    pub fn possible_of_pair(&self, pair: &Pair<'_>) -> Vec<Found> {
        if !possible::is_open(pair) {
            return Vec::new();
        }
        let mut found = possible::doubt::find(pair, &self.hedges, &self.plans);
        found.extend(possible::told::find(self.page, &self.speakers, pair));
        found.extend(possible::requoted::find(self.page, pair));
        found.extend(possible::value::find(self.page, pair, &self.counts));
        found.extend(possible::casualties::find(pair));
        found.extend(self.choices.find(pair));
        found.extend(indirect::loosely(self.page, &self.speakers, pair));
        found
    }
}
