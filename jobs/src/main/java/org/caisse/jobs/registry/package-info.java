/** Takes in delegated bodies, employers and persons as dated versions. */
package org.caisse.jobs.registry;
