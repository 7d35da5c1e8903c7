package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `create quota`, `poddisruptionbudget`, `priorityclass` (`kubectl/pkg/cmd/create/create_quota.go`, `create_pdb.go`,
/// `create_priorityclass.go`).
final class CreateLimits {

    static final List<Flag> FLAGS = List.of(
            Flag.text("--hard"),
            Flag.text("--scopes"),
            Flag.text("--selector"),
            Flag.text("--min-available"),
            Flag.text("--max-unavailable"),
            Flag.whole("--value", 0),
            Flag.onOff("--global-default"),
            Flag.text("--description"),
            Flag.text("--preemption-policy"));
    static final List<String> USAGE = List.of(
            "create quota NAME [--hard=key1=value1,key2=value2] [--scopes=Scope1,Scope2]",
            "create poddisruptionbudget NAME --selector=SELECTOR --min-available=N|--max-unavailable=N",
            "create priorityclass NAME --value=VALUE [--global-default] [--description=TEXT]");
    static final Set<String> KINDS = Set.of("resourcequota", "poddisruptionbudget", "priorityclass");

    private final Invocation command;
    private final CommandArguments arguments;

    private CreateLimits(Invocation command) {
        this.command = command;
        this.arguments = command.arguments();
    }

    static HasMetadata of(Invocation command, String kind, String name) {
        CreateLimits create = new CreateLimits(command);
        return switch (kind) {
            case "resourcequota" -> create.quota(name);
            case "poddisruptionbudget" -> create.budget(name);
            default -> create.priority(name);
        };
    }

    private ResourceQuota quota(String name) {
        Map<String, Quantity> hard = new LinkedHashMap<>();
        for (String pair : list("--hard")) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2) {
                throw new CommandFailure("error: Invalid argument syntax " + pair + ", expected <resource>=<value>");
            }
            hard.put(parts[0], Quantity.parse(parts[1]));
        }
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .withScopes(list("--scopes"))
                .endSpec()
                .withNewStatus()
                .endStatus()
                .build();
    }

    private PodDisruptionBudget budget(String name) {
        String selector = arguments
                .flag("--selector")
                .orElseThrow(() -> new CommandFailure("error: a selector must be specified"));
        Optional<String> least = arguments.flag("--min-available");
        Optional<String> most = arguments.flag("--max-unavailable");
        if (least.isEmpty() && most.isEmpty()) {
            throw new CommandFailure("error: one of min-available or max-unavailable must be specified");
        }
        if (least.isPresent() && most.isPresent()) {
            throw new CommandFailure("error: min-available and max-unavailable cannot be both specified");
        }
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(Creation.namespace(command))
                .endMetadata()
                .withNewSpec()
                .withSelector(selector(selector))
                .withMinAvailable(number(least.orElse(null)))
                .withMaxUnavailable(number(most.orElse(null)))
                .endSpec()
                .build();
    }

    private static @Nullable IntOrString number(@Nullable String text) {
        return text == null
                ? null
                : text.matches("\\d{1,9}") ? new IntOrString(Integer.parseInt(text)) : new IntOrString(text);
    }

    /// `app=web,tier in (a,b),!old` (`metav1.ParseToLabelSelector`).
    private static LabelSelector selector(String text) {
        LabelSelectorBuilder selector = new LabelSelectorBuilder();
        for (String part : text.split(",(?![^(]*\\))", -1)) {
            String term = part.strip();
            String[] set = term.split("\\s+(?=(not)?in\\s*\\()", 2);
            if (set.length == 2) {
                String values = set[1].substring(set[1].indexOf('(') + 1).replace(")", "");
                selector.addNewMatchExpression()
                        .withKey(set[0])
                        .withOperator(set[1].startsWith("not") ? "NotIn" : "In")
                        .withValues(List.of(values.split("\\s*,\\s*", -1)))
                        .endMatchExpression();
            } else if (term.contains("=") && !term.contains("!=")) {
                selector.addToMatchLabels(
                        term.substring(0, term.indexOf('=')), term.substring(term.lastIndexOf('=') + 1));
            } else if (term.matches("!?[\\w./-]+")) {
                selector.addNewMatchExpression()
                        .withKey(term.replace("!", ""))
                        .withOperator(term.startsWith("!") ? "DoesNotExist" : "Exists")
                        .endMatchExpression();
            } else {
                throw new CommandFailure("error: couldn't parse the selector string \"" + text + "\"");
            }
        }
        return selector.build();
    }

    private PriorityClass priority(String name) {
        return new PriorityClassBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withValue(arguments.flag("--value").map(Integer::valueOf).orElse(0))
                .withGlobalDefault(arguments.isOn("--global-default") ? true : null)
                .withDescription(arguments.flag("--description").orElse(null))
                .withPreemptionPolicy(arguments.flag("--preemption-policy").orElse("PreemptLowerPriority"))
                .build();
    }

    private List<String> list(String flag) {
        return arguments
                .flag(flag)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }
}
