package drydock.sim.run;

import drydock.model.cluster.Deletion;
import drydock.model.cluster.Patch;
import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import drydock.sim.network.ProxyMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what [RecordingWriter] writes. The file may come from a stranger: it can name objects and commands for the
/// simulation, and nothing else.
public final class RecordingReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// A file that is no recording, or of a format to come.
    public static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        /// What is wrong with the file.
        public enum Fault {
            /// It is no JSON, or not that of a run.
            NOT_A_RUN,
            /// A newer program wrote it.
            NEWER,
            /// A value does not fit.
            MISFIT
        }

        private final Fault fault;
        private final String place;

        UnreadableException(Fault fault, String place) {
            super(fault + " at " + place);
            this.fault = fault;
            this.place = place;
        }

        public Fault fault() {
            return fault;
        }

        /// Where: a line and column, or a field as `inputs[3].scale`.
        public String place() {
            return place;
        }
    }

    private RecordingReader() {}

    /// Reads a recording from the text of its file.
    ///
    /// @throws UnreadableException if `text` is no recording that this program understands
    public static Recording read(String text) throws UnreadableException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException broken) {
            throw new UnreadableException(
                    UnreadableException.Fault.NOT_A_RUN,
                    broken.getLocation().getLineNr() + ":"
                            + broken.getLocation().getColumnNr());
        }
        int version = root.path("drydockRun").asInt(0);
        if (version < 1) {
            throw new UnreadableException(UnreadableException.Fault.NOT_A_RUN, "drydockRun");
        }
        if (version > RecordingWriter.FORMAT_VERSION) {
            throw new UnreadableException(UnreadableException.Fault.NEWER, "drydockRun");
        }
        long end = count(root, "endNanos", "");
        return new Recording(options(root), inputs(root), Math.min(end, count(root, "momentNanos", "")), end);
    }

    private static SimulationOptions options(JsonNode root) throws UnreadableException {
        Instant start;
        try {
            start = Instant.parse(text(root, "start", ""));
        } catch (DateTimeException e) {
            throw misfit("start");
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : root.path("nodes")) {
            if (!(object(node, "nodes[" + nodes.size() + "]") instanceof Node read)) {
                throw misfit("nodes[" + nodes.size() + "]");
            }
            nodes.add(read);
        }
        JsonNode seed = root.path("seed");
        if (!seed.canConvertToLong()) {
            throw misfit("seed");
        }
        ProxyMode mode =
                root.path("proxyMode").asString("IPTABLES").equals("IPVS") ? ProxyMode.IPVS : ProxyMode.IPTABLES;
        List<HasMetadata> found = new ArrayList<>();
        for (JsonNode object : root.path("found")) {
            found.add(object(object, "found[" + found.size() + "]"));
        }
        return new SimulationOptions(
                seed.asLong(), start, nodes, root.path("offline").asBoolean(false), mode, found);
    }

    private static List<Recording.Timed> inputs(JsonNode root) throws UnreadableException {
        List<Recording.Timed> inputs = new ArrayList<>();
        long before = 0;
        for (JsonNode line : root.path("inputs")) {
            String place = "inputs[" + inputs.size() + "].";
            long at = count(line, "atNanos", place);
            if (at < before) {
                throw misfit(place + "atNanos");
            }
            before = at;
            inputs.add(new Recording.Timed(at, input(line, place)));
        }
        return inputs;
    }

    private static Input input(JsonNode line, String place) throws UnreadableException {
        for (String name : line.propertyNames()) {
            JsonNode value = line.path(name);
            String at = place + name;
            switch (name) {
                case "kubectl" -> {
                    return new Input.Command(words(value, at), files(line.path("files"), place + "files"));
                }
                case "stop" -> {
                    return new Input.Stop(Math.toIntExact(Math.min(Integer.MAX_VALUE, count(line, name, place))));
                }
                case "create" -> {
                    return new Input.Create(object(value, at));
                }
                case "replace" -> {
                    return new Input.Replace(object(value, at));
                }
                case "replaceStatus" -> {
                    return new Input.ReplaceStatus(object(value, at));
                }
                case "patch" -> {
                    return new Input.Change(
                            id(value, at),
                            new Patch(chosen(Patch.Type.class, value, "type", at), text(value, "body", at + ".")));
                }
                case "apply" -> {
                    return new Input.Apply(
                            object(value.path("object"), at + ".object"),
                            text(value, "fieldManager", at + "."),
                            value.path("force").asBoolean(false));
                }
                case "scale" -> {
                    return new Input.Scale(
                            id(value, at), Math.toIntExact(Math.min(Integer.MAX_VALUE, count(value, "replicas", at))));
                }
                case "delete" -> {
                    return new Input.Delete(
                            id(value, at),
                            new Deletion(
                                    value.has("graceSeconds")
                                            ? OptionalLong.of(count(value, "graceSeconds", at + "."))
                                            : OptionalLong.empty(),
                                    chosen(Deletion.Propagation.class, value, "propagation", at)));
                }
                default -> {
                    // a time, or the files of a command
                }
            }
        }
        throw misfit(place);
    }

    private static List<String> words(JsonNode list, String place) throws UnreadableException {
        List<String> words = new ArrayList<>();
        for (JsonNode word : list) {
            if (!word.isString()) {
                throw misfit(place);
            }
            words.add(word.asString());
        }
        return words;
    }

    private static Map<String, Map<String, String>> files(JsonNode files, String place) throws UnreadableException {
        Map<String, Map<String, String>> read = new LinkedHashMap<>();
        for (String name : files.propertyNames()) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String file : files.path(name).propertyNames()) {
                texts.put(file, text(files.path(name), file, place + "."));
            }
            read.put(name, texts);
        }
        return read;
    }

    private static HasMetadata object(JsonNode value, String place) throws UnreadableException {
        Optional<HasMetadata> object = Stream.of(ManifestFile.parse(place, JSON.writeValueAsString(value)))
                .flatMap(file -> file.documents().stream())
                .flatMap(document -> document.declared().stream())
                .map(DeclaredObject::object)
                .flatMap(Optional::stream)
                .findFirst();
        return object.orElseThrow(() -> misfit(place));
    }

    private static ResourceId id(JsonNode value, String place) throws UnreadableException {
        return new ResourceId(
                text(value, "group", place + "."),
                text(value, "kind", place + "."),
                text(value, "namespace", place + "."),
                text(value, "name", place + "."));
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, JsonNode value, String name, String place)
            throws UnreadableException {
        String wanted = text(value, name, place + ".");
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> misfit(place + "." + name));
    }

    private static String text(JsonNode node, String name, String place) throws UnreadableException {
        if (!node.path(name).isString()) {
            throw misfit(place + name);
        }
        return node.path(name).asString();
    }

    private static long count(JsonNode node, String name, String place) throws UnreadableException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw misfit(place + name);
        }
        return value.asLong();
    }

    private static UnreadableException misfit(String place) {
        return new UnreadableException(UnreadableException.Fault.MISFIT, place);
    }
}
