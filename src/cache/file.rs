//! A bundle as the bytes of one file.
//!
//! ```text
//! "variorum bundle 1\n"   the form
//! 32 bytes                the contents that it was read from: SHA-256, see `bundle::contents`
//! 8 bytes                 how many pieces follow
//! each piece              8 bytes its length, 32 bytes its SHA-256, then itself
//! ```
//!
//! The first piece holds the stories, the warnings and the number of articles; each further piece
//! up to [`PIECE`] articles. Pieces are packed, checked and unpacked side by side. A bundle comes
//! back only where every byte is as it was written. Cost: a hash and a copy of the texts.

use crate::{
    cache::{
        article,
        pack::{Pack, Unpack},
        story,
    },
    cores::ordered,
    model::{article::Article, bundle::Bundle},
    text::digest,
};

const FORM: &[u8] = b"variorum bundle 1\n";
/// Articles of a piece.
const PIECE: usize = 256;

/// The bytes of a bundle that was read from such contents; `None` where it holds something that
/// could not be read back.
pub fn pack(bundle: &Bundle, contents: &[u8; 32]) -> Option<Vec<u8>> {
    let chunks: Vec<&[Article]> = bundle.articles.chunks(PIECE).collect();
    let threads = ordered::threads(chunks.len());
    let packed = ordered::map(threads, &chunks, |it| piece(it));
    let mut out = FORM.to_vec();
    out.extend_from_slice(contents);
    out.extend_from_slice(&(1 + chunks.len() as u64).to_le_bytes());
    let first = head(bundle);
    for piece in std::iter::once(Some(first)).chain(packed) {
        let bytes = piece?;
        out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        out.extend_from_slice(&digest::of(&bytes));
        out.extend_from_slice(&bytes);
    }
    Some(out)
}

/// The bundle in a file; `None` where it is of other contents, or not as it was written.
pub fn unpack(bytes: &[u8], contents: &[u8; 32]) -> Option<Bundle> {
    let rest = bytes.strip_prefix(FORM)?.strip_prefix(contents)?;
    let (many, mut rest) = length(rest)?;
    let mut pieces: Vec<(&[u8], &[u8])> = Vec::new();
    for _ in 0..many {
        let (len, after) = length(rest)?;
        let (sum, after) = after.split_at_checked(32)?;
        let (piece, after) = after.split_at_checked(len)?;
        pieces.push((sum, piece));
        rest = after;
    }
    let (first, pieces) = pieces.split_first().filter(|_| rest.is_empty())?;
    let threads = ordered::threads(pieces.len());
    let found = ordered::map(threads, pieces, |it| articles(checked(it)?));
    let mut articles = Vec::new();
    for piece in found {
        articles.extend(piece?);
    }
    whole(checked(first)?, articles)
}

fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (len, rest) = bytes.split_first_chunk()?;
    Some((usize::try_from(u64::from_le_bytes(*len)).ok()?, rest))
}

fn checked<'a>((sum, piece): &(&[u8], &'a [u8])) -> Option<&'a [u8]> {
    (digest::of(piece) == *sum).then_some(*piece)
}

fn piece(articles: &[Article]) -> Option<Vec<u8>> {
    let mut to = Pack::default();
    to.number(articles.len());
    for it in articles {
        article::pack(&mut to, it)?;
    }
    Some(to.0)
}

fn articles(piece: &[u8]) -> Option<Vec<Article>> {
    Unpack(piece).list(article::unpack)
}

fn head(bundle: &Bundle) -> Vec<u8> {
    let mut to = Pack::default();
    to.number(bundle.articles.len());
    to.list(&bundle.stories, story::pack);
    to.list(&bundle.warnings, story::pack_warning);
    to.0
}

fn whole(head: &[u8], articles: Vec<Article>) -> Option<Bundle> {
    let mut from = Unpack(head);
    let many = from.number().filter(|it| *it == articles.len())?;
    let stories = from.list(|from| story::unpack(from, many))?;
    let warnings = from.list(story::unpack_warning)?;
    Some(Bundle {
        articles,
        stories,
        warnings,
    })
}
