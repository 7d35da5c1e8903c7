package drydock.sim.expect;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.history.Causes;
import drydock.sim.network.RequestTrace;
import drydock.sim.store.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Judges one expectation at one moment.
final class Judge {

    private final Evidence evidence;
    private final Said said;

    Judge(Evidence evidence, Said said) {
        this.evidence = evidence;
        this.said = said;
    }

    Verdict judge(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Output(var text) -> output(text);
            case Expectation.ExitCode(var code) -> new Verdict(said.code() == code, Integer.toString(said.code()));
            case Expectation.Column(var subject, var column, var value) ->
                each(subject, object -> cell(object, column), (_, cell) -> value.matches(cell));
            case Expectation.Field(var subject, var path, var value) ->
                each(subject, object -> evidence.printer().field(object, path), (_, cell) -> value.matches(cell));
            case Expectation.Count(var subject, var value) -> count(subject, value);
            case Expectation.Passed(var subject, var column, var values) -> passed(subject, column, values);
            case Expectation.Because(var subject, var components) -> because(subject, components);
            case Expectation.Request request -> new Requests(evidence).last(request);
            case Expectation.Reached(var service, var namespace, var pods) ->
                new Requests(evidence).reached(service(service, namespace), pods);
            case Expectation.Differed(var service, var namespace, var difference) ->
                new Requests(evidence).differed(service(service, namespace), difference);
            case Expectation.Succeeded(var service, var namespace, var percent) ->
                new Requests(evidence).succeeded(service(service, namespace), percent);
        };
    }

    /// Where it is found, the lines that it is found in.
    private Verdict output(Pattern text) {
        Matcher found = text.matcher(said.text());
        if (!found.find()) {
            return new Verdict(false, said.text().strip());
        }
        int from = said.text().lastIndexOf('\n', Math.max(0, found.start() - 1)) + 1;
        int to = said.text().indexOf('\n', Math.max(found.start(), found.end() - 1));
        return new Verdict(
                true,
                said.text().substring(from, to < 0 ? said.text().length() : to).strip());
    }

    private static ResourceId service(String name, String namespace) {
        return ResourceId.of(Kinds.SERVICE, namespace, name);
    }

    private Verdict each(Subject subject, Function<HasMetadata, String> seen, BiPredicate<HasMetadata, String> holds) {
        List<HasMetadata> objects = subject.now(evidence.api());
        if (objects.isEmpty()) {
            return new Verdict(false, "no " + subject);
        }
        boolean all = true;
        List<String> cells = new ArrayList<>();
        for (HasMetadata object : objects) {
            String cell = seen.apply(object);
            all &= holds.test(object, cell);
            cells.add(objects.size() == 1 ? cell : object.getMetadata().getName() + " " + cell);
        }
        return new Verdict(all, String.join(", ", cells));
    }

    private String cell(HasMetadata object, String column) {
        Map<String, String> row = evidence.printer().row(object, evidence.api().now());
        String cell = row.get(column);
        return cell == null ? "no column " + column + ", only " + String.join(" ", row.keySet()) : cell;
    }

    private Verdict count(Subject subject, Value value) {
        String count = Integer.toString(subject.now(evidence.api()).size());
        return new Verdict(value.matches(count), count);
    }

    /// Objects that are gone count, too, where none is there any more.
    private Verdict passed(Subject subject, String column, List<Value> values) {
        Map<ResourceId, List<HasMetadata>> versions = evidence.api().log().stream()
                .filter(change -> subject.mayBe(change.object()))
                .collect(Collectors.groupingBy(
                        Change::object, java.util.TreeMap::new, Collectors.mapping(Change::last, Collectors.toList())));
        List<ResourceId> there =
                subject.now(evidence.api()).stream().map(ResourceId::of).toList();
        if (!there.isEmpty()) {
            versions.keySet().retainAll(there);
        }
        boolean all = !versions.isEmpty();
        List<String> seen = new ArrayList<>();
        for (List<HasMetadata> ofOne : versions.values()) {
            List<String> cells = changes(ofOne, column);
            all &= holdsInOrder(cells, values);
            seen.add(String.join(" → ", cells));
        }
        return new Verdict(all, seen.isEmpty() ? "no " + subject : String.join(", ", seen));
    }

    private List<String> changes(List<HasMetadata> versions, String column) {
        List<String> cells = new ArrayList<>();
        for (HasMetadata version : versions) {
            String cell = cell(version, column);
            if (cells.isEmpty() || !cells.getLast().equals(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static boolean holdsInOrder(List<String> cells, List<Value> values) {
        int next = 0;
        for (String cell : cells) {
            if (next < values.size() && values.get(next).matches(cell)) {
                next++;
            }
        }
        return next == values.size();
    }

    private Verdict because(Subject subject, List<String> components) {
        Causes causes = new Causes(evidence.api().log());
        return each(
                subject,
                object -> causes.of(ResourceId.of(object)).stream()
                        .reduce((_, later) -> later)
                        .map(causes::chain)
                        .orElse(List.of())
                        .stream()
                        .map(Change::component)
                        .collect(Collectors.joining(" → ")),
                (_, chain) -> holdsInOrder(
                        List.of(chain.split(" → ", -1)),
                        components.stream()
                                .<Value>map(name -> new Value.OneOf(List.of(name, name + "/*")))
                                .toList()));
    }

    /// What an expectation says of requests.
    private record Requests(Evidence evidence) {

        Verdict last(Expectation.Request expected) {
            List<RequestTrace> requests = evidence.requests().latest().stream()
                    .filter(trace -> trace.kind() == RequestTrace.Kind.REQUEST)
                    .toList();
            if (requests.isEmpty()) {
                return new Verdict(false, "no request");
            }
            RequestTrace trace = requests.getLast();
            return new Verdict(
                    Ways.comesBy(trace, expected.way())
                            && (expected.result().isEmpty() || expected.result().equals(Ways.result(trace))),
                    Ways.text(trace));
        }

        Verdict reached(ResourceId service, Value pods) {
            String count = Long.toString(recent(service).stream()
                    .flatMap(trace -> trace.pod().stream())
                    .distinct()
                    .count());
            return new Verdict(pods.matches(count), count);
        }

        Verdict differed(ResourceId service, Value difference) {
            LongSummaryStatistics counts = recent(service).stream()
                    .flatMap(trace -> trace.pod().stream())
                    .collect(Collectors.groupingBy(pod -> pod, Collectors.counting()))
                    .values()
                    .stream()
                    .collect(Collectors.summarizingLong(Long::longValue));
            if (counts.getCount() == 0) {
                return new Verdict(false, "no request");
            }
            String text = Long.toString(counts.getMax() - counts.getMin());
            return new Verdict(
                    difference.matches(text), text + " (from " + counts.getMin() + " to " + counts.getMax() + ")");
        }

        Verdict succeeded(ResourceId service, Value percent) {
            List<RequestTrace> recent = recent(service);
            if (recent.isEmpty()) {
                return new Verdict(false, "no request");
            }
            long good =
                    recent.stream().filter(trace -> trace.result().succeeded()).count();
            String share = Long.toString(good * 100 / recent.size());
            return new Verdict(percent.matches(share), share + " % of " + recent.size());
        }

        private List<RequestTrace> recent(ResourceId service) {
            return evidence.requests().latest().stream()
                    .filter(trace -> trace.service().filter(service::equals).isPresent())
                    .filter(trace -> !trace.at().isBefore(evidence.api().now().minusSeconds(10)))
                    .toList();
        }
    }
}
