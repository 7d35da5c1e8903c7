package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;

/// What a probe or a lifecycle hook does: exactly one thing, at a port that can be
/// (`pkg/apis/core/validation/validation.go validateHandler`).
final class HandlerRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(List.of("Probe", "LifecycleHandler"), HandlerRules::handlers),
            new Rule.OfObject(List.of("HTTPGetAction", "TCPSocketAction"), HandlerRules::portName));

    private static final List<String> KINDS = List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");

    private HandlerRules() {}

    private static void handlers(Visit visit) {
        List<String> there = new ArrayList<>(KINDS);
        there.retainAll(visit.names());
        there.stream().skip(1).forEach(second -> visit.error("one-of", second, "one-of.many"));
        if (there.isEmpty()) {
            visit.error(Checks.REQUIRED, visit.path(), "one-of.none");
        }
    }

    private static void portName(Visit action) {
        action.text("port")
                .ifPresent(port -> Checks.form(action, "name", "port", "port-name", port, Names::portNameProblems));
    }
}
