package org.assay.app.command;

/** How a command ends, as scripts see it. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  /** A gate or check failed, or the program could not do its work. */
  public static final int FAILED = 1;

  /** Wrong usage or configuration. */
  public static final int WRONG_USAGE = 2;

  /** Done, but some inputs had errors. */
  public static final int SOME_INPUTS_FAILED = 3;

  private ExitStatus() {}
}
