package org.caisse.jobs.keyed;

/** Facts with what was decided on them. */
public record Judged<F, V>(Keyed<F> keyed, V verdict) {}
