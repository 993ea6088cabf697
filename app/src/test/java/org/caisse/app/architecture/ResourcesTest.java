package org.caisse.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL and templates beside classes: none missing, none forgotten. */
class ResourcesTest {

  private static final Pattern SQL_OF =
      Pattern.compile("Sql\\s*\\.of\\(\\s*(?:getClass\\(\\)|(\\w+)\\.class),\\s*\"([^\"]+)\"\\)");
  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]+)\"");
  private static final Path JAVA = Path.of("src", "main", "java");
  private static final Path RESOURCES = Path.of("src", "main", "resources");

  @Test
  void everyNamedSqlIsBesideItsClass() {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Path source : Sources.files("src/main/java", ".java")) {
      Matcher matcher = SQL_OF.matcher(Sources.text(source));
      while (matcher.find()) {
        named++;
        Path owner =
            matcher.group(1) == null ? source : source.resolveSibling(matcher.group(1) + ".java");
        Path sql = Path.of(resource(owner.getParent()) + "/" + matcher.group(2) + ".sql");
        if (!Files.exists(owner) || !Files.exists(sql)) {
          missing.add("%s wants %s".formatted(Sources.name(source), Sources.name(sql)));
        }
      }
    }

    assertThat(named).isGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyResourceBesideClassesIsNamedByOneOfThem() {
    List<Path> resources =
        Stream.of(".sql", ".html")
            .flatMap(ending -> Sources.files(RESOURCES + "/org", ending).stream())
            .toList();

    assertThat(resources).hasSizeGreaterThan(10);
    assertThat(resources.stream().filter(resource -> !named(resource)).map(Sources::name))
        .as("files that no class of their package names")
        .isEmpty();
  }

  /** Its name stands in a class of the package, whole or as a part that the class completes. */
  private static boolean named(Path resource) {
    String file = resource.getFileName().toString();
    String name = file.substring(0, file.lastIndexOf('.'));
    Path folder = resource.getParent();
    Path classes = Path.of(folder.toString().replace(RESOURCES.toString(), JAVA.toString()));
    Set<String> texts =
        Sources.files("src/main/java", ".java").stream()
            .filter(source -> source.getParent().equals(classes))
            .flatMap(source -> TEXT.matcher(Sources.text(source)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
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
