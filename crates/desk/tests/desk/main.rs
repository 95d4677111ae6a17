//! The desk as a browser, a program and an attacker meet it, without a port; what needs one stands in `socket.rs`.

mod api;
mod crawl;
mod guards;
mod hostile;
mod pile;
mod selection;
mod socket;
mod views;
