"""What the signs that two mentions tell of one happening weigh, learned from pairs that people marked.

    cargo run --release -p quality -- coreference FOLDER --pairs PAIRS.tsv
    python3 quality/signs.py PAIRS.tsv

Logistic regression; a sign that speaks for can weigh nothing but never count against, and the other way round. Prints a line
for each sign: its weight in points, as crates/stemma/src/claim/signs.rs has it (where some are set by hand, and say so). Needs
numpy and scipy.
"""

import csv
import sys
from collections import Counter

import numpy as np
from scipy.optimize import minimize

POINTS = 30  # for one unit of the logarithm of odds
ENOUGH = 60  # points, where ...
PROBABILITY = 0.6  # ... so many pairs are one happening
PENALTY = 1 / 0.3  # on the squares of the weights

FOR = """SameLemma SameMeaning NearMeaning PlainNouns ActorNamed ActorSame ActorNear ActorOpen RecipientNamed RecipientSame
RecipientNear RecipientOpen Circumstance Name SameNumber Tolls SameTime Leads""".split()
AGAINST = """Opposite OtherPredicate OtherKind General ActorOther ActorApart RecipientOther RecipientApart OtherPlace OtherMatter
OtherTime OtherState""".split()


def read(path):
    """The names of the signs, and by pair: its story, whether it is one happening, how much there is of each sign."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        names = next(rows)[2:]
        stories, one, signs = zip(*((row[0], row[1] == "1", [int(sign) / 100 for sign in row[2:]]) for row in rows))
    return names, stories, np.where(one, 1.0, -1.0), np.array(signs)


def learn(names, stories, one, signs):
    """The weights, in units of the logarithm of odds; large stories count less than the number of their pairs."""
    pairs = Counter(stories)
    weight_of_pair = np.array([pairs[story] ** -0.5 for story in stories])

    def loss(weights):
        margin = one * (signs @ weights)
        penalized = np.where(np.array(names) == "Any", 0, weights)
        value = (weight_of_pair * np.logaddexp(0, -margin)).sum() + PENALTY * penalized @ penalized / 2
        slope = -(one * weight_of_pair / (1 + np.exp(margin))) @ signs + PENALTY * penalized
        return value, slope

    bounds = [(0, None) if name in FOR else (None, 0) if name in AGAINST else (None, None) for name in names]
    return minimize(loss, np.zeros(len(names)), jac=True, bounds=bounds, method="L-BFGS-B").x


def main():
    names, stories, one, signs = read(sys.argv[1])
    weights = POINTS * learn(names, stories, one, signs)
    weights[names.index("Any")] += ENOUGH - POINTS * np.log(PROBABILITY / (1 - PROBABILITY))
    for name, weight in zip(names, weights):
        print(f"{name} {weight:.0f}")


if __name__ == "__main__":
    main()
