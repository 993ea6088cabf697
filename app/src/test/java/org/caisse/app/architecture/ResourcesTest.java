package org.caisse.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL and templates beside classes: none missing, none forgotten. */
class ResourcesTest {

  /** A test whose workspace has a server of its own, with the first numbers of steps. */
  private static final Pattern OWN_SERVER =
      Pattern.compile("new TestHome\\(folder.resolve|PreparedHome\\.copyWithServer\\(");

  private static final Pattern SQL_OF =
      Pattern.compile("Sql\\s*\\.of\\(\\s*(?:getClass\\(\\)|(\\w+)\\.class),\\s*\"([^\"]+)\"\\)");
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]+)\"");
  private static final Path JAVA = Path.of("src", "main", "java");
  private static final Path RESOURCES = Path.of("src", "main", "resources");

  @Test
  void everyNamedSqlIsBesideItsClass() {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Path source : Sources.files(JAVA.toString(), ".java")) {
      Matcher matcher = SQL_OF.matcher(Sources.text(source));
      while (matcher.find()) {
        named++;
        String sql = "/%s.sql".formatted(matcher.group(2));
        if (!Files.exists(Path.of(resource(folder(source, matcher.group(1))) + sql))) {
          missing.add("%s wants %s".formatted(Sources.name(source), matcher.group()));
        }
      }
    }

    assertThat(named).isGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  /**
   * Where a class of the same module lies.
   *
   * @param type its simple name, imported or of the same package; null for the source's own
   */
  private static Path folder(Path source, String type) {
    Matcher imported =
        Pattern.compile("import ([\\w.]+)\\." + type + ";").matcher(Sources.text(source));
    return imported.find()
        ? Sources.ROOT
            .resolve(module(source))
            .resolve(JAVA)
            .resolve(imported.group(1).replace('.', '/'))
        : source.getParent();
  }

  @Test
  void everyResourceBesideClassesIsNamedInItsModule() {
    List<Path> resources =
        Stream.of(".sql", ".html")
            .flatMap(ending -> Sources.files(RESOURCES + "/org", ending).stream())
            .toList();
    Map<Path, Set<String>> texts =
        Sources.files(JAVA.toString(), ".java").stream()
            .collect(
                Collectors.groupingBy(
                    ResourcesTest::module,
                    Collectors.flatMapping(ResourcesTest::texts, Collectors.toSet())));

    assertThat(resources).hasSizeGreaterThan(10);
    assertThat(resources)
        .as("files that a class of their module names")
        .allMatch(resource -> named(resource, texts.get(module(resource))));
  }

  @Test
  void testsOnServersOfTheirOwnDoNotRunJobsSideBySide() {
    List<Path> tests =
        Sources.files("src/test/java/org/caisse/app", "Test.java").stream()
            .filter(source -> OWN_SERVER.matcher(Sources.text(source)).find())
            .toList();

    assertThat(tests).hasSizeGreaterThan(3);
    assertThat(tests)
        .as("tests with the lock of TestHome")
        .allMatch(source -> Sources.text(source).contains("@ResourceLock(TestHome.LOCK)"));
  }

  private static Path module(Path file) {
    return Sources.ROOT.relativize(file).getName(0);
  }

  private static Stream<String> texts(Path source) {
    return TEXT.matcher(Sources.text(source)).results().map(match -> match.group(1));
  }

  /** Whole, or in two parts that the program puts together. */
  private static boolean named(Path resource, Set<String> texts) {
    String file = resource.getFileName().toString();
    String name = file.substring(0, file.lastIndexOf('.'));
    return texts.contains(name)
        || texts.contains(file)
        || texts.stream().anyMatch(start -> texts.contains(rest(name, start)));
  }

  private static String rest(String name, String start) {
    return name.startsWith(start) ? name.substring(start.length()) : "";
  }

  private static Path resource(Path sourceFolder) {
    return Path.of(sourceFolder.toString().replace(JAVA.toString(), RESOURCES.toString()));
  }
}
