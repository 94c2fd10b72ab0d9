package org.assay.app.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.assay.app.store.NewDecision;
import org.assay.app.store.Outbox;

/** Puts what became of claimed jobs on record, with their decisions, in one transaction. */
final class SettlementWriter {
  private static final int LONGEST_CAUSE = 2_000;

  private final List<? extends Settlement> settlements;
  private final IdentityHashMap<Settlement, NewDecision> decisions = new IdentityHashMap<>();
  private final Instant now;

  /** Writes all JSON here, before the transaction holds up others. */
  SettlementWriter(List<? extends Settlement> settlements, Instant now) {
    this.settlements = settlements;
    this.now = now;
    for (Settlement settlement : settlements) {
      if (settlement instanceof Settlement.Completed done) {
        decisions.put(
            done, new NewDecision(done.examined(), done.decision(), done.pipeline(), now));
      }
    }
  }

  List<Settled> write(Connection connection) throws SQLException {
    List<Settled> answers = new ArrayList<>();
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE job SET state = ?, failures = failures + ?, delayed_until = ?, cause = ?,"
                + " settled = ?, owner = NULL, lease_until = NULL"
                + " WHERE item_id = ? AND state = 'leased' AND owner = ? AND claims = ?")) {
      for (Settlement settlement : settlements) {
        fill(update, settlement);
        Job job = settlement.job();
        update.setString(6, job.item().id());
        update.setString(7, job.owner());
        update.setLong(8, job.claim());
        answers.add(update.executeUpdate() == 1 ? recordOf(connection, settlement) : Settled.STALE);
      }
    }
    return answers;
  }

  private void fill(PreparedStatement update, Settlement settlement) throws SQLException {
    update.setNull(3, Types.INTEGER);
    update.setNull(4, Types.VARCHAR);
    update.setNull(5, Types.INTEGER);
    if (settlement instanceof Settlement.Completed) {
      update.setString(1, "done");
      update.setInt(2, 0);
      update.setLong(5, now.toEpochMilli());
    } else if (settlement instanceof Settlement.Failed failed) {
      update.setString(1, "ready");
      update.setInt(2, 1);
      update.setLong(3, now.plus(failed.delay()).toEpochMilli());
      update.setString(4, bounded(failed.cause()));
    } else if (settlement instanceof Settlement.Returned returned) {
      update.setString(1, "ready");
      update.setInt(2, 0);
      update.setLong(3, now.plus(returned.delay()).toEpochMilli());
      update.setString(4, bounded(returned.cause()));
    } else if (settlement instanceof Settlement.Parked parked) {
      update.setString(1, "parked");
      update.setInt(2, 1);
      update.setString(4, bounded(parked.cause()));
      update.setLong(5, now.toEpochMilli());
    } else {
      throw new IllegalStateException("unknown settlement " + settlement.getClass());
    }
  }

  private Settled recordOf(Connection connection, Settlement settlement) throws SQLException {
    if (settlement instanceof Settlement.Completed) {
      boolean first = decisions.get(settlement).insert(connection).isPresent();
      return first ? Settled.DONE : Settled.DUPLICATE;
    }
    if (settlement instanceof Settlement.Parked parked) {
      Outbox.parked(connection, parked.job().item(), bounded(parked.cause()), now);
    }
    return Settled.DONE;
  }

  private static String bounded(String cause) {
    return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…";
  }
}
