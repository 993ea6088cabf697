package org.caisse.config.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come with Caisse, unpacked once per user and version into a cache
 * folder.
 */
final class PostgresBinaries {

  /** Major version of the programs, hence of the data they read and write. */
  static final int MAJOR = 18;

  /** Environment variable with the folder to unpack into, instead of {@code ~/.cache/caisse}. */
  static final String CACHE_VARIABLE = "CAISSE_CACHE";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final int BUFFER_BYTES = 1 << 16;

  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}, unpacked now if it is not there.
   *
   * @param env the environment
   * @throws DatabaseException when there are no programs for this machine or they cannot be
   *     unpacked
   */
  static synchronized Path folder(Map<String, String> env) {
    URL archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path cache = cache(env);
    try {
      Path folder =
          cache.resolve("postgres-" + MAJOR + "-" + fingerprint(archive)).toAbsolutePath();
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(cache);
        unpackOnce(archive, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new DatabaseException(
          "PostgreSQL cannot be unpacked into %s (%s): make room or free access there, or name another folder in %s"
              .formatted(cache, e.getMessage(), CACHE_VARIABLE),
          e);
    }
  }

  /** The bundled archive for an operating system and processor, as Java names them. */
  static URL archive(String os, String processor) {
    String machine =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> processor;
        };
    URL archive =
        os.equals("Linux")
            ? PostgresBinaries.class.getResource("/postgres-linux-" + machine + ".txz")
            : null;
    if (archive == null) {
      throw new DatabaseException(
          "this build has no PostgreSQL for %s on %s: name a PostgreSQL server in %s, or run Caisse on Linux on amd64"
              .formatted(os, processor, Database.URL_VARIABLE));
    }
    return archive;
  }

  private static Path cache(Map<String, String> env) {
    String folder = env.get(CACHE_VARIABLE);
    return folder == null || folder.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "caisse")
        : Path.of(folder);
  }

  /**
   * What tells one archive from another: CRC-32 and length, which the jar knows by heart. To read
   * its 12 MB for a better hash would cost each command that starts the server more than the rest.
   */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      JarEntry entry = jar.getJarEntry();
      return name(entry.getCrc(), entry.getSize());
    }
    CRC32 crc = new CRC32();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = archive.openStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
        bytes += read;
      }
    }
    return name(crc.getValue(), bytes);
  }

  private static String name(long crc, long bytes) {
    return "%08x%08x".formatted(crc, bytes);
  }

  private static void unpackOnce(URL archive, Path folder) throws IOException {
    try (LockFile lock = LockFile.open(folder.resolveSibling(folder.getFileName() + ".lock"))) {
      lock.takeAlone();
      if (Files.isDirectory(folder)) {
        return;
      }
      LOG.info("unpacking PostgreSQL {} into {}", MAJOR, folder);
      Path next = folder.resolveSibling(folder.getFileName() + ".new");
      if (Files.exists(next)) {
        WholeFile.deleteFolder(next);
      }
      try (InputStream in = archive.openStream()) {
        unpack(in, Files.createDirectory(next));
      }
      Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
      WholeFile.forceFolder(folder.getParent());
    }
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive, BUFFER_BYTES)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, permissions(entry.getMode()));
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    boolean executable = (mode & 0100) != 0;
    return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
  }
}
