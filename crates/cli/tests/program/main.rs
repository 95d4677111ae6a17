//! The program as a user meets it: exit code, standard output, standard error.
//!
//! What an account says of its texts is tested where it is found; here it is only looked at as far as it
//! cannot change when more is found.

mod account;
mod claims;
mod copies;
mod events;
mod explain;
mod folder;
mod hostile;
mod many_in_one;
mod origins;
mod outlets;
mod places;
mod quotes;
mod records_and_pages;
mod report;
mod serve;
mod show;
mod trace;
mod usage;
mod verify;
