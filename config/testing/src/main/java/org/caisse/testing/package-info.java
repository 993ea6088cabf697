/** On which database server tests work; never part of the program. */
package org.caisse.testing;
