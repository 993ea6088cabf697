/** What people read: languages, messages, amounts and dates, reject texts, bundled files. */
package org.caisse.config.text;
