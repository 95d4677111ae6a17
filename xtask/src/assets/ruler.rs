//! The rules for part of speech and morphology, from the package's `attribute_ruler/patterns`.
//!
//! Section `ruler`, a list of rules, each: which of its tokens it speaks of (number, from 0); a list of alternatives, each
//! a list of one or two tokens, each a list of conditions: attribute (number: 0 tag, 1 word in lower case, 2 label, 3 white
//! space), 1 if the values are excluded (number), values (list of texts); a list of what it says: subject (number: 0 part of
//! speech, 1 morphology, 2 lemma, 3 tag, 4 label), and text.

use crate::assets::model_file::{Content, Sections};
use crate::assets::packed::{self, Value};
use crate::assets::wheel::Wheel;
use anyhow::{Context, Result, bail};

/// The attributes and subjects by their names in the package, in the order of their numbers.
const ATTRIBUTES: &[&str] = &["TAG", "LOWER", "DEP", "IS_SPACE"];
const SUBJECTS: &[&str] = &["POS", "MORPH", "LEMMA", "TAG", "DEP"];

/// A condition: attribute, whether its values are excluded, values.
type Condition = (usize, bool, Vec<String>);

/// Adds the section.
pub fn add(wheel: &mut Wheel, sections: &mut Sections) -> Result<()> {
    let rules = packed::read(&wheel.read("attribute_ruler/patterns")?)?;
    let rules = packed::list(&rules)?;
    let mut content = Content::default();
    content.number(rules.len());
    for (nth, rule) in rules.iter().enumerate() {
        add_rule(&mut content, rule).with_context(|| format!("rule {nth} of the ruler"))?;
    }
    sections.add("ruler", content);
    Ok(())
}

fn add_rule(content: &mut Content, rule: &Value) -> Result<()> {
    let of_token =
        packed::get(rule, "index")?.as_u64().context("it does not say of which token it speaks")?;
    let alternatives = packed::list(packed::get(rule, "patterns")?)?;
    let alternatives: Vec<Vec<Vec<Condition>>> = alternatives
        .iter()
        .map(|tokens| packed::list(tokens)?.iter().map(conditions).collect())
        .collect::<Result<_>>()?;
    let said = packed::get(rule, "attrs")?.as_map().context("it says nothing")?;
    let said = said.iter().map(|(subject, text)| {
        let subject = number_of(packed::text(subject)?, SUBJECTS)?;
        // No features are written as one sign.
        Ok((subject, Some(packed::text(text)?).filter(|text| *text != "_").unwrap_or_default()))
    });
    let said: Vec<(usize, &str)> = said.collect::<Result<_>>()?;
    content.number(of_token as usize);
    content.list(alternatives.iter(), |content, tokens| {
        content.list(tokens.iter(), |content, conditions| {
            content.list(conditions.iter(), add_condition);
        });
    });
    content.list(said.iter(), |content, (subject, text)| {
        content.number(*subject);
        content.text(text);
    });
    Ok(())
}

fn add_condition(content: &mut Content, (attribute, excludes, values): &Condition) {
    content.number(*attribute);
    content.number(usize::from(*excludes));
    content.list(values.iter(), |content, value| content.text(value));
}

/// The conditions for one token.
fn conditions(token: &Value) -> Result<Vec<Condition>> {
    let entries = token.as_map().context("a token is no map")?.iter();
    entries
        .map(|(attribute, value)| {
            let (excludes, values) = values(value)?;
            Ok((number_of(packed::text(attribute)?, ATTRIBUTES)?, excludes, values))
        })
        .collect()
}

/// The values of a condition, and whether they are excluded.
fn values(value: &Value) -> Result<(bool, Vec<String>)> {
    match value {
        Value::String(_) => Ok((false, vec![owned(value)?])),
        Value::Boolean(holds) => Ok((false, vec![u8::from(*holds).to_string()])),
        Value::Map(entries) if entries.len() == 1 => {
            let (operator, operand) = &entries[0];
            let words = || packed::list(operand)?.iter().map(owned).collect::<Result<_>>();
            match packed::text(operator)? {
                "IN" => Ok((false, words()?)),
                "NOT_IN" => Ok((true, words()?)),
                "REGEX" => Ok((false, words_of(packed::text(operand)?)?)),
                other => bail!("no operator `{other}` is known"),
            }
        }
        _ => bail!("a condition is neither a value nor an operator"),
    }
}

fn owned(text: &Value) -> Result<String> {
    Ok(packed::text(text)?.to_owned())
}

fn number_of(name: &str, names: &[&str]) -> Result<usize> {
    names.iter().position(|known| *known == name).with_context(|| format!("nothing is called `{name}`"))
}

/// All words that a pattern fits that has, besides letters, nothing but choices (`[ou]`) and signs that may lack (`'?`).
fn words_of(pattern: &str) -> Result<Vec<String>> {
    let whole = pattern.strip_prefix('^').and_then(|pattern| pattern.strip_suffix('$'));
    let mut rest = whole.context("a pattern does not fit whole words")?;
    let mut words = vec![String::new()];
    while let Some(sign) = rest.chars().next() {
        let (choice, after) = match sign {
            '[' => rest[1..].split_once(']').context("a choice does not end")?,
            sign => rest.split_at(sign.len_utf8()),
        };
        let may_lack = after.starts_with('?');
        rest = after.strip_prefix('?').unwrap_or(after);
        if choice.contains(['\\', '.', '*', '+', '(', '|', '^', '-']) {
            bail!("the pattern {pattern} is not simple");
        }
        let longer = |word: &String| choice.chars().map(|sign| format!("{word}{sign}")).collect::<Vec<_>>();
        let mut next: Vec<String> = words.iter().flat_map(longer).collect();
        if may_lack {
            next.append(&mut words);
        }
        words = next;
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_patterns_are_lists_of_words() {
        assert_eq!(words_of("^n'?t$").unwrap(), ["n't", "nt"]);
        assert_eq!(words_of("^n[ou]thin'$").unwrap(), ["nothin'", "nuthin'"]);
        assert!(words_of("^a.$").is_err() && words_of("ab").is_err());
    }
}
