package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.pack.Shares;

/**
 * The last month before that an employer declared, and not as nil.
 *
 * @param period first day of that month
 * @param contributions its contributions as they stood posted when the run began
 */
public record LastDeclared(LocalDate period, Shares contributions) {}
