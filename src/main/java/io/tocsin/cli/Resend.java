package io.tocsin.cli;

import io.tocsin.runtime.ExitCode;
import io.tocsin.serve.rejected.RejectedRecord;
import io.tocsin.serve.rejected.RejectedRecords;
import io.tocsin.serve.rejected.RejectedRecords.LostBytesException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Sends refused records again, tells of each, and adds them up. */
final class Resend {
  private final RejectedRecords records;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean dryRun;
  private long sent;
  private long skipped;
  private long lost;

  Resend(RejectedRecords records, CommandLine command, boolean dryRun) {
    this.records = records;
    this.out = command.getOut();
    this.err = command.getErr();
    this.dryRun = dryRun;
  }

  /**
   * Takes one of many: what was refused again after a replay is left, unless it is asked for, or a
   * record that can never be read would come back for ever.
   *
   * @return true, so that the next one comes
   */
  boolean take(RejectedRecord record, boolean again) {
    if (record.replayOf() != null && !again) {
      skipped++;
      return true;
    }
    take(record);
    return true;
  }

  /** Takes one. */
  void take(RejectedRecord record) {
    if (dryRun) {
      sent++;
      out.println(record.place() + " would be sent");
      return;
    }
    try {
      RejectedRecords.Sent to = records.replay(record);
      sent++;
      out.println(
          record.place() + " sent to " + to.topic() + " " + to.partition() + "/" + to.offset());
    } catch (LostBytesException e) {
      lost++;
      err.println(
          record.place() + " not sent: " + Terminal.printable(String.valueOf(e.getMessage())));
    }
  }

  /** Prints the sum; 1 when one could not be sent. */
  int end() {
    out.println(
        sent
            + (dryRun ? " would be sent" : " sent")
            + (lost > 0 ? ", " + lost + " not sent" : "")
            + (skipped > 0
                ? ", " + skipped + " left: refused again after a replay (--again sends them too)"
                : ""));
    out.flush();
    err.flush();
    return lost > 0 ? ExitCode.FAILED.number() : ExitCode.OK.number();
  }
}
