package org.assay.testing;

import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives tests a {@link Random} and prints its seed when the test fails; {@code -Dtest.seed=…} runs
 * the same test again. Use with {@code @ExtendWith(RandomSeed.class)}.
 */
public final class RandomSeed implements ParameterResolver, TestExecutionExceptionHandler {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(RandomSeed.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Random.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    long seed = Long.getLong("test.seed", System.nanoTime());
    context.getStore(SPACE).put("seed", seed);
    return new Random(seed);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Long seed = context.getStore(SPACE).get("seed", Long.class);
    if (seed != null) {
      System.err.println(
          context.getDisplayName() + " failed; run it again with -Dtest.seed=" + seed);
    }
    throw failure;
  }
}
