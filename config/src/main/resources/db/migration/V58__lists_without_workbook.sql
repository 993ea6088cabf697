-- A list that is too long for a workbook beside it: whoever looks for one is told why there is none, also after the run.
ALTER TABLE output ADD COLUMN alone_rows bigint, ADD COLUMN alone_most bigint;
ALTER TABLE output ADD CONSTRAINT output_alone CHECK ((alone_rows IS NULL) = (alone_most IS NULL) AND alone_rows > alone_most);
COMMENT ON COLUMN output.alone_rows IS 'Rows of a list that has no workbook beside it because the settings (xlsx_rows, alone_most) allow none for so many; null for all else.';
