/** Resources of HL7 FHIR R4, one per line (NDJSON). */
package org.caisse.writers.fhir;
