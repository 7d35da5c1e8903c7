package drydock.sim.kubectl.kustomize;

import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder with a `kustomization.yaml` (`kustomize/api/types/kustomization.go`): the resources it names, changed as it
/// says. Fields for which there is no place here are refused, as is what no kustomization has.
public final class Kustomization {

    /// Where files come from.
    @FunctionalInterface
    public interface Reader {
        /// The text of one file.
        ///
        /// @throws IOException if there is no such file
        String read(String path) throws IOException;
    }

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "namespace",
            "namePrefix",
            "nameSuffix",
            "labels",
            "commonLabels",
            "commonAnnotations",
            "images",
            "replicas",
            "bases",
            "configMapGenerator",
            "secretGenerator",
            "generatorOptions",
            "patches",
            "patchesJson6902",
            "patchesStrategicMerge");

    private static final Set<String> NOT_HERE = Set.of(
            "buildMetadata",
            "components",
            "configurations",
            "crds",
            "generators",
            "helmCharts",
            "helmGlobals",
            "openapi",
            "replacements",
            "sortOptions",
            "transformers",
            "validators",
            "vars");

    private static final Map<String, String> DEPRECATED = new TreeMap<>(Map.of(
            "bases", "resources",
            "commonLabels", "labels",
            "patchesJson6902", "patches",
            "patchesStrategicMerge", "patches"));

    /// Of these one at least makes objects.
    private static final List<String> MAKING = List.of("resources", "bases", "configMapGenerator", "secretGenerator");

    private final Reader files;
    private final Origins origins = new Origins();

    private Kustomization(Reader files) {
        this.files = files;
    }

    /// The objects of the kustomization in `folder`, in the order of their kinds, as maps and lists.
    ///
    /// @param warning is told what is out of date
    public static List<Map<String, Object>> build(Reader files, String folder, Consumer<String> warning)
            throws BadKustomizationException {
        String plain = plain(Path.of(folder));
        Kustomization builder = new Kustomization(files);
        String text = builder.found(plain)
                .orElseThrow(() -> new BadKustomizationException("unable to find one of 'kustomization.yaml',"
                        + " 'kustomization.yml' or 'Kustomization' in directory '" + folder + "'"));
        List<Map<String, Object>> objects = builder.built(plain, text, List.of(), warning);
        builder.origins.nameByContent(objects);
        return KindOrder.sorted(objects);
    }

    private Optional<String> found(String folder) {
        for (String name : NAMES) {
            try {
                return Optional.of(files.read(folder.isEmpty() ? name : folder + "/" + name));
            } catch (IOException none) {
                // the next name is tried
            }
        }
        return Optional.empty();
    }

    private List<Map<String, Object>> built(String folder, String text, List<String> above, Consumer<String> warning)
            throws BadKustomizationException {
        if (above.contains(folder)) {
            throw new BadKustomizationException(
                    "cycle detected: candidate root '" + folder + "' contains visited root");
        }
        List<String> within = new ArrayList<>(above);
        within.add(folder);
        Map<String, Object> fields = fields(text, warning);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String field : List.of("resources", "bases")) {
            for (Object entry : list(fields.get(field))) {
                objects.addAll(resource(folder, String.valueOf(entry), within, warning));
            }
        }
        origins.remember(objects);
        new Generating(origins, path -> files.read(below(folder, path))).apply(fields, objects);
        new Patching(origins, path -> patch(folder, path), patch -> values("patch", patch)).apply(fields, objects);
        new Transformation(fields).apply(objects);
        origins.remember(objects);
        return objects;
    }

    private List<Object> patch(String folder, String path) throws BadKustomizationException {
        try {
            return values(path, files.read(below(folder, path)));
        } catch (IOException missing) {
            throw new BadKustomizationException(
                    "trouble configuring builtin PatchTransformer with config: failed to get"
                            + " the patch file from path(" + path + "): evalsymlink failure on '" + below(folder, path)
                            + "' : lstat " + below(folder, path) + ": no such file or directory");
        }
    }

    private static String below(String folder, String path) {
        return plain(Path.of(folder).resolve(path));
    }

    private static Map<String, Object> fields(String text, Consumer<String> warning) throws BadKustomizationException {
        List<Map<String, Object>> documents = documents("kustomization.yaml", text);
        Map<String, Object> fields = documents.isEmpty() ? Map.of() : documents.getFirst();
        for (String field : fields.keySet()) {
            if (NOT_HERE.contains(field)) {
                throw new BadKustomizationException(
                        "the field \"" + field + "\" of kustomizations is not available here");
            }
            if (!KNOWN.contains(field)) {
                throw new BadKustomizationException("invalid Kustomization: json: unknown field \"" + field + "\"");
            }
        }
        DEPRECATED.forEach((field, instead) -> {
            if (fields.containsKey(field)) {
                warning.accept("# Warning: '" + field + "' is deprecated. Please use '" + instead
                        + "' instead. Run 'kustomize edit fix' to update your Kustomization automatically.");
            }
        });
        if (MAKING.stream().allMatch(field -> list(fields.get(field)).isEmpty())) {
            throw new BadKustomizationException("kustomization.yaml is empty");
        }
        return fields;
    }

    private List<Map<String, Object>> resource(
            String folder, String entry, List<String> above, Consumer<String> warning)
            throws BadKustomizationException {
        if (entry.matches("(?i)(https?|ssh|git)://.*|github\\.com[/:].*|git@.*")) {
            throw new BadKustomizationException(
                    "accumulating resources from '" + entry + "': only files of the project can be read");
        }
        String path = below(folder, entry);
        Optional<String> inner = found(path);
        if (inner.isPresent()) {
            return built(path, inner.get(), above, warning);
        }
        try {
            return documents(path, files.read(path));
        } catch (IOException missing) {
            throw new BadKustomizationException(
                    "accumulating resources: accumulation err='accumulating resources from '"
                            + entry + "': evalsymlink failure on '" + path + "' : lstat " + path
                            + ": no such file or directory'");
        }
    }

    private static List<Map<String, Object>> documents(String name, String text) throws BadKustomizationException {
        return values(name, text).stream()
                .flatMap(value -> value instanceof Map<?, ?> map ? Stream.of(Trees.changeable(map)) : Stream.empty())
                .toList();
    }

    /// What the documents of a text say.
    private static List<Object> values(String name, String text) throws BadKustomizationException {
        ManifestFile file = ManifestFile.parse(name, text);
        if (file.documents().stream().anyMatch(document -> !document.isReadable())) {
            TextProblem first = file.problems().getFirst();
            throw new BadKustomizationException(
                    "error parsing " + name + ": line " + first.span().line() + ": " + first.message(Locale.ENGLISH));
        }
        List<Object> values = new ArrayList<>();
        for (ManifestDocument document : file.documents()) {
            document.root().map(YamlNode::value).ifPresent(values::add);
        }
        return values;
    }

    private static String plain(Path path) {
        return path.normalize().toString().replace('\\', '/');
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : List.of();
    }
}
