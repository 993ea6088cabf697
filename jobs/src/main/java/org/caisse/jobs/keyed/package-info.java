/** Steps that go through employers or persons by key: facts by SQL, a rule, COPY, archive. */
package org.caisse.jobs.keyed;
