//! The reader judges discrepancies: confirms one that was checked, dismisses one that is none.
//!
//! A verdict is a decision like others (see `decide`): recorded, undone, listed, and held to when the
//! articles are opened again. It is about these readings; where a further source comes with one of its
//! own, the discrepancy is to be judged anew.

use crate::{
    app::{
        discrepancies::{shown, verdict},
        effect::{Cause, Effect},
        signs::{Sign, sign},
        state::{
            app::{App, Screen},
            picker::{Item, Pick, Picker},
        },
    },
    input::command::Command,
    model::{
        comparison::Discrepancy,
        decision::{Decided, Decision},
        note::Change,
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
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return false;
        };
        let number = ledger.current().and_then(|it| it.discrepancy);
        let comparison = ledger.story.and_then(|it| self.known.comparison(it));
        let found = comparison.zip(number);
        match found.and_then(|(it, number)| it.found().nth(number).cloned()) {
            Some(it) => self.judge(verdict, &it),
            None => self.say("There is no discrepancy to judge"),
        }
        true
    }

    /// Dismisses the discrepancy of the current sentence, or takes that back; where it has several, asks
    /// which.
    pub(crate) fn dismiss_here(&mut self) {
        let Some((here, comparison)) = self.compared_here() else {
            return;
        };
        let concerned = |it: &&Discrepancy| it.is_at(here);
        let found: Vec<&Discrepancy> = comparison.found().filter(concerned).collect();
        match found.as_slice() {
            [] => self.say("Nothing differs at this sentence"),
            [one] => self.judge(Verdict::Dismiss, one),
            more => {
                let set = self.settings.signs;
                let items = more.iter().map(|it| {
                    let readings = it.readings.iter().map(|of| shown(it, &of.text));
                    let readings: Vec<_> = readings.collect();
                    let said = comparison.verdict(it);
                    let by_you = said.map(|it| format!("{}: ", verdict(it)));
                    let by_you = by_you.unwrap_or_default();
                    Item {
                        left: format!("{} {}", sign(Sign::Difference(it.differs), set), it.named()),
                        right: format!("{by_you}{}", readings.join(" | ")),
                        pick: Some(Pick::Judge(Verdict::Dismiss, Box::new((*it).clone()))),
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
            let id = decided.id.clone();
            return self.ask(Effect::Record {
                change: Change::Revoke(id),
                cause: Cause::Made,
            });
        }
        let bundle = &self.known.bundle;
        let judged = Judged::of(it);
        let readings = judged.readings.into_iter().map(|(text, at)| {
            let target = anchor::target(&bundle[at.article], at.sentence, at.sentence);
            (text, target)
        });
        let decision = Decision::Judge(
            verdict,
            Judged {
                kind: judged.kind,
                readings: readings.collect(),
            },
        );
        let decided = match earlier {
            Some((earlier, ..)) => Decided {
                decision,
                ..earlier.clone()
            },
            None => Decided::fresh(decision),
        };
        self.decide(decided);
    }
}
