package org.caisse.jobs.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Population;
import org.caisse.domain.right.ContributedMonth;
import org.caisse.domain.right.FamilyFacts;
import org.caisse.domain.right.FamilyRow;
import org.caisse.domain.right.HeadFacts;
import org.caisse.domain.right.HeadRow;
import org.caisse.domain.right.HeldStatus;
import org.caisse.domain.right.PostedRight;
import org.caisse.domain.right.RightPeriod;
import org.caisse.domain.right.RightTerms;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What is known of persons' rights, by one query for whoever asks. */
public final class JoinedRights {

  private static final String HEADS = Sql.of(JoinedRights.class, "heads");
  private static final String FAMILIES = Sql.of(JoinedRights.class, "families");
  private static final TypeReference<List<ContributedMonth>> MONTHS = new TypeReference<>() {};
  private static final TypeReference<List<HeadFacts.Listed>> LISTED = new TypeReference<>() {};
  private static final TypeReference<List<HeldStatus>> STATUSES = new TypeReference<>() {};
  private static final TypeReference<List<HeadFacts.EarlierRight>> EARLIER =
      new TypeReference<>() {};
  private static final TypeReference<List<PostedRight>> POSTED = new TypeReference<>() {};
  private static final TypeReference<List<PostedRight.LastRev>> REVS = new TypeReference<>() {};
  private static final TypeReference<List<RightPeriod>> RIGHTS = new TypeReference<>() {};
  private static final TypeReference<List<FamilyFacts.Dependant>> DEPENDANTS =
      new TypeReference<>() {};
  private static final TypeReference<List<FamilyRow.Member>> MEMBERS = new TypeReference<>() {};
  private static final TypeReference<List<FamilyRow.MemberRev>> MEMBER_REVS =
      new TypeReference<>() {};

  private JoinedRights() {}

  /**
   * What is asked for.
   *
   * @param inputs runs whose rows count
   * @param withdrawn files that do not count
   * @param before runs whose rights stand
   * @param run its own rights are not among the facts
   * @param person id of one, or 0 for all
   * @param after id after which it begins
   */
  public record Asked(
      List<Integer> inputs,
      List<Integer> withdrawn,
      List<Integer> before,
      int run,
      long person,
      long after) {

    public Asked {
      inputs = List.copyOf(inputs);
      withdrawn = List.copyOf(withdrawn);
      before = List.copyOf(before);
    }

    JdbcClient.StatementSpec of(JdbcClient sql, String query) {
      return sql.sql(query)
          .param("inputs", inputs.toArray(Integer[]::new))
          .param("withdrawn", withdrawn.toArray(Integer[]::new))
          .param("before", before.toArray(Integer[]::new))
          .param("run", run)
          .param("person", person)
          .param("after", after);
    }
  }

  /** The query of persons by themselves. */
  public static JdbcClient.StatementSpec heads(JdbcClient sql, Asked asked, Law law) {
    String[] stateFunded =
        law.pack().populations().values().stream()
            .filter(population -> population.basis() == Population.Basis.STATE_FUNDED)
            .map(Population::id)
            .toArray(String[]::new);
    return asked.of(sql, HEADS).param("stateFunded", stateFunded);
  }

  /** A row of it. */
  public static HeadRow head(ResultSet row, LocalDate businessDate, RightTerms terms)
      throws SQLException {
    return HeadRow.facts(
        row.getString("person_no"),
        new HeadFacts(
            JoinedFacts.list(row.getString("months"), MONTHS).stream()
                .map(month -> month.due(terms))
                .toList(),
            JoinedFacts.list(row.getString("listed"), LISTED),
            JoinedFacts.list(row.getString("statuses"), STATUSES),
            JoinedFacts.list(row.getString("earlier"), EARLIER),
            row.getObject("left_on", LocalDate.class),
            businessDate),
        JoinedFacts.list(row.getString("standing"), POSTED),
        JoinedFacts.list(row.getString("revs"), REVS));
  }

  /** The query of heads with their dependants. */
  public static JdbcClient.StatementSpec families(JdbcClient sql, Asked asked) {
    return asked.of(sql, FAMILIES);
  }

  /** A row of it. */
  public static FamilyRow family(ResultSet row) throws SQLException {
    return FamilyRow.facts(
        new FamilyFacts(
            row.getString("person_no"),
            row.getObject("birth_date", LocalDate.class),
            JoinedFacts.list(row.getString("rights"), RIGHTS),
            JoinedFacts.list(row.getString("dependants"), DEPENDANTS)),
        JoinedFacts.list(row.getString("standing"), MEMBERS),
        JoinedFacts.list(row.getString("revs"), MEMBER_REVS));
  }
}
