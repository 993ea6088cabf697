/** The law as data: parameters, rules, and the terms that they give for a month. */
package org.caisse.domain.pack;
