package org.caisse.jobs.withdrawal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.contribution.WithdrawnRow;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.jobs.run.TakenFile;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.WithdrawalList;
import org.caisse.writers.document.WithdrawalNotice;
import org.caisse.writers.document.WithdrawnFile;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;

/** Writes the notice of a withdrawal, and the list of the declarations that count no more. */
final class WithdrawalDocuments implements Steps.Work {

  private static final String LIST = "withdrawn-declarations.csv";

  private final RunContext run;
  private final WithdrawnDeclarations declarations;

  /** What the declarations add up to. */
  private static final class Sums {
    private final Map<WithdrawalEffect, Integer> effects = new EnumMap<>(WithdrawalEffect.class);
    private final SortedSet<LocalDate> months = new TreeSet<>();
    private int filed;
    private int refusedForThem;
    private long acceptedMinor;
    private long contributionsMinor;

    void add(WithdrawnRow row) {
      effects.merge(row.effect(), 1, Integer::sum);
      if (row.effect() == WithdrawalEffect.NOTHING) {
        return;
      }
      filed++;
      refusedForThem += row.refusedForIt();
      months.add(row.periodStart());
      acceptedMinor += row.grossMinor();
      contributionsMinor += row.employerMinor() + row.insuredMinor() + row.stateMinor();
    }
  }

  WithdrawalDocuments(RunContext run) {
    this.run = run;
    this.declarations = new WithdrawnDeclarations(run);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    Letterhead letterhead = run.letterhead();
    List<WrittenFile> files = new ArrayList<>();
    for (TakenFile file : new FileStore(run.environment()).withdrawnBy(run.run().id())) {
      boolean declarations = file.kind().equals("declarations");
      boolean invoices = file.kind().equals("invoices");
      Sums sums = new Sums();
      if (declarations) {
        each(sums::add);
      }
      if (sums.filed > 0) {
        files.add(list(letterhead));
      }
      byte[] page =
          new WithdrawalNotice(letterhead)
              .of(
                  number(file),
                  withdrawn(
                      file,
                      declarations ? declared(sums) : null,
                      declarations || invoices ? null : registry(file),
                      invoices ? invoices(file) : null));
      files.add(
          AtomicFile.write(
              run.outbox().resolve(DocumentNames.withdrawal(file.name()) + ".html"),
              run.failPoint(),
              out -> out.write(page)));
    }
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private DocumentNumber number(TakenFile file) {
    return run.sql()
        .sql("SELECT year, number FROM document WHERE run_id = :run AND file_id = :file")
        .param("run", run.run().id())
        .param("file", file.id())
        .query(
            (row, n) ->
                new DocumentNumber(
                    DocumentSeries.RETRAIT, row.getInt("year"), row.getInt("number")))
        .single();
  }

  private WrittenFile list(Letterhead letterhead) throws IOException {
    return AtomicFile.write(
        run.outbox().resolve(LIST),
        run.failPoint(),
        out -> {
          WithdrawalList list = new WithdrawalList(out, letterhead);
          each(
              row -> {
                try {
                  if (row.effect() != WithdrawalEffect.NOTHING) {
                    list.append(row);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
          list.finish();
        });
  }

  private void each(Consumer<WithdrawnRow> work) {
    declarations
        .query(run.sql(), -1, -1)
        .withFetchSize(2_000)
        .query(
            row -> {
              WithdrawnRow facts = declarations.facts(row).facts();
              work.accept(facts.with(declarations.judge(facts)));
            });
  }

  private WithdrawnFile.Registry registry(TakenFile file) {
    long versions =
        run.sql()
            .sql(Sql.of(getClass(), "versions"))
            .param("file", file.id())
            .query(Long.class)
            .single();
    List<String> repeating =
        run.sql()
            .sql(Sql.of(getClass(), "repeating-files"))
            .param("file", file.id())
            .param("inputs", run.inputArray())
            .param("withdrawn", run.withdrawnArray())
            .query(String.class)
            .list();
    return new WithdrawnFile.Registry(versions, repeating);
  }

  private WithdrawnFile.Invoices invoices(TakenFile file) {
    return run.sql()
        .sql(Sql.of(getClass(), "invoices"))
        .param("file", file.id())
        .query(
            (row, n) ->
                new WithdrawnFile.Invoices(
                    row.getLong("filed"), row.getLong("lines"), row.getLong("charged_minor")))
        .single();
  }

  private static WithdrawnFile withdrawn(
      TakenFile file,
      WithdrawnFile.Declarations declared,
      WithdrawnFile.Registry registry,
      WithdrawnFile.Invoices invoices) {
    return new WithdrawnFile(
        file.label(),
        file.name(),
        file.bytes(),
        file.sha256(),
        file.receivedOn(),
        file.withdrawal().on(),
        file.withdrawal().reason(),
        declared,
        registry,
        invoices);
  }

  private static WithdrawnFile.Declarations declared(Sums sums) {
    return new WithdrawnFile.Declarations(
        sums.filed,
        sums.acceptedMinor,
        sums.contributionsMinor,
        sums.effects,
        sums.refusedForThem,
        List.copyOf(sums.months),
        sums.filed == 0 ? "" : LIST);
  }
}
