-- What people ask first, for Datasette and the like.

-- Told by several reports, and one origin stands behind it at most.
CREATE VIEW lonely_claims AS
SELECT claims.id AS claim, claims.wording, claims.n_reports, claims.affirm_at_most + claims.deny_at_most AS origins,
       (SELECT coalesce((SELECT text FROM voices WHERE voices.id = origins.who),
                        CASE substr(origins.who, 1, 1) WHEN 'r' THEN 'own text, or not stated' ELSE 'not decidable' END)
        FROM claim_origins JOIN origins ON origins.id = claim_origins.origin
        WHERE claim_origins.claim = claims.id ORDER BY claim_origins.nth LIMIT 1) AS origin,
       claims.story
FROM claims
WHERE claims.n_reports > 1 AND claims.affirm_at_most + claims.deny_at_most <= 1
ORDER BY claims.n_reports DESC, claims.id;

-- What each report of a story says to each claim of it.
CREATE VIEW claim_matrix AS
SELECT claims.story, claims.id AS claim, claims.wording, instances.report, min(instances.stance) AS sign
FROM claims JOIN claim_instances ON claim_instances.claim = claims.id
JOIN instances ON instances.id = claim_instances.instance
GROUP BY claims.id, instances.report
UNION ALL
SELECT claims.story, claims.id, claims.wording, silences.report, silences.kind
FROM claims JOIN silences ON silences.claim = claims.id;

-- What cannot all hold, and is not just overtaken.
CREATE VIEW open_disagreements AS
SELECT disagreements.id AS disagreement, disagreements.kind, disagreements."order", disagreements.story,
       disagreement_sides.side, disagreement_sides.words, instances.report, instances.text AS instance
FROM disagreements JOIN disagreement_sides ON disagreement_sides.disagreement = disagreements.id
JOIN instances ON instances.id = disagreement_sides.instance
WHERE disagreements."order" <> 'update';

-- One row a story: how large, since when, how much is in dispute.
CREATE VIEW story_overview AS
SELECT stories.id AS story,
       (SELECT name FROM story_names WHERE story_names.story = stories.id) AS name,
       (SELECT count(DISTINCT report) FROM story_parts WHERE story_parts.story = stories.id) AS n_reports,
       (SELECT count(*) FROM claims WHERE claims.story = stories.id) AS n_claims,
       (SELECT count(*) FROM disagreements WHERE disagreements.story = stories.id) AS n_disagreements,
       (SELECT min(published) FROM story_parts JOIN reports ON reports.id = story_parts.report
        WHERE story_parts.story = stories.id) AS first_published,
       (SELECT title FROM story_parts JOIN reports ON reports.id = story_parts.report
        WHERE story_parts.story = stories.id ORDER BY published IS NULL, published, nth LIMIT 1) AS first_title
FROM stories;
