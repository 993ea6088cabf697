package org.caisse.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.caisse.jobs.run.RunProgress;

/**
 * Shows each step as it goes: a bar with rate and time left on a terminal, a line at its end
 * elsewhere.
 */
final class ConsoleProgress implements RunProgress {

  private final PrintWriter out;
  private final boolean terminal;
  private final String prefix;
  private ProgressBar bar;
  private long started;
  private long done;
  private long total = -1;
  private String unit = "";
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param prefix what the steps belong to, for people
   */
  ConsoleProgress(PrintWriter out, boolean terminal, String prefix) {
    this.out = out;
    this.terminal = terminal;
    this.prefix = prefix;
  }

  /** For commands that print JSON: nothing. */
  static RunProgress silent() {
    return RunProgress.NONE;
  }

  @Override
  public synchronized void stepStarted(String step) {
    started = System.nanoTime();
    done = 0;
    total = -1;
    unit = "";
    remarks.clear();
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(prefix + " " + step)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setInitialMax(-1)
              .showSpeed()
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public synchronized void expect(long units, String name) {
    total = units;
    unit = name;
    if (bar != null) {
      bar.maxHint(units);
    }
  }

  @Override
  public synchronized void advancedTo(long units) {
    done = units;
    if (bar != null) {
      bar.stepTo(units);
    }
  }

  @Override
  public synchronized void remark(String sentence) {
    remarks.add(sentence);
  }

  @Override
  public synchronized void stepEnded(String step, boolean completed) {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    out.println(line(step, completed, took));
    remarks.forEach(remark -> out.println("    " + remark));
    out.flush();
  }

  private String line(String step, boolean completed, Duration took) {
    double seconds = took.toMillis() / 1000.0;
    StringBuilder line =
        new StringBuilder(
            "  %-24s %-11s %s %7.1f s"
                .formatted(prefix, step, completed ? "done   " : "stopped", seconds));
    if (done > 0) {
      line.append("  ").append(Counted.of(done, unit));
      if (total > done) {
        line.append(String.format(Locale.ROOT, " of %,d", total));
      }
      if (seconds > 0.05) {
        line.append(String.format(Locale.ROOT, ", %,d/s", Math.round(done / seconds)));
      }
    }
    return line.toString();
  }
}
