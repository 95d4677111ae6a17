//! What the closed sets of grammar have in common: each member has a name of its own in the tradition it comes from.

/// Declares a set: its members with their names, and the ways between the two.
macro_rules! closed_set {
    ($(#[$about:meta])* $set:ident { $($(#[$member_about:meta])* $member:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            $($(#[$member_about])* $member,)+
        }

        impl $set {
            /// All members.
            pub const ALL: &[$set] = &[$($set::$member),+];

            /// The name in the tradition that the set comes from.
            pub fn name(self) -> &'static str {
                match self {
                    $($set::$member => $name,)+
                }
            }

            /// The member of a name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some($set::$member),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use closed_set;
