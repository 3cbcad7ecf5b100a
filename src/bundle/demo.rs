//! The demo bundle, compiled in, so that the program shows something wherever it is started.

/// Writes the list from the names alone, so that name and content cannot part.
macro_rules! files {
    ($($name:literal,)*) => {
        &[$(($name, include_bytes!(concat!("../../assets/demo/", $name)))),*]
    };
}

/// Names under `assets/demo`, and contents.
pub(crate) const FILES: &[(&str, &[u8])] = files![
    "dunholt-meteorite/daily-lantern.txt",
    "dunholt-meteorite/science-ledger.txt",
    "dunholt-meteorite/upland-courier.txt",
    "grey-heron-ferry/channel-six.json",
    "grey-heron-ferry/harbour-lights.md",
    "grey-heron-ferry/lanshire-mercury.txt",
    "grey-heron-ferry/northern-beacon.txt",
    "grey-heron-ferry/pellmouth-observer.txt",
    "grey-heron-ferry/tidewater-gazette.txt",
    "marlbeck-bus-strike/saved.jsonl",
];
