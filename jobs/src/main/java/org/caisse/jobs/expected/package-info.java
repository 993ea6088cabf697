/** Whom others expect to be declared, and the control of a month against it. */
package org.caisse.jobs.expected;
