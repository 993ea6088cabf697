package org.caisse.writers.workbook;

/**
 * A column of a sheet.
 *
 * @param title in the language of the reader
 * @param kind what stands in it
 * @param width in characters
 */
public record SheetColumn(String title, CellKind kind, int width) {}
