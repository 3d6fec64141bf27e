package io.tocsin.outbound;

import io.tocsin.outbound.OutboundPolicy.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests within a policy. The connection goes to the very address that was checked, with
 * the name in the Host header and in TLS, so that a name server with two minds gains nothing.
 * Redirects, cookies, proxies and logins are not followed, kept, used or answered. Each request has
 * a connection of its own: one that died while idle would look like a failure of the other side.
 *
 * <p>Safe for use by many threads.
 */
public final class OutboundClient implements AutoCloseable {

  private static final int HEADER_BYTES = 16_384;
  private static final int THREADS = 16;

  private final OutboundPolicy policy;
  private final OutboundLimits limits;
  private final HttpClient client;

  /** A client with the machine's trusted certificates. */
  public OutboundClient(OutboundPolicy policy, OutboundLimits limits) {
    this(policy, limits, null);
  }

  /**
   * A client with certificates of its own.
   *
   * @param tls null for the machine's
   */
  public OutboundClient(OutboundPolicy policy, OutboundLimits limits, @Nullable SSLContext tls) {
    this.policy = policy;
    this.limits = limits;
    this.client = new HttpClient(new HttpClientTransportOverHTTP(connector(tls)));
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("outbound");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(new CheckedAddress());
    client.setConnectTimeout(limits.connect().toMillis());
    client.setDestinationIdleTimeout(limits.total().toMillis());
    client.setFollowRedirects(false);
    client.setUserAgentField(null);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setMaxResponseHeadersSize(HEADER_BYTES);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not start", e);
    }
    client.getContentDecoderFactories().clear();
    List.of(
            RedirectProtocolHandler.NAME,
            WWWAuthenticationProtocolHandler.NAME,
            ProxyAuthenticationProtocolHandler.NAME)
        .forEach(client.getProtocolHandlers()::remove);
  }

  private static ClientConnector connector(@Nullable SSLContext tls) {
    SslContextFactory.Client ssl = new SslContextFactory.Client();
    if (tls != null) {
      ssl.setSslContext(tls);
    }
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(ssl);
    return connector;
  }

  /**
   * Sends and waits for the answer.
   *
   * @throws OutboundRefusedException when the policy forbids the address
   * @throws SocketTimeoutException when the total time is over
   * @throws IOException when there is no answer; its message holds neither path nor query
   */
  public OutboundAnswer send(OutboundRequest request) throws IOException {
    Target target = policy.check(request.uri());
    Request asked =
        client
            .newRequest(target.uri())
            .method(request.method())
            .tag(target.address())
            .timeout(limits.total().toMillis(), TimeUnit.MILLISECONDS)
            .headers(
                fields -> {
                  request.headers().forEach(fields::put);
                  fields.put(HttpHeader.CONNECTION, "close");
                });
    if (request.body().length > 0) {
      asked.body(new BytesRequestContent(request.body()));
    }
    AnswerListener listener = new AnswerListener(limits.bodyBytes());
    asked.send(listener);
    try {
      return listener.await(limits.total());
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause(), target);
    } catch (TimeoutException e) {
      var unused = asked.abort(e);
      throw timeout(target);
    } catch (InterruptedException e) {
      var unused = asked.abort(e);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking " + target.host());
    }
  }

  private IOException failure(Throwable cause, Target target) {
    if (cause instanceof TimeoutException) {
      return timeout(target);
    }
    if (cause instanceof IOException io) {
      return io;
    }
    return new IOException(target.host() + ": " + cause.getClass().getSimpleName(), cause);
  }

  private SocketTimeoutException timeout(Target target) {
    return new SocketTimeoutException(
        target.host() + " did not answer within " + limits.total().toMillis() + " ms");
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not stop", e);
    }
  }

  /** Hands the checked address, which the request carries, to the connection; asks nobody. */
  private static final class CheckedAddress implements SocketAddressResolver {
    @Override
    public void resolve(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> promise) {
      if (context.get(Destination.CONTEXT_KEY) instanceof Destination destination
          && destination.getOrigin().getTag() instanceof InetAddress address) {
        promise.succeeded(List.of(new InetSocketAddress(named(host, address), port)));
      } else {
        promise.failed(new IOException("no address was checked for " + host));
      }
    }

    /** TLS takes the name to ask and check for from the address, so it must be the URL's. */
    private static InetAddress named(String host, InetAddress address) {
      try {
        return InetAddress.getByAddress(host, address.getAddress());
      } catch (UnknownHostException e) {
        throw new IllegalStateException("an address has four or sixteen bytes", e);
      }
    }
  }
}
