/**
 * Descriptions of the formats in which files come: bundled ones, the fund's own, and what each
 * sender does differently. The reader has no other source, so that description and behaviour cannot
 * differ.
 */
package org.caisse.config.format;
