/**
 * Measures a contribution month against the SQL script that it replaces, on the same machine, the
 * same server and the same file. Nothing here decides on amounts; times are measured, never
 * asserted.
 */
package org.caisse.app.bench;
