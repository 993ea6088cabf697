/** Lines of the files of a fund that changes over. */
package org.caisse.readers.takeon;
