//! temporary
use std::fmt::Write;
use variorum::compare::{features, kin::Kin, unit};

pub fn print() {
    let mut out = String::new();
    let pairs = crate::alignment::pairs();
    let mut topics: std::collections::BTreeMap<&str, Vec<&crate::data::Pair>> = Default::default();
    for p in &pairs {
        topics.entry(&p.topic).or_default().push(p);
    }
    for (topic, pairs) in topics {
        let mut index: std::collections::BTreeMap<&str, usize> = Default::default();
        let mut arts = Vec::new();
        for said in pairs.iter().flat_map(|it| [&it.a, &it.b]) {
            index.entry(said).or_insert_with(|| {
                arts.push(crate::data::article(
                    "",
                    &[(variorum::model::article::Role::Body, said.trim())],
                ));
                arts.len() - 1
            });
        }
        let lab: std::collections::BTreeMap<(usize, usize), bool> = pairs
            .iter()
            .map(|p| {
                let (a, b) = (index[p.a.as_str()], index[p.b.as_str()]);
                ((a.min(b), a.max(b)), p.same)
            })
            .collect();
        let sheet = unit::read(&arts, &crate::data::story(&arts));
        let kin = Kin::new(&sheet.lexicon, &sheet.named);
        for i in 0..arts.len() {
            for j in i + 1..arts.len() {
                let f = features::figures(&sheet, &kin, &sheet.units[i], &sheet.units[j]);
                let l = lab.get(&(i, j)).map_or(-1, |x| i32::from(*x));
                let _ = writeln!(
                    out,
                    "{topic}\t{l}\t{i}\t{j}\t{}",
                    f.map(|x| x.to_string()).join("\t")
                );
            }
        }
    }
    std::fs::write("/tmp/eng_align.tsv", &out).unwrap();
    let ev = crate::data::lines("events.jsonl");
    let pairs: Vec<crate::data::Pair> = ev
        .iter()
        .map(|it| crate::data::Pair {
            topic: it["story"].as_str().unwrap().into(),
            a: it["a"].as_str().unwrap().into(),
            b: it["b"].as_str().unwrap().into(),
            same: it["label"] == "same-event" && it["event_jaccard"].as_f64().unwrap() > 0.29,
        })
        .collect();
    let mut out = String::new();
    let keep: Vec<crate::data::Pair> = pairs
        .iter()
        .zip(&ev)
        .filter(|(p, it)| p.same || it["label"] != "same-event")
        .map(|(p, _)| p.clone())
        .collect();
    for it in crate::data::samples(&keep) {
        let _ = writeln!(
            out,
            "{}\t{}\t0\t0\t{}",
            it.topic,
            u8::from(it.same),
            it.figures.map(|x| x.to_string()).join("\t")
        );
    }
    std::fs::write("/tmp/eng_events.tsv", &out).unwrap();
    let mut out = String::new();
    let (articles, names) = crate::gold::articles();
    let levels = crate::gold::levels();
    let sheet = unit::read(&articles, &crate::data::story(&articles));
    let kin = Kin::new(&sheet.lexicon, &sheet.named);
    for (i, a) in sheet.units.iter().enumerate() {
        for b in sheet
            .units
            .iter()
            .skip(i + 1)
            .filter(|b| b.place.article != a.place.article)
        {
            let (x, y) = (&names[&a.place], &names[&b.place]);
            let key = (x.min(y).clone(), x.max(y).clone());
            let level = levels
                .get(&key)
                .map(|it| it.iter().cloned().collect::<Vec<_>>().join("/"))
                .unwrap_or("-".into());
            let f = features::figures(&sheet, &kin, a, b);
            let _ = writeln!(
                out,
                "{x}\t{y}\t{level}\t{}",
                f.map(|x| x.to_string()).join("\t")
            );
        }
    }
    std::fs::write("/tmp/eng_gold.tsv", &out).unwrap();
    println!("{}", features::NAMES.join(" "));
}
