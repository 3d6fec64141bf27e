package io.tocsin.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of episodes; the topology keeps it in a store, tests in a map. */
public interface Episodes {

  /** The episode of a key; null when there is none. */
  @Nullable Episode get(String key);

  /** Keeps an episode under its key. */
  void put(Episode episode);

  /** All episodes that are open or waiting, in order of key; read once when a task starts. */
  List<Episode> unsettled();
}
