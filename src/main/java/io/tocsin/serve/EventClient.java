package io.tocsin.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one reader of the stream. Adding never waits: when a reader is slow, its oldest
 * events go and it is told how many. Of the counts only the newest is kept, for the older ones are
 * of no use.
 */
final class EventClient implements AutoCloseable {
  private final int capacity;
  private final Queue<StreamEvent> queue = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable StreamEvent latestCount;
  private long missed;
  private boolean closed;

  EventClient(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an event that must come in order. */
  void offer(StreamEvent event) {
    lock.lock();
    try {
      if (queue.size() == capacity) {
        queue.remove();
        missed++;
      }
      queue.add(event);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sets the newest counts. */
  void refresh(StreamEvent count) {
    lock.lock();
    try {
      latestCount = count;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next event.
   *
   * @param patience how long to wait for one
   * @return null when none came in this time, or when the client was closed
   */
  @Nullable StreamEvent next(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!closed && queue.isEmpty() && latestCount == null) {
        if (left <= 0) {
          return null;
        }
        left = changed.awaitNanos(left);
      }
      return closed ? null : take();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable StreamEvent take() {
    if (missed > 0) {
      StreamEvent gap = StreamEvent.gap("slow", missed);
      missed = 0;
      return gap;
    }
    StreamEvent head = queue.poll();
    if (head != null) {
      return head;
    }
    StreamEvent count = latestCount;
    latestCount = null;
    return count;
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
