-- After a control of declarations: silent employers and the persons expected of them say the same, and every finding has its person.
SELECT 'persons of silent employers = what these are expected to declare', e.employer_no,
       format('%s persons %s, employer %s persons %s', coalesce(f.persons, 0), coalesce(f.missing_minor, 0), s.expected, s.missing_minor)
FROM (SELECT employer_no, count(*) AS persons, sum(missing_minor) AS missing_minor FROM control_finding
      WHERE run_id = :run AND finding = 'EMPLOYER_SILENT' GROUP BY employer_no) f
FULL JOIN (SELECT employer_no, expected, missing_minor FROM silent_employer n JOIN employer USING (employer_id) WHERE n.run_id = :run) s
  USING (employer_no)
JOIN employer e USING (employer_no)
WHERE (coalesce(f.persons, 0), coalesce(f.missing_minor, 0)) IS DISTINCT FROM (s.expected, s.missing_minor)
UNION ALL
SELECT 'every finding is of a person or of a row of a list', f.employer_no, f.item::text
FROM control_finding f LEFT JOIN person p USING (person_id)
WHERE f.run_id = :run AND num_nonnulls(p.person_id, f.expected_id) <> 1
