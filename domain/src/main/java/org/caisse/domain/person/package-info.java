/** Persons who may be one: how names are compared, what speaks for it, what against. */
package org.caisse.domain.person;
