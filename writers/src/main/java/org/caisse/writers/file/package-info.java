/**
 * Files that appear whole or not at all, and the shapes they take: CSV, zip, lists of checksums.
 * Everything here gives the same bytes for the same content.
 */
package org.caisse.writers.file;
