package drydock.sim.store;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Objects as JSON has them: maps, lists and single values.
public final class ObjectTree {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private ObjectTree() {}

    /// What `object` says, as a tree that may be changed.
    public static Map<String, Object> of(HasMetadata object) {
        return JSON.convertValue(object, TREE);
    }

    /// The object of the same class as `like` that `tree` describes.
    ///
    /// @throws tools.jackson.core.JacksonException if the tree does not fit
    public static HasMetadata object(Object tree, HasMetadata like) {
        return JSON.convertValue(tree, like.getClass());
    }
}
