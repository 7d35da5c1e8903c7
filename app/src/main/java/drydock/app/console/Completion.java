package drydock.app.console;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.Kubectl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the word at the end of a line may become: a verb, a kind, an object's name, a flag, a namespace.
///
/// @param kinds the kinds that the cluster serves
/// @param names what the objects of a kind are called
record Completion(List<ResourceKind> kinds, Function<ResourceKind, List<String>> names) {

    private static final List<String> WITHOUT_KINDS = List.of(
            "logs", "exec", "run", "create", "apply", "config", "version", "api-resources", "cp", "auth", "diff");
    private static final List<String> OF_PODS = List.of("logs", "exec", "port-forward");
    private static final List<String> OF_NODES = List.of("cordon", "uncordon", "drain");

    Completion {
        kinds = List.copyOf(kinds);
    }

    /// The words that the last one of `line` may become, in order; none if nothing fits.
    List<String> of(String line) {
        List<String> words = new ArrayList<>(List.of(line.stripLeading().split("\\s+", -1)));
        String last = words.removeLast();
        if (words.isEmpty()) {
            return fitting(Stream.of("kubectl", "fault", "curl", "wget", "clear", "jobs", "kill"), last);
        }
        if (!words.removeFirst().equals("kubectl")) {
            return List.of();
        }
        if (last.startsWith("-")) {
            return fitting(Kubectl.flagNames(verb(words)).stream(), last);
        }
        String before = words.isEmpty() ? "" : words.getLast();
        if (before.equals("-n") || before.equals("--namespace")) {
            return fitting(names.apply(Kinds.NAMESPACE).stream(), last);
        }
        return fitting(next(plain(words), last), last);
    }

    private Stream<String> next(List<String> words, String last) {
        if (words.isEmpty()) {
            return Kubectl.verbNames().stream().map(name -> name.split(" ", 2)[0]);
        }
        String verb = words.getFirst();
        List<String> inner = Kubectl.verbNames().stream()
                .filter(name -> name.startsWith(verb + " "))
                .map(name -> name.substring(verb.length() + 1))
                .toList();
        if (!inner.isEmpty() && words.size() == 1) {
            return inner.stream();
        }
        List<String> objects = words.subList(inner.isEmpty() ? 1 : 2, words.size());
        int slash = last.indexOf('/');
        if (slash > 0) {
            String kind = last.substring(0, slash);
            return found(kind).stream().flatMap(k -> names.apply(k).stream()).map(name -> kind + "/" + name);
        }
        if (OF_PODS.contains(verb)) {
            return names.apply(Kinds.POD).stream();
        }
        if (OF_NODES.contains(verb) || verb.equals("taint")) {
            return verb.equals("taint") && objects.isEmpty() ? Stream.of("nodes") : names.apply(Kinds.NODE).stream();
        }
        if (WITHOUT_KINDS.contains(verb)) {
            return Stream.empty();
        }
        return objects.isEmpty()
                ? kinds.stream().map(ResourceKind::plural)
                : found(objects.getFirst()).stream().flatMap(k -> names.apply(k).stream());
    }

    private Optional<ResourceKind> found(String name) {
        return Kinds.named(name).filter(kinds::contains);
    }

    private static String verb(List<String> words) {
        List<String> plain = plain(words);
        String two = String.join(" ", plain.subList(0, Math.min(2, plain.size())));
        return Kubectl.verbNames().contains(two) || plain.isEmpty() ? two : plain.getFirst();
    }

    /// The words without flags and without the namespace.
    private static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-n") || words.get(i).equals("--namespace")) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                plain.add(words.get(i));
            }
        }
        return plain;
    }

    private static List<String> fitting(Stream<String> all, String beginning) {
        return List.copyOf(
                new TreeSet<>(all.filter(word -> word.startsWith(beginning)).toList()));
    }

    /// What all of the words begin with.
    static String common(List<String> words) {
        String common = words.isEmpty() ? "" : words.getFirst();
        for (String word : words) {
            int i = 0;
            while (i < Math.min(common.length(), word.length()) && common.charAt(i) == word.charAt(i)) {
                i++;
            }
            common = common.substring(0, i);
        }
        return common;
    }
}
