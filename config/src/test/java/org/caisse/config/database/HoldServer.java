package org.caisse.config.database;

import java.io.IOException;
import java.nio.file.Path;
import org.caisse.config.workspace.Workspace;

/** A process of its own that holds a workspace's server until its input ends. */
final class HoldServer {

  private HoldServer() {}

  public static void main(String[] args) throws IOException {
    try (PostgresServer server = PostgresServer.join(new Workspace(Path.of(args[0])))) {
      System.out.println("holding " + server.jdbcUrl());
      System.out.flush();
      while (System.in.read() >= 0) {
        // until the end
      }
    }
  }
}
