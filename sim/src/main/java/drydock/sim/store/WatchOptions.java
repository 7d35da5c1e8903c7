package drydock.sim.store;

/// How a watch is asked for.
///
/// @param version the version behind which it begins; empty or `0` for what is there, and then what happens
/// @param bookmarks whether it is to tell from time to time up to which version it has told
/// @param initialEvents whether it is to begin with what is there and tell by a bookmark that this is all
public record WatchOptions(String version, boolean bookmarks, boolean initialEvents) {

    /// What is there, and then what happens.
    public static final WatchOptions FROM_NOW = new WatchOptions("", false, false);

    /// What happens after `version`.
    public static WatchOptions after(String version) {
        return new WatchOptions(version, false, false);
    }

    public WatchOptions withBookmarks() {
        return new WatchOptions(version, true, initialEvents);
    }
}
