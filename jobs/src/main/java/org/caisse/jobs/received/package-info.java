/** Files as their senders sent them, on the way to Caisse's own format. */
package org.caisse.jobs.received;
