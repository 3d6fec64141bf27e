package io.tocsin.deliver.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that are closed when the time for a whole conversation is over: a server that says one
 * letter a minute would hold one that only limits each reading for ever. One conversation at a
 * time.
 */
final class DeadlineSockets extends SocketFactory implements AutoCloseable {

  private final Duration limit;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "mail-deadline");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable Socket current;

  DeadlineSockets(Duration limit) {
    this.limit = limit;
  }

  /** From now on the time runs, until the watch is closed. */
  Watch watch() {
    return new Watch();
  }

  /** Ends a conversation that takes too long. */
  final class Watch implements AutoCloseable {
    private volatile boolean over;
    private final ScheduledFuture<?> end =
        timer.schedule(this::end, limit.toMillis(), TimeUnit.MILLISECONDS);

    private void end() {
      over = true;
      breakOff();
    }

    /** Whether the time was over. */
    boolean isOver() {
      return over;
    }

    @Override
    public void close() {
      end.cancel(false);
      current = null;
    }
  }

  @Override
  public Socket createSocket() {
    Socket socket = new Socket();
    current = socket;
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("only sockets that are not connected yet");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("only sockets that are not connected yet");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new IOException("only sockets that are not connected yet");
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    throw new IOException("only sockets that are not connected yet");
  }

  private void breakOff() {
    Socket socket = current;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no use any more, closed or not.
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    breakOff();
  }
}
