/** Declaration files as typed records, with what the registry knows joined to them. */
package org.caisse.readers.declaration;
