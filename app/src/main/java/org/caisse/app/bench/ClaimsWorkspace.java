package org.caisse.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.config.database.Database;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.takeon.TakeOn;

/**
 * The workspace of the benchmark of care: a fund with rights, providers and prices; two years of
 * care that was decided on and told; and a month of invoices in the inbox.
 *
 * <p>The last month of the history is taken in, decided and told by the jobs. The 23 before it are
 * copies of what it left, in the database only, each with ids, days and documents of its own: they
 * hold all that is asked of books, but their runs have neither manifests nor archives, and nobody
 * looked whether what they paid is within a year's ceilings.
 */
final class ClaimsWorkspace {

  /** The month whose invoices are measured; care of the month before ends the history. */
  static final YearMonth MONTH = FundOptions.DEMO_PERIOD.plusMonths(1);

  private static final long SEED = 42;
  private static final int PERSONS_OF_AN_EMPLOYER = 20;

  /** How a head of an invoice begins, before its number. */
  private static final String INVOICE = "I;;;";

  private static final int DONE_WITH_REJECTS = 1;

  private final ClaimsOptions options;
  private final Path fund;
  private final PreparedWorkspace prepared;
  private final CaisseProcess caisse;

  ClaimsWorkspace(ClaimsOptions options, CaisseProcess caisse) {
    this.options = options;
    String size = options.lines() + "-" + options.history();
    this.fund = options.folder().resolve("claims-fund-" + size);
    this.prepared = new PreparedWorkspace(options.folder(), "claims-prepared-" + size);
    this.caisse = caisse;
  }

  /** Makes it, once a build. */
  void prepare() throws IOException, SQLException {
    if (!Files.isDirectory(fund)) {
      Path part = PreparedWorkspace.part(fund);
      generate(MONTH, options.lines(), part.resolve("now"));
      generate(MONTH.minusMonths(1), options.seedLines(), part.resolve("before"));
      Files.move(part, fund);
    }
    prepared.prepare(this::fill);
  }

  private void generate(YearMonth month, int lines, Path out) throws IOException {
    Files.createDirectories(out);
    FundOptions of =
        FundOptions.sized(
            SEED, options.persons() / PERSONS_OF_AN_EMPLOYER, options.persons(), month);
    FundGenerator.generate(of, out);
    ClaimGenerator.generate(of, lines, out);
  }

  private void fill(Workspace workspace) throws IOException, SQLException {
    String home = workspace.home().toString();
    caisse.run(List.of("--home", home, "init"));
    LocalDate first = MONTH.minusMonths(1).atDay(1);
    try (Database database = PreparedWorkspace.open(workspace)) {
      run(home, RegistryLoad.NAME, first, fund.resolve("now/registry"));
      run(home, TakeOn.NAME, first, fund.resolve("now/take-on"));
      PreparedWorkspace.execute(database, "VACUUM (ANALYZE)");
      // Rights rest on what is declared.
      Path declared = firstDay(fund.resolve("before/declarations"));
      LocalDate declaredOn = LocalDate.parse(declared.getFileName().toString());
      run(home, DeclarationIntake.NAME, declaredOn, declared);
      run(home, ContributionAssessment.NAME, declaredOn, null, "period=" + MONTH.minusMonths(1));
      Path invoices = firstDay(fund.resolve("before/invoices"));
      LocalDate day = LocalDate.parse(invoices.getFileName().toString());
      run(home, Entitlement.NAME, day, null);
      run(home, InvoiceIntake.NAME, day, invoices);
      run(home, ClaimAdjudication.NAME, day, null);
      run(home, CareRemittance.NAME, day, null);
      history(database);
      PreparedWorkspace.execute(database, "VACUUM (ANALYZE)");
    }
    offer(firstDay(fund.resolve("now/invoices")), workspace);
  }

  /** Puts invoices into the inbox, with other numbers than those of the month before have. */
  private static void offer(Path day, Workspace workspace) throws IOException {
    Path inbox = workspace.inbox().resolve("invoices").resolve(day.getFileName());
    Files.createDirectories(inbox);
    try (Stream<Path> files = Files.list(day)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(
            inbox.resolve(file.getFileName()),
            text.replace("\n" + INVOICE, "\n" + INVOICE + MONTH + "-"));
      }
    }
  }

  private void run(String home, String job, LocalDate date, Path file, String... more)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("--home", home, "run", job, "date=" + date));
    if (file != null) {
      command.add("file=" + file);
    }
    command.addAll(List.of(more));
    caisse.run(command, DONE_WITH_REJECTS);
  }

  private static void history(Database database) throws SQLException {
    try (Connection connection = database.dedicated();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : PlainScript.statements(Sql.of(ClaimsWorkspace.class, "claims-seed"))) {
        statement.execute(sql);
      }
      String month = Sql.of(ClaimsWorkspace.class, "claims-month");
      for (int months = ClaimsOptions.MONTHS - 1; months > 0; months--) {
        for (String sql :
            PlainScript.statements(month.replace(":months", Integer.toString(months)))) {
          statement.execute(sql);
        }
        connection.commit();
      }
    }
  }

  /** The first of the folders that are named after days of receipt. */
  private static Path firstDay(Path folder) throws IOException {
    try (Stream<Path> days = Files.list(folder)) {
      return days.sorted().findFirst().orElseThrow();
    }
  }

  /** What a correct intake of the measured month takes, a row a file. */
  Path truth() {
    return fund.resolve("now/truth/invoices.csv");
  }

  /** A workspace as it was prepared; the one before is gone. Its server must not run. */
  Workspace fresh() throws IOException {
    return prepared.fresh();
  }

  void remove() throws IOException {
    prepared.remove();
  }
}
