//! Where each number stands in one sequence, as bits, so that many others are held against it fast.
//!
//! The longest common subsequence is counted 64 places at a time (H. Hyyrö, "Bit-parallel
//! LCS-length computation revisited", 2004): a number that the sequence lacks costs one look.
//!
//! Cost: to lay out, its length; to compare, the other's length, times the length by 64 for what
//! both have.

/// One sequence of numbers below a known size, laid out.
#[derive(Clone, Debug)]
pub struct Places {
    /// By number: where its bits begin; 0 for one that the sequence lacks.
    slots: Vec<u32>,
    /// `blocks` words of 64 places each for every number, the first ones unused.
    bits: Vec<u64>,
    blocks: usize,
    laid: Vec<u32>,
    row: Vec<u64>,
}

impl Places {
    /// For numbers below `size`.
    pub fn new(size: usize) -> Self {
        Self {
            slots: vec![0; size],
            bits: Vec::new(),
            blocks: 1,
            laid: Vec::new(),
            row: Vec::new(),
        }
    }

    /// Lays out a sequence in the place of the one before.
    pub fn lay(&mut self, sequence: impl ExactSizeIterator<Item = u32>) {
        for number in self.laid.drain(..) {
            self.slots[number as usize] = 0;
        }
        self.blocks = sequence.len().div_ceil(64).max(1);
        self.bits.clear();
        self.bits.resize(self.blocks, 0);
        for (at, number) in sequence.enumerate() {
            let slot = &mut self.slots[number as usize];
            if *slot == 0 {
                *slot = self.bits.len() as u32;
                self.bits.resize(self.bits.len() + self.blocks, 0);
                self.laid.push(number);
            }
            self.bits[*slot as usize + at / 64] |= 1 << (at % 64);
        }
    }

    /// Whether the sequence holds a number.
    pub fn holds(&self, number: u32) -> bool {
        self.slots[number as usize] != 0
    }

    /// Length of the longest common subsequence with another sequence.
    pub fn common(&mut self, other: impl Iterator<Item = u32>) -> usize {
        self.row.clear();
        self.row.resize(self.blocks, u64::MAX);
        for number in other {
            let slot = self.slots[number as usize] as usize;
            if slot != 0 {
                step(&mut self.row, &self.bits[slot..slot + self.blocks]);
            }
        }
        self.row.iter().map(|it| it.count_zeros() as usize).sum()
    }

    /// Places that are held, or follow a place that is held, where the sequence stands for pairs of
    /// neighbours: the things that stand in any of those pairs that `other` has too.
    pub fn paired(&mut self, other: impl Iterator<Item = u32>) -> usize {
        self.row.clear();
        self.row.resize(self.blocks, 0);
        for number in other {
            let slot = self.slots[number as usize] as usize;
            if slot != 0 {
                let bits = &self.bits[slot..slot + self.blocks];
                let row = self.row.iter_mut().zip(bits);
                row.for_each(|(row, bits)| *row |= bits);
            }
        }
        let mut before = 0;
        let mut count = 0;
        for row in &self.row {
            count += (row | (row << 1) | before).count_ones() as usize;
            before = row >> 63;
        }
        count + before as usize
    }
}

/// One row of the table of common subsequences from the row above; a 0 marks each step up.
fn step(row: &mut [u64], bits: &[u64]) {
    let mut carry = false;
    for (row, bits) in row.iter_mut().zip(bits) {
        let (sum, over) = row.overflowing_add(*row & bits);
        let (sum, more) = sum.overflowing_add(carry.into());
        carry = over || more;
        *row = sum | (*row & !bits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the table, cell by cell.
    fn slow(a: &[u32], b: &[u32]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (at, y) in b.iter().enumerate() {
                let above = row[at + 1];
                row[at + 1] = match x == y {
                    true => diagonal + 1,
                    false => above.max(row[at]),
                };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    #[track_caller]
    fn check(a: &[u32], b: &[u32], expected: usize) {
        let mut places = Places::new(100);
        for (one, other) in [(a, b), (b, a)] {
            places.lay(one.iter().copied());
            assert_eq!(places.common(other.iter().copied()), expected);
        }
        assert_eq!(slow(a, b), expected);
    }

    #[test]
    fn what_both_have_in_one_order_is_common() {
        check(&[1, 2, 3, 4], &[1, 9, 3, 4, 2], 3);
        check(&[5, 5, 5], &[5, 5], 2);
        check(&[], &[1], 0);
    }

    #[test]
    fn long_sequences_are_counted_over_all_their_blocks() {
        let long: Vec<u32> = (0..200).map(|it| it * 7 % 60).collect();
        let other: Vec<u32> = (0..150).map(|it| it * 11 % 70).collect();
        check(&long, &other, slow(&long, &other));
        check(&[3; 130], &[3; 90], 90);
    }

    #[test]
    fn pairs_hold_two_neighbours_each() {
        let mut places = Places::new(9);
        places.lay([1, 2, 3, 4].into_iter());
        assert_eq!(places.paired([3, 8].into_iter()), 2);
        assert_eq!(places.paired([4, 3, 1].into_iter()), 5);
        assert_eq!(places.paired([8].into_iter()), 0);
        places.lay(std::iter::repeat_n(5, 64));
        assert_eq!(places.paired([5].into_iter()), 65);
    }
}
