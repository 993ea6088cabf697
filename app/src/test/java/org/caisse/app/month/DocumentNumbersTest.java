package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.RunProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Numbers of documents: on paper, after failures, and when two runs want them at once. */
@Timeout(240)
class DocumentNumbersTest {

  private static final Pattern NUMBER =
      Pattern.compile("(AR|AVIS|RAPPEL|RELEVE|OGD|ETAT)-2026-\\d{6}");
  private static final LocalDate SECOND_RECEIPT = LocalDate.of(2026, 3, 10);

  @TempDir private Path folder;

  private static List<String> registered(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT series || '-' || year || '-' || lpad(number::text, 6, '0') FROM document ORDER"
                + " BY 1")
        .query(String.class)
        .list();
  }

  /** Every number that is printed on something in the outbox, once for each document. */
  private static List<String> printed(Workspace workspace) throws IOException {
    List<String> printed = new ArrayList<>();
    try (Stream<Path> files = Files.walk(workspace.outbox())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".zip")) {
          zip(file, printed);
        } else if (name.matches("(ack-.*\\.html|ogd-.*\\.csv|state-.*\\.csv)")) {
          printed.add(number(file.toString(), Files.readString(file)));
        }
      }
    }
    printed.sort(null);
    return printed;
  }

  private static void zip(Path file, List<String> printed) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        printed.add(number(file + "!" + entry.getName(), text));
      }
    }
  }

  private static String number(String where, String text) {
    Matcher number = NUMBER.matcher(text);
    assertThat(number.find()).as(where).isTrue();
    return number.group();
  }

  private static FailPoint failingAt(String place, int nth) {
    AtomicInteger left = new AtomicInteger(nth);
    return reached -> {
      if (reached.startsWith(place) && left.decrementAndGet() == 0) {
        throw new IllegalStateException("the disk is full");
      }
    };
  }

  private static void assertWithoutGap(LoadedFund fund, String series, int documents) {
    assertThat(registered(fund).stream().filter(number -> number.startsWith(series + "-")).toList())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, documents)
                .mapToObj("%s-2026-%%06d".formatted(series)::formatted)
                .toList());
  }

  @Test
  void everyDocumentHasItsNumberOnPaperAndEveryNumberItsDocument() throws IOException {
    LoadedFund fund = LoadedFund.undisturbed();

    List<String> registered = registered(fund);
    assertThat(printed(fund.workspace())).isEqualTo(registered).doesNotHaveDuplicates();
    for (String series : List.of("AR", "AVIS", "RAPPEL", "RELEVE", "OGD", "ETAT")) {
      int documents =
          (int) registered.stream().filter(number -> number.startsWith(series + "-")).count();
      assertThat(documents).as(series).isPositive();
      assertWithoutGap(fund, series, documents);
    }
    assertWithoutGap(fund, "ETAT", 3);
  }

  @Test
  void aRunThatDiesAtTheCommitOfItsNumbersTakesNone() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      AtomicReference<String> step = new AtomicReference<>("");
      FailPoint failing =
          place -> {
            if (place.equals("commit") && step.get().equals("numbers")) {
              throw new IllegalStateException("the disk is full");
            }
          };
      RunProgress watching =
          new RunProgress() {
            @Override
            public void stepStarted(String name) {
              step.set(name);
            }
          };
      RunOutcome died =
          fund.launcher(failing)
              .run(
                  DeclarationIntake.NAME,
                  Map.of("date", List.of(LoadedFund.FIRST_RECEIPT.toString())),
                  Language.FR,
                  watching);
      assertThat(died.result()).isEqualTo(RunOutcome.Result.FAILED);
      assertThat(step.get()).isEqualTo("numbers");
      assertThat(registered(fund)).isEmpty();

      assertThat(fund.intake(SECOND_RECEIPT, file("E000001")).exitCode()).isZero();
      assertWithoutGap(fund, "AR", 1);
    }
  }

  @Test
  void aRunThatDiedAfterItNumberedKeepsItsNumbersWhateverOthersDoMeanwhile() throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      assertThat(fund.intake(failingAt("rename ack-0002", 1), LoadedFund.FIRST_RECEIPT).result())
          .isEqualTo(RunOutcome.Result.FAILED);
      List<String> before = registered(fund);
      assertThat(before).isNotEmpty();

      assertThat(fund.intake(SECOND_RECEIPT, file("E000001")).exitCode()).isZero();
      assertThat(registered(fund)).hasSize(before.size() + 1).containsAll(before);
      assertThat(fund.intake(LoadedFund.FIRST_RECEIPT).exitCode()).isEqualTo(1);

      assertThat(registered(fund)).hasSize(before.size() + 1);
      assertThat(printed(fund.workspace())).isEqualTo(registered(fund));
      assertWithoutGap(fund, "AR", before.size() + 1);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }

  @Test
  void twoRunsAtOnceShareNoNumberAndLeaveNone() throws Exception {
    int rounds = 6;
    try (LoadedFund fund = LoadedFund.in(folder);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      RunEnvironment one = fund.environment(FailPoint.NONE);
      RunEnvironment other = fund.environment(FailPoint.NONE);
      for (int round = 0; round < rounds; round++) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<RunOutcome>> both = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
          RunEnvironment environment = side == 0 ? one : other;
          LocalDate day = SECOND_RECEIPT.plusDays(2L * round + side);
          Path file = file("E%06d".formatted(1 + 2 * round + side));
          both.add(
              threads.submit(
                  () -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return fund.intake(environment, day, file);
                  }));
        }
        for (Future<RunOutcome> outcome : both) {
          assertThat(outcome.get(60, TimeUnit.SECONDS).exitCode()).isZero();
        }
      }
      one.database().close();
      other.database().close();
      assertWithoutGap(fund, "AR", 2 * rounds);
      assertThat(printed(fund.workspace())).isEqualTo(registered(fund));
    }
  }

  @Test
  void theDatabaseRefusesGapDoubleAndChange() {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      for (String statement :
          List.of(
              "INSERT INTO document_range VALUES ('AR', 2026, 2, 3, 1)",
              "INSERT INTO document (series, year, number, run_id) VALUES ('AR', 2026, 1, 1)")) {
        assertThatThrownBy(() -> fund.sql().sql(statement).update())
            .isInstanceOf(DataAccessException.class);
      }
      fund.sql().sql("INSERT INTO document_range VALUES ('AR', 2026, 1, 3, 1)").update();
      for (String statement :
          List.of(
              "INSERT INTO document_range VALUES ('AR', 2026, 3, 4, 1)",
              "INSERT INTO document_range VALUES ('AR', 2026, 5, 5, 1)",
              "INSERT INTO document (series, year, number, run_id) SELECT 'AR', 2026, n, 1 FROM"
                  + " generate_series(1, 2) n",
              "INSERT INTO document (series, year, number, run_id) SELECT 'AR', 2026, n, 1 FROM"
                  + " generate_series(1, 4) n",
              "DELETE FROM document_range",
              "UPDATE document_range SET last = 2")) {
        assertThatThrownBy(() -> fund.sql().sql(statement).update())
            .as(statement)
            .isInstanceOf(DataAccessException.class);
      }
    }
  }

  @Test
  void aDocumentIsFoundByItsNumber() throws IOException {
    try (LoadedFund fund = LoadedFund.afterMonth(folder)) {
      TestHome home = fund.home();
      TestHome.Said notice = home.caisse("show", "avis-2026-1");
      assertThat(notice.exit()).as(notice.toString()).isZero();
      assertThat(notice.out())
          .contains("Document AVIS-2026-000001", "2026-02/contribution-assessment-1")
          .contains("employers-2026-02.zip!E000001/avis-d-appel.html");
      assertThat(home.caisse("show", "AR-2026-000001", "--json").out())
          .contains("\"received\"", "2026-03-09/declaration-intake-1/ack-0001-");
      TestHome.Said none = home.caisse("show", "ETAT-2026-000099");
      assertThat(none.exit()).isEqualTo(2);
      assertThat(none.err()).contains("there is no document ETAT-2026-000099");
    }
  }

  /** A file with a nil declaration. */
  private Path file(String employer) {
    try {
      return Files.writeString(
          folder.resolve(employer + ".csv"),
          "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n"
              + "D;%s;2026-02;nil;900;0;;;;;;0\n".formatted(employer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
