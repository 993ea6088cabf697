/** Take-on of a fund that changes over: what is refused, what must tie, what is opened. */
package org.caisse.domain.takeon;
