-- Lines of invoices get numbers that hash well. The server takes the exclusive or of both halves of a bigint: of a file's number times a power of
-- two, plus a place, that leaves few hashes (a million lines of 4,000 files had 80,000), and joins of a month by hashing took thrice as long. The
-- new factor is larger, so that no number stands twice; files that are in keep their lines' numbers.
DO $$
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION first_claim_line_id(file_id integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $b$
      SELECT file_id::bigint * CASE WHEN file_id <= %s THEN 16777216 ELSE 16842753 END
    $b$
    $f$, (SELECT coalesce(max(file_id), 0) FROM file));
END $$;
COMMENT ON FUNCTION first_claim_line_id(integer) IS
  'Where the numbers of a file''s lines begin: line n of it is this plus n, and n is at most 16777215. Its lots and invoices have the number of their first line.';
COMMENT ON COLUMN invoice_lot.lot_id IS 'The number of its first line: the same after a restart.';
COMMENT ON COLUMN invoice.invoice_id IS 'The number of its first line: the same after a restart.';
COMMENT ON COLUMN claim_line.claim_line_id IS 'first_claim_line_id of its file plus its line: the same after a restart.';

-- Rows of a run lie together, in the order of runs: a summary of blocks finds them as well as a tree does, and costs next to nothing while a million
-- are added; shares and reductions, which were read whole for it, get one too.
DROP INDEX claim_line_run, claim_decision_run, claim_told_run;
CREATE INDEX claim_line_run ON claim_line USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX claim_decision_run ON claim_decision USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX claim_told_run ON claim_told USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX claim_share_run ON claim_share USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX claim_reduction_run ON claim_reduction USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
-- A line has one share of a payer: their order needs no tree of its own.
ALTER TABLE claim_share DROP CONSTRAINT claim_share_pkey, DROP CONSTRAINT claim_share_claim_line_id_rev_payer_key,
  ADD PRIMARY KEY (claim_line_id, rev, payer);
