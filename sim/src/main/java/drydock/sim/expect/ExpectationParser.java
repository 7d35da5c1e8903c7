package drydock.sim.expect;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads the words after `expect`.
public final class ExpectationParser {

    private static final List<String> PLACES =
            List.of("client", "dns", "balancer", "ingress", "service", "node", "pod", "outside");
    private static final List<String> RESULTS =
            List.of("refused", "timed-out", "dropped", "unreachable", "unknown-name");

    private final Deque<String> words;

    private ExpectationParser(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    /// Reads an expectation from the words after `expect`.
    ///
    /// @throws WrongExpectationException if they are none
    public static Expected parse(List<String> words) throws WrongExpectationException {
        ExpectationParser parser = new ExpectationParser(words);
        Duration within = parser.take("within") ? duration(parser.next("a time")) : Duration.ZERO;
        boolean not = parser.take("not");
        Expectation what = parser.what();
        if (!parser.words.isEmpty()) {
            throw new WrongExpectationException("nothing more is expected here: " + String.join(" ", parser.words));
        }
        return new Expected(not, within, what);
    }

    private Expectation what() throws WrongExpectationException {
        String first = next("what is to be seen");
        return switch (first) {
            case "output" -> output();
            case "exit" -> new Expectation.ExitCode((int) number(255));
            case "request" -> request();
            case "requests" -> requests();
            default -> objects(subject(first));
        };
    }

    private Expectation output() throws WrongExpectationException {
        boolean regex = words.size() > 1 && take("matches");
        String text = next("a text");
        while (!words.isEmpty()) {
            text += " " + words.removeFirst();
        }
        try {
            return new Expectation.Output(Pattern.compile(text, regex ? Pattern.MULTILINE : Pattern.LITERAL));
        } catch (PatternSyntaxException wrong) {
            throw new WrongExpectationException(String.valueOf(wrong.getMessage()));
        }
    }

    private Subject subject(String word) throws WrongExpectationException {
        int slash = word.indexOf('/');
        String kind = slash < 0 ? word : word.substring(0, slash);
        ResourceKind found = Kinds.named(kind)
                .orElseThrow(
                        () -> new WrongExpectationException("there is no kind \"" + kind + "\"\n" + Expected.USAGE));
        String name = slash < 0 ? "" : word.substring(slash + 1);
        String selector = "";
        String namespace = ResourceId.DEFAULT_NAMESPACE;
        for (boolean more = true; more; ) {
            if (take("-l")) {
                selector = next("labels");
            } else if (take("-n")) {
                namespace = next("a namespace");
            } else {
                more = false;
            }
        }
        return new Subject(found, name, selector, namespace);
    }

    private Expectation objects(Subject subject) throws WrongExpectationException {
        String about = next("a column, a field, count, passed or because");
        if (about.startsWith("{")) {
            return new Expectation.Field(subject, about, value());
        }
        return switch (about) {
            case "count" -> new Expectation.Count(subject, value());
            case "passed" -> new Expectation.Passed(subject, column(), values());
            case "because" -> new Expectation.Because(subject, rest("a component"));
            default -> new Expectation.Column(subject, column(about), value());
        };
    }

    private String column() throws WrongExpectationException {
        return column(next("a column"));
    }

    private static String column(String word) throws WrongExpectationException {
        if (!word.equals(word.toUpperCase(Locale.ROOT))) {
            throw new WrongExpectationException(
                    "a column is written as kubectl heads it, as STATUS: " + word + "\n" + Expected.USAGE);
        }
        return word;
    }

    private List<Value> values() throws WrongExpectationException {
        List<Value> values = new ArrayList<>(List.of(value()));
        while (!words.isEmpty()) {
            values.add(value());
        }
        return values;
    }

    private Value value() throws WrongExpectationException {
        if (take("at-least")) {
            return new Value.Bound(true, number(Long.MAX_VALUE));
        }
        if (take("at-most")) {
            return new Value.Bound(false, number(Long.MAX_VALUE));
        }
        List<String> texts = new ArrayList<>(List.of(next("a value")));
        while (take("or")) {
            texts.add(next("a value"));
        }
        return new Value.OneOf(texts);
    }

    private Expectation request() throws WrongExpectationException {
        List<String> way = new ArrayList<>();
        if (take("by")) {
            do {
                way.add(place());
            } while (!words.isEmpty() && !"ends".equals(words.peekFirst()));
        }
        return new Expectation.Request(way, take("ends") ? result() : "");
    }

    private String place() throws WrongExpectationException {
        String place = next("a place");
        if (!PLACES.contains(place.replaceFirst("/.*", ""))) {
            throw new WrongExpectationException("a request comes by " + String.join(", ", PLACES) + ": " + place);
        }
        return place;
    }

    private String result() throws WrongExpectationException {
        String result = next("a result");
        if (!result.matches("\\d{3}") && !RESULTS.contains(result)) {
            throw new WrongExpectationException(
                    "a request ends with a status, as 200, or " + String.join(", ", RESULTS) + ": " + result);
        }
        return result;
    }

    private Expectation requests() throws WrongExpectationException {
        expect("to");
        String service = next("a Service").replaceFirst("^(svc|service)/", "");
        String namespace = take("-n") ? next("a namespace") : ResourceId.DEFAULT_NAMESPACE;
        if (take("succeed")) {
            return new Expectation.Succeeded(service, namespace, value());
        }
        if (take("differ")) {
            return new Expectation.Differed(service, namespace, value());
        }
        expect("reach");
        return new Expectation.Reached(service, namespace, value());
    }

    private List<String> rest(String what) throws WrongExpectationException {
        List<String> rest = new ArrayList<>(List.of(next(what)));
        rest.addAll(words);
        words.clear();
        return rest;
    }

    private void expect(String word) throws WrongExpectationException {
        if (!take(word)) {
            throw new WrongExpectationException(
                    "\"" + word + "\" is missing before: " + String.join(" ", words) + "\n" + Expected.USAGE);
        }
    }

    private boolean take(String word) {
        if (word.equals(words.peekFirst())) {
            words.removeFirst();
            return true;
        }
        return false;
    }

    private String next(String what) throws WrongExpectationException {
        if (words.isEmpty()) {
            throw new WrongExpectationException(what + " is missing\n" + Expected.USAGE);
        }
        return words.removeFirst();
    }

    private long number(long most) throws WrongExpectationException {
        String word = next("a number");
        if (!word.matches("\\d{1,18}") || Long.parseLong(word) > most) {
            throw new WrongExpectationException("a number is expected: " + word);
        }
        return Long.parseLong(word);
    }

    /// `30`, `30s`, `5m` or `1h`, a day at most.
    private static Duration duration(String text) throws WrongExpectationException {
        if (!text.matches("\\d{1,5}[smh]?")) {
            throw new WrongExpectationException("a time is written as 30s, 5m or 1h: " + text);
        }
        long number = Long.parseLong(text.replaceFirst("[smh]$", ""));
        Duration duration = switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
        if (duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new WrongExpectationException("nobody waits longer than a day: " + text);
        }
        return duration;
    }
}
