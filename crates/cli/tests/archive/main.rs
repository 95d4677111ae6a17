//! Archives as a user meets them: what is in after an interruption, on a bad disk, in another order.

mod damage;
mod decided;
mod desk;
mod exported;
mod killed;
mod lists;
mod order;
mod refusals;
