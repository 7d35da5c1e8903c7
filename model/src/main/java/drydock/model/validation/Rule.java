package drydock.model.validation;

import java.util.List;
import java.util.function.Consumer;

/// Something that designs are held to.
///
/// A rule that looks at one object is checked again only when that object's text changed; one that looks at
/// the project is checked at every change.
public sealed interface Rule {

    /// A rule for every object of some of the schema's types, wherever it stands in a manifest.
    ///
    /// @param definitions the types' names without package and version, as `Container`, `ServicePort`
    /// @param check tells the visit what is wrong with the object that is visited
    record OfObject(List<String> definitions, Consumer<Visit> check) implements Rule {
        public OfObject {
            definitions = List.copyOf(definitions);
        }
    }

    /// A rule for what objects have to do with each other.
    ///
    /// @param check tells the view what is wrong
    record OfProject(Consumer<ProjectView> check) implements Rule {}

    /// A rule for the objects of one type.
    static Rule of(String definition, Consumer<Visit> check) {
        return new OfObject(List.of(definition), check);
    }
}
