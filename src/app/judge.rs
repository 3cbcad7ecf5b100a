//! The reader judges discrepancies: confirms one that was checked, dismisses one that is none.
//!
//! A verdict is a decision like others (see `decide`): recorded, undone, listed, and held to when the
//! articles are opened again. It is about these readings; where a further source comes with one of its
//! own, the discrepancy is to be judged anew.

use crate::{
    app::{
        discrepancies::{by_you, shown},
        signs::{Sign, sign},
        state::{
            app::{App, Screen},
            ledger::Matter,
            picker::{Item, Pick, Picker},
        },
    },
    input::command::Command,
    model::{
        comparison::Discrepancy,
        decision::Decision,
        ruling::{Judged, Verdict},
    },
    store::{anchor, decided::Standing},
};

impl App {
    /// The commands of the list of discrepancies that judge; false where it is none of them.
    pub(crate) fn update_judged(&mut self, command: Command) -> bool {
        let verdict = match command {
            Command::Confirm => Verdict::Confirm,
            Command::Dismiss => Verdict::Dismiss,
            _ => return false,
        };
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return false;
        };
        let comparison = ledger.story.and_then(|it| self.known.comparisons.get(&it));
        let Some((comparison, Matter::Discrepancy(judged))) = comparison.zip(ledger.matter())
        else {
            self.say("There is no discrepancy to judge");
            return true;
        };
        let found = comparison.found().find(|(it, _)| Judged::of(it) == *judged);
        let Some((it, said)) = found.map(|(it, said)| (it.clone(), said)) else {
            return true;
        };
        if verdict == Verdict::Dismiss && said != Some(Verdict::Dismiss) {
            ledger.step_aside();
        }
        self.judge(verdict, &it);
        true
    }

    /// Dismisses the discrepancy of the current sentence, or takes that back; where it has several, or
    /// one of which no sign tells, asks which.
    pub(crate) fn dismiss_here(&mut self) {
        let Some((here, comparison)) = self.compared_here() else {
            return;
        };
        let found = comparison.found().filter(|(it, _)| it.is_at(here));
        let found: Vec<(&Discrepancy, Option<Verdict>)> = found.collect();
        match found.as_slice() {
            [] => self.say("Nothing differs at this sentence"),
            [(one, _)] if one.weighs() => self.judge(Verdict::Dismiss, one),
            more => {
                let set = self.settings.signs;
                let items = more.iter().map(|(it, said)| {
                    let said = said.map(|it| format!("{}: ", by_you(it)));
                    Item {
                        left: format!("{} {}", sign(Sign::Difference(it.differs), set), it.named()),
                        right: format!("{}{}", said.unwrap_or_default(), readings(it)),
                        pick: Some(Pick::Dismiss(Box::new((*it).clone()))),
                    }
                });
                let title = "Dismiss: Enter decides, Esc leaves all as they are";
                let about = "The one chosen is no discrepancy; chosen again, it is one:";
                self.open_picker(Picker::new(title, items.collect()).about(about));
            }
        }
    }

    /// One verdict a discrepancy: another takes the place of the earlier, the same again takes it back.
    pub(crate) fn judge(&mut self, verdict: Verdict, it: &Discrepancy) {
        let earlier = self.book.standing().filter_map(|(decided, it)| match it {
            Standing::Judge(verdict, judged) => Some((decided, *verdict, judged)),
            _ => None,
        });
        let earlier = earlier.filter(|(_, _, judged)| judged.is(it)).last();
        if let Some((decided, made, _)) = earlier
            && made == verdict
        {
            return self.revoke(decided.id.clone());
        }
        let bundle = &self.known.bundle;
        let judged = Judged::of(it);
        let readings = judged.readings.into_iter().map(|(text, at)| {
            let target = anchor::target(&bundle[at.article], at.sentence, at.sentence);
            (text, target)
        });
        let judged = Judged {
            kind: judged.kind,
            readings: readings.collect(),
        };
        let earlier = earlier.map(|it| it.0.clone());
        self.decide_instead(earlier, Decision::Judge(verdict, judged));
    }
}

fn readings(it: &Discrepancy) -> String {
    let readings = it.readings.iter().map(|of| shown(it, &of.text));
    readings.collect::<Vec<_>>().join(" | ")
}
