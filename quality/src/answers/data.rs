//! The questions of NAnCo with their answers, as the data give them.

use crate::files;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A question.
pub struct Question {
    /// What was answered.
    pub answers: Vec<Answer>,
    /// By annotator, by name: which group each answer is of. What one left open is a group of its own.
    pub annotations: Vec<(String, Vec<usize>)>,
}

/// An answer.
pub struct Answer {
    /// The paragraph that it stands in.
    pub paragraph: String,
    /// Its words.
    pub words: String,
}

/// What the names of annotators follow.
const ANNOTATION: &str = "cluster_";

/// Reads the questions of all files of a folder that hold such.
pub fn questions(folder: &Path) -> Result<Vec<Question>> {
    let mut found = Vec::new();
    for file in files::with_ending(folder, "json")? {
        let text =
            std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let json: Value =
            serde_json::from_str(&text).with_context(|| format!("no JSON in {}", file.display()))?;
        found.extend(json.as_array().into_iter().flatten().filter_map(question));
    }
    Ok(found)
}

/// A question whose answers were grouped; the folder holds other files, too.
fn question(json: &Value) -> Option<Question> {
    let answers = json.get("answers")?.as_array()?;
    let text = |answer: &Value, field: &str| answer.get(field).and_then(Value::as_str).map(str::to_owned);
    let read = |answer: &Value| {
        Some(Answer { paragraph: text(answer, "Paragraph")?, words: text(answer, "Answer")? })
    };
    let annotators = answers.first()?.as_object()?.keys().filter_map(|key| key.strip_prefix(ANNOTATION));
    let annotations: Vec<(String, Vec<usize>)> =
        annotators.map(|name| (name.to_lowercase(), groups(answers, name))).collect();
    let answers: Option<Vec<Answer>> = answers.iter().map(read).collect();
    Some(Question { answers: answers?, annotations }).filter(|question| !question.annotations.is_empty())
}

fn groups(answers: &[Value], annotator: &str) -> Vec<usize> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let group = |(at, answer): (usize, &Value)| {
        let given = match answer.get(format!("{ANNOTATION}{annotator}")) {
            Some(Value::String(name)) if !name.is_empty() => name.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => return at,
        };
        *numbers.entry(given).or_insert(at)
    };
    answers.iter().enumerate().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_open_is_its_own_group() {
        let answer = |group: &str| serde_json::json!({ "Paragraph": "Rain fell.", "Answer": "Rain", "cluster_A": group });
        let json = serde_json::json!({ "answers": [answer("2"), answer(""), answer("2")] });
        assert_eq!(question(&json).unwrap().annotations, [("a".to_owned(), vec![0, 1, 0])]);
        assert!(question(&serde_json::json!({ "documents": [] })).is_none());
    }
}
