/** Takes in salary declarations: every line is filed or refused. */
package org.caisse.jobs.declaration;
