/** The folder that holds a fund's files, books and settings. */
package org.caisse.config.workspace;
