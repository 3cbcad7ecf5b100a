//! Notes as records of the journal: a Web Annotation a line, or the deletion of one.

use serde_json::Value;

use crate::model::note::Change;

/// One line without its line break.
pub fn line(change: &Change) -> String {
    let _ = change;
    Value::Null.to_string()
}
