/** When runs are asked for, in which order, and how they are stopped. */
package org.caisse.schedules;
