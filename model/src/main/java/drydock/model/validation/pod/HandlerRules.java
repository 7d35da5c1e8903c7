package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;

/// What a probe or a lifecycle hook does: exactly one thing, at a port that can be
/// (`pkg/apis/core/validation/validation.go validateHandler`, `validateHTTPGetAction`,
/// `ValidatePortNumOrName`).
final class HandlerRules {

    private static final int LARGEST_PORT = 65_535;

    static final List<Rule> RULES =
            List.of(new Rule.OfObject(List.of("Probe", "LifecycleHandler"), HandlerRules::handlers));

    private static final List<String> KINDS = List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");

    private HandlerRules() {}

    /// Only the first of several is looked into.
    private static void handlers(Visit visit) {
        List<String> there = new ArrayList<>(KINDS);
        there.retainAll(visit.names());
        there.stream()
                .skip(1)
                .forEach(second -> visit.error("one-of", second, "one-of.many")
                        .words(ServerWords.forbidden("may not specify more than 1 handler type"))
                        .fix(visit.removing(second), "fix.remove", visit.path().key(second)));
        if (there.isEmpty()) {
            visit.error(Checks.REQUIRED, visit.path(), "handler-none")
                    .words(ServerWords.required("must specify a handler type"));
        } else {
            handler(there.getFirst(), visit.in(there.getFirst()));
        }
    }

    private static void handler(String kind, Visit action) {
        switch (kind) {
            case "exec" -> command(action);
            case "httpGet" -> {
                port(action);
                headers(action);
            }
            case "tcpSocket", "grpc" -> port(action);
            default -> {
                // how long one sleeps is told with the Pod's time
            }
        }
    }

    private static void command(Visit action) {
        if (action.list("command").isEmpty()) {
            Checks.missing(action, "command");
        }
    }

    /// A port that is not there is 0; an empty name is one that is too short.
    private static void port(Visit action) {
        if (action.value("port") instanceof String) {
            Checks.form(action, "name", "port", "port-name", action.textOrEmpty("port"), Names::portNameProblems);
            return;
        }
        long number = action.number("port").orElse(0);
        boolean typed = !action.has("port") || action.number("port").isPresent();
        if (typed && (number < 1 || number > LARGEST_PORT)) {
            Checks.outside(action, "port", number, 1, LARGEST_PORT);
        }
    }

    private static void headers(Visit action) {
        for (Visit header : action.each("httpHeaders")) {
            String name = header.textOrEmpty("name");
            Names.headerProblems(name).stream()
                    .findFirst()
                    .ifPresent(problem -> header.errorCalled(
                                    action.path().key("httpHeaders").toString(),
                                    "name",
                                    header.path().key("name"),
                                    "header-name",
                                    Checks.shown(name),
                                    problem)
                            .words(ServerWords.invalid(name, problem)));
        }
    }
}
