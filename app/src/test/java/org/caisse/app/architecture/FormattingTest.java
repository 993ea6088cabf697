package org.caisse.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody argues about layout. */
class FormattingTest {

  private static final Formatter FORMATTER = new Formatter();

  @Test
  void everySourceIsLaidOutAsTheFormatterDoes() {
    List<Path> sources = Sources.files("src", ".java");

    List<String> others =
        sources.parallelStream().filter(file -> !formatted(file)).map(Sources::name).toList();

    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(others).as("files that .ci/format would change: run it").isEmpty();
  }

  private static boolean formatted(Path file) {
    String text = Sources.text(file);
    try {
      return text.equals(FORMATTER.formatSourceAndFixImports(text));
    } catch (FormatterException e) {
      throw new AssertionError(Sources.name(file) + " cannot be read as Java", e);
    }
  }
}
