package io.tocsin.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a history keeps, forgets and weighs. */
class HistoryTest {
  private static final long NOON = 27_000_000L;

  @Test
  void countsInAnyOrderLeaveTheSameBytes() {
    // Given
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      minutes.add(NOON + (i * 7_919L) % (40 * 1_440));
    }
    History inOrder = new History();
    minutes.stream().sorted().forEach(minute -> inOrder.add(minute, 1));

    // When
    Collections.shuffle(minutes, new Random(7));
    History shuffled = new History();
    minutes.forEach(minute -> shuffled.add(minute, 1));

    // Then
    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(shuffled.toBytes()).isEqualTo(inOrder.toBytes());
  }

  @Test
  void bytesGiveTheHistoryBackAndItGoesOn() {
    // Given
    History history = new History();
    history.add(NOON, 3);
    history.add(NOON - 90, 200);

    // When
    History read = History.fromBytes(history.toBytes());
    read.add(NOON + History.MINUTES, 1);
    history.add(NOON + History.MINUTES, 1);

    // Then
    assertThat(read).isEqualTo(history);
    assertThat(read.between(NOON - 90, NOON)).isZero();
    assertThat(read.hour(Math.floorDiv(NOON - 90, 60L))).isEqualTo(200);
  }

  @Test
  void thirtySixDaysOfABusySubjectTakeLessThanEightThousandBytes() {
    // Given
    History busy = new History();
    History hourly = new History();

    // When
    for (long minute = NOON; minute < NOON + 36 * 1_440; minute++) {
      busy.add(minute, 250);
      hourly.add(minute, minute % 60 == 0 ? 1 : 0);
    }

    // Then
    assertThat(busy.toBytes()).hasSizeLessThan(8_000);
    assertThat(hourly.toBytes()).hasSizeLessThan(2_000);
  }

  @Test
  void whatIsOlderThanItReachesLeavesNoTrace() {
    // Given
    History history = new History();
    history.add(NOON, 1);
    byte[] before = history.toBytes();

    // When
    history.add(NOON - (History.HOURS + 1) * 60L, 5);

    // Then
    assertThat(history.toBytes()).isEqualTo(before);
  }

  @Test
  void negativeCountsAndForeignBytesAreRefused() {
    History history = new History();
    history.add(NOON, 1);
    byte[] cut = Arrays.copyOf(history.toBytes(), 4);
    assertThatThrownBy(() -> history.add(NOON, -1)).hasMessage("a count cannot be -1");
    assertThatThrownBy(() -> History.fromBytes(new byte[] {9}))
        .hasMessage("these bytes are no history of format 1");
    assertThatThrownBy(() -> History.fromBytes(cut))
        .hasMessage("the bytes of a history end too early");
  }
}
