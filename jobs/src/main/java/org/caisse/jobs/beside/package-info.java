/** Reading and writing on threads of their own, in order, beside whoever asks for it. */
package org.caisse.jobs.beside;
