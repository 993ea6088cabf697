package org.caisse.config.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.text.yaml.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case beside every pack: those that come with Caisse, and those of small packs that prove a
 * shape of law which no bundled pack has yet.
 */
class PackCasesTest {

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (Path packs :
        List.of(Path.of("src/main/resources/packs"), Path.of("src/test/resources/packs"))) {
      for (String id : PackLoader.ids(packs)) {
        PackCases.Outcome outcome = PackCases.run(packs, id);
        assertThat(outcome.names()).as("cases of " + id).isNotEmpty();
        for (String name : outcome.names()) {
          cases.add(Arguments.of(id, name, outcome.of(name)));
        }
        assertThat(outcome.problems())
            .as("what cannot be read of the cases of " + id)
            .allSatisfy(problem -> assertThat(problem.what()).startsWith("case '"));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theLawComesToWhatTheCaseSays(String pack, String name, List<Problem> problems) {
    assertThat(problems).as(pack + ": " + name).isEmpty();
  }
}
