/** Settles employers' accounts: to whom money belongs, what it pays, what is late. */
package org.caisse.jobs.account;
