//! Trees over witnesses, and how far two of them agree.

/// How many edges lie between any two nodes; infinite where none do.
pub fn path_lengths(n_nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<f64>> {
    let mut lengths = vec![vec![f64::INFINITY; n_nodes]; n_nodes];
    for (node, row) in lengths.iter_mut().enumerate() {
        row[node] = 0.0;
    }
    for (a, b) in edges {
        (lengths[*a][*b], lengths[*b][*a]) = (1.0, 1.0);
    }
    for via in 0..n_nodes {
        for a in 0..n_nodes {
            for b in 0..n_nodes {
                lengths[a][b] = lengths[a][b].min(lengths[a][via] + lengths[via][b]);
            }
        }
    }
    lengths
}

/// One minus the average sign distance (Roos and Heikkila 2009): over all witnesses A and pairs B, C, how often
/// both trees say alike which of B and C is nearer to A. Where one says "equally near" and the other not, half.
pub fn sign_agreement(n_witnesses: usize, truth: &[Vec<f64>], estimate: &[Vec<f64>]) -> f64 {
    let sign = |of: &[Vec<f64>], a: usize, b: usize, c: usize| match of[a][b].partial_cmp(&of[a][c]) {
        Some(std::cmp::Ordering::Less) => -1.0,
        Some(std::cmp::Ordering::Greater) => 1.0,
        _ => 0.0_f64,
    };
    let (mut agreement, mut triples) = (0.0, 0.0);
    for a in 0..n_witnesses {
        for b in (0..n_witnesses).filter(|b| *b != a) {
            for c in (b + 1..n_witnesses).filter(|c| *c != a) {
                agreement += 1.0 - (sign(truth, a, b, c) - sign(estimate, a, b, c)).abs() / 2.0;
                triples += 1.0;
            }
        }
    }
    agreement / triples
}

/// The minimum spanning tree (Prim 1957).
pub fn spanning_tree(distances: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (mut reached, mut edges) = (vec![0], Vec::new());
    while reached.len() < distances.len() {
        let mut best = (f64::INFINITY, 0, 0);
        for from in &reached {
            for to in (0..distances.len()).filter(|to| !reached.contains(to)) {
                if distances[*from][to] < best.0 {
                    best = (distances[*from][to], *from, to);
                }
            }
        }
        reached.push(best.2);
        edges.push((best.1, best.2));
    }
    edges
}

/// Neighbour joining (Saitou and Nei 1987): edges over witnesses and the nodes joined, which come behind them.
pub fn neighbour_joining(distances: &[Vec<f64>]) -> (usize, Vec<(usize, usize)>) {
    let mut distances = distances.to_vec();
    let mut open: Vec<usize> = (0..distances.len()).collect();
    let mut edges = Vec::new();
    while open.len() > 2 {
        let sum = |a: usize| open.iter().map(|b| distances[a][*b]).sum::<f64>();
        let mut best = (f64::INFINITY, 0, 0);
        for (at, a) in open.iter().enumerate() {
            for b in &open[at + 1..] {
                let q = (open.len() - 2) as f64 * distances[*a][*b] - sum(*a) - sum(*b);
                if q < best.0 {
                    best = (q, *a, *b);
                }
            }
        }
        let (_, a, b) = best;
        let joined = distances.len();
        let row: Vec<f64> =
            (0..joined).map(|c| (distances[a][c] + distances[b][c] - distances[a][b]) / 2.0).collect();
        for (old, new) in distances.iter_mut().zip(&row) {
            old.push(*new);
        }
        distances.push(row.into_iter().chain([0.0]).collect());
        edges.extend([(joined, a), (joined, b)]);
        open.retain(|node| *node != a && *node != b);
        open.push(joined);
    }
    edges.push((open[0], open[1]));
    (distances.len(), edges)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four witnesses in a row, one edge apart each.
    const ROW: [(usize, usize); 3] = [(0, 1), (1, 2), (2, 3)];

    #[test]
    fn a_tree_agrees_with_itself_and_half_with_nothing() {
        let truth = path_lengths(4, &ROW);
        assert!((sign_agreement(4, &truth, &truth) - 1.0).abs() < 1e-9);
        let nothing = path_lengths(4, &[]);
        assert!(sign_agreement(4, &truth, &nothing) < 0.75);
    }

    #[test]
    fn both_methods_find_a_row_from_its_distances() {
        let truth = path_lengths(4, &ROW);
        assert_eq!(spanning_tree(&truth), ROW);
        let (n_nodes, edges) = neighbour_joining(&truth);
        let joined = path_lengths(n_nodes, &edges);
        assert!(joined[0][1] < joined[0][3]);
    }
}
