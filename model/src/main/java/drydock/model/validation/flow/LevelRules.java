package drydock.model.validation.flow;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// How much of an API server a priority level has, and what becomes of requests beyond that
/// (`pkg/apis/flowcontrol/validation/validation.go ValidatePriorityLevelConfigurationSpec`,
/// `ValidateLimitResponse`).
final class LevelRules {

    private static final String RULE = "priority-level";
    private static final List<String> TYPES = List.of("Exempt", "Limited");
    private static final List<String> RESPONSES = List.of("Queue", "Reject");
    private static final int USUAL_QUEUES = 64;
    private static final int MOST_QUEUES = 10_000_000;

    /// How many bits of a request's hash there are (`apiserver/pkg/util/shufflesharding/shufflesharding.go
    /// RequiredEntropyBits`).
    private static final int MOST_BITS = 60;

    private static final int USUAL_HAND = 8;

    static final List<Rule> RULES = List.of(
            Rule.of("PriorityLevelConfigurationSpec", LevelRules::type),
            new Rule.OfObject(
                    List.of("LimitedPriorityLevelConfiguration", "ExemptPriorityLevelConfiguration"),
                    LevelRules::shares),
            Rule.of("LimitedPriorityLevelConfiguration", LevelRules::limited),
            Rule.of("LimitResponse", LevelRules::response),
            Rule.of("QueuingConfiguration", LevelRules::queues));

    private LevelRules() {}

    private static void type(Visit spec) {
        String type = spec.textOrEmpty("type");
        boolean exempt = spec.top().in("metadata").textOrEmpty("name").equals("exempt");
        if (type.isEmpty()) {
            return;
        }
        if (exempt != type.equals("Exempt")) {
            spec.error(RULE, "type", "level-exempt")
                    .words(ServerWords.invalid(type, "type must be 'Exempt' if and only if `name` is 'exempt'"));
        }
        if (!TYPES.contains(type)) {
            SchemaRules.unsupported(spec, "type", type, TYPES);
        }
        if (type.equals("Limited") && !spec.has("limited")) {
            Checks.missing(spec, "limited", "must not be empty when type is Limited");
        }
        other(spec, type, "Limited", "limited");
        other(spec, type, "Exempt", "exempt");
    }

    private static void other(Visit spec, String type, String own, String field) {
        if (TYPES.contains(type) && !type.equals(own) && spec.has(field)) {
            spec.error(RULE, field, "level-other", field, own)
                    .words(ServerWords.forbidden(
                            "must be nil if the type is " + (own.equals("Exempt") ? "Limited" : "not Limited")))
                    .fix(spec.removing(field), "fix.remove", spec.path().key(field));
        }
    }

    /// `ValidateExemptPriorityLevelConfiguration`, `ValidateLimitedPriorityLevelConfiguration`.
    private static void shares(Visit level) {
        long shares = level.number("nominalConcurrencyShares").orElse(0);
        if (shares < 0) {
            level.error(Checks.NUMBER_RANGE, "nominalConcurrencyShares", "number-negative", shares)
                    .words(ServerWords.invalid(shares, "must be a non-negative integer"));
        }
        Checks.within(level, "lendablePercent", 0, 100, "must be between 0 and 100, inclusive");
    }

    private static void limited(Visit limited) {
        long borrowed = limited.number("borrowingLimitPercent").orElse(0);
        if (borrowed < 0) {
            limited.error(Checks.NUMBER_RANGE, "borrowingLimitPercent", "number-negative", borrowed)
                    .words(ServerWords.invalid(borrowed, "if specified, must be a non-negative integer"));
        }
        if (!limited.has("limitResponse")) {
            response(limited.in("limitResponse"));
        }
    }

    private static void response(Visit response) {
        String type = response.textOrEmpty("type");
        boolean queued = response.has("queuing");
        if (type.equals("Queue") && !queued) {
            Checks.missing(response, "queuing", "must not be empty if limited.limitResponse.type is Limited");
        } else if (type.equals("Reject") && queued) {
            response.error(RULE, "queuing", "level-other", "queuing", "Queue")
                    .words(ServerWords.forbidden("must be nil if limited.limitResponse.type is not Limited"))
                    .fix(
                            response.removing("queuing"),
                            "fix.remove",
                            response.path().key("queuing"));
        } else if (!RESPONSES.contains(type)
                && !response.isRefused(response.path().key("type"))) {
            SchemaRules.unsupported(response, "type", type, RESPONSES);
        }
    }

    /// A number that is 0 is filled in.
    private static void queues(Visit queuing) {
        for (String field : List.of("queueLengthLimit", "queues", "handSize")) {
            long number = queuing.number(field).orElse(1);
            if (number < 0) {
                Checks.notPositive(queuing, field, number, "must be positive");
            }
        }
        long queues = queuing.number("queues").stream()
                .filter(n -> n != 0)
                .findFirst()
                .orElse(USUAL_QUEUES);
        long hand = queuing.number("handSize").stream()
                .filter(n -> n != 0)
                .findFirst()
                .orElse(USUAL_HAND);
        if (queues > MOST_QUEUES) {
            queuing.error(Checks.NUMBER_RANGE, "queues", "number-range", queues, "1", String.valueOf(MOST_QUEUES))
                    .words(ServerWords.invalid(queues, "must not be greater than " + MOST_QUEUES));
        }
        int bits = (int) Math.ceil(Math.log((double) queues) / Math.log(2) * hand);
        if (hand > 0 && hand <= queues && bits > MOST_BITS) {
            queuing.error(RULE, "handSize", "level-entropy", hand, queues)
                    .words(ServerWords.invalid(
                            hand,
                            "required entropy bits of deckSize " + queues + " and handSize " + hand
                                    + " should not be greater than " + MOST_BITS));
        }
        if (hand > queues) {
            queuing.error(RULE, "handSize", "level-hand", hand, queues)
                    .words(ServerWords.invalid(hand, "should not be greater than queues (" + queues + ")"));
        }
    }
}
