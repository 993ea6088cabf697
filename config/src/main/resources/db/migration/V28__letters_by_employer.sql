-- The letters of an employer are looked up by employer: for each letter of a run those of before.
CREATE INDEX document_letter ON document (employer_id, run_id) WHERE stage IS NOT NULL;
