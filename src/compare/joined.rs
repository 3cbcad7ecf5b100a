//! Things that are joined two by two, and the groups that come of it.
//!
//! A forest of parents, each path halved as it is walked (Tarjan and van Leeuwen 1984). Cost: close to
//! linear in the questions.

/// Things by their numbers, each in one group.
pub struct Joined(Vec<usize>);

impl Joined {
    /// So many things, each alone.
    pub fn new(many: usize) -> Self {
        Self((0..many).collect())
    }

    /// The least thing of the group that one is in.
    pub fn first(&mut self, mut it: usize) -> usize {
        while self.0[it] != it {
            self.0[it] = self.0[self.0[it]];
            it = self.0[it];
        }
        it
    }

    /// Makes one group of those of two things.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// All groups, by their least things, each in order.
    pub fn groups(mut self) -> Vec<Vec<usize>> {
        let many = self.0.len();
        let mut groups = vec![Vec::new(); many];
        (0..many).for_each(|it| groups[self.first(it)].push(it));
        groups.retain(|it| !it.is_empty());
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_one_group() {
        let mut joined = Joined::new(6);
        for (a, b) in [(4, 2), (5, 0), (2, 5)] {
            joined.join(a, b);
        }
        assert_eq!(joined.first(4), 0);
        assert_eq!(joined.groups(), [vec![0, 2, 4, 5], vec![1], vec![3]]);
    }
}
