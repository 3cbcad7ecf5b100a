//! Numbers and texts as bytes, and back. A number takes seven bits a byte, the lowest first, as in
//! LEB128; a text its length and its bytes. Reading gives `None` where the bytes are not such.

/// Bytes being written.
#[derive(Default)]
pub(crate) struct Pack(pub(crate) Vec<u8>);

impl Pack {
    pub(crate) fn number(&mut self, number: usize) {
        let mut rest = number;
        while 0x80 <= rest {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Whether there is something, then what it is.
    pub(crate) fn maybe<T>(&mut self, it: Option<T>, pack: impl FnOnce(&mut Self, T)) {
        self.number(usize::from(it.is_some()));
        if let Some(it) = it {
            pack(self, it);
        }
    }

    /// How many there are, then each.
    pub(crate) fn list<T>(&mut self, list: &[T], pack: impl Fn(&mut Self, &T)) {
        self.number(list.len());
        list.iter().for_each(|it| pack(self, it));
    }

    /// As `list`; `None` where one of them cannot be packed.
    pub(crate) fn all<T>(
        &mut self,
        list: &[T],
        pack: impl Fn(&mut Self, &T) -> Option<()>,
    ) -> Option<()> {
        self.number(list.len());
        list.iter().try_for_each(|it| pack(self, it))
    }
}

/// Bytes being read.
pub(crate) struct Unpack<'a>(pub(crate) &'a [u8]);

impl<'a> Unpack<'a> {
    pub(crate) fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for at in 0..9 {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn bytes(&mut self, len: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(bytes)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        str::from_utf8(self.bytes(len)?).ok()
    }

    pub(crate) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_string)
    }

    /// The outer `None` is for bytes that are not such.
    pub(crate) fn maybe<T>(
        &mut self,
        unpack: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.number()? {
            0 => Some(None),
            _ => unpack(self).map(Some),
        }
    }

    pub(crate) fn list<T>(&mut self, unpack: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len = self.number()?;
        // Everything takes at least a byte, so a wrong length cannot ask for all memory.
        let mut list = Vec::with_capacity(len.min(self.0.len()));
        for _ in 0..len {
            list.push(unpack(self)?);
        }
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: usize) {
        let mut pack = Pack::default();
        pack.number(number);
        pack.text("déjà");
        let mut unpack = Unpack(&pack.0);
        assert_eq!(unpack.number(), Some(number));
        assert_eq!(unpack.text(), Some("déjà"));
        assert_eq!(unpack.number(), None);
    }

    #[test]
    fn what_is_packed_comes_back() {
        for number in [0, 1, 127, 128, 300, 1 << 20, u32::MAX as usize] {
            check(number);
        }
    }

    #[test]
    fn what_is_no_number_or_text_is_told() {
        assert_eq!(Unpack(&[0xff; 20]).number(), None);
        assert_eq!(Unpack(&[5, b'a']).text(), None);
        assert_eq!(Unpack(&[1, 0xff]).text(), None);
        assert_eq!(Unpack(&[9, 1]).list(|it| it.number()), None);
    }
}
