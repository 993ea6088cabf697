package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

  @TempDir Path cache;

  @Test
  void unpacksProgramsThatRunAndOnlyOnce() throws IOException {
    Map<String, String> env = Map.of(PostgresBinaries.CACHE_VARIABLE, cache.toString());
    Files.createDirectories(cache);

    Path folder = PostgresBinaries.folder(env);

    assertThat(folder.getFileName().toString()).matches("postgres-18-[0-9a-f]{16}");
    assertThat(folder.resolve("bin/postgres")).isExecutable();
    assertThat(folder.resolve("lib/libpq.so.5")).isSymbolicLink();
    assertThat(new PostgresPrograms(folder).run(cache, "postgres", "--version").text())
        .isEqualTo("postgres (PostgreSQL) 18.6");

    Path mark = Files.writeString(folder.resolve("mark"), "not unpacked again");
    assertThat(PostgresBinaries.folder(env)).isEqualTo(folder);
    assertThat(mark).exists();
    assertThat(cache.resolve(folder.getFileName() + ".new")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"Linux, riscv64", "Mac OS X, aarch64", "Windows 11, amd64"})
  void namesTheWayOutOnMachinesWithoutPrograms(String os, String processor) {
    assertThatThrownBy(() -> PostgresBinaries.archive(os, processor))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(os)
        .hasMessageContaining(processor)
        .hasMessageContaining("CAISSE_DB_URL");
  }
}
