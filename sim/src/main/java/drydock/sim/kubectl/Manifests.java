package drydock.sim.kubectl;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The objects that the files of a command describe.
final class Manifests {

    private Manifests() {}

    static List<HasMetadata> of(Invocation command) {
        return described(command, names(command)).stream().map(Manifest::object).toList();
    }

    /// Whether files or a kustomization were given.
    static boolean areGiven(CommandArguments arguments) {
        return !arguments.values(Flag.FILENAME.name()).isEmpty()
                || arguments.flag(Flag.KUSTOMIZE.name()).isPresent();
    }

    private static List<String> names(Invocation command) {
        List<String> names = command.arguments().values("--filename");
        boolean built = command.arguments().flag(Flag.KUSTOMIZE.name()).isPresent();
        if (built && !names.isEmpty()) {
            throw new CommandFailure("error: only one of -f or -k can be specified");
        }
        if (names.isEmpty() && !built) {
            throw new CommandFailure("error: must specify one of -f and -k");
        }
        return names;
    }

    private static List<Manifest> described(Invocation command, List<String> names) {
        List<Manifest> objects = new ArrayList<>();
        command.arguments()
                .flag(Flag.KUSTOMIZE.name())
                .ifPresent(folder -> read(folder, KustomizeVerb.text(command, folder))
                        .forEach(object -> objects.add(new Manifest(folder, object))));
        for (String name : names) {
            try {
                for (Map.Entry<String, String> file : command.files().read(name).entrySet()) {
                    read(file.getKey(), file.getValue())
                            .forEach(object -> objects.add(new Manifest(file.getKey(), object)));
                }
            } catch (IOException unreadable) {
                throw new CommandFailure("error: " + unreadable.getMessage());
            }
        }
        return objects;
    }

    /// The same, those that name no namespace in the command's.
    static List<Manifest> inNamespace(Invocation command) {
        List<Manifest> manifests = described(command, names(command));
        for (Manifest manifest : manifests) {
            HasMetadata object = manifest.object();
            if (Kinds.of(object).namespaced() && object.getMetadata().getNamespace() == null) {
                object.getMetadata().setNamespace(command.namespace());
            }
        }
        return manifests;
    }

    /// What the objects of manifests are called.
    static List<ResourceId> ids(List<Manifest> manifests) {
        return manifests.stream()
                .map(manifest -> ResourceId.of(manifest.object()))
                .toList();
    }

    /// The one object that `text` describes, of a file called `name`.
    static HasMetadata one(String name, String text) {
        return read(name, text).stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailure("error: " + name + ": no object is described"));
    }

    private static List<HasMetadata> read(String name, String text) {
        ManifestFile file = ManifestFile.parse(name, text);
        if (!file.problems().isEmpty()) {
            TextProblem first = file.problems().getFirst();
            throw new CommandFailure("error: error parsing " + name + ": line "
                    + first.span().line() + ": " + first.message(Locale.ENGLISH));
        }
        List<HasMetadata> objects = new ArrayList<>();
        file.documents()
                .forEach(document -> document.declared().stream()
                        .map(DeclaredObject::object)
                        .forEach(object -> object.ifPresent(objects::add)));
        return objects;
    }
}
