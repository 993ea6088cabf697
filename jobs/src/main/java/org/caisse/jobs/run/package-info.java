/** Runs: what they freeze, who executes them, how they restart, and their manifests. */
package org.caisse.jobs.run;
