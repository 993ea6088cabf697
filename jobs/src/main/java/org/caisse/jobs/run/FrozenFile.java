package org.caisse.jobs.run;

import java.nio.file.Path;

/**
 * A file that a run takes in, kept under its content.
 *
 * @param id surrogate key
 * @param ordinal place among the files of the run, from 1
 * @param kind what it holds
 * @param name the sender's, without folders
 * @param sender the sender's mapping that an operator chose, or empty
 * @param bytes its size
 * @param lines line feeds in it, for the progress that people see
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param content the kept copy
 */
public record FrozenFile(
    int id,
    int ordinal,
    String kind,
    String name,
    String sender,
    long bytes,
    long lines,
    String sha256,
    Path content) {}
