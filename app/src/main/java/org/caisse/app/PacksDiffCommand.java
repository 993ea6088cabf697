package org.caisse.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.caisse.config.pack.PackDiff;
import org.caisse.config.pack.PackLoader;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares two days of a pack, or two versions of it. */
@Command(
    name = "diff",
    description =
        "Show what changes between two days, or between an earlier version of the pack and this"
            + " one.")
final class PacksDiffCommand implements Callable<Integer> {

  @ParentCommand private PacksCommand packs;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..1",
      description = "such as bf-amu (default: the workspace's)")
  private String pack;

  @Option(names = "--from", paramLabel = "DATE", description = "the first day")
  private String from;

  @Option(names = "--to", paramLabel = "DATE", description = "the second day")
  private String to;

  @Option(
      names = "--old",
      paramLabel = "PATH",
      description =
          "an earlier version: a folder of packs, a scheme's file, or a pack as a run kept it")
  private Path old;

  @Override
  public Integer call() throws IOException {
    String id = packs.packId(pack);
    Law now = packs.law(id);
    Law before =
        old == null
            ? now
            : packs.with(PackLoader.load(PackLoader.version(old, packs.folder(), id), id));
    lines(before, now).forEach(spec.commandLine().getOut()::println);
    return Caisse.DONE;
  }

  private List<String> lines(Law before, Law now) {
    if (from == null && to == null && old != null) {
      return PackDiff.versions(before, now, packs.language());
    }
    if (from == null || to == null) {
      throw new UsageException("give both --from DATE and --to DATE, or --old PATH");
    }
    LocalDate first = PacksCommand.date("--from", from);
    LocalDate second = PacksCommand.date("--to", to);
    return PackDiff.days(before, first, now, second, packs.language());
  }
}
