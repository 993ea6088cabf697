package org.caisse.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.app.TestHome;
import org.caisse.app.TestHome.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Formats and mappings as the fund's analyst works on them. */
@ResourceLock(TestHome.LOCK)
class FormatsCommandTest {

  @TempDir private Path folder;

  @Test
  void aMappingIsCheckedListedAndItsFormatShown() throws IOException {
    TestHome home = new TestHome(folder);
    assertThat(home.caisse("formats", "check").out())
        .isEqualTo("formats and mappings are in order\n");

    Path mapping = Files.createDirectories(folder.resolve("senders")).resolve("sodeci.yaml");
    Files.writeString(mapping, "format: ci-cnss\nfiles: ['Appel_*']\n");
    Said wrong = home.caisse("formats", "check");
    assertThat(wrong.exit()).isEqualTo(3);
    assertThat(wrong.out())
        .startsWith("senders/sodeci.yaml:1: there is no format 'ci-cnss'\n    write one of: ")
        .contains("ci-cnps");

    Files.writeString(mapping, "format: ci-cnps\nfiles: ['Appel_*']\n");
    assertThat(home.caisse("formats", "list", "--lang", "en").out())
        .contains("CNPS call for contributions (Côte d’Ivoire)")
        .containsPattern("sodeci +ci-cnps +Appel_\\*");
    assertThat(home.caisse("formats", "show", "ci-cnps").out())
        .startsWith("{\n  \"$schema\": \"https://datapackage.org/profiles/2.0/tableschema.json\"");
    assertThat(home.caisse("formats", "show", "x").exit()).isEqualTo(2);
  }
}
