package org.caisse.config.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The migrations on the class path with the checksums that Flyway keeps of them, without Flyway:
 * reading a few files takes a hundredth of its time.
 */
final class BundledMigrations {

  /** Versioned and repeatable migrations, as Flyway names them by default. */
  private static final Pattern NAME = Pattern.compile("(.*/)?(V.+|R)__.+\\.sql");

  private final String location;
  private final Map<String, Integer> checksums = new HashMap<>();

  private BundledMigrations(String location) {
    this.location = location;
  }

  /**
   * The checksum of each script.
   *
   * @param location folder on the class path
   * @return checksums by path within the folder; empty when there is none
   */
  static Map<String, Integer> checksums(String location) throws IOException {
    BundledMigrations bundled = new BundledMigrations(location);
    ClassLoader loader = BundledMigrations.class.getClassLoader();
    for (URL root : loader.resources(location).toList()) {
      if (root.openConnection() instanceof JarURLConnection jar) {
        bundled.addJar(jar);
      } else {
        bundled.addFolder(Path.of(URI.create(root.toString())));
      }
    }
    return bundled.checksums;
  }

  private void addJar(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    String prefix = location + "/";
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith(prefix)) {
          try (InputStream in = jar.getInputStream(entry)) {
            add(entry.getName().substring(prefix.length()), in);
          }
        }
      }
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        add(folder.relativize(file).toString(), in);
      }
    }
  }

  private void add(String script, InputStream in) throws IOException {
    if (NAME.matcher(script).matches()) {
      checksums.put(script, checksum(in));
    }
  }

  /** Flyway's: CRC-32 of the lines without their ends. */
  private static int checksum(InputStream in) throws IOException {
    CRC32 crc = new CRC32();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      crc.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) crc.getValue();
  }
}
