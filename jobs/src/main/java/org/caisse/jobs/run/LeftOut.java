package org.caisse.jobs.run;

import java.nio.file.Path;

/**
 * A file that was offered and not taken, because its content was taken in before.
 *
 * @param path where it is
 * @param before the file with the same content; when that one is withdrawn, this is the same file
 *     still lying in its place
 */
public record LeftOut(Path path, TakenFile before) {}
