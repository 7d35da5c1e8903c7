package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Visit;
import java.util.HashMap;
import java.util.Map;

/// The volumes that the containers of a Pod can use.
final class Volumes {

    private Volumes() {}

    /// A volume.
    ///
    /// @param usable whether nothing is wrong with it; to the API server a volume in which something is
    /// wrong is none
    /// @param isClaim whether it is a claim, or makes one
    /// @param isImage whether it is an image
    record Volume(boolean usable, boolean isClaim, boolean isImage) {}

    /// By name; a StatefulSet's claims are volumes of its template, too
    /// (`pkg/apis/apps/validation/validation.go volumesToAddForTemplates`).
    static Map<String, Volume> of(Visit pod) {
        Map<String, Volume> volumes = new HashMap<>();
        for (Visit volume : pod.each("volumes")) {
            boolean claim = volume.has("persistentVolumeClaim") || volume.has("ephemeral");
            volumes.putIfAbsent(
                    volume.textOrEmpty("name"),
                    new Volume(!volume.isInvalid(volume.path()), claim, volume.has("image")));
        }
        if (pod.kind().equals("StatefulSet")) {
            pod.top().in("spec").each("volumeClaimTemplates").forEach(claim -> {
                String name = claim.in("metadata").textOrEmpty("name");
                volumes.put(name, new Volume(Names.labelProblems(name).isEmpty(), true, false));
            });
        }
        return volumes;
    }
}
