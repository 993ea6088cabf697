/** Care decided on, posted, and told to providers and insured persons. */
package org.caisse.jobs.claim;
