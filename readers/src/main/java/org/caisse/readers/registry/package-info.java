/** The registry: its files as rows, and what a run knows of it in memory. */
package org.caisse.readers.registry;
