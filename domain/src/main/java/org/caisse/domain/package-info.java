/**
 * What Caisse knows and decides, without files, tables, clocks or frameworks.
 *
 * <p>Glossary of the terms of art, French first where French is the term:
 *
 * <dl>
 *   <dt>OGD, organisme de gestion déléguée
 *   <dd>delegated body: affiliates, collects, controls or pays for the fund under a convention
 *   <dt>déclaration nominative
 *   <dd>an employer's list of persons and pay for one month; here {@code declaration}
 *   <dt>annule et remplace
 *   <dd>a declaration that cancels and replaces the one before; here {@code replacement}
 *   <dt>néant
 *   <dd>a declaration that nobody was paid; here {@code nil}
 *   <dt>assiette
 *   <dd>the base on which percentages are taken, between floor (plancher) and ceiling (plafond)
 *   <dt>part patronale, part salariale
 *   <dd>employer's and insured person's share
 *   <dt>majoration de retard
 *   <dd>surcharge; for late declaration and for late payment
 *   <dt>taxation d'office
 *   <dd>default assessment of an employer that did not declare
 *   <dt>avis d'appel de cotisations
 *   <dd>call notice: what an employer owes for a month and by when
 *   <dt>relevé de compte
 *   <dd>statement of an employer's account
 *   <dt>accusé de réception
 *   <dd>acknowledgement: what was recognised in a file, accepted and refused
 *   <dt>bordereau
 *   <dd>covering list that carries control totals
 *   <dt>tiers payant, ticket modérateur, carence (stage)
 *   <dd>third-party payment, co-payment, waiting period
 *   <dt>indigent
 *   <dd>a person whose contribution the State owes
 * </dl>
 */
package org.caisse.domain;
