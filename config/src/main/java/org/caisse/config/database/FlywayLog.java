package org.caisse.config.database;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's messages, one level lower: what it does every day is not news. */
public final class FlywayLog implements LogCreator {

  @Override
  public Log createLogger(Class<?> clazz) {
    return new Quiet(LoggerFactory.getLogger(clazz));
  }

  private record Quiet(Logger log) implements Log {

    @Override
    public boolean isDebugEnabled() {
      return log.isTraceEnabled();
    }

    @Override
    public void debug(String message) {
      log.trace(message);
    }

    @Override
    public void info(String message) {
      log.debug(message);
    }

    @Override
    public void warn(String message) {
      log.warn(message);
    }

    @Override
    public void error(String message) {
      log.error(message);
    }

    @Override
    public void error(String message, Exception e) {
      log.error(message, e);
    }

    @Override
    public void notice(String message) {
      log.debug(message);
    }
  }
}
