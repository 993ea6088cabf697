package org.caisse.config.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caisse.config.text.CopyOnce;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Pack;

/**
 * Loads the settings file of a workspace. The pack that it names is needed to check it, so there
 * are two steps: {@link #packId}, then {@link #load}. The forms that take bytes serve a replay,
 * which has the archived file and no workspace.
 */
public final class SettingsLoader {

  private static final String DEMO_PACK = "bf-amu";
  private static final SortedMap<String, String> DEMO_SETTINGS =
      new TreeMap<>(Map.of(DEMO_PACK, "/demo/settings.yaml", "ml-amo", "/demo/ml-amo.yaml"));

  /** Settings of nobody, to show a pack without a workspace. */
  public static final FundSettings NOTHING_SET =
      new FundSettings("", false, Map.of(), Map.of(), "");

  private static final long MAX_BYTES = 1L << 20;

  private SettingsLoader() {}

  /**
   * The id of the pack that a settings file names.
   *
   * @throws SettingsException when the file cannot be read or names none
   */
  public static String packId(Path settingsYaml) {
    return packId(read(settingsYaml), name(settingsYaml));
  }

  /**
   * The id of the pack that the content of a settings file names.
   *
   * @param content UTF-8
   * @param fileName for messages
   * @throws SettingsException when it cannot be read or names none
   */
  public static String packId(byte[] content, String fileName) {
    Problems problems = new Problems();
    return YamlMap.parse(fileName, content, problems)
        .flatMap(map -> map.required("pack"))
        .flatMap(YamlNode::text)
        .orElseThrow(() -> new SettingsException(problems.errors()));
  }

  /**
   * The settings of a workspace.
   *
   * @param pack the one that the file names
   * @throws SettingsException listing everything that is wrong
   */
  public static Settings load(Path settingsYaml, Pack pack) {
    return load(read(settingsYaml), name(settingsYaml), pack);
  }

  /**
   * The settings in the content of a settings file.
   *
   * @param content UTF-8
   * @param fileName for messages
   * @param pack the one that it names
   * @throws SettingsException listing everything that is wrong
   */
  public static Settings load(byte[] content, String fileName, Pack pack) {
    Problems problems = new Problems();
    Optional<Settings> settings =
        YamlMap.parse(fileName, content, problems)
            .flatMap(map -> new SettingsReader(pack, problems).read(map, content));
    return settings.orElseThrow(() -> new SettingsException(problems.errors()));
  }

  /**
   * The settings in an archived settings file.
   *
   * @param text the whole file
   * @param pack the one that it names
   * @throws SettingsException listing everything that is wrong
   */
  public static Settings parse(String text, Pack pack) {
    return load(text.getBytes(StandardCharsets.UTF_8), "settings.yaml", pack);
  }

  /**
   * Puts the demonstration's settings into a workspace that has none.
   *
   * @return whether the file was written; an existing one is never touched
   */
  public static boolean copyDemoTo(Path settingsYaml) throws IOException {
    return copyDemoTo(settingsYaml, DEMO_PACK);
  }

  /**
   * Puts the settings of a pack's demonstration into a workspace that has none.
   *
   * @param pack one of {@link #demoPacks()}
   * @return whether the file was written; an existing one is never touched
   */
  public static boolean copyDemoTo(Path settingsYaml, String pack) throws IOException {
    return CopyOnce.copy(DEMO_SETTINGS.get(pack), settingsYaml);
  }

  /** The packs that have settings for a demonstration. */
  public static SortedSet<String> demoPacks() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(DEMO_SETTINGS.keySet()));
  }

  private static byte[] read(Path file) {
    try {
      if (Files.size(file) <= MAX_BYTES) {
        return Files.readAllBytes(file);
      }
      throw unreadable(file, "it is larger than 1 MB");
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static SettingsException unreadable(Path file, String why) {
    Problems problems = new Problems();
    problems.error(
        name(file),
        0,
        file + ": " + why,
        "put a settings file there; the demonstration's is a model");
    return new SettingsException(problems.errors());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
