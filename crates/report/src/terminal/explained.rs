//! How does anybody know? A finding with its rules, its words and places, what it rests on, and what rests on it.

use super::line::Line;
use super::page::Page;
use super::{Detail, Options};
use crate::Numbering;
use crate::excerpt::Wording;
use crate::numbering::name;
use crate::references::References;
use crate::view::{Explained, Explaining, Fact, FindingView, Rule, What};
use stemma::Account;
use stemma::account::records;
use stemma::model::Span;

const ITEM: &str = "  ";
const MORE: &str = "    ";
const FACT: &str = "    ";
/// Bytes of the words of a finding that is named.
const WORDING_BYTES: usize = 160;

/// A finding and how anybody knows it; nothing where no finding has this identifier.
pub fn explained(account: &Account, id: &str, options: &Options) -> Option<String> {
    let numbering = Numbering::of(account);
    let records = records(account);
    let references = References::of(&records);
    let found = Explaining::of(account, &numbering, &references).explained(id)?;
    let mut page = Page::new(options.width, options.colour);
    let show = Show { account, numbering: &numbering, detail: Detail::of(options.all), all: options.all };
    show.write_head(&found, &mut page);
    show.write_rules(&found.rules, &mut page);
    show.write_facts(&found, &mut page);
    show.write_named_by(&found, &mut page);
    Some(page.finish())
}

/// The findings that somebody may have meant by the beginning of an identifier.
pub fn findings_meant(account: &Account, meant: &[String], options: &Options) -> String {
    let numbering = Numbering::of(account);
    let records = records(account);
    let references = References::of(&records);
    let explaining = Explaining::of(account, &numbering, &references);
    let detail = Detail::of(options.all);
    let show = Show { account, numbering: &numbering, detail, all: options.all };
    let mut page = Page::new(options.width, options.colour);
    let shown = meant.len().min(detail.rows);
    for id in &meant[..shown] {
        let record = references.with_id(id).first().map(|at| &records[*at]);
        if let Some(found) = record.and_then(|record| explaining.finding(record)) {
            let line = show.finding(page.line(), &found);
            page.write(ITEM, MORE, line);
        }
    }
    if shown < meant.len() {
        let line = page.line().number(shown).label(" of ").number(meant.len());
        page.write(ITEM, ITEM, line);
    }
    page.finish()
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    detail: Detail,
    all: bool,
}

impl Show<'_, '_> {
    fn write_head(&self, found: &Explained, page: &mut Page) {
        let line = self.finding(page.line(), &found.head);
        page.write("", ITEM, line);
        if found.copies > 1 {
            let line = page.line().label("it belongs to ").number(found.copies).label(" findings alike");
            page.write("", ITEM, line);
        }
    }

    fn write_rules(&self, rules: &[&Rule], page: &mut Page) {
        page.heading("How it was found", rules.len(), rules.len(), "");
        let mut sections: Vec<&'static str> = Vec::new();
        for rule in rules {
            let mut line = page.line();
            if !rule.value.is_empty() {
                line = line.kind(rule.value).label(": ");
            } else if !rule.key.is_empty() {
                line = line.name(&rule.key.replace('_', " ")).label(": ");
            }
            line = line.label(rule.says);
            if !rule.source.is_empty() {
                line = line.label(" (after ").label(rule.source).label(")");
            }
            page.write(ITEM, MORE, line);
            if !sections.contains(&rule.section) {
                sections.push(rule.section);
            }
        }
        let mut line = page.line().legend("more in docs/method.md: ");
        for (nth, section) in sections.into_iter().enumerate() {
            line = line.label(if nth > 0 { "; " } else { "" }).label(section);
        }
        page.write(ITEM, MORE, line);
    }

    fn write_facts(&self, found: &Explained, page: &mut Page) {
        let (total, shown) = (found.facts.len(), found.facts.len().min(self.detail.rows));
        page.heading("What it says and rests on", shown, total, "");
        self.write_list(&found.facts[..shown], ITEM, page);
    }

    fn write_named_by(&self, found: &Explained, page: &mut Page) {
        let (total, shown) = (found.named_by.len(), found.named_by.len().min(self.detail.rows));
        page.heading("What rests on it", shown, total, "");
        if total == 0 {
            let line = page.line().label("no other finding");
            page.write(ITEM, ITEM, line);
        }
        for (naming, facts) in &found.named_by[..shown] {
            let line = self.finding(page.line(), naming);
            page.write(ITEM, MORE, line);
            let n_facts = facts.len().min(self.detail.lines);
            self.write_list(&facts[..n_facts], FACT, page);
            if n_facts < facts.len() {
                let line = page.line().cut(n_facts, facts.len());
                page.write(FACT, FACT, line);
            }
        }
    }

    /// Facts one below the other; the keys that one shares with the one before it are not told again.
    fn write_list(&self, facts: &[Fact], indent: &str, page: &mut Page) {
        let mut before: &[(&str, Option<usize>)] = &[];
        for fact in facts {
            let shared = before.iter().zip(&fact.keys).take_while(|(here, there)| here == there).count();
            let indent = format!("{indent}{}", "  ".repeat(shared));
            let line = self.fact(page.line(), &fact.keys[shared..], &fact.what);
            page.write(&indent, &format!("{indent}  "), line);
            before = &fact.keys;
        }
    }

    fn fact(&self, line: Line, keys: &[(&str, Option<usize>)], what: &What) -> Line {
        let mut line = line;
        for (nth, (key, item)) in keys.iter().enumerate() {
            line = line.label(if nth > 0 { ", " } else { "" }).name(&key.replace('_', " "));
            if let Some(item) = item {
                line = line.glued().number(*item);
            }
        }
        let line = line.label(": ");
        match what {
            What::Words(span, _) => self.words(line, *span),
            What::Finding(found) => self.finding(line, found),
            What::Label(label) => line.name(&label.replace('-', " ")),
            What::Foreign(text) => line.name(text),
            What::Number(number) => line.name(&number.to_string()),
            What::Flag(flag) => line.label(if *flag { "yes" } else { "no" }),
        }
    }

    /// Kind, identifier, words and place of a finding.
    fn finding(&self, line: Line, found: &FindingView) -> Line {
        let line = line.label(found.kind.label()).label(" ").strong(found.id);
        let line = match found.report {
            Some(report) => {
                let number = self.numbering.number(report);
                line.label(" ").report(number).label(" ").name(name(self.account.report(report)))
            }
            None => line,
        };
        match found.words {
            Some(span) => self.words(line.label(" "), span),
            None => line,
        }
    }

    fn words(&self, line: Line, span: Span) -> Line {
        let text = &self.account.report(span.report).text;
        if span.range.is_empty() {
            return line.label("nothing, ").place(self.numbering.place(span));
        }
        let at_most = if self.all { usize::MAX } else { WORDING_BYTES };
        let wording = Wording::of(text, &[span.range], at_most);
        line.label("{").wording(&wording).label("} ").place(self.numbering.place(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::view::Identifiers;

    const PLAIN: Options = Options { width: 100, colour: false, all: false, digest: None };

    fn shown(choose: impl Fn(&Identifiers) -> &String) -> String {
        let account = example::account();
        let identifiers = Identifiers::of(&records(&account));
        let shown = explained(&account, choose(&identifiers), &PLAIN).expect("the finding is there");
        example::masked(&shown)
    }

    #[test]
    fn an_edit() {
        insta::assert_snapshot!(shown(|all| &all.edits[0]));
    }

    #[test]
    fn a_descent() {
        insta::assert_snapshot!(shown(|all| &all.descents[3]));
    }

    #[test]
    fn an_instance_that_denies() {
        insta::assert_snapshot!(shown(|all| &all.instances[2]));
    }

    #[test]
    fn a_claim() {
        insta::assert_snapshot!(shown(|all| &all.claims[0]));
    }

    #[test]
    fn a_disagreement() {
        insta::assert_snapshot!(shown(|all| &all.disagreements[1]));
    }

    #[test]
    fn the_name_of_a_place() {
        insta::assert_snapshot!(shown(|all| &all.places[1]));
    }

    #[test]
    fn what_is_not_there_is_not_explained() {
        assert_eq!(explained(&example::account(), "m0", &PLAIN), None);
    }
}
