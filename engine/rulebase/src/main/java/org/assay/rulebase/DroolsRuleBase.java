package org.assay.rulebase;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.RuleBase;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.command.KieCommands;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.StatelessKieSession;

/**
 * A compiled rule base in one version; {@link RuleBaseLoader} makes it. Safe for concurrent use.
 *
 * <p>Each case gets a session of its own, whose facts are the case's signals, the context of its
 * post and its media type. When a new version takes over, close the old one: decisions under way on
 * other threads still end.
 */
public final class DroolsRuleBase implements RuleBase, AutoCloseable {
  /** More rulings than any case has; a rule that multiplies signals with signals meets it. */
  static final int MOST_RULINGS = 10_000;

  private final String version;
  private final KieBase rules;
  private final Optional<ReleaseId> release;
  private final List<Rule> listed;
  private final Map<String, Rule> running;

  /**
   * Takes over compiled rules.
   *
   * @param release the module in Drools' repository that they belong to; empty if they are none's
   */
  DroolsRuleBase(
      String version,
      KieBase rules,
      Optional<ReleaseId> release,
      List<Rule> listed,
      List<String> running) {
    this.version = version;
    this.rules = rules;
    this.release = release;
    this.listed = List.copyOf(listed);
    this.running =
        listed.stream()
            .filter(rule -> running.contains(rule.name()))
            .collect(toUnmodifiableMap(Rule::name, identity()));
  }

  @Override
  public String version() {
    return version;
  }

  /** All rules of the folder but retired ones, by file and line; drafts are among them. */
  public List<Rule> rules() {
    return listed;
  }

  /**
   * Applies every rule to the case.
   *
   * @throws RuleFailure if a rule fails: a decision that silently lacks a ruling would be wrong
   */
  @Override
  public Decision decide(Case examined) {
    Docket docket = new Docket(running);
    StatelessKieSession session = rules.newStatelessKieSession();
    session.setGlobal("docket", docket);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            docket.speaks(event.getMatch().getRule().getName());
          }
        });
    List<Object> facts = new ArrayList<>(examined.signals());
    facts.add(examined.item().context());
    facts.add(examined.type());
    KieCommands commands = KieServices.get().getCommands();
    try {
      session.execute(
          commands.newBatchExecution(
              List.of(
                  commands.newInsertElements(facts), commands.newFireAllRules(MOST_RULINGS + 1))));
    } catch (RuntimeException failed) {
      throw failure(examined, docket, failed);
    }
    if (docket.rulings().size() > MOST_RULINGS) {
      throw new RuleFailure(
          "item '%s' has no decision: more than %d rulings, the last ones by rule %s"
              .formatted(examined.item().id(), MOST_RULINGS, who(docket)),
          null);
    }
    return Decision.of(docket.rulings(), version);
  }

  private static RuleFailure failure(Case examined, Docket docket, RuntimeException failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String what = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    String why = String.valueOf(cause).lines().findFirst().orElse("");
    return new RuleFailure(
        "item '%s' has no decision, a rule failed: %s: %s (the last rule to speak was %s)"
            .formatted(examined.item().id(), what, why, who(docket)),
        failed);
  }

  private static String who(Docket docket) {
    return docket.speaking().map(rule -> "'" + rule.name() + "'").orElse("none");
  }

  /** Drops the compiled rules from Drools' repository, which would keep them for ever. */
  @Override
  public void close() {
    release.ifPresent(RuleCompiler::forget);
  }

  Optional<ReleaseId> release() {
    return release;
  }
}
