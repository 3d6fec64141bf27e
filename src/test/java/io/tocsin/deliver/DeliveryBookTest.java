package io.tocsin.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Alert;
import io.tocsin.model.Delivery;
import org.junit.jupiter.api.Test;

/** The book of attempts: by alert, newest, and never more than it may hold. */
class DeliveryBookTest {

  @Test
  void attemptsAreFoundByTheirAlertAndTheOldestLeave() {
    // Given
    DeliveryBook book = new DeliveryBook(3);

    // When
    book.add(attempt("a", 1));
    book.add(attempt("a", 2));
    book.add(attempt("b", 1));
    book.add(attempt("a", 3));

    // Then
    assertThat(book.of("a")).extracting(Delivery::attempt).containsExactly(2, 3);
    assertThat(book.of("b")).hasSize(1);
    assertThat(book.of("c")).isEmpty();
    assertThat(book.newest(2)).extracting(Delivery::key).containsExactly("a/desk", "b/desk");
  }

  private static Delivery attempt(String alert, int attempt) {
    return new Delivery(
        alert,
        1,
        Alert.State.OPENED,
        "desk",
        alert + ".1",
        attempt,
        AlertMaker.NOON,
        Delivery.Result.RETRY,
        "hooks.example.org",
        500,
        "no",
        1,
        null);
  }
}
