package org.caisse.jobs.contribution;

import java.time.LocalDate;
import org.caisse.domain.contribution.EmployerFacts;

/**
 * What is known of an employer's declarations for the month.
 *
 * @param declarationId the one that counts, or 0
 * @param firstFiled day on which the first one was filed, or null
 * @param readUnder key of the terms under which its lines were assessed when read
 * @param postedId the one that was posted last, or 0
 * @param postedUnder key of the terms under which that was done
 * @param postedRev revision of that posting, or 0
 * @param terms key of the terms in force now
 */
record StandingFacts(
    EmployerFacts employer,
    long declarationId,
    LocalDate firstFiled,
    String readUnder,
    long postedId,
    String postedUnder,
    int postedRev,
    String terms) {}
