-- Rows of merges.
INSERT INTO core.entity_merges
    (from_entity_id, text_id, into_entity_id, rule, confidence, evidence, run_id)
VALUES %s
