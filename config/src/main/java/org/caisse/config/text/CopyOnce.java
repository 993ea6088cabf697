package org.caisse.config.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies a bundled file to where people edit it, once and for good. */
public final class CopyOnce {

  private CopyOnce() {}

  /**
   * Copies a file of the class path unless the target exists. A reader never sees half a file: it
   * is written beside the target and then takes its name.
   *
   * @param resource absolute name, such as {@code /packs/bf/amu.yaml}
   * @return whether it was written
   */
  public static boolean copy(String resource, Path target) throws IOException {
    if (Files.exists(target)) {
      return false;
    }
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path beside = Files.createTempFile(folder, ".copy", ".tmp");
    try (InputStream in = CopyOnce.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("the program has no file " + resource);
      }
      Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
