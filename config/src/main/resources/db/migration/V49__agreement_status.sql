-- Where a request for prior agreement stands is said in a word, no longer by the fields that are empty.
ALTER TABLE prior_agreement_version ADD COLUMN status text COLLATE "C";
ALTER TABLE prior_agreement_version DISABLE TRIGGER append_only;
UPDATE prior_agreement_version
SET status = CASE WHEN approved_quantity = 0 THEN 'refused'
                  WHEN asked_quantity IS NULL OR approved_quantity IS NOT NULL OR approved_unit_minor IS NOT NULL OR reference <> '' THEN 'granted'
                  ELSE 'requested' END;
ALTER TABLE prior_agreement_version ENABLE TRIGGER append_only;
ALTER TABLE prior_agreement_version
  ALTER COLUMN status SET NOT NULL,
  ADD CHECK (status IN ('requested', 'granted', 'refused')),
  ADD CHECK (status = 'granted' OR coalesce(approved_quantity, 0) = 0),
  ADD CHECK (status <> 'granted' OR approved_quantity IS DISTINCT FROM 0);
COMMENT ON COLUMN prior_agreement_version.status IS 'requested: asked for and not decided; granted, in whole or in part; refused. Expired is what valid_to says.';
COMMENT ON COLUMN prior_agreement_version.approved_quantity IS 'Units that are agreed to, over all lines together; null: without limit.';
