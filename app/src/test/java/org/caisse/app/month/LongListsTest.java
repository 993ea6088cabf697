package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Lists that are too long for a spreadsheet by the fund's word are CSV only, and it is said. */
@ResourceLock(TestHome.LOCK)
class LongListsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
  private static final LocalDate TOLD = LocalDate.of(2026, 3, 15);

  @Test
  void aListOfMoreRowsThanTheFundWantsIsCsvOnly(@TempDir Path folder) throws IOException {
    try (CareFund care = CareFund.in(folder)) {
      Path settings = care.fund().workspace().settings();
      Files.writeString(
          settings, Files.readString(settings).replace("xlsx_rows: 100000", "xlsx_rows: 2"));
      Path file =
          care.invoices(
              "f1.csv",
              "CMA-1;F-1;1;;7000;A;2026-02-10;C1;;;;1;2000;2000;;;",
              "CMA-1;F-1;1;;7000;A;2026-02-11;NFS;;;;1;3000;3000;DR-9;;",
              "CMA-1;F-1;1;;7000;C;2026-02-11;C1;;;;1;2000;2000;;;");
      assertThat(care.intake(FailPoint.NONE, RECEIVED, file).rejects()).isZero();

      TestHome.Said decided = care.caisse("run", "claim-adjudication", "date=" + TOLD);
      assertThat(decided.exit()).as(decided.toString()).isZero();
      assertThat(decided.out())
          .contains(
              "no decisions-2026-03-15.xlsx: it would have 3 rows, and xlsx_rows in the settings is"
                  + " 2; decisions-2026-03-15.csv has them")
          .doesNotContain("no pended");
      String why = "no decisions-2026-03-15.xlsx: it would have 3 rows";
      String decision = TOLD + "/claim-adjudication-1";
      assertThat(care.caisse("show", decision).out()).containsOnlyOnce("notes\n    " + why);
      assertThat(care.caisse("show", decision, "--json").out()).contains("\"notes\"", why);
      assertThat(files(care, "claim-adjudication-1"))
          .contains("decisions-2026-03-15.csv", "pended-2026-03-15.csv", "pended-2026-03-15.xlsx")
          .doesNotContain("decisions-2026-03-15.xlsx");

      TestHome.Said told = care.caisse("run", "remittance", "date=" + TOLD);
      assertThat(told.exit()).as(told.toString()).isZero();
      assertThat(told.out()).contains("no remittance-lines-", "no care-statements-");
      List<String> files = files(care, "remittance-1");
      assertThat(files)
          .contains(
              "remittance-lines-2026-03-15.csv",
              "care-statements-2026-03-15.csv",
              "remittance-invoices-2026-03-15.xlsx")
          .doesNotContain("remittance-lines-2026-03-15.xlsx", "care-statements-2026-03-15.xlsx");
      try (ZipFile zip =
          new ZipFile(
              outbox(care, "remittance-1").resolve("remittances-2026-03-15.zip").toFile())) {
        assertThat(zip.stream().map(ZipEntry::getName))
            .as("what a provider gets is no list")
            .contains("CMA-1/BORD-2026-000001.xlsx");
      }
      assertThat(care.fund().findings()).isEmpty();
    }
  }

  private static Path outbox(CareFund care, String run) {
    return care.fund().workspace().outbox().resolve(TOLD.toString()).resolve(run);
  }

  private static List<String> files(CareFund care, String run) throws IOException {
    try (Stream<Path> files = Files.list(outbox(care, run))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
