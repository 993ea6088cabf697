/** One person under several numbers: what may be, and what people decide. */
package org.caisse.jobs.person;
