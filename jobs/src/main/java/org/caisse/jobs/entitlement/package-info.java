/** Who has rights with which payer: works them out, tells providers and bodies, explains them. */
package org.caisse.jobs.entitlement;
