package org.caisse.config.text.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Keys of a YAML file with their values. The vocabulary is closed: {@link #close()} reports every
 * key that nobody asked for.
 */
public final class YamlMap {

  private final String file;
  private final String path;
  private final int line;
  private final Problems problems;
  private final Map<String, YamlNode> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();

  YamlMap(String file, String path, int line, MappingNode node, Problems problems) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      add(tuple.getKeyNode(), tuple.getValueNode());
    }
  }

  /**
   * Reads a file that holds keys.
   *
   * @param file its name in problems
   * @param content its bytes, UTF-8
   * @param problems where to report
   * @return nothing when it cannot be read at all
   */
  public static Optional<YamlMap> parse(String file, byte[] content, Problems problems) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      problems.error(file, 0, "the file is not UTF-8 text", "save it as UTF-8 in your editor");
      return Optional.empty();
    }
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return Optional.of(new YamlMap(file, "", 1, mapping, problems));
      }
      problems.error(file, 0, "the file holds no keys", "write 'key: value' lines");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.error(
          file,
          line,
          "this is not YAML: " + e.getProblem(),
          "look at this line and the one before for indentation, a colon or a quote");
    } catch (YAMLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.error(file, 0, "this is not YAML: " + reason, "remove what a text has no use for");
    }
    return Optional.empty();
  }

  /** The line of the key that holds them, from 1. */
  public int line() {
    return line;
  }

  /** Reports what makes the file unusable, at the start of these keys. */
  public void error(String what, String todo) {
    problems.error(file, line, what, todo);
  }

  /** The value of a key that may be left out. */
  public Optional<YamlNode> optional(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key that must be there; reports when it is not. */
  public Optional<YamlNode> required(String key) {
    Optional<YamlNode> found = optional(key);
    if (found.isEmpty()) {
      problems.error(
          file,
          line,
          path.isEmpty()
              ? "'" + key + "' is missing"
              : "'" + key + "' is missing in '" + path + "'",
          "add a line '" + key + ": …'");
    }
    return found;
  }

  /** Refuses a key that has a meaning elsewhere or later, with a message of its own. */
  public void refuse(String key, String what, String todo) {
    refused.add(key);
    YamlNode found = entries.get(key);
    if (found != null) {
      found.error("'" + found.path() + "': " + what, todo);
    }
  }

  /** All keys with their values, in the order of the file; for maps whose keys are names. */
  public Map<String, YamlNode> all() {
    known.addAll(entries.keySet());
    return entries;
  }

  /** Reports the keys that nobody asked for. */
  public void close() {
    for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey()) && !refused.contains(entry.getKey())) {
        entry
            .getValue()
            .error(
                "unknown key '" + entry.getValue().path() + "'",
                "remove it, or write one of: " + String.join(", ", known));
      }
    }
  }

  private void add(Node key, Node value) {
    int keyLine = key.getStartMark().getLine() + 1;
    if (!(key instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
      problems.error(file, keyLine, "a key is not a word", "write 'key: value'");
      return;
    }
    String name = scalar.getValue();
    String full = path.isEmpty() ? name : path + "." + name;
    if (entries.containsKey(name)) {
      problems.error(
          file,
          keyLine,
          "'%s' stands twice, first on line %d".formatted(full, entries.get(name).line()),
          "keep one of the two");
      return;
    }
    entries.put(name, new YamlNode(file, full, keyLine, value, problems));
  }
}
