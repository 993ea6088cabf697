package org.caisse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * PostgreSQL in a container, with its own defaults: Testcontainers' ready-made one turns fsync off,
 * with which Caisse does not work. An engine without a bridge network gives it the host's network.
 */
final class PostgresContainer extends GenericContainer<PostgresContainer> {

  /** Who owns everything. */
  static final String USER = "caisse";

  /** The system property that names another image. */
  private static final String IMAGE_SWITCH = "caisse.database.image";

  private static final String IMAGE = "postgres:18";
  private static final int PORT = 5432;

  /** Some tests compare what the planner knows: it must not learn by itself between two looks. */
  private static final String QUIET = "autovacuum=off";

  private static final long SHARED_MEMORY_BYTES = 256L << 20;
  private static final int SECRET_BYTES = 16;

  private final String password = secret();
  private final boolean onHost = !hasBridge();
  private final int port = onHost ? freePort() : PORT;

  PostgresContainer() {
    super(DockerImageName.parse(System.getProperty(IMAGE_SWITCH, IMAGE)));
    withEnv("POSTGRES_USER", USER);
    withEnv("POSTGRES_PASSWORD", password);
    withSharedMemorySize(SHARED_MEMORY_BYTES);
    waitingFor(new Answers());
    if (onHost) {
      withNetworkMode("host");
      withCommand(
          "postgres", "-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", QUIET);
    } else {
      withExposedPorts(PORT);
      withCommand("postgres", "-c", QUIET);
    }
  }

  String password() {
    return password;
  }

  /** JDBC address of a database, once it has started. */
  String url(String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(onHost ? "127.0.0.1" : getHost(), onHost ? port : getMappedPort(PORT), database);
  }

  /** Ready when it lets us in: what it writes into its log depends on the image. */
  private final class Answers extends AbstractWaitStrategy {

    private static final Duration PAUSE = Duration.ofMillis(100);

    @Override
    protected void waitUntilReady() {
      long deadline = System.nanoTime() + startupTimeout.toNanos();
      while (true) {
        try {
          DriverManager.getConnection(url("postgres"), USER, password).close();
          return;
        } catch (SQLException e) {
          if (System.nanoTime() > deadline || !isRunning()) {
            throw new ContainerLaunchException("PostgreSQL did not start:\n" + getLogs(), e);
          }
          pause();
        }
      }
    }

    private void pause() {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ContainerLaunchException("interrupted while PostgreSQL started", e);
      }
    }
  }

  private static boolean hasBridge() {
    return DockerClientFactory.instance().client().listNetworksCmd().exec().stream()
        .anyMatch(network -> network.getName().equals("bridge"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }
}
