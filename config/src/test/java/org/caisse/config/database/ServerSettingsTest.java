package org.caisse.config.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerSettingsTest {

  @Test
  void takesMemoryByTheMachine() {
    assertThat(ServerSettings.text(5432, 4L << 30))
        .contains("shared_buffers = 512MB", "work_mem = 32MB");
    assertThat(ServerSettings.text(5432, (4L << 30) - 1))
        .contains("shared_buffers = 128MB", "work_mem = 4MB");
    assertThat(ServerSettings.text(5432, 24L << 30)).contains("shared_buffers = 3072MB");
    assertThat(ServerSettings.text(5432, 256L << 30)).contains("shared_buffers = 4096MB");
  }
}
