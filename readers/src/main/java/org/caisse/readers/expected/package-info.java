/** Lists of persons whom others expect to be declared. */
package org.caisse.readers.expected;
