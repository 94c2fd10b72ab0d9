package org.assay.app.delivery;

/** Is told how deliveries go, for metrics. Safe for concurrent use; must be quick. */
public interface DeliveryListener {

  /** Listens to nothing. */
  DeliveryListener NONE = new DeliveryListener() {};

  /** A subscriber took notices. */
  default void delivered(String subscriber, int notices) {}

  /** An attempt failed and will be made again. */
  default void failed(String subscriber, Exception cause) {}

  /** A notice was given up. */
  default void parked(String subscriber, String key, String cause) {}
}
