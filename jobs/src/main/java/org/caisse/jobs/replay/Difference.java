package org.caisse.jobs.replay;

/**
 * Something that the rules decide otherwise now, or that the archive does not hold as it should.
 *
 * @param where run, file, line, employer or person
 * @param what the field, or the file
 * @param archived what the archive says
 * @param now what the rules say now, or what was found
 */
public record Difference(String where, String what, String archived, String now) {}
