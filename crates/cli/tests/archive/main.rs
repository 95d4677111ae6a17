//! Archives as a user meets them: what is in after an interruption, on a bad disk, in another order.

mod damage;
mod desk;
mod killed;
mod lists;
mod order;
mod refusals;
