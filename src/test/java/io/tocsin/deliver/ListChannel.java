package io.tocsin.deliver;

import io.tocsin.deliver.channel.Answer;
import io.tocsin.deliver.channel.Channel;
import io.tocsin.deliver.channel.Message;
import io.tocsin.model.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it is sent and answers as a test wants it. */
final class ListChannel implements Channel {
  private final List<Message> sent = new ArrayList<>();
  private Answer answer = new Answer.Taken(200);

  List<Message> sent() {
    return sent;
  }

  Message last() {
    return sent.get(sent.size() - 1);
  }

  void answer(Answer next) {
    answer = next;
  }

  void fail(boolean fail) {
    answer = fail ? new Answer.Failed(500, "no", false, null) : new Answer.Taken(200);
  }

  List<String> ids() {
    return sent.stream().map(Message::id).toList();
  }

  List<List<String>> contents() {
    return sent.stream()
        .map(message -> message.changes().stream().map(Alert::id).toList())
        .toList();
  }

  @Override
  public String target() {
    return "hooks.example.org";
  }

  @Override
  public Answer send(Message message, Instant now) {
    sent.add(message);
    return answer;
  }

  @Override
  public void close() {}
}
