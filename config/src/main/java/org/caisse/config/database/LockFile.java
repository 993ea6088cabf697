package org.caisse.config.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file whose lock processes hold, alone or together. The kernel releases it when the process
 * ends, however it ends. One object per file and process: closing any other would release the lock.
 */
final class LockFile implements AutoCloseable {

  private final FileChannel channel;
  private FileLock lock;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  static LockFile open(Path file) throws IOException {
    return new LockFile(
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
  }

  /** Waits until no other process holds it, then holds it alone. */
  void takeAlone() throws IOException {
    lock = channel.lock();
  }

  /** Holds it alone if no other process holds it now. */
  boolean tryAlone() throws IOException {
    lock = channel.tryLock();
    return lock != null;
  }

  /** Holds it together with others, once nobody holds it alone. */
  void takeShared() throws IOException {
    lock = channel.lock(0, Long.MAX_VALUE, true);
  }

  void release() throws IOException {
    if (lock != null) {
      lock.release();
      lock = null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
