-- Words of a take-on in checks that migrations name whole: kinds of files, and why a receipt is an employer's. Repeatable, after all of
-- these, so that none that is older or younger forgets them.
DO $$
DECLARE
  kinds text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conrelid = 'file'::regclass AND conname = 'file_kind_check');
  rules text := (SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint
                 WHERE conrelid = 'receipt_match'::regclass AND conname = 'receipt_match_rule_check');
BEGIN
  IF kinds NOT LIKE '%take_on_control%' THEN
    ALTER TABLE file DROP CONSTRAINT file_kind_check;
    EXECUTE format('ALTER TABLE file ADD CONSTRAINT file_kind_check CHECK (%s OR kind IN (''opening_balances'', ''earlier_contributions'',
      ''earlier_rights'', ''take_on_control''))', kinds);
  END IF;
  IF rules NOT LIKE '%TAKEN_ON%' THEN
    ALTER TABLE receipt_match DROP CONSTRAINT receipt_match_rule_check;
    EXECUTE format('ALTER TABLE receipt_match ADD CONSTRAINT receipt_match_rule_check CHECK (%s OR rule = ''TAKEN_ON'')', rules);
  END IF;
END $$;
