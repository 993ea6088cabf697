/** The law as data: scheme packs read from YAML, checked, shown. */
package org.caisse.config.pack;
