/**
 * Workbooks (XLSX) for people: written row by row in constant memory, printable, with the same
 * bytes for the same content.
 */
package org.caisse.writers.workbook;
