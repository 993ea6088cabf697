package org.caisse.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle says the same things in both languages. */
class MessagesTest {

  /** What is counted. */
  private static final String PLURALS =
      "lignes|factures|déclarations|fichiers|personnes|jours|ans|octets|autres|totaux|entrées"
          + "|lines|invoices|declarations|files|persons|days|months|years|bytes|totals|entries";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)[^}]*}");

  /** The base names of all bundles, also of those that others add. */
  static Stream<String> bundles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/text"))) {
      return files
          .map(f -> f.getFileName().toString())
          .map(name -> name.replaceFirst("_(fr|en)\\.properties$", ""))
          .distinct()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesHaveTheSameKeysAndPlaceholders(String base) {
    Messages french = Messages.of(base, Language.FR);
    Messages english = Messages.of(base, Language.EN);

    assertThat(french.keys()).isNotEmpty().isEqualTo(english.keys());
    for (String key : french.keys()) {
      assertThat(placeholders(french.pattern(key)))
          .as(key)
          .isEqualTo(placeholders(english.pattern(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextCanBeFilled(String base) {
    for (Language language : Language.values()) {
      Messages messages = Messages.of(base, language);
      for (String key : messages.keys()) {
        assertThat(messages.get(key, 1, 2, 3, 4, 5, 6, 7, 8, 9)).as(key).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void frenchNeverBreaksALineBeforeAPunctuationMark(String base) {
    Messages french = Messages.of(base, Language.FR);
    for (String key : french.keys()) {
      assertThat(french.pattern(key)).as(key).doesNotContainPattern("« |[ ][»:;?!%]");
    }
  }

  @Test
  void everyRejectCodeSaysWhatIsWrongAndWhatToDo() {
    for (Language language : Language.values()) {
      for (RejectCode code : RejectCode.values()) {
        assertThat(Messages.of(language).keys())
            .contains("reject." + code.name(), "reject." + code.name() + ".todo");
      }
    }
  }

  @Test
  void aMissingKeyOrBundleThrows() {
    assertThatThrownBy(() -> Messages.of(Language.FR).get("no.such.key"))
        .isInstanceOf(MissingResourceException.class)
        .hasMessage("no text 'no.such.key' in text/messages_fr.properties");
    assertThatThrownBy(() -> Messages.of("nothing", Language.EN))
        .isInstanceOf(MissingResourceException.class)
        .hasMessage("the program has no file text/nothing_en.properties");
  }

  @Test
  void tooFewArgumentsThrow() {
    assertThatThrownBy(() -> Messages.of(Language.EN).get("reject.range", "2026-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 2 placeholders and was given 1 arguments");
  }

  @Test
  void aWordGoesWithItsNumber() {
    Messages french = Messages.of("number", Language.FR);
    Messages english = Messages.of("number", Language.EN);

    assertThat(french.get("lines", 0)).isEqualTo("0 ligne est refusée");
    assertThat(french.get("lines", "« 1 »")).isEqualTo("« 1 » ligne est refusée");
    assertThat(french.get("lines", "1\u202f001")).isEqualTo("1\u202f001 lignes sont refusées");
    assertThat(english.get("lines", 0)).isEqualTo("0 lines are refused");
    assertThat(english.get("lines", 1L)).isEqualTo("1 line is refused");
    assertThat(english.get("lines", "1,111")).isEqualTo("1,111 lines are refused");
    assertThat(english.get("word", 7, 1)).isEqualTo("once, of 7");
    assertThatThrownBy(() -> english.get("word", 7)).hasMessageContaining("has 2 placeholders");
  }

  /** Where a number stands before a word, both languages say what goes with one. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noCountIsAlwaysInThePlural(String base) {
    Pattern plural = Pattern.compile("\\{[0-9]} (" + PLURALS + ")\\b");
    for (Language language : Language.values()) {
      Messages messages = Messages.of(base, language);
      for (String key : messages.keys()) {
        assertThat(messages.pattern(key)).as(key).doesNotContainPattern(plural);
      }
    }
  }

  @Test
  void numbersInPlainPlaceholdersAreNotGrouped() {
    assertThat(Messages.of(Language.EN).get("reject.range", 12_345, 67_890L))
        .isEqualTo("12345 – 67890");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "apostrophe, text 'key' in text/apostrophe_fr.properties has a single ': write ’ in its"
            + " place",
        "twice, text 'key' stands twice in text/twice_fr.properties"
      })
  void aBundleWithATrapIsRefused(String base, String message) {
    assertThatThrownBy(() -> Messages.of(base, Language.FR)).hasMessage(message);
  }

  @Test
  void aDoubledApostropheIsMessageFormatsOwn() {
    assertThat(Messages.of("doubled", Language.FR).get("key", "x")).isEqualTo("l'un x d'eux");
  }

  private static Set<String> placeholders(String pattern) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(pattern).results().map(match -> match.group(1)).forEach(found::add);
    return found;
  }
}
