package io.tocsin.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ports of the embedded broker. A free port is taken once and then kept, so that clients which
 * outlive the broker find it again after a restart.
 *
 * @param clients where clients connect
 * @param controller where the broker talks to its own controller; new at every start
 */
record BrokerPorts(int clients, int controller) {

  /**
   * Chooses the ports.
   *
   * @param wanted the port that was asked for; 0 takes the one in the file while it is free, else
   *     any free one
   * @param file remembers the clients' port over restarts
   * @throws Stop {@link ExitCode#USAGE} when the wanted port is taken
   */
  static BrokerPorts choose(int wanted, Path file) throws IOException {
    if (wanted != 0 && !isFree(wanted)) {
      throw new Stop(
          ExitCode.USAGE,
          "port "
              + wanted
              + " for the embedded broker is taken; set broker.port to a free one, or to 0 for any");
    }
    int remembered = remembered(file);
    int clients = wanted != 0 ? wanted : isFree(remembered) ? remembered : 0;
    // Both sockets are open together, so that the two numbers differ.
    try (ServerSocket first = listen(clients);
        ServerSocket second = listen(0)) {
      DataFolder.write(file, Integer.toString(first.getLocalPort()));
      return new BrokerPorts(first.getLocalPort(), second.getLocalPort());
    }
  }

  private static int remembered(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port > 0 && port <= 65_535 ? port : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // As the broker does: connections of its predecessor that still fade away do not count as
      // taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
