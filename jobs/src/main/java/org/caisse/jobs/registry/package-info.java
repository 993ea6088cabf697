/** Takes in the registry, of who contributes and of care, as dated versions. */
package org.caisse.jobs.registry;
