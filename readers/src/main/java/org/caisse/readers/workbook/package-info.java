/**
 * Spreadsheet files (.xlsx) as any sender may have made them: their container, their XML, their
 * texts and styles, in memory that does not depend on what is in them.
 */
package org.caisse.readers.workbook;
