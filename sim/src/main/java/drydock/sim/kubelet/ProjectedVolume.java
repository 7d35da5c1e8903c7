package drydock.sim.kubelet;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A volume whose files say what objects hold: ConfigMaps, Secrets, fields of the Pod, or several of these
/// (`pkg/volume/configmap`, `secret`, `downwardapi`, `projected`).
///
/// @param sources what the files are made of
record ProjectedVolume(List<Source> sources) {

    /// The volume that each Pod gets for its service account's token (`plugin/pkg/admission/serviceaccount`).
    private static final String TOKEN = "kube-api-access-";

    /// One source of files.
    sealed interface Source {}

    /// What an object holds, by its keys.
    record Held(ResourceKind kind, String name, List<KeyToPath> items, boolean optional) implements Source {

        Optional<String> path(String key) {
            return items.isEmpty()
                    ? Optional.of(key)
                    : items.stream()
                            .filter(item -> key.equals(item.getKey()))
                            .map(KeyToPath::getPath)
                            .findFirst();
        }
    }

    /// Fields of the Pod itself.
    record Fields(List<DownwardAPIVolumeFile> items) implements Source {}

    /// What is projected is not there; the message is the kubelet's.
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1;

        MissingException(String message) {
            super(message);
        }
    }

    ProjectedVolume {
        sources = List.copyOf(sources);
    }

    /// `volume` as one that projects, if it is one.
    static Optional<ProjectedVolume> of(Volume volume) {
        if (volume.getConfigMap() != null) {
            var of = volume.getConfigMap();
            return one(held(Kinds.CONFIG_MAP, of.getName(), of.getItems(), of.getOptional()));
        }
        if (volume.getSecret() != null) {
            var of = volume.getSecret();
            return one(held(Kinds.SECRET, of.getSecretName(), of.getItems(), of.getOptional()));
        }
        if (volume.getDownwardAPI() != null) {
            return one(new Fields(volume.getDownwardAPI().getItems()));
        }
        if (volume.getProjected() == null || volume.getName().startsWith(TOKEN)) {
            return Optional.empty();
        }
        List<Source> sources = new ArrayList<>();
        volume.getProjected().getSources().forEach(source -> source(source).ifPresent(sources::add));
        return Optional.of(new ProjectedVolume(sources));
    }

    private static Optional<Source> source(VolumeProjection of) {
        if (of.getConfigMap() != null) {
            var map = of.getConfigMap();
            return Optional.of(held(Kinds.CONFIG_MAP, map.getName(), map.getItems(), map.getOptional()));
        }
        if (of.getSecret() != null) {
            var secret = of.getSecret();
            return Optional.of(held(Kinds.SECRET, secret.getName(), secret.getItems(), secret.getOptional()));
        }
        return of.getDownwardAPI() == null
                ? Optional.empty()
                : Optional.of(new Fields(of.getDownwardAPI().getItems()));
    }

    private static Optional<ProjectedVolume> one(Source source) {
        return Optional.of(new ProjectedVolume(List.of(source)));
    }

    private static Held held(
            ResourceKind kind, String name, @Nullable List<KeyToPath> items, @Nullable Boolean optional) {
        return new Held(kind, name, Objects.requireNonNullElse(items, List.of()), Boolean.TRUE.equals(optional));
    }

    /// The objects that are projected into `pod`'s volume.
    List<ResourceId> objects(Pod pod) {
        return sources.stream()
                .filter(Held.class::isInstance)
                .map(Held.class::cast)
                .map(held -> ResourceId.of(held.kind(), pod.getMetadata().getNamespace(), held.name()))
                .toList();
    }

    /// Whether some file follows from the Pod itself.
    boolean ofPod() {
        return sources.stream().anyMatch(Fields.class::isInstance);
    }

    /// The files there are to be, by their paths in the volume.
    Map<String, String> files(ApiServer api, Pod pod) throws MissingException {
        Map<String, String> files = new TreeMap<>();
        for (Source source : sources) {
            switch (source) {
                case Held held -> files.putAll(files(api, pod, held));
                case Fields fields ->
                    fields.items().forEach(item -> files.put(item.getPath(), Environment.file(api, pod, item)));
            }
        }
        return files;
    }

    private static Map<String, String> files(ApiServer api, Pod pod, Held held) throws MissingException {
        Optional<Map<String, String>> data =
                Environment.data(api, held.kind(), pod.getMetadata().getNamespace(), held.name());
        if (data.isEmpty() && !held.optional()) {
            throw new MissingException(held.kind().singular() + " \"" + held.name() + "\" not found");
        }
        Map<String, String> files = new TreeMap<>();
        data.orElse(Map.of()).forEach((key, text) -> held.path(key).ifPresent(path -> files.put(path, text)));
        for (KeyToPath item : held.items()) {
            if (!held.optional() && !data.orElse(Map.of()).containsKey(item.getKey())) {
                throw new MissingException(
                        held.kind().equals(Kinds.SECRET)
                                ? "references non-existent secret key: " + item.getKey()
                                : "configmap references non-existent config key: " + item.getKey());
            }
        }
        return files;
    }
}
