package org.assay.app.delivery;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.assay.app.store.OutboxEntry;

/** How far one subscriber has been told what is in the outbox. */
public interface Position {

  /** Number of the last entry dealt with; empty while another process delivers. */
  OptionalLong acquire() throws IOException;

  /** Everything up to this entry is delivered. */
  void advance(long sequence) throws IOException;

  /** This entry is given up. */
  void park(long sequence, String cause) throws IOException;

  /** Entries that were given up and are to be tried again. */
  List<OutboxEntry> replays(int most) throws IOException;

  /** An entry that was tried again is delivered. */
  void replayed(long sequence) throws IOException;

  /** Lets another process deliver. */
  void release() throws IOException;
}
