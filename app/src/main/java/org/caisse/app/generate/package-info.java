/**
 * A made-up fund of any size, with the truth about it: registry and declaration files, and what a
 * correct contribution month must find in them. Everything is a pure function of the seed and an
 * index, so nothing is held but a few numbers per employer, and the same options give the same
 * bytes on any machine. The truth is computed here on its own, never with the rules of {@code
 * domain}, so that the two can be compared.
 */
package org.caisse.app.generate;
