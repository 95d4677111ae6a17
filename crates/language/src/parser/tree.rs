//! Heads and labels into a finished tree: arcs that cross others are put where they belong, and sentences are found.

/// What parts a label from that of the head it should have (Nivre and Nilsson 2005, scheme HEAD).
const DECORATION: &str = "||";

/// The label of a token without a head.
const ROOT: &str = "ROOT";

/// Rounds of looking for the edges of subtrees. Where arcs cross, one round is not enough; more than these change nothing that
/// matters.
const ROUNDS: usize = 12;

/// A label by its number.
pub type Label = u16;

/// The labels of arcs. The first ones are those of the parser's moves, in their order.
#[derive(Debug)]
pub struct Labels {
    names: Vec<String>,
    /// For each label: what it says without decoration, and the label of the head to look for.
    plain: Vec<(Label, Option<Label>)>,
    root: Label,
}

impl Labels {
    /// The labels of moves.
    pub fn new<'a>(moves: impl Iterator<Item = &'a str>) -> Self {
        let mut labels = Self { names: moves.map(str::to_owned).collect(), plain: Vec::new(), root: 0 };
        labels.root = labels.number(ROOT);
        while let Some(name) = labels.names.get(labels.plain.len()).cloned() {
            let plain = match name.split_once(DECORATION) {
                Some((plain, head)) => (labels.number(plain), Some(labels.number(head))),
                None => (labels.number(&name), None),
            };
            labels.plain.push(plain);
        }
        labels
    }

    /// The names of all labels.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The label of a name: of several moves with the same name, the first.
    fn number(&mut self, name: &str) -> Label {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        }) as Label
    }
}

/// A finished tree, or several: one for each sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The head of each token; of the root of a sentence, itself.
    pub heads: Vec<u32>,
    /// The label of each token's arc.
    pub labels: Vec<Label>,
    /// Whether a sentence begins at the token.
    pub starts: Vec<bool>,
}

impl Tree {
    /// Finishes what the parser made.
    pub fn new(
        made: impl ExactSizeIterator<Item = Option<(usize, Label)>>,
        is_space: &[bool],
        labels: &Labels,
    ) -> Self {
        let n_tokens = made.len();
        let mut tree = Tree { heads: Vec::with_capacity(n_tokens), ..Tree::default() };
        for (token, made) in made.enumerate() {
            let (head, label) = made.unwrap_or((token, labels.root));
            tree.heads.push(head as u32);
            tree.labels.push(label);
        }
        let mut edges = Edges::of(&tree.heads);
        if tree.labels.iter().any(|label| labels.plain[*label as usize].1.is_some()) {
            tree.put_crossing_arcs_back(&edges, is_space, labels);
            edges = Edges::of(&tree.heads);
        }
        for label in &mut tree.labels {
            *label = labels.plain[*label as usize].0;
        }
        tree.starts = vec![false; n_tokens];
        for token in 0..n_tokens {
            if tree.is_root(token) {
                tree.starts[edges.left[token] as usize] = true;
            }
        }
        tree
    }

    fn is_root(&self, token: usize) -> bool {
        self.heads[token] as usize == token
    }

    /// Gives each token whose label is decorated the head that the decoration asks for.
    fn put_crossing_arcs_back(&mut self, edges: &Edges, is_space: &[bool], labels: &Labels) {
        for token in 0..self.heads.len() {
            let (plain, wanted) = labels.plain[self.labels[token] as usize];
            if let Some(wanted) = wanted {
                let found = self.below(self.heads[token], token as u32, wanted, edges, is_space, labels);
                self.heads[token] = found.unwrap_or(self.heads[token]);
                self.labels[token] = plain;
            }
        }
    }

    /// The first token with a label below `top`, level by level from left to right.
    fn below(
        &self,
        top: u32,
        token: u32,
        wanted: Label,
        edges: &Edges,
        is_space: &[bool],
        labels: &Labels,
    ) -> Option<u32> {
        let mut level = vec![top];
        while !level.is_empty() {
            let mut next = Vec::new();
            for head in level {
                let (left, right) = (edges.left[head as usize], edges.right[head as usize]);
                let is_child = |child: &u32| self.heads[*child as usize] == head && *child != head;
                for child in (left..=right).filter(is_child) {
                    if is_space[child as usize] || child == token {
                        continue;
                    }
                    let label = self.labels[child as usize];
                    let (plain, decorated) = labels.plain[label as usize];
                    if plain == wanted && decorated.is_none() {
                        return Some(child);
                    }
                    next.push(child);
                }
            }
            level = next;
        }
        None
    }
}

/// The first and the last token of the subtree of each token.
struct Edges {
    left: Vec<u32>,
    right: Vec<u32>,
}

impl Edges {
    fn of(heads: &[u32]) -> Self {
        let own = || (0..heads.len() as u32).collect();
        let mut edges = Self { left: own(), right: own() };
        for _ in 0..ROUNDS {
            (0..heads.len()).for_each(|token| edges.hand_on(token, heads[token] as usize));
            (0..heads.len()).rev().for_each(|token| edges.hand_on(token, heads[token] as usize));
            if edges.hold_sentences(heads) {
                break;
            }
        }
        edges
    }

    fn hand_on(&mut self, token: usize, head: usize) {
        self.left[head] = self.left[head].min(self.left[token]);
        self.right[head] = self.right[head].max(self.right[token]);
    }

    /// Whether every head lies in the sentence of its token, as far as sentences are known.
    fn hold_sentences(&self, heads: &[u32]) -> bool {
        let mut starts = vec![false; heads.len()];
        let roots = (0..heads.len()).filter(|token| heads[*token] as usize == *token);
        roots.for_each(|root| starts[self.left[root] as usize] = true);
        let mut first = 0;
        for end in 1..heads.len() {
            if starts[end] || end + 1 == heads.len() {
                let within = |head: &u32| (first..=end).contains(&(*head as usize));
                if !heads[first..end].iter().all(within) {
                    return false;
                }
                first = end;
            }
        }
        true
    }
}
