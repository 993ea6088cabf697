/**
 * Who has rights with which payer from which day to which, and why: from contributions and their
 * payment, from lists and statuses, and for dependants from the rights of a head of family.
 */
package org.caisse.domain.right;
