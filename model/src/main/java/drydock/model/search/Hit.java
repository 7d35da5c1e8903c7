package drydock.model.search;

import drydock.model.resource.ResourceId;
import java.util.List;

/// An object that was found.
///
/// @param matches what fits, for each term in their order
public record Hit(ResourceId object, List<Match> matches) {

    public Hit {
        matches = List.copyOf(matches);
    }

    /// How well the object fits: more is better.
    public int score() {
        return matches.stream().mapToInt(Match::score).sum();
    }
}
