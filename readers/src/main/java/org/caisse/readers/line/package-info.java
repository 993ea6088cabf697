/** Files of lines: splitting by bytes, fields, numbers and days. Whatever the bytes are. */
package org.caisse.readers.line;
