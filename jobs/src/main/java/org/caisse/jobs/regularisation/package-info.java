/** What a law that changed for past months changes in what employers owe, told together. */
package org.caisse.jobs.regularisation;
