package org.caisse.jobs.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.caisse.domain.contribution.AcceptedSpell;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.registry.RegistrySnapshot;

/**
 * The lines that were accepted in what a declaration completes: those in the database, and those
 * that this run judged since its last commit.
 */
final class AcceptedBefore {

  private static final String QUERY = Sql.of(AcceptedBefore.class, "accepted-before");

  private final RunContext run;
  private final List<JudgedBlock> uncommitted = new ArrayList<>();

  AcceptedBefore(RunContext run) {
    this.run = run;
  }

  /** What was judged and is not committed yet. */
  void judging(JudgedBlock block) {
    uncommitted.add(block);
  }

  /** The rows of all blocks so far are in the database. */
  void committed() {
    uncommitted.clear();
  }

  /**
   * Gives the accepted lines of some declarations of an employer's month. Of a person whom the
   * registry of this run does not know, no line can come.
   */
  void forEach(
      DeclarationRecord.Header header,
      List<Long> declarations,
      RegistrySnapshot registry,
      Consumer<AcceptedSpell> sink) {
    run.sql()
        .sql(QUERY)
        .param("period", header.periodStart())
        .param("declarations", declarations.toArray(Long[]::new))
        .query(
            row -> {
              int person = registry.person(row.getString("person_no"));
              if (person >= 0) {
                sink.accept(
                    new AcceptedSpell(
                        person,
                        row.getInt("from_day"),
                        row.getInt("to_day"),
                        row.getInt("days"),
                        row.getLong("gross_minor")));
              }
            });
    for (JudgedBlock block : uncommitted) {
      declarations.forEach(id -> block.acceptedOf(id).forEach(one -> sink.accept(spell(one))));
    }
  }

  private static AcceptedSpell spell(JudgedBlock.Accepted one) {
    return AcceptedSpell.of(one.judged().line().person(), one.judged().facts());
  }
}
