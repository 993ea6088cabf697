/** Where a process may die. */
package org.caisse.domain.run;
