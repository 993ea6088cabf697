package org.caisse.config.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.CopyOnce;

/**
 * The packs that come with Caisse, with their cases, from where a workspace gets its own copy to
 * edit.
 */
public final class BundledPacks {

  private static final List<String> FILES =
      List.of(
          "bf/country.yaml",
          "bf/amu.yaml",
          "bf/amu.cases.yaml",
          "bf/care.yaml",
          "bf/care.cases.yaml",
          "ml/country.yaml",
          "ml/amo.yaml",
          "ml/amo.cases.yaml",
          "ml/care.yaml",
          "ml/care.cases.yaml");

  private BundledPacks() {}

  /** The bundled files, with their folder. */
  static List<String> files() {
    return FILES;
  }

  /**
   * Copies into a workspace what is not there yet; what is there is never touched.
   *
   * @param packsDir the workspace's folder of packs, made when missing
   * @return the files that were written
   */
  public static List<Path> copyTo(Path packsDir) throws IOException {
    List<Path> written = new ArrayList<>();
    for (String file : FILES) {
      Path target = packsDir.resolve(file);
      if (CopyOnce.copy("/packs/" + file, target)) {
        written.add(target);
      }
    }
    return written;
  }
}
