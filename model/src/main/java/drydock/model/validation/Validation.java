package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/// What a check found, and what the next check need not look at again.
public final class Validation {

    /// Nothing checked yet.
    public static final Validation NONE =
            new Validation(List.of(), List.of(), new IdentityHashMap<>(), CustomDefinitions.NONE);

    private final List<Finding> findings;
    private final List<Finding> suppressed;
    private final IdentityHashMap<List<DeclaredObject>, List<Issue>> checked;
    private final CustomDefinitions definitions;

    Validation(
            List<Finding> findings,
            List<Finding> suppressed,
            IdentityHashMap<List<DeclaredObject>, List<Issue>> checked,
            CustomDefinitions definitions) {
        this.findings = findings.stream().sorted().toList();
        this.suppressed = suppressed.stream().sorted().toList();
        this.checked = checked;
        this.definitions = definitions;
    }

    /// Everything found, in the order of files and places.
    public List<Finding> findings() {
        return findings;
    }

    /// This, and what was found elsewhere.
    public Validation with(List<Finding> others) {
        return with(others, List.of());
    }

    /// This, and what was found elsewhere.
    ///
    /// @param off what was found there by rules that are switched off
    public Validation with(List<Finding> others, List<Finding> off) {
        return others.isEmpty() && off.isEmpty()
                ? this
                : new Validation(
                        Stream.concat(findings.stream(), others.stream()).toList(),
                        Stream.concat(suppressed.stream(), off.stream()).toList(),
                        checked,
                        definitions);
    }

    /// What would have been found if its rule were not switched off, for the project or for its object.
    public List<Finding> suppressed() {
        return suppressed;
    }

    /// What was found in the file at `path`.
    public List<Finding> in(String path) {
        return findings.stream().filter(f -> f.file().equals(path)).toList();
    }

    /// What was found in objects, by the objects of a document: the same list stays as long as its text
    /// does.
    IdentityHashMap<List<DeclaredObject>, List<Issue>> checked() {
        return checked;
    }

    /// What the kinds of custom resources were held to.
    CustomDefinitions definitions() {
        return definitions;
    }
}
