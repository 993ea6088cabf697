-- Care that waits is little of all that was ever decided, and asked for in each adjudication: it is found without going through the rest.
CREATE INDEX claim_decision_pended ON claim_decision (claim_line_id, rev) WHERE status = 'PENDED';
