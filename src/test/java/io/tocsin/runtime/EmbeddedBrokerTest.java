package io.tocsin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker in this process: what it keeps over a restart and what it refuses. */
class EmbeddedBrokerTest {

  @TempDir private Path temp;

  @Test
  void restartKeepsTopicsAndPort() throws Exception {
    // Given
    String first;
    try (DataFolder folder = DataFolder.open(temp);
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = admin(broker)) {
      first = broker.bootstrap();
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }

    // When
    try (DataFolder folder = DataFolder.open(temp);
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = admin(broker)) {

      // Then
      assertThat(broker.bootstrap()).isEqualTo(first);
      assertThat(admin.listTopics().names().get()).contains("kept");
      assertThat(DataFolder.announced(temp)).contains(first);
    }
    assertThat(DataFolder.announced(temp)).isEqualTo(Optional.empty());
  }

  @Test
  void takenPortIsRefusedByItsNumber() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DataFolder folder = DataFolder.open(temp)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
          .isInstanceOf(Stop.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("broker.port");
    }
  }

  @Test
  void rememberedPortThatIsTakenGivesWayToAnother() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Given
      Path file = temp.resolve("port");
      Files.writeString(file, Integer.toString(taken.getLocalPort()));

      // When
      BrokerPorts ports = BrokerPorts.choose(0, file);

      // Then
      assertThat(ports.clients())
          .isNotEqualTo(taken.getLocalPort())
          .isNotEqualTo(ports.controller());
      assertThat(Files.readString(file).strip()).isEqualTo(Integer.toString(ports.clients()));
    }
  }

  @Test
  void secondOwnerOfAFolderIsToldThePidOfTheFirst() {
    try (DataFolder first = DataFolder.open(temp)) {
      // When
      Stop refused = catchThrowableOfType(Stop.class, () -> DataFolder.open(temp));

      // Then
      assertThat(refused.code()).isEqualTo(ExitCode.DATA_IN_USE);
      assertThat(refused)
          .hasMessageContaining(first.path().toString())
          .hasMessageContaining("pid " + ProcessHandle.current().pid());
    }
  }

  @Test
  void folderThatWasLetGoCanBeTakenAgain() {
    DataFolder.open(temp).close();
    try (DataFolder again = DataFolder.open(temp)) {
      assertThat(again.path()).isEqualTo(temp.toAbsolutePath());
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
  }
}
