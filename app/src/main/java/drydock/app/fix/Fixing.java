package drydock.app.fix;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Checked;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.Mending;
import drydock.model.validation.Severity;
import drydock.model.validation.Switching;
import drydock.model.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.util.Subscription;

/// Makes the fixes of findings, and switches their rules off and on.
///
/// A finding holds for the text it was found in. As long as the text that was edited since is not checked, nothing is
/// changed by what was found before.
public final class Fixing {

    private static final String LABEL = "edit.fix";
    private static final String SWITCH = "edit.switchRule";

    private final Messages messages = Messages.of(Fixing.class);
    private final Workspace workspace;
    private final Dialogs dialogs;
    private final Function<Project, Validator> validator;
    private boolean mending;

    /// @param validator what a project is checked by; asked for off the JavaFX thread
    public Fixing(Workspace workspace, Dialogs dialogs, Function<Project, Validator> validator) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.validator = validator;
    }

    /// Makes one fix, or says in the status bar why it cannot be made.
    ///
    /// @return whether it was made
    public boolean make(Fix fix) {
        return perform(_ -> Optional.of(fix.edit()), LABEL);
    }

    /// How many of what was found last can be mended, each by its first fix.
    public long count(Predicate<Finding> wanted) {
        return workspace.findingsProperty().get().stream()
                .filter(finding -> !finding.fixes().isEmpty() && wanted.test(finding))
                .count();
    }

    /// Makes the first fix of everything that has one, as one step, after asking.
    public void makeAll() {
        ask(messages.get("fix.all.text", count(_ -> true)), _ -> true);
    }

    /// Makes the first fix of everything a rule found, as one step, after asking.
    public void makeAll(String rule) {
        Predicate<Finding> wanted = finding -> finding.rule().equals(rule);
        ask(messages.get("fix.rule.text", count(wanted), rule), wanted);
    }

    private void ask(String text, Predicate<Finding> wanted) {
        if (count(wanted) > 0
                && !mending
                && isFresh()
                && dialogs.confirm(messages.get("fix.all.title"), text, messages.get("fix.all.do"))) {
            mend(wanted);
        }
    }

    private void mend(Predicate<Finding> asked) {
        mending = true;
        boolean advice = workspace.adviceProperty().get();
        Predicate<Finding> wanted = asked.and(finding -> advice || finding.severity() != Severity.ADVICE);
        Checked checked = workspace.checkedProperty().get();
        Project project = workspace.document().project();
        workspace.messageProperty().set(messages.get("fix.running"));
        AtomicBoolean edited = new AtomicBoolean();
        Subscription watch =
                workspace.document().projectProperty().subscribe((_, now) -> edited.set(!now.sharesTextsWith(project)));
        workspace
                .tasks()
                .work(() -> new Mending(validator.apply(project), wanted)
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

    private boolean isStill(Project project) {
        return workspace.document().project().sharesTextsWith(project);
    }

    private void take(Project project, Mending.Mended mended) {
        if (!isStill(project)) {
            workspace.messageProperty().set(messages.get("fix.stale"));
        } else if (mended.mended() == 0) {
            workspace.messageProperty().set(messages.get("fix.none"));
        } else if (workspace.perform(mended.edit(workspace.document().project()), LABEL)) {
            workspace.messageProperty().set(messages.get("fix.done", mended.mended()));
        }
    }

    /// Whether the rule of a finding can be switched off for its object.
    public boolean canSwitchOff(Finding finding) {
        return Switching.isPossible(finding) && finding.object().isPresent();
    }

    /// Switches the rule of a finding off for its object, by an annotation.
    public void switchOff(Finding finding) {
        perform(project -> finding.object().flatMap(new Switching(project, finding.rule())::off), SWITCH);
    }

    /// Whether a finding is switched off by an annotation of its object, and not for the whole project.
    public boolean isOffForObject(Finding finding) {
        Switching rule = new Switching(workspace.document().project(), finding.rule());
        return finding.object().filter(rule::isOff).isPresent();
    }

    /// Switches the rule of a finding on again, for its object and for the project, wherever it is off.
    public void switchOn(Finding finding) {
        perform(
                project -> {
                    Switching rule = new Switching(project, finding.rule());
                    List<Edit> edits = Stream.of(finding.object().flatMap(rule::on), rule.inProject(false))
                            .flatMap(Optional::stream)
                            .toList();
                    return edits.isEmpty() ? Optional.empty() : Optional.of(new Edit.Composite(edits));
                },
                SWITCH);
    }

    /// The rules that are switched off for the whole project.
    public Set<String> offInProject() {
        return workspace.document().project().diagram().checks().off();
    }

    /// Switches a rule on again that is off for the whole project.
    public void switchOnInProject(String rule) {
        new Switching(workspace.document().project(), rule)
                .inProject(false)
                .ifPresent(edit -> workspace.perform(edit, SWITCH));
    }

    /// Whether the rule of a finding can be switched off for the project.
    public boolean canSwitchOffInProject(Finding finding) {
        return Switching.isPossible(finding)
                && new Switching(workspace.document().project(), finding.rule())
                        .inProject(true)
                        .isPresent();
    }

    /// Switches the rule of a finding off for the whole project.
    public void switchOffInProject(Finding finding) {
        perform(project -> new Switching(project, finding.rule()).inProject(true), SWITCH);
    }

    private boolean perform(Function<Project, Optional<Edit>> edit, String label) {
        return isFresh()
                && edit.apply(workspace.document().project())
                        .filter(e -> workspace.perform(e, label))
                        .isPresent();
    }

    /// Whether the text is the one that was checked; if not, says so.
    private boolean isFresh() {
        boolean fresh = isStill(workspace.checkedProperty().get().project());
        if (!fresh) {
            workspace.messageProperty().set(messages.get("fix.stale"));
        }
        return fresh;
    }
}
