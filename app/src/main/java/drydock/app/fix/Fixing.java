package drydock.app.fix;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.Switching;
import drydock.model.validation.Validator;
import drydock.model.validation.live.LiveChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes the fixes of findings, and switches their rules off and on.
///
/// A finding holds for the text it was found in. As long as the text that was edited since is not checked, nothing is
/// changed by what was found before.
public final class Fixing {

    static final String LABEL = "edit.fix";
    private static final String SWITCH = "edit.switchRule";

    private final Messages messages = Messages.of(Fixing.class);
    private final Workspace workspace;
    private final Fresh fresh;
    private final AllFixes all;

    /// @param validator what a project is checked by; asked for off the JavaFX thread
    public Fixing(Workspace workspace, Dialogs dialogs, Function<Project, Validator> validator) {
        this.workspace = workspace;
        this.fresh = new Fresh(workspace);
        this.all = new AllFixes(workspace, dialogs, validator, fresh);
    }

    /// Makes one fix, or says in the status bar why it cannot be made.
    ///
    /// @return whether it was made
    public boolean make(Fix fix) {
        return perform(_ -> Optional.of(fix.edit()), LABEL);
    }

    /// How many of what was found last can be mended, each by its first fix.
    public long count(Predicate<Finding> wanted) {
        return all.count(wanted);
    }

    /// Whether a finding is mended together with all others: what takes back a change that the user made beside a
    /// cluster is mended only by itself.
    public static boolean isOfAll(Finding finding) {
        return !finding.fixes().isEmpty() && !finding.rule().equals(LiveChanges.RULE);
    }

    /// Makes the first fix of everything that is mended together, as one step, after asking.
    public void makeAll() {
        all.makeAll(Fixing::isOfAll, count -> messages.get("fix.all.text", count));
    }

    /// Makes the first fix of everything a rule found, as one step, after asking.
    public void makeAll(String rule) {
        all.makeAll(finding -> finding.rule().equals(rule), count -> messages.get("fix.rule.text", count, rule));
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

    /// The rules that annotations switch off, by the object.
    public Map<ResourceId, Set<String>> offForObjects() {
        return Switching.offForObjects(workspace.document().project());
    }

    /// Switches a rule on again that is off for an object.
    public void switchOnForObject(String rule, ResourceId object) {
        new Switching(workspace.document().project(), rule)
                .on(object)
                .ifPresent(edit -> workspace.perform(edit, SWITCH));
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
        return fresh.isChecked()
                && edit.apply(workspace.document().project())
                        .filter(e -> workspace.perform(e, label))
                        .isPresent();
    }
}
