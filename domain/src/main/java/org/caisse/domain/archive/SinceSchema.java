package org.caisse.domain.archive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in which schema a column came to the rows of the archive. Files of an earlier schema are
 * read without it (its value is then 0 or false), and their content hash leaves it out, so that
 * what was archived before can still be checked and replayed. The schema of a row class is the
 * highest that it names, or 1. A column that is annotated is a number or a boolean, and what 0 and
 * false mean is what was true of all rows before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SinceSchema {

  /** Number of the schema, from 2. */
  int value();
}
