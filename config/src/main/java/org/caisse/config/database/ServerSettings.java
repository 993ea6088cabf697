package org.caisse.config.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The settings under which the embedded server runs, written anew at each start. */
final class ServerSettings {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long ENOUGH_MEMORY = 4 * GIB;

  private ServerSettings() {}

  /** Writes them into a data directory. */
  static void write(Path data, int port) throws IOException {
    WholeFile.write(data.resolve("postgresql.conf"), text(port, memory()));
  }

  /**
   * The text of {@code postgresql.conf}.
   *
   * @param port on which the server listens
   * @param memoryBytes of the machine or container
   */
  static String text(int port, long memoryBytes) {
    boolean enough = memoryBytes >= ENOUGH_MEMORY;
    return """
    # Written by Caisse at each start: changes made here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 60
    password_encryption = 'scram-sha-256'
    allow_alter_system = off
    cluster_name = 'caisse'

    # What was committed stays, whatever happens.
    fsync = on
    full_page_writes = on
    synchronous_commit = on

    shared_buffers = %s
    work_mem = %s
    max_wal_size = 4GB
    checkpoint_timeout = 15min
    jit = off

    timezone = 'UTC'
    datestyle = 'iso, ymd'
    lc_messages = 'C'
    lc_monetary = 'C'
    lc_numeric = 'C'
    lc_time = 'C'

    # No personal data in the log: neither statements nor the rows that they failed on.
    log_timezone = 'UTC'
    log_line_prefix = '%%m [%%p] %%q%%a %%d '
    log_checkpoints = off
    log_error_verbosity = terse
    log_min_error_statement = panic
    """
        .formatted(
            port, enough ? buffers(memoryBytes) / MIB + "MB" : "128MB", enough ? "32MB" : "4MB");
  }

  /** An eighth of the memory: others run on the machine too, and more than 4 GiB is not used. */
  private static long buffers(long memoryBytes) {
    return Math.min(memoryBytes / 8, 4 * GIB);
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
