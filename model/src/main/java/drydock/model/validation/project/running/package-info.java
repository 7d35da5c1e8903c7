/// Rules: whether what a project describes can run: autoscalers, disruption budgets, nodes, containers.
/// A rule class has a list of rules and the methods that check; the source of each rule stands above it.
/// Used by the registry only.
@NullMarked
package drydock.model.validation.project.running;

import org.jspecify.annotations.NullMarked;
