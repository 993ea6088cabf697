package org.caisse.readers.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names all targets, or puts the seeds of one into a folder. */
final class Seeds {

  private Seeds() {}

  @SuppressWarnings("SystemOut") // a program of its own
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      Targets.all().forEach(target -> System.out.println(target.name()));
      return;
    }
    List<byte[]> seeds = Targets.of(arguments[0]).seeds();
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(folder.resolve("seed-" + i), seeds.get(i));
    }
  }
}
