package org.caisse.app.month;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands in the books once everything that was taken back is taken away: two funds that know
 * the same owe the same, whatever happened on the way.
 *
 * @param ledger what each debtor owes, per month, OGD, component and payer
 * @param accounts balance of each account
 * @param persons contributions of each person
 * @param employers the last row of each employer's month
 */
record NetBooks(
    List<String> ledger, List<String> accounts, List<String> persons, List<String> employers) {

  static NetBooks of(JdbcClient sql) {
    return new NetBooks(
        rows(
            sql,
            "SELECT concat_ws('|', value_period, debtor, coalesce(employer_no, person_no, '-'),"
                + " ogd_no, component, payer, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE"
                + " -amount_minor END)) FROM ledger_entry LEFT JOIN employer e ON debtor ="
                + " 'EMPLOYER' AND employer_id = debtor_id LEFT JOIN person p ON debtor = 'PERSON'"
                + " AND person_id = debtor_id GROUP BY value_period, debtor, employer_no,"
                + " person_no, ogd_no, component, payer HAVING sum(CASE WHEN reverses IS NULL THEN"
                + " amount_minor ELSE -amount_minor END) <> 0 ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', value_period, account, sum(debit_minor) - sum(credit_minor))"
                + " FROM posting GROUP BY value_period, account HAVING sum(debit_minor) <>"
                + " sum(credit_minor) ORDER BY 1"),
        rows(
            sql,
            "SELECT concat_ws('|', period, coalesce(employer_no, '-'), person_no, sum(base_minor),"
                + " sum(employer_minor), sum(insured_minor), sum(state_minor)) FROM contribution"
                + " JOIN person USING (person_id) LEFT JOIN employer USING (employer_id) GROUP BY"
                + " period, employer_no, person_no HAVING sum(base_minor) <> 0 OR"
                + " sum(employer_minor + insured_minor + state_minor) <> 0 ORDER BY 1"),
        rows(
            sql,
            "SELECT DISTINCT ON (period, employer_no) concat_ws('|', period, employer_no, state,"
                + " population, ogd_no, first_filed, months_late, persons, base_minor,"
                + " employer_minor, insured_minor, state_minor, surcharge_minor) FROM"
                + " employer_assessment a JOIN employer USING (employer_id) ORDER BY period,"
                + " employer_no, a.run_id DESC"));
  }

  /** What these have and others have not, and the other way round. */
  List<String> differencesFrom(NetBooks other) {
    List<String> differences = new ArrayList<>();
    List<List<String>> mine = List.of(ledger, accounts, persons, employers);
    List<List<String>> theirs =
        List.of(other.ledger, other.accounts, other.persons, other.employers);
    for (int i = 0; i < mine.size(); i++) {
      Set<String> one = new LinkedHashSet<>(mine.get(i));
      Set<String> two = new LinkedHashSet<>(theirs.get(i));
      one.stream().filter(row -> !two.contains(row)).forEach(row -> differences.add("+ " + row));
      two.stream().filter(row -> !one.contains(row)).forEach(row -> differences.add("- " + row));
    }
    return differences;
  }

  private static List<String> rows(JdbcClient sql, String query) {
    return sql.sql(query).query(String.class).list();
  }
}
