package org.caisse.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a workspace. */
@Command(
    name = "init",
    description = "Make a workspace: folders, packs and a settings file to fill in.")
final class InitCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      defaultValue = "bf-amu",
      description = "whose example settings: bf-amu or ml-amo (default: ${DEFAULT-VALUE})")
  private String pack;

  @Override
  public Integer call() throws IOException {
    if (!SettingsLoader.demoPacks().contains(pack)) {
      throw new UsageException(
          "--pack %s: there are example settings for %s"
              .formatted(pack, String.join(", ", SettingsLoader.demoPacks())));
    }
    Workspace workspace = new Workspace(caisse.home()).create();
    BundledPacks.copyTo(workspace.packs());
    boolean made = SettingsLoader.copyDemoTo(workspace.settings(), pack);
    spec.commandLine()
        .getOut()
        .printf(
            "%s is a workspace.%n%s: %s%n",
            workspace.home(),
            made
                ? "Edit its settings before use; they are EXAMPLE values now"
                : "Its settings were there and are kept",
            workspace.settings());
    return Caisse.DONE;
  }
}
