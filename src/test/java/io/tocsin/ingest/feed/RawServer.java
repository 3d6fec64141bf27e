package io.tocsin.ingest.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server without manners: it answers each connection with whatever its script writes. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Thread thread;

  /** Writes an answer; ends when writing fails because the other side hung up. */
  interface Script {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  RawServer(Script script) {
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(() -> serve(script), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/feed";
  }

  private void serve(Script script) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        OutputStream out = client.getOutputStream();
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n".getBytes(StandardCharsets.US_ASCII));
        script.write(out);
      } catch (IOException e) {
        // The client hung up, as it should.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    thread.interrupt();
  }
}
