package drydock.sim.kubectl.kustomize;

import java.util.List;
import java.util.Map;

/// Other images for the containers of an object (`kustomize/api/filters/imagetag`).
final class Images {

    private Images() {}

    /// @param image `name` and what is to stand in its place: `newName`, `newTag`, `digest`
    static void replace(Object tree, Map<String, Object> image) {
        switch (tree) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if (value instanceof List<?> list && (key.equals("containers") || key.equals("initContainers"))) {
                        Transformation.inPlace(list).forEach(container -> {
                            String given = Trees.text(container, "image");
                            if (!given.isEmpty()) {
                                container.put("image", replaced(given, image));
                            }
                        });
                    } else {
                        replace(value, image);
                    }
                });
            case List<?> list -> list.forEach(item -> replace(item, image));
            default -> {
                // nothing in it
            }
        }
    }

    private static String replaced(String given, Map<String, Object> image) {
        int at = given.indexOf('@');
        String before = at < 0 ? given : given.substring(0, at);
        int colon = before.lastIndexOf(':');
        boolean tagged = colon > before.lastIndexOf('/');
        String name = tagged ? before.substring(0, colon) : before;
        if (!name.equals(Trees.text(image, "name"))) {
            return given;
        }
        String newName = Trees.text(image, "newName");
        String tag = Trees.text(image, "newTag");
        String digest = Trees.text(image, "digest");
        String end = given.substring(name.length());
        if (!tag.isEmpty()) {
            end = ":" + tag;
        }
        if (!digest.isEmpty()) {
            end = (tag.isEmpty() ? "" : ":" + tag) + "@" + digest;
        }
        return (newName.isEmpty() ? name : newName) + end;
    }
}
