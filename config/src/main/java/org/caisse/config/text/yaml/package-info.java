/** YAML read with line numbers and a closed vocabulary: what packs and settings share. */
package org.caisse.config.text.yaml;
