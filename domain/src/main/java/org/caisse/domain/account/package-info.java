/**
 * Money received, and the employer's account: what it is allocated to, what is late, what is left.
 */
package org.caisse.domain.account;
