/**
 * Rows of a table, whatever holds them: text with separators, fixed width, a sheet of a workbook.
 */
package org.caisse.readers.table;
