//! Plain text and Markdown: the whole file is one article, and its text stays as it stands, so
//! that spans are offsets into the file. What stands before the body is read by `front`.

use crate::{
    bundle::{decode::Decoded, draft::Draft, front, out::Out},
    model::article::SpanOf,
    text::safe,
};

/// Reads plain text.
pub(crate) fn read(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    take(file, decoded, false, out);
}

/// Reads Markdown.
pub(crate) fn read_markdown(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    take(file, decoded, true, out);
}

fn take(file: &str, decoded: Decoded, markdown: bool, out: &mut Out<'_>) {
    if decoded.text.trim_matches(safe::is_blank).is_empty() {
        return out.loaded.skip(file, "holds no text");
    }
    if decoded.text.contains('\0') {
        return out.loaded.skip(file, "is no text file");
    }
    let span_of = match decoded.from {
        Some(_) => SpanOf::Extracted,
        None => SpanOf::File,
    };
    let mut draft = Draft::new(file.to_string(), span_of, decoded.text);
    draft.markdown = markdown;
    if let Some(encoding) = decoded.from {
        draft.read_as(encoding);
    }
    front::take(&mut draft);
    out.drafts.push(draft);
}
