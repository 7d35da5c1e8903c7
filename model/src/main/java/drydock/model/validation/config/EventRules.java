package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Set;

/// Events, in both of their versions (`pkg/apis/core/validation/events.go legacyValidateEvent`, `ValidateEventCreate`).
final class EventRules {

    private static final String RULE = "event";
    private static final String NAMESPACE = "involvedObject.namespace";
    private static final int LONGEST = 128;
    private static final int LONGEST_NOTE = 1024;
    private static final int LEAST_IN_SERIES = 2;
    private static final Set<String> OF_CLUSTER = Set.of("default", "kube-system");

    static final List<Rule> RULES = List.of(Rule.of("Event", EventRules::check));

    private EventRules() {}

    private static void check(Visit event) {
        boolean strict = event.textOrEmpty("apiVersion").startsWith("events.k8s.io/");
        boolean timed = event.has("eventTime");
        namespace(event, strict ? "regarding" : "involvedObject", timed);
        if (timed) {
            reporter(event, strict ? "reportingController" : "reportingComponent");
            text(event, "reportingInstance");
            text(event, "action");
            text(event, "reason");
            atMost(event, strict ? "note" : "message", "message", LONGEST_NOTE);
        }
        if (strict) {
            strictly(event);
        }
    }

    /// Where the object's own namespace is not written, it is any.
    private static void namespace(Visit event, String field, boolean timed) {
        Visit object = event.in(field);
        String own = event.in("metadata").textOrEmpty("namespace");
        String other = object.textOrEmpty("namespace");
        boolean fits = timed
                ? !other.isEmpty() || OF_CLUSTER.contains(own)
                : other.isEmpty() ? own.equals("default") : other.equals(own);
        if (!own.isEmpty() && !fits) {
            event.errorCalled(NAMESPACE, RULE, object.path().key("namespace"), "event-namespace", own)
                    .words(ServerWords.invalid(other, "does not match event.namespace"))
                    .fix(
                            object.setting("namespace", own),
                            "fix.set",
                            object.path().key("namespace"),
                            own);
        }
    }

    private static void reporter(Visit event, String field) {
        Checks.required(event, field);
        Checks.form(event, RULE, field, "label-key", Names::qualifiedNameProblems);
    }

    private static void text(Visit event, String field) {
        Checks.required(event, field);
        atMost(event, field, field, LONGEST);
    }

    private static void atMost(Visit event, String field, String called, int most) {
        if (event.textOrEmpty(field).length() > most) {
            event.errorCalled(called, RULE, FieldPath.of(field), "too-long", most)
                    .words(ServerWords.invalid("", "can have at most " + most + " characters"));
        }
    }

    /// What is looked at in events.k8s.io only.
    private static void strictly(Visit event) {
        Visit series = event.in("series");
        long count = series.number("count").orElse(LEAST_IN_SERIES);
        if (count < LEAST_IN_SERIES) {
            series.error(RULE, "count", "event-series").words(ServerWords.invalid("", "should be at least 2"));
        }
        String type = event.textOrEmpty("type");
        if (!Set.of("Normal", "Warning").contains(type)) {
            event.error(RULE, "type", "unsupported-value", Checks.shown(type), "Normal, Warning")
                    .words(ServerWords.invalid("", "has invalid value: " + type));
        }
        unset(event, "deprecatedFirstTimestamp", "firstTimestamp", event.has("deprecatedFirstTimestamp"));
        unset(event, "deprecatedLastTimestamp", "lastTimestamp", event.has("deprecatedLastTimestamp"));
        unset(event, "deprecatedCount", "count", event.number("deprecatedCount").orElse(0) != 0);
        Visit source = event.in("deprecatedSource");
        boolean sourced = !source.textOrEmpty("component").isEmpty()
                || !source.textOrEmpty("host").isEmpty();
        unset(event, "deprecatedSource", "source", sourced);
    }

    private static void unset(Visit event, String field, String called, boolean isSet) {
        if (isSet) {
            event.errorCalled(called, RULE, FieldPath.of(field), "event-old", field)
                    .words(ServerWords.invalid("", "needs to be unset"))
                    .fix(event.removing(field), "fix.remove", FieldPath.of(field));
        }
    }
}
