/** What the fund decides for its workspace: the values that the law leaves to it, its accounts. */
package org.caisse.config.settings;
