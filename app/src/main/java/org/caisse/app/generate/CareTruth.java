package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has to be decided of each line once everything is decided and told that came in up to a day:
 * a file with the lines and one with the sums per day of receipt. Holds all lines that the intake
 * takes; of more than {@link #MOST} nothing is told.
 */
final class CareTruth {

  private static final int MOST = 200_000;

  private final List<CareEntry> entries = new ArrayList<>();
  private final Map<List<Integer>, List<CareEntry>> invoices = new HashMap<>();
  private boolean tooMany;

  /** A line that the intake takes. */
  void taken(CareEntry.Place place, ClaimLine line) {
    if (tooMany || entries.size() == MOST) {
      tooMany = true;
      entries.clear();
      invoices.clear();
      return;
    }
    CareEntry entry = new CareEntry(place, line);
    entries.add(entry);
    invoices
        .computeIfAbsent(List.of(place.provider(), place.invoice()), key -> new ArrayList<>())
        .add(entry);
  }

  /** What of an invoice came in before a receipt counts no more from then on. */
  void replaced(int provider, int invoice, int receipt) {
    invoices
        .getOrDefault(List.of(provider, invoice), List.of())
        .forEach(before -> before.fallsAt(receipt));
  }

  void write(Path folder, List<LocalDate> receipts, CareProviders providers, CareJudge judge)
      throws IOException {
    if (tooMany) {
      return;
    }
    entries.stream()
        .collect(Collectors.groupingBy(entry -> entry.care().patient()))
        .forEach(judge::decide);
    for (int receipt = 0; receipt < receipts.size(); receipt++) {
      String end = "-" + receipts.get(receipt) + ".csv";
      try (CsvFile file = new CsvFile(folder.resolve("claims" + end));
          CsvFile sums = new CsvFile(folder.resolve("claims-totals" + end))) {
        lines(file, receipt, providers);
        sums(sums, receipt);
      }
    }
  }

  private void lines(CsvFile file, int receipt, CareProviders providers) throws IOException {
    file.line("file;line;provider;invoice;version;no;status;charged;copay;shares;reductions");
    for (CareEntry entry : entries) {
      if (!entry.counts(receipt)) {
        continue;
      }
      CareEntry.Place place = entry.place();
      CareAnswer answer = entry.answer(receipt);
      file.put(place.file()).next().put(place.line()).next();
      file.put(providers.number(place.provider())).next().put(place.invoice()).next();
      file.put(place.version())
          .next()
          .put(place.order() + 1L)
          .next()
          .put(answer.status().name())
          .next();
      file.put(entry.line().charged()).next().put(answer.copay()).next();
      file.put(shares(answer)).next().put(cuts(answer)).endLine();
    }
  }

  private static String shares(CareAnswer answer) {
    return answer.shares().entrySet().stream()
        .map(share -> share.getKey() + "=" + share.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String cuts(CareAnswer answer) {
    return answer.cuts().stream()
        .map(cut -> cut.code() + "/" + cut.bearer() + "=" + cut.amount())
        .collect(Collectors.joining(" "));
  }

  private void sums(CsvFile file, int receipt) throws IOException {
    Map<String, long[]> sums = new TreeMap<>();
    for (CareEntry entry : entries) {
      if (entry.counts(receipt)) {
        CareAnswer answer = entry.answer(receipt);
        String status = answer.status().name();
        add(sums, "charged;" + status, entry.line().charged());
        answer.shares().forEach((payer, amount) -> add(sums, payer + ";" + status, amount));
        add(sums, "copay;" + status, answer.copay());
        answer
            .cuts()
            .forEach(
                cut -> add(sums, cut.code() + "/" + cut.bearer() + ";" + status, cut.amount()));
      }
    }
    file.line("what;status;lines;amount");
    for (Map.Entry<String, long[]> sum : sums.entrySet()) {
      file.put(sum.getKey()).next().put(sum.getValue()[0]).next();
      file.put(sum.getValue()[1]).endLine();
    }
  }

  private static void add(Map<String, long[]> sums, String what, long amount) {
    if (amount > 0) {
      long[] sum = sums.computeIfAbsent(what, key -> new long[2]);
      sum[0]++;
      sum[1] += amount;
    }
  }
}
