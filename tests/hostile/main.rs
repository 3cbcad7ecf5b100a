//! Folders that somebody prepared to do harm, opened by the real program: each thing in them is read,
//! skipped with a warning, or refused with a message, within bounds on time and memory.

#![allow(unreachable_pub, reason = "shared by the files of one test")]

mod cost;
mod folder;
mod given;
mod limits;
mod output;
mod places;
mod reading;
mod stories;
