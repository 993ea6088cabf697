/** Rules on rows of registry files. */
package org.caisse.domain.registry;
