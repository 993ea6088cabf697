package org.caisse.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundle says the same things in both languages. */
class MessagesTest {

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
    PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
