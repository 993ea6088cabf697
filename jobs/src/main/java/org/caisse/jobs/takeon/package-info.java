/** Take-on of a fund that changes over from another system. */
package org.caisse.jobs.takeon;
