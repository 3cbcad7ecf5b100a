//! One property, tried with input after input for as long as was asked for.

use std::{
    env,
    fmt::Debug,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use crate::input::Dice;

/// As long as each property is tried every day.
const A_MOMENT: Duration = Duration::from_millis(1500);
/// No input may take longer, in a build for development on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What can be made smaller.
pub trait Input: Clone + Debug {
    /// Smaller inputs of the same kind, the smallest first.
    fn smaller(&self) -> Vec<Self>;
}

impl Input for String {
    fn smaller(&self) -> Vec<Self> {
        let chars: Vec<char> = self.chars().collect();
        without_stretches(&chars, |it| it.iter().collect())
    }
}

impl Input for Vec<u8> {
    fn smaller(&self) -> Vec<Self> {
        without_stretches(self, <[u8]>::to_vec)
    }
}

impl Input for Vec<String> {
    fn smaller(&self) -> Vec<Self> {
        let mut found = without_stretches(self, <[String]>::to_vec);
        for (at, text) in self.iter().enumerate() {
            found.extend(text.smaller().into_iter().map(|it| {
                let mut copy = self.clone();
                copy[at] = it;
                copy
            }));
        }
        found
    }
}

/// The list without each half, quarter and so on.
fn without_stretches<T: Clone, L>(list: &[T], make: impl Fn(&[T]) -> L) -> Vec<L> {
    let mut found = Vec::new();
    let mut size = list.len().div_ceil(2);
    while 0 < size && found.len() < 200 {
        for at in (0..list.len()).step_by(size) {
            let mut rest = list[..at].to_vec();
            rest.extend_from_slice(&list[(at + size).min(list.len())..]);
            found.push(make(&rest));
        }
        size /= 2;
    }
    found
}

/// Tries a property.
pub fn trial<I: Input>(name: &str, make: impl Fn(&mut Dice) -> I, holds: impl Fn(&I)) {
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
        if fails(&holds, &input) {
            let small = shrunk(&holds, input);
            panic!("{name} fails, seed {seed}, with\n{small:?}");
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

fn fails<I>(holds: &impl Fn(&I), input: &I) -> bool {
    catch_unwind(AssertUnwindSafe(|| holds(input))).is_err()
}

fn shrunk<I: Input>(holds: &impl Fn(&I), mut input: I) -> I {
    let end = Instant::now() + Duration::from_secs(30);
    while let Some(next) = input
        .smaller()
        .into_iter()
        .find(|it| Instant::now() < end && fails(holds, it))
    {
        input = next;
    }
    input
}
