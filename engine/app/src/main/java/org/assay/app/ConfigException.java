package org.assay.app;

/** The configuration is wrong; the message names the key, where it was set and what is expected. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the operator. */
  public ConfigException(String message) {
    super(message);
  }
}
