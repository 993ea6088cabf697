package org.caisse.jobs.run;

/**
 * A parameter of a job.
 *
 * @param name left of the equals sign
 * @param required whether a run cannot do without
 * @param meaning in a few words, with the form of the value
 */
public record RunParameter(String name, boolean required, String meaning) {}
