//! Reads licence expressions: names joined by OR, AND, WITH, parentheses and the old slash.

use anyhow::{Result, bail, ensure};

/// Whether an expression can be satisfied with allowed licences alone.
///
/// `is_allowed` is asked for each licence; one with an exception is asked for as `NAME WITH EXCEPTION`.
pub fn is_satisfied(expression: &str, is_allowed: &dyn Fn(&str) -> bool) -> Result<bool> {
    let words = split(expression);
    let mut reader = Reader { words: &words, is_allowed };
    let satisfied = reader.alternatives()?;
    ensure!(reader.words.is_empty(), "`{expression}` goes on after its end, at `{}`", reader.words.join(" "));
    Ok(satisfied)
}

/// The slash is what manifests wrote before there was OR.
fn split(expression: &str) -> Vec<String> {
    expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// What is still to be read, and the question to ask of each licence.
struct Reader<'a> {
    words: &'a [String],
    is_allowed: &'a dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    fn alternatives(&mut self) -> Result<bool> {
        let mut satisfied = self.conjunction()?;
        while self.take("OR") {
            // Not `||`: the right side must be read even where the left one is enough.
            satisfied |= self.conjunction()?;
        }
        Ok(satisfied)
    }

    fn conjunction(&mut self) -> Result<bool> {
        let mut satisfied = self.licence()?;
        while self.take("AND") {
            satisfied &= self.licence()?;
        }
        Ok(satisfied)
    }

    fn licence(&mut self) -> Result<bool> {
        if self.take("(") {
            let satisfied = self.alternatives()?;
            ensure!(self.take(")"), "a parenthesis is not closed");
            return Ok(satisfied);
        }
        let mut name = self.name()?;
        if self.take("WITH") {
            name = format!("{name} WITH {}", self.name()?);
        }
        Ok((self.is_allowed)(&name))
    }

    fn name(&mut self) -> Result<String> {
        match self.words {
            [] => bail!("the expression ends where a licence is due"),
            [word, ..] if matches!(word.as_str(), "OR" | "AND" | "WITH" | "(" | ")") => {
                bail!("`{word}` stands where a licence is due")
            }
            [word, rest @ ..] => {
                self.words = rest;
                Ok(word.clone())
            }
        }
    }

    fn take(&mut self, expected: &str) -> bool {
        match self.words {
            [word, rest @ ..] if word == expected => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With MIT, BSD-3-Clause and one exception allowed, nothing else.
    fn check(expression: &str) -> Result<bool> {
        let allowed = ["MIT", "BSD-3-Clause", "Apache-2.0 WITH LLVM-exception"];
        is_satisfied(expression, &|name| allowed.contains(&name))
    }

    #[test]
    fn one_good_alternative_is_enough() {
        assert!(check("MIT").unwrap());
        assert!(check("GPL-3.0-only OR MIT").unwrap());
        assert!(check("MIT OR GPL-3.0-only").unwrap());
        assert!(check("Unlicense/MIT").unwrap());
        assert!(check("Unlicense / MIT").unwrap());
        assert!(!check("GPL-3.0-only OR LGPL-2.1-or-later").unwrap());
    }

    #[test]
    fn every_part_of_a_conjunction_counts() {
        assert!(check("MIT AND BSD-3-Clause").unwrap());
        assert!(!check("MIT AND GPL-3.0-only").unwrap());
        assert!(check("(GPL-3.0-only OR MIT) AND BSD-3-Clause").unwrap());
        assert!(!check("(GPL-3.0-only OR MIT) AND OpenSSL").unwrap());
    }

    #[test]
    fn and_binds_before_or() {
        assert!(check("MIT OR GPL-3.0-only AND OpenSSL").unwrap());
        assert!(!check("(MIT OR GPL-3.0-only) AND OpenSSL").unwrap());
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        assert!(check("Apache-2.0 WITH LLVM-exception").unwrap());
        assert!(!check("Apache-2.0").unwrap());
        assert!(!check("GPL-2.0-only WITH Classpath-exception-2.0").unwrap());
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for broken in ["", "MIT OR", "(MIT", "MIT)", "MIT MIT", "AND MIT", "MIT WITH"] {
            assert!(check(broken).is_err(), "{broken:?} was read");
        }
    }
}
