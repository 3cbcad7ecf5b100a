//! How far a bundle is read that is opened while the reader is there already.

use std::time::Duration;

/// One look at the gauge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gauge {
    /// Bytes read, and bytes there are as far as is known.
    pub bytes: u64,
    pub total: u64,
    pub articles: usize,
    /// Since reading began.
    pub spent: Duration,
}

impl Gauge {
    /// Hundredths of the bytes that are read; all of them once the stories are looked for.
    pub fn percent(&self) -> u64 {
        let total = self.total.max(1);
        (self.bytes.min(total) * 100)
            .checked_div(total)
            .unwrap_or_default()
    }

    /// How long the rest will take, should it be read as fast; `None` before that can be told, and
    /// once all is read.
    pub fn left(&self) -> Option<Duration> {
        let rest = self.total.checked_sub(self.bytes).filter(|it| 0 < *it)?;
        let known = 0 < self.bytes && Duration::from_millis(300) <= self.spent;
        let share = rest as f64 / self.bytes as f64;
        known.then(|| Duration::from_secs_f64((self.spent.as_secs_f64() * share).min(86_400.0)))
    }

    /// As the story list tells it.
    pub fn told(&self) -> String {
        let articles = self.articles;
        if self.total <= self.bytes && 0 < self.total {
            return format!("finding the stories of {articles} articles");
        }
        let mib = self.total as f64 / f64::from(1 << 20);
        let left = match self.left() {
            Some(left) => format!(", {} s left", left.as_secs() + 1),
            None => String::new(),
        };
        format!(
            "{} % of {mib:.0} MiB, {articles} articles{left}",
            self.percent()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: u64, total: u64, spent: u64, expected: &str) {
        let gauge = Gauge {
            bytes,
            total,
            articles: 12,
            spent: Duration::from_millis(spent),
        };
        assert_eq!(gauge.told(), expected);
    }

    #[test]
    fn the_gauge_tells_what_is_known() {
        let mib = 1 << 20;
        check(0, 0, 0, "0 % of 0 MiB, 12 articles");
        check(mib, 4 * mib, 100, "25 % of 4 MiB, 12 articles");
        check(mib, 4 * mib, 1000, "25 % of 4 MiB, 12 articles, 4 s left");
        check(4 * mib, 4 * mib, 1000, "finding the stories of 12 articles");
    }
}
