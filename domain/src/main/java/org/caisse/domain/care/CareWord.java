package org.caisse.domain.care;

/**
 * A word of the care law: a level of providers, a place of care, a status.
 *
 * @param id as registries and files write it
 * @param fr for people, in French
 * @param en for people, in English
 */
public record CareWord(String id, String fr, String en) {}
