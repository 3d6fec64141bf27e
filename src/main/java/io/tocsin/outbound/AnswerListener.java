package io.tocsin.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;

/** Collects one answer and hangs up when its body is longer than we read. */
final class AnswerListener implements Response.Listener {

  /** The client's own time limit comes first; this one only holds if that fails. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final int most;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final CompletableFuture<OutboundAnswer> answer = new CompletableFuture<>();
  private boolean cut;

  AnswerListener(int most) {
    this.most = most;
  }

  /** Waits for the whole answer. */
  OutboundAnswer await(Duration total)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(total.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onContent(Response response, ByteBuffer content) {
    if (cut) {
      return;
    }
    int taken = Math.min(content.remaining(), most - body.size());
    byte[] bytes = new byte[taken];
    content.get(bytes);
    body.write(bytes, 0, taken);
    if (content.hasRemaining()) {
      cut = true;
      var unused = response.abort(new IOException("the body is longer than is read"));
    }
  }

  @Override
  public void onComplete(Result result) {
    if (!cut && result.isFailed()) {
      answer.completeExceptionally(result.getFailure());
      return;
    }
    Response response = result.getResponse();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField field : response.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(value);
    }
    answer.complete(new OutboundAnswer(response.getStatus(), headers, body.toByteArray(), cut));
  }
}
