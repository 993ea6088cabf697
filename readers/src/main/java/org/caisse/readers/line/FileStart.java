package org.caisse.readers.line;

/**
 * What the first line of a file says.
 *
 * @param body where the second line starts
 * @param normalised whether the front door wrote the file, see {@link NormalisedHeader}
 */
public record FileStart(Position body, boolean normalised) {}
