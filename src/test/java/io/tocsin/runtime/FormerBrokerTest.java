package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders were left by a kill; that they recover is what {@code KillIT} shows. */
class FormerBrokerTest {
  @TempDir private Path logs;

  @Test
  void aNewFolderWasNotKilled() {
    assertThat(FormerBroker.wasKilled(logs)).isFalse();
  }

  @Test
  void aFolderThatWasClosedInOrderWasNot() throws IOException {
    Files.createFile(logs.resolve("meta.properties"));
    Files.createFile(logs.resolve(".kafka_cleanshutdown"));

    assertThat(FormerBroker.wasKilled(logs)).isFalse();
  }

  @Test
  void aFolderInUseWithoutACleanEndWas() throws IOException {
    Files.createFile(logs.resolve("meta.properties"));

    assertThat(FormerBroker.wasKilled(logs)).isTrue();
  }
}
