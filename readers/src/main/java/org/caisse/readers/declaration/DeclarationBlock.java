package org.caisse.readers.declaration;

import java.util.List;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.RawLines;

/**
 * Records of a declaration file that follow each other. Where it begins and ends has nothing to do
 * with where declarations do.
 *
 * @param records in the order of the file
 * @param raw their lines, under the same indexes
 * @param blankLines lines of this part of the file that are empty or only separators and spaces
 * @param end where reading goes on after this block
 */
public record DeclarationBlock(
    List<DeclarationRecord> records, RawLines raw, int blankLines, Position end) {}
