package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.testing.TestFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Neither the order of what comes in nor the portions in which it is worked on change anything. */
class OrderAndBlocksTest {

  private static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross\n";
  private static final IntakeSizes SMALL_PARTS = new IntakeSizes(97, 2, 150);
  private static final KeyedSizes SMALL_KEYED_PARTS = new KeyedSizes(20, 3, 4);

  @TempDir private Path folder;

  /** The declarations of a day, each with all the lines that follow it. */
  private static List<String> declarations(Path day) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(day)) {
      for (Path file : files.sorted().toList()) {
        StringBuilder open = new StringBuilder();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
          if (line.startsWith("D;") && !open.isEmpty()) {
            all.add(open.toString());
            open.setLength(0);
          }
          open.append(line).append('\n');
        }
        all.add(open.toString());
      }
    }
    return all;
  }

  private static void rearrange(Path inbox, int files, Random random) throws IOException {
    try (Stream<Path> days = Files.list(inbox)) {
      for (Path day : days.sorted().toList()) {
        List<String> declarations = declarations(day);
        Collections.shuffle(declarations, random);
        TestFolders.delete(day);
        Files.createDirectory(day);
        for (int file = 0; file < files; file++) {
          StringBuilder content = new StringBuilder(HEADER);
          for (int i = file; i < declarations.size(); i += files) {
            content.append(declarations.get(i));
          }
          Files.writeString(day.resolve("part-%02d.csv".formatted(file)), content);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "9,2"})
  void anotherOrderAndOtherFilesGiveTheSameAssessments(int files, long seed) throws IOException {
    try (LoadedFund fund = LoadedFund.in(folder)) {
      rearrange(fund.workspace().inbox(), files, new Random(seed));
      fund.month();
      assertThat(fund.books().employers()).isEqualTo(LoadedFund.undisturbedBooks().employers());
      assertThat(persons(fund)).isEqualTo(persons(LoadedFund.undisturbed()));
      assertThat(fund.books().ledger()).isEqualTo(LoadedFund.undisturbedBooks().ledger());
    }
  }

  private static List<String> persons(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT concat_ws(' ', coalesce(employer_no, '-'), person_no, sum(base_minor),"
                + " sum(employer_minor), sum(insured_minor), sum(state_minor)) FROM contribution"
                + " JOIN person USING (person_id) LEFT JOIN employer USING (employer_id) GROUP BY"
                + " employer_no, person_no ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Test
  void otherBlocksAndTransactionsLeaveTheSameBytesAndHashes() {
    try (LoadedFund fund =
        LoadedFund.in(folder)
            .inPortions(new IntakeSizes(61, 1, 500_000), new KeyedSizes(13, 2, 20_000))) {
      fund.month();
      assertThat(fund.books().differencesFrom(LoadedFund.undisturbedBooks())).isEmpty();
    }
  }

  @Test
  void manySmallArchiveFilesAlsoSurviveFailures() {
    try (LoadedFund calm = LoadedFund.in(folder).inPortions(SMALL_PARTS, SMALL_KEYED_PARTS);
        LoadedFund rough = LoadedFund.in(folder).inPortions(SMALL_PARTS, SMALL_KEYED_PARTS)) {
      calm.month();
      Books books = calm.books();
      assertThat(books.archive()).anyMatch(file -> file.contains("lines-00008.parquet"));
      assertThat(books.ledger()).isEqualTo(LoadedFund.undisturbedBooks().ledger());
      assertThat(withoutChain(books)).isEqualTo(withoutChain(LoadedFund.undisturbedBooks()));
      rough.monthWithFailures(new Random(11), 40);
      assertThat(rough.books().differencesFrom(books)).isEmpty();
    }
  }

  /** Notices and statements print the chain of manifests, which name the archive files. */
  private static Map<String, String> withoutChain(Books books) {
    Map<String, String> files = new TreeMap<>(books.outbox());
    files.keySet().removeIf(name -> name.endsWith(".zip") || name.endsWith("SHA256SUMS"));
    return files;
  }

  @Test
  void theOrderOfAPersonsSpellsDoesNotMatter() throws IOException {
    List<List<Integer>> orders =
        List.of(
            List.of(0, 1, 2),
            List.of(0, 2, 1),
            List.of(1, 0, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0));
    String[] spells = {
      "2026-02-01;2026-02-05;5;9999", "2026-02-06;2026-02-15;10;20001", "2026-02-16;;13;1000001"
    };
    try (LoadedFund fund = LoadedFund.in(folder)) {
      String person =
          fund.sql()
              .sql(
                  "SELECT min(person_no) FROM person JOIN person_version USING (person_id)"
                      + " WHERE population = '' AND valid_to IS NULL AND valid_from < '2026-01-01'")
              .query(String.class)
              .single();
      StringBuilder content = new StringBuilder(HEADER);
      for (int i = 0; i < orders.size(); i++) {
        String employer = "E%06d".formatted(i + 1);
        content.append("D;%s;2026-02;original;1;3;;;;;;1030001\n".formatted(employer));
        for (int spell : orders.get(i)) {
          content.append(
              "L;%s;2026-02;;;;%s;TEST Awa;%s\n".formatted(employer, person, spells[spell]));
        }
      }
      Path file = Files.writeString(folder.resolve("spells.csv"), content);
      assertThat(fund.intake(LoadedFund.FIRST_RECEIPT, file).exitCode()).isZero();
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT DISTINCT concat_ws(' ', count(*), sum(base_minor),"
                          + " sum(employer_minor), sum(insured_minor)) FROM contribution WHERE"
                          + " employer_id IS NOT NULL GROUP BY employer_id")
                  .query(String.class)
                  .list())
          .containsExactly("3 1030001 25750 25750");
    }
  }
}
