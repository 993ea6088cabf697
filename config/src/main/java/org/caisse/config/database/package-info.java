/**
 * PostgreSQL: the embedded server of a workspace, or one that the environment names; connections to
 * it and the schema in it.
 */
package org.caisse.config.database;
