package org.caisse.config.settings;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.pack.FloorAndCeiling;
import org.caisse.config.pack.ParameterUnit;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.pack.ContributionRule;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;

/** Reads the keys of a settings file and checks them against the pack. */
final class SettingsReader {

  private static final int MAX_NAME = 100;
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
    Optional<YamlNode> values = map.optional("parameters");
    Map<String, Optional<BigDecimal>> parameters =
        values.flatMap(YamlNode::map).map(this::parameters).orElse(Map.of());
    Map<String, String> accounts =
        map.required("accounts").flatMap(YamlNode::map).map(this::accounts).orElse(Map.of());
    map.close();
    if (problems.hasErrors() || fund.isEmpty() || language.isEmpty()) {
      return Optional.empty();
    }
    FundSettings settings =
        new FundSettings(
            fund.get().name(), fund.get().example(), parameters, accounts, sha256(content));
    values.ifPresent(place -> floorsUnderCeilings(settings, place));
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

  private Map<String, Optional<BigDecimal>> parameters(YamlMap map) {
    Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
      Parameter parameter = pack.parameters().get(entry.getKey());
      if (parameter != null && parameter.setByFund()) {
        value(parameter, entry.getValue(), values);
      } else {
        entry.getValue().error(notTheFunds(entry.getKey(), parameter), possible());
      }
    }
    return values;
  }

  private static void none(
      Parameter parameter, YamlNode node, Map<String, Optional<BigDecimal>> values) {
    if (parameter.optional()) {
      values.put(parameter.name(), Optional.empty());
    } else {
      node.error("'" + node.path() + "' is none, but a number is needed", note(parameter));
    }
  }

  private void value(Parameter parameter, YamlNode node, Map<String, Optional<BigDecimal>> values) {
    if (node.textOrNothing().equals("none")) {
      none(parameter, node, values);
      return;
    }
    Optional<BigDecimal> number = node.number();
    if (number.isEmpty()) {
      return;
    }
    Optional<String> objection = objection(parameter, number.get());
    if (objection.isEmpty()) {
      values.put(parameter.name(), number);
    } else {
      node.error(
          "'%s' is %s: %s".formatted(node.path(), number.get().toPlainString(), objection.get()),
          note(parameter));
    }
  }

  private Optional<String> objection(Parameter parameter, BigDecimal value) {
    if (parameter.min() != null && value.compareTo(parameter.min()) < 0) {
      return Optional.of("the least allowed is " + parameter.min().toPlainString());
    }
    if (parameter.max() != null && value.compareTo(parameter.max()) > 0) {
      return Optional.of("the most allowed is " + parameter.max().toPlainString());
    }
    return ParameterUnit.of(parameter, pack.currency()).objection(value, pack.currency());
  }

  private static String note(Parameter parameter) {
    return "set a number in %s%s (%s)"
        .formatted(parameter.unit(), parameter.optional() ? " or none" : "", parameter.note());
  }

  private String notTheFunds(String name, Parameter parameter) {
    return parameter == null
        ? "pack %s has no parameter '%s'".formatted(pack.id(), name)
        : "parameter '%s' is set by the law, in pack %s, not by the fund"
            .formatted(name, pack.id());
  }

  private String possible() {
    List<String> names =
        pack.parameters().values().stream()
            .filter(Parameter::setByFund)
            .map(Parameter::name)
            .toList();
    return names.isEmpty()
        ? "remove it: this pack leaves nothing to the fund"
        : "remove it, or set one of: " + String.join(", ", names);
  }

  private Map<String, String> accounts(YamlMap map) {
    Map<String, String> accounts = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>(Accounts.ROLES);
    for (Map.Entry<String, YamlNode> entry : map.all().entrySet()) {
      missing.remove(entry.getKey());
      if (!Accounts.ROLES.contains(entry.getKey())) {
        entry
            .getValue()
            .error(
                "there is no account role '" + entry.getKey() + "'",
                "write one of: " + String.join(", ", Accounts.ROLES));
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

  private void floorsUnderCeilings(FundSettings settings, YamlNode place) {
    for (ContributionRule rule : pack.contributions()) {
      FloorAndCeiling.objection(new Law(pack, settings), rule)
          .ifPresent(objection -> place.error(objection, "correct one of the two values"));
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
