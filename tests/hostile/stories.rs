//! Stories that are dear to compare: made so that everything in one article is like everything in the
//! other. `Folder::run` bounds the time and the memory.

use crate::folder::Folder;

/// Two articles of one story, each with this below the headline.
#[track_caller]
fn check(bodies: [String; 2]) {
    let folder = Folder::new();
    for (at, body) in bodies.iter().enumerate() {
        let name = format!("{at}.txt");
        folder.write(
            &name,
            format!("Ferry sinks in harbour at Orrin\n\n{body}\n"),
        );
    }
    let told = folder.run(&["report", "--format", "json"]);
    assert_eq!(told.code, 0, "{}", told.err);
}

/// Many names of three syllables.
fn names() -> Vec<String> {
    let mut names = Vec::new();
    for first in "BDFGKLMNPRSTV".chars() {
        for inner in "bdfgklmnprstv".chars() {
            names.extend("aeiou".chars().map(|it| format!("{first}a{inner}{it}n")));
        }
    }
    names
}

/// A paragraph for each name, one half of them in each article.
fn halves(paragraph: impl Fn(&String) -> String) -> [String; 2] {
    let all: Vec<String> = names().iter().map(paragraph).collect();
    let (one, other) = all.split_at(all.len() / 2);
    [one.join("\n\n"), other.join("\n\n")]
}

#[test]
fn sentences_of_hundreds_of_numbers() {
    check(["13", "15"].map(|it| {
        let freight = vec![format!("{it} kg"); 400].join(", ");
        format!("The ferry carried 7 men and {freight} of freight on Monday near Orrin.")
    }));
}

#[test]
fn shares_of_hundreds_of_things() {
    check(["13", "15"].map(|it| {
        let shares = (0..850).map(|at| format!("{it}.{at}%"));
        let shares = shares.collect::<Vec<_>>().join(", ");
        format!("The ferry of Orrin had a share of {shares} of all freight. ").repeat(4)
    }));
}

#[test]
fn one_name_in_very_many_forms() {
    let short = "Orrin Quay burned. ".repeat(20_000);
    let long = names()
        .into_iter()
        .map(|it| format!("In May the Orrin {it} Quay burned. "));
    check([short, long.take(60).collect()]);
}

#[test]
fn one_value_told_again_and_again() {
    check(["50", "60"].map(|it| format!("The ferry cost ${it} in port. ").repeat(1500)));
}

#[test]
fn very_many_people_of_one_first_name() {
    check(halves(|it| format!("On the quay stood John {it} too.")));
}

/// Each of hundreds of quotations ends one word later than the one before.
#[test]
fn quotations_that_are_parts_of_each_other() {
    let names = names();
    let said = |it: usize| format!("“{},” said Mr Orrin.", names[..it].join(" "));
    let all = |from: usize| (from..600).step_by(2).map(said).collect::<Vec<_>>();
    check([all(3).join("\n\n"), all(4).join("\n\n")]);
}

#[test]
fn values_that_are_all_but_equal() {
    let cost = |it: usize| format!("The Norla bid for Tavik is worth $10{it:04} in all.");
    let all = |from: usize| (from..4000).step_by(2).map(cost).collect::<Vec<_>>();
    check([all(0).join("\n\n"), all(1).join("\n\n")]);
}

#[test]
fn very_many_quotations_that_begin_alike() {
    check(halves(|it| {
        format!("“We will never leave the harbour {it},” said Mr {it}.")
    }));
}

#[test]
fn brackets_that_one_address_closes() {
    let open = "[".repeat(50_000);
    let far = "b".repeat(200_000);
    check([format!("{open}a]({far}"), format!("{open}a](/{far})")]);
}

#[test]
fn one_speaker_very_many_times() {
    check(["\"a b\"", "\"a c\""].map(|it| format!("Smith said, {it} ").repeat(2000)));
}

#[test]
fn very_many_articles_of_one_story() {
    let folder = Folder::new();
    for at in 0..3000 {
        folder.write(
            &format!("{at}.txt"),
            "Ferry sinks\n\nThe ferry sank in Orrin.",
        );
    }
    assert_eq!(folder.run(&["report", "--format", "json"]).code, 0);
}
