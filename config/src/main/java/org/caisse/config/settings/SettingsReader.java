package org.caisse.config.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.pack.LawChecks;
import org.caisse.config.pack.Objection;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.pack.FundChecks;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;

/** Reads the keys of a settings file and checks them against the pack. */
final class SettingsReader {

  private static final int MAX_NAME = 100;
  private static final int MOST_ROWS = 1_000_000_000;
  private static final Map<String, Language> LANGUAGES = languages();

  private final Pack pack;
  private final Problems problems;

  private record Fund(String name, boolean example) {}

  SettingsReader(Pack pack, Problems problems) {
    this.pack = pack;
    this.problems = problems;
  }

  Optional<Settings> read(YamlMap map, byte[] content) {
    Optional<Fund> fund = map.required("fund").flatMap(YamlNode::map).flatMap(this::fund);
    map.required("pack").ifPresent(this::pack);
    Optional<Language> language = map.required("language").flatMap(n -> n.oneOf(LANGUAGES));
    boolean workbooks = map.optional("xlsx").flatMap(YamlNode::truth).orElse(true);
    int workbookRows =
        map.optional("xlsx_rows")
            .flatMap(rows -> rows.wholeNumber(1, MOST_ROWS))
            .orElse(FundSettings.WORKBOOK_ROWS);
    boolean personStatements =
        map.optional("person_statements").flatMap(YamlNode::truth).orElse(true);
    Optional<YamlNode> values = map.optional("parameters");
    FundValues set =
        values
            .flatMap(YamlNode::map)
            .map(keys -> FundValues.read(keys, pack))
            .orElse(FundValues.NONE);
    Map<String, String> accounts =
        map.required("accounts").flatMap(YamlNode::map).map(this::accounts).orElse(Map.of());
    FundChecks checks = ChecksOfFund.read(map);
    map.close();
    if (problems.hasErrors() || fund.isEmpty() || language.isEmpty()) {
      return Optional.empty();
    }
    FundSettings settings =
        new FundSettings(
            fund.get().name(),
            fund.get().example(),
            set.parameters(),
            set.changes(),
            accounts,
            sha256(content),
            workbooks,
            workbookRows,
            personStatements,
            checks);
    values.ifPresent(place -> numbersFit(settings, place));
    return problems.hasErrors()
        ? Optional.empty()
        : Optional.of(new Settings(settings, pack.id(), language.get()));
  }

  private Optional<Fund> fund(YamlMap map) {
    Optional<YamlNode> place = map.required("name");
    Optional<String> name = place.flatMap(YamlNode::text);
    Optional<Boolean> example = map.required("example").flatMap(YamlNode::truth);
    map.close();
    if (name.isPresent() && name.get().length() > MAX_NAME) {
      place
          .get()
          .error(
              "the fund's name has " + name.get().length() + " characters",
              "shorten it to " + MAX_NAME + ": it stands on every document");
    }
    return name.flatMap(n -> example.map(e -> new Fund(n, e)));
  }

  private void pack(YamlNode node) {
    Optional<String> id = node.text();
    if (id.isPresent() && !id.get().equals(pack.id())) {
      node.error(
          "the settings are for pack '" + id.get() + "', but " + pack.id() + " was loaded",
          "name the same pack");
    }
  }

  private Map<String, String> accounts(YamlMap map) {
    Map<String, String> accounts = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>(Accounts.ROLES);
    List<String> known = new ArrayList<>(Accounts.ROLES);
    known.addAll(Accounts.MONEY_ROLES);
    known.addAll(Accounts.LOSS_ROLES);
    known.add(Accounts.FEE_ROLE);
    known.add(Accounts.OPENING_ROLE);
    known.addAll(Accounts.CARE_ROLES);
    for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
      missing.remove(entry.getKey());
      if (!known.contains(entry.getKey()) && !isCareOfPayer(entry.getKey())) {
        entry
            .getValue()
            .error(
                "there is no account role '" + entry.getKey() + "'",
                "write one of: %s, or %sPAYER"
                    .formatted(String.join(", ", known), Accounts.CARE_OF_PAYER));
      } else {
        entry.getValue().text().ifPresent(number -> account(entry, number, accounts));
      }
    }
    if (!missing.isEmpty()) {
      map.error(
          "no account number for " + String.join(", ", missing),
          "add one line for each under 'accounts'");
    }
    return accounts;
  }

  private static boolean isCareOfPayer(String role) {
    return role.startsWith(Accounts.CARE_OF_PAYER)
        && role.length() > Accounts.CARE_OF_PAYER.length();
  }

  private static void account(
      Map.Entry<String, YamlNode> entry, String number, Map<String, String> accounts) {
    if (number.matches("[0-9A-Za-z][0-9A-Za-z.-]{0,19}")) {
      accounts.put(entry.getKey(), number);
    } else {
      entry
          .getValue()
          .error(
              "'%s' is '%s'".formatted(entry.getValue().path(), number),
              "an account number has 1 to 20 digits, letters, points or hyphens");
    }
  }

  private void numbersFit(FundSettings settings, YamlNode place) {
    for (Objection objection : LawChecks.of(new Law(pack, settings))) {
      place.error(objection.what(), objection.todo());
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, Language> languages() {
    Map<String, Language> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.code(), language);
    }
    return languages;
  }
}
