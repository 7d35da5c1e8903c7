package drydock.app.fix;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Checked;
import drydock.app.workspace.Workspace;
import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Mending;
import drydock.model.validation.Severity;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.ProjectChecks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// Makes many fixes as one step, after asking, and says what came of it.
final class AllFixes {

    private static final int MOST_RULES = 12;

    private final Messages messages = Messages.of(AllFixes.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Function<Project, Validator> validator;
    private final Fresh fresh;
    private boolean mending;

    AllFixes(Workspace workspace, Dialogs dialogs, Function<Project, Validator> validator, Fresh fresh) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.validator = validator;
        this.fresh = fresh;
    }

    /// How many of what was found last can be mended, each by its first fix.
    long count(Predicate<Finding> wanted) {
        return workspace.findingsProperty().get().stream()
                .filter(finding -> !finding.fixes().isEmpty() && wanted.test(finding))
                .count();
    }

    /// Makes the first fix of everything wanted that has one, after asking.
    ///
    /// @param question what is asked, by how much is to be mended
    void makeAll(Predicate<Finding> wanted, LongFunction<String> question) {
        long count = count(wanted);
        if (count > 0
                && !mending
                && fresh.isChecked()
                && dialogs.confirm(
                        messages.get("fix.all.title"),
                        question.apply(count) + "\n\n" + rules(wanted),
                        messages.get("fix.all.do"))) {
            mend(wanted);
        }
    }

    /// How much of each rule is mended, the most first.
    private String rules(Predicate<Finding> wanted) {
        Map<String, Long> counts = workspace.findingsProperty().get().stream()
                .filter(finding -> !finding.fixes().isEmpty() && wanted.test(finding))
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        String lines = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_RULES)
                .map(entry -> messages.get("fix.all.rule", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
        return counts.size() <= MOST_RULES
                ? lines
                : lines + "\n" + messages.get("fix.all.more", counts.size() - MOST_RULES);
    }

    private void mend(Predicate<Finding> asked) {
        mending = true;
        boolean advice = workspace.adviceProperty().get();
        Predicate<Finding> wanted = asked.and(finding -> advice || finding.severity() != Severity.ADVICE);
        Checked checked = workspace.checkedProperty().get();
        Project project = workspace.document().project();
        List<Finding> besideCluster = workspace.besideCluster();
        workspace.messageProperty().set(messages.get("fix.running"));
        AtomicBoolean edited = new AtomicBoolean();
        Subscription watch =
                workspace.document().projectProperty().subscribe((_, _) -> edited.set(!fresh.isStill(project)));
        workspace
                .tasks()
                .work(() -> new Mending(validator.apply(project), now -> beside(now, besideCluster), wanted)
                        .mend(project, checked.validation(), () -> !edited.get()))
                .then(mended -> {
                    mending = false;
                    watch.unsubscribe();
                    take(project, mended);
                })
                .otherwise(fault -> {
                    mending = false;
                    watch.unsubscribe();
                    throw new IllegalStateException("the fixes failed", fault);
                })
                .start();
    }

    private static List<Finding> beside(Project project, List<Finding> besideCluster) {
        return Stream.concat(ProjectChecks.findings(project).stream(), besideCluster.stream())
                .toList();
    }

    private void take(Project project, Mending.Mended mended) {
        if (!fresh.isStill(project)) {
            fresh.say();
        } else if (mended.mended() == 0) {
            workspace.messageProperty().set(messages.get("fix.none"));
        } else if (workspace.perform(mended.edit(workspace.document().project()), Fixing.LABEL)) {
            tellUntilChanged(messages.get("fix.done", mended.mended(), changed(project, mended.after())));
        }
    }

    private static long changed(Project before, Project after) {
        return Stream.concat(before.files().keySet().stream(), after.files().keySet().stream())
                        .distinct()
                        .filter(path -> !before.file(path).equals(after.file(path)))
                        .count()
                + (before.diagram().equals(after.diagram()) ? 0 : 1);
    }

    /// What was done is not said any more once it is taken back, or something else is done.
    private void tellUntilChanged(String message) {
        workspace.messageProperty().set(message);
        AtomicReference<Subscription> told = new AtomicReference<>(Subscription.EMPTY);
        told.set(workspace.document().projectProperty().subscribe((_, _) -> {
            told.get().unsubscribe();
            if (workspace.messageProperty().get().equals(message)) {
                workspace.messageProperty().set("");
            }
        }));
    }
}
