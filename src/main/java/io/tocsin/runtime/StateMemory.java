package io.tocsin.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all stores together: one cache, out of which the write buffers are
 * paid as well. Without it each store of each partition takes its own 50 MiB cache and up to three
 * buffers of 16 MiB.
 */
public final class StateMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 96L << 20;
  private static final long BUFFER_BYTES = 32L << 20;

  static {
    RocksDB.loadLibrary();
  }

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(CACHE);
      // Else indexes and filters grow outside the cache, with the number of files.
      table.setCacheIndexAndFilterBlocks(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(BUFFERS);
  }

  /** The cache and the buffers are shared by all stores and live as long as the process. */
  @Override
  public void close(String storeName, Options options) {}
}
