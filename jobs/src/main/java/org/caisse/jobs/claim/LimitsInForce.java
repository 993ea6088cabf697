package org.caisse.jobs.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.CareTerms;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;

/** Keeps by which limits the lines of each day of care are judged: {@code verify} adds up. */
final class LimitsInForce {

  /** A limit on a day of care. */
  private record On(LocalDate day, CareTerms.Limited limited) {

    CareLimit limit() {
      return limited.limit();
    }
  }

  private LimitsInForce() {}

  /** Those of the lines that a run goes through. */
  static void keep(RunContext run) {
    CareBook book = new CareBook(run.law());
    List<On> all = new ArrayList<>();
    run.sql()
        .sql(
            "SELECT DISTINCT care_on FROM claim_work WHERE run_id = ? AND kind <> 'FALLEN' ORDER BY"
                + " care_on")
        .param(run.run().id())
        .query(LocalDate.class)
        .list()
        .forEach(day -> book.on(day).limits().forEach(limit -> all.add(new On(day, limit))));
    run.sql()
        .sql(Sql.of(LimitsInForce.class, "limits-in-force"))
        .param("run", run.run().id())
        .param("limits", texts(all, on -> on.limit().id()))
        .param("on", texts(all, on -> on.day().toString()))
        .param("counted", texts(all, on -> on.limit().counted().name()))
        .param("kinds", texts(all, on -> on.limit().window().kind().name()))
        .param("days", all.stream().map(on -> on.limited().days()).toArray(Integer[]::new))
        .param("lifted", all.stream().map(on -> on.limit().lifted()).toArray(Boolean[]::new))
        .param("most", all.stream().map(on -> on.limited().most()).toArray(Long[]::new))
        .update();
  }

  private static String[] texts(List<On> all, Function<On, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }
}
