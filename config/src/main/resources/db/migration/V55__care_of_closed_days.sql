-- Care that was paid for days on which the right was closed afterwards is a debt of whoever caused it (SEMANTICS 16).

-- Lines that are told and paid for days that a run of entitlement closed afterwards and that do not stand open again, as some runs know them;
-- under the number that was kept, of persons who have several.
CREATE FUNCTION closed_late_paid(runs integer[])
RETURNS TABLE (claim_line_id bigint, rev integer, invoice_id bigint, no integer, care_on date, person_id bigint, head_id bigint, payer text,
               amount_minor bigint, lost_from date, lost_to date, why text, arguments text, closed_by integer, told_by integer)
LANGUAGE sql STABLE AS $$
  WITH merged AS MATERIALIZED (
    SELECT person_id, kept_id FROM standing_merge(runs)
  )
  SELECT DISTINCT ON (l.claim_line_id, s.payer) l.claim_line_id, t.rev, l.invoice_id, l.no, l.care_on, c.person_id, c.head_id, s.payer,
         s.amount_minor, c.lost_from, c.lost_to, c.why, c.arguments, c.run_id, t.told_by
  FROM right_closed_late c
  CROSS JOIN LATERAL (SELECT c.person_id UNION ALL SELECT m.person_id FROM merged m WHERE m.kept_id = c.person_id) n
  CROSS JOIN LATERAL (SELECT l.claim_line_id, l.invoice_id, l.no, l.care_on FROM claim_line l
                      WHERE l.person_id = n.person_id AND l.care_on >= c.lost_from AND l.care_on < c.lost_to OFFSET 0) l
  CROSS JOIN LATERAL (SELECT t.rev, max(t.run_id) AS told_by FROM claim_told t
                      WHERE t.claim_line_id = l.claim_line_id AND t.run_id = ANY (runs)
                      GROUP BY t.rev HAVING sum(t.sign) = 1) t
  CROSS JOIN LATERAL (SELECT s.payer, s.amount_minor FROM claim_share s
                      WHERE s.claim_line_id = l.claim_line_id AND s.rev = t.rev AND s.payer = c.payer OFFSET 0) s
  WHERE c.run_id = ANY (runs)
    AND coalesce((SELECT m.kept_id FROM merged m WHERE m.person_id = n.person_id), n.person_id) = c.person_id
    AND NOT EXISTS (SELECT FROM standing_right(runs) r
                    WHERE r.person_id = c.person_id AND r.payer = c.payer AND r.valid_from <= l.care_on
                      AND (r.valid_to IS NULL OR l.care_on < r.valid_to))
  ORDER BY l.claim_line_id, s.payer, c.run_id DESC
$$;

DO $$
DECLARE
  debtors text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                   WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_debtor_check');
  components text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                      WHERE conrelid = 'ledger_entry'::regclass AND conname = 'ledger_entry_component_check');
BEGIN
  ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_debtor_check, DROP CONSTRAINT ledger_entry_component_check;
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_debtor_check CHECK (debtor IN (''EMPLOYER_CARE'', ''PERSON_CARE'') OR %s)', debtors);
  EXECUTE format('ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_component_check CHECK (
    CASE WHEN debtor IN (''EMPLOYER_CARE'', ''PERSON_CARE'') THEN component = ''CLOSED_LATE'' ELSE %s END)', components);
END $$;
COMMENT ON COLUMN ledger_entry.ogd_no IS 'The delegated body that collects; of a balance that was taken on, the account of the chart; of an invoice, who pays (amu, amo, a programme); of care of closed days, who had paid.';
CREATE INDEX ledger_entry_of_care ON ledger_entry (debtor, debtor_id) WHERE debtor IN ('EMPLOYER_CARE', 'PERSON_CARE');
