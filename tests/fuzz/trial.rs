//! One property, tried with input after input for as long as was asked for.

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use crate::{input::Dice, targets::TARGETS};

/// As long as each property is tried every day.
const A_MOMENT: Duration = Duration::from_millis(1500);
/// No input may take longer, in a build for development on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Tries a target by its name.
#[track_caller]
pub fn daily(name: &str) {
    let target = TARGETS.iter().find(|it| it.name == name);
    let target = target.expect("a target of this name");
    let seeds = (target.seeds)();
    let seeds: Vec<&str> = seeds.iter().map(String::as_str).collect();
    trial(name, |dice| (target.make)(dice, &seeds), target.holds);
}

/// The bytes without each half, quarter and so on.
fn smaller(list: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut size = list.len().div_ceil(2);
    while 0 < size && found.len() < 200 {
        for at in (0..list.len()).step_by(size) {
            let mut rest = list[..at].to_vec();
            rest.extend_from_slice(&list[(at + size).min(list.len())..]);
            found.push(rest);
        }
        size /= 2;
    }
    found
}

/// Tries a property.
fn trial(name: &str, make: impl Fn(&mut Dice) -> Vec<u8>, holds: fn(&[u8])) {
    let asked = |name| env::var(name).ok().and_then(|it| it.parse::<u64>().ok());
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let long = asked("VARIORUM_FUZZ_SECONDS");
    // The everyday run is the same every day; a long one looks elsewhere each time.
    let new = long.and(now.ok()).map_or(1, |it| it.as_millis() as u64);
    let first = asked("VARIORUM_FUZZ_SEED").unwrap_or(new);
    let span = long.map_or(A_MOMENT, Duration::from_secs);
    let begun = Instant::now();
    let mut seed = first;
    while begun.elapsed() < span {
        let input = make(&mut Dice::new(seed));
        let before = Instant::now();
        if fails(holds, &input) {
            let small = shrunk(holds, input);
            let text = String::from_utf8_lossy(&small);
            panic!("{name} fails, seed {seed}, with\n{text:?}\n{small:?}");
        }
        assert!(
            before.elapsed() < PATIENCE,
            "{name}, seed {seed}, takes {:?}: {input:?}",
            before.elapsed()
        );
        seed += 1;
    }
    println!(
        "{name}: {} inputs from seed {first} in {:?}",
        seed - first,
        begun.elapsed()
    );
}

fn fails(holds: fn(&[u8]), input: &[u8]) -> bool {
    catch_unwind(AssertUnwindSafe(|| holds(input))).is_err()
}

fn shrunk(holds: fn(&[u8]), mut input: Vec<u8>) -> Vec<u8> {
    let end = Instant::now() + Duration::from_secs(30);
    while let Some(next) = smaller(&input)
        .into_iter()
        .find(|it| Instant::now() < end && fails(holds, it))
    {
        input = next;
    }
    input
}
