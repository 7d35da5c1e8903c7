package drydock.app.logs;

import java.util.HashSet;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Which lines of a book are shown: of which Pods and containers, and whether only those with what is looked for.
final class ShownLines {

    private final FilteredList<LogLine> lines;
    private final Set<String> pods = new HashSet<>();
    private final Set<String> containers = new HashSet<>();
    private final Set<String> hiddenPods = new HashSet<>();
    private final Set<String> hiddenContainers = new HashSet<>();
    private LogFilter only = LogFilter.NONE;

    ShownLines(ObservableList<LogLine> all) {
        lines = new FilteredList<>(all);
    }

    ObservableList<LogLine> lines() {
        return lines;
    }

    /// Says what there is to choose of. What is new is shown.
    void offer(Set<String> allPods, Set<String> allContainers) {
        pods.addAll(allPods);
        containers.addAll(allContainers);
    }

    void showPods(Set<String> wanted) {
        replace(hiddenPods, pods, wanted);
    }

    void showContainers(Set<String> wanted) {
        replace(hiddenContainers, containers, wanted);
    }

    private void replace(Set<String> hidden, Set<String> all, Set<String> wanted) {
        hidden.clear();
        hidden.addAll(all);
        hidden.removeAll(wanted);
        update();
    }

    void showOnly(LogFilter filter) {
        only = filter;
        update();
    }

    Set<String> hiddenPods() {
        return Set.copyOf(hiddenPods);
    }

    Set<String> hiddenContainers() {
        return Set.copyOf(hiddenContainers);
    }

    /// Whether it must be said whose each line is.
    boolean isOfSeveral() {
        return pods.size() > 1 || containers.size() > 1;
    }

    /// Whatever was wanted once is kept in copies: a filtered list asks its predicate at any time.
    private void update() {
        Set<String> notOf = hiddenPods();
        Set<String> notIn = hiddenContainers();
        LogFilter sought = only;
        lines.setPredicate(line -> !notOf.contains(line.pod())
                && !notIn.contains(line.container())
                && (line.notice() ? sought.isNone() : sought.matches(line.text())));
    }
}
