package io.tocsin.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The data folder, held by one process at a time: two brokers on one log or two engines on one
 * state folder would destroy it.
 *
 * <p>The lock is the operating system's and goes with the process, however that ends; the pid in
 * the file only serves the message.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String ADDRESS = "broker.address";

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the folder when it is missing, and takes it.
   *
   * @throws Stop {@link ExitCode#DATA_IN_USE} when another process holds it, {@link
   *     ExitCode#FAILED} when it cannot be written
   */
  public static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    Path file = folder.resolve(LOCK);
    try {
      Files.createDirectories(folder);
      // Closed by the folder itself; a channel that was not handed over is closed below.
      FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
      if (!tryLock(channel)) {
        String owner = read(channel);
        channel.close();
        throw new Stop(ExitCode.DATA_IN_USE, inUse(folder, owner));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
      channel.force(false);
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILED,
          "cannot write to the data folder "
              + folder
              + ": "
              + e.getMessage()
              + "; set data.folder to one that this user may write to",
          e);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // The same process holds it already.
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return UTF_8.decode(buffer.flip()).toString().strip();
  }

  private static String inUse(Path folder, String owner) {
    String who = owner.isEmpty() ? "another process" : "the process with pid " + owner;
    return "the data folder "
        + folder
        + " is in use by "
        + who
        + "; stop it, or name another folder with --set data.folder=FOLDER";
  }

  /** The folder itself, absolute. */
  public Path path() {
    return path;
  }

  /** Where Kafka Streams keeps its stores. */
  public Path streams() {
    return path.resolve("streams");
  }

  /** Where the embedded broker keeps its logs. */
  Path broker() {
    return path.resolve("broker");
  }

  /** Writes down where the embedded broker listens, for the other commands on this machine. */
  void announce(String bootstrap) throws IOException {
    write(path.resolve(ADDRESS), bootstrap);
  }

  /** Takes the announcement back. */
  void withdraw() throws IOException {
    Files.deleteIfExists(path.resolve(ADDRESS));
  }

  /**
   * Where the embedded broker of a data folder listens, or did when its process was killed.
   *
   * @param folder a data folder, which need not exist
   */
  public static Optional<String> announced(Path folder) {
    try {
      return Optional.of(Files.readString(folder.resolve(ADDRESS)).strip())
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Replaces a small file in one step, so that no reader ever sees half of it. */
  static void write(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, text + "\n");
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Lets the folder go; the lock file stays, because removing it would race with the next process.
   */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Stop(
          ExitCode.FAILED, "cannot release the data folder " + path + ": " + e.getMessage(), e);
    }
  }
}
