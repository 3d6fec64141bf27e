package io.tocsin.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.common.TransactionVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker with its controller inside this process, on loopback, for whoever has no
 * cluster. Its folder survives restarts and kills.
 *
 * <p>Kafka's server classes are no public API. They are named here and nowhere else, and their
 * version is pinned.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final int NODE = 1;

  private final DataFolder folder;
  private final BrokerPorts ports;
  private final KafkaRaftServer server;

  private EmbeddedBroker(DataFolder folder, BrokerPorts ports, KafkaRaftServer server) {
    this.folder = folder;
    this.ports = ports;
    this.server = server;
  }

  /**
   * Starts the broker of a data folder and returns when it serves clients.
   *
   * @param folder held by this process; the caller closes it after the broker
   * @param port where clients connect; 0 takes a free one and keeps it over restarts
   * @throws Stop when the port is taken or the broker does not come up
   */
  public static EmbeddedBroker start(DataFolder folder, int port) {
    long started = System.nanoTime();
    endProcessOnFault();
    KafkaRaftServer server = null;
    try {
      Path logs = folder.broker().resolve("log");
      Files.createDirectories(logs);
      BrokerPorts ports = BrokerPorts.choose(port, folder.broker().resolve("port"));
      boolean fresh = format(logs);
      Properties properties = properties(logs, ports);
      if (FormerBroker.wasKilled(logs) && !fresh) {
        FormerBroker.fence(properties);
      }
      server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      EmbeddedBroker broker = new EmbeddedBroker(folder, ports, server);
      folder.announce(broker.bootstrap());
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      logger.info(
          "embedded broker on {} in {}, ready after {} ms",
          broker.bootstrap(),
          folder.broker(),
          millis);
      return broker;
    } catch (Stop e) {
      throw e;
    } catch (Exception e) {
      if (server != null) {
        server.shutdown();
      }
      throw new Stop(
          ExitCode.BROKER_FAILED,
          "the embedded broker in " + folder.broker() + " does not start: " + e.getMessage(),
          e);
    }
  }

  /** Where clients connect, as {@code host:port}. */
  public String bootstrap() {
    return "127.0.0.1:" + ports.clients();
  }

  /** Writes everything down and stops; the folder stays as it is for the next start. */
  @Override
  public void close() {
    try {
      folder.withdraw();
    } catch (IOException e) {
      logger.warn("the address of the broker stays in {}: {}", folder.path(), e.getMessage());
    }
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * Kafka ends its process on faults such as a full disk. The process is ours, and so are the
   * message and the code.
   */
  private static void endProcessOnFault() {
    Exit.Procedure end =
        (status, message) -> {
          logger.error(
              "the embedded broker failed and ends this process (status {}): {}; see the lines above, then check the disk and start again",
              status,
              message == null ? "no message" : message);
          Runtime.getRuntime().halt(ExitCode.BROKER_FAILED.number());
        };
    Exit.setExitProcedure(end);
    Exit.setHaltProcedure(end);
  }

  /** True when the folder was formatted now, false when it is in use. */
  private static boolean format(Path logs) throws Exception {
    if (Files.exists(logs.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return false;
    }
    var report = new ByteArrayOutputStream();
    new Formatter()
        .setPrintStream(new PrintStream(report, true, StandardCharsets.UTF_8))
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        // The markers of version 2 cannot be repeated by their epoch alone; see docs/decisions/011.
        .setFeatureLevel(TransactionVersion.FEATURE_NAME, TransactionVersion.TV_1.featureLevel())
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(logs.toString())
        .setDirectories(List.of(logs.toString()))
        .run();
    logger.debug("{}", report.toString(StandardCharsets.UTF_8));
    return true;
  }

  private static Properties properties(Path logs, BrokerPorts ports) {
    Properties properties = new Properties();
    properties.putAll(BrokerConfig.FIXED);
    properties.put("node.id", Integer.toString(NODE));
    String clients = "PLAINTEXT://127.0.0.1:" + ports.clients();
    properties.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + ports.controller());
    properties.put("advertised.listeners", clients);
    properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.controller());
    properties.put("log.dirs", logs.toString());
    return properties;
  }
}
